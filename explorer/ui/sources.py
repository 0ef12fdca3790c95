"""Where a statement comes from, one click away."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from explorer.model import Source
from explorer.ui.record import registry

LISTED = 100
CITED = 4  # sources marked after one sentence
WEB = ("https://", "http://")


def popover(ids: Iterable[str], label: str = "Sources") -> None:
    """The sources with these ids, each with title, publisher, date, link and licence."""
    held = registry().sources
    found = [held[name] for name in dict.fromkeys(ids) if name in held]
    with st.popover(f"{label} ({len(found)})", disabled=not found):
        items = "".join(f"<li>{entry(source, full=True)}</li>" for source in found[:LISTED])
        more = len(found) - LISTED
        rest = f"<p>And {more} more; the table names them all.</p>" if more > 0 else ""
        st.html(f'<div class="inside sources"><ol>{items}</ol>{rest}</div>')


def entry(source: Source, *, full: bool = False) -> str:
    """One source in HTML; in `full` with its licence and note."""
    words = escape(source.title)
    if source.url.startswith(WEB):
        words = f'<a href="{escape(source.url)}" target="_blank" rel="noopener">{words}</a>'
    said = ", ".join(filter(None, (source.publisher, source.date)))
    more = (f"Licence: {source.licence}" if source.licence else "", source.note)
    small = "".join(f"<span>{escape(part)}</span>" for part in more if part and full)
    return f"{words}. {escape(said)}.{small}"


def mark(source: Source, number: int) -> str:
    """The number of a source after a sentence; it leads to the source itself where it can."""
    title = escape(f"{source.title}, {source.publisher}, {source.date}")
    if source.url.startswith(WEB):
        return (
            f'<sup><a href="{escape(source.url)}" target="_blank" rel="noopener"'
            f' title="{title}" aria-label="Source {number}: {title}">{number}</a></sup>'
        )
    return f'<sup title="{title}">{number}</sup>'


def cited(source_id: str) -> str:
    """One source in HTML after the sentence that rests on it; blank if the record lacks it."""
    source = registry().sources.get(source_id)
    return f"<small>Source: {entry(source)}</small>" if source else ""


class Numbering:
    """Numbers for the sources of a page, in the order in which its sentences cite them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def marks(self, ids: Iterable[str]) -> str:
        """The numbers of these sources in HTML, to stand after a sentence."""
        held = registry().sources
        known = [name for name in dict.fromkeys(ids) if name in held][:CITED]
        numbers = [self._numbers.setdefault(name, len(self._numbers) + 1) for name in known]
        return "".join(mark(held[name], n) for name, n in zip(known, numbers, strict=True))

    def popover(self) -> None:
        """Every source cited, under its number."""
        popover(self._numbers)
