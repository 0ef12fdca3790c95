"""Addresses of views, links in running text, and the pages as Streamlit wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from explorer.ui import state
from explorer.ui.record import registry
from explorer.view import CARRIED, PAGES, PASSING, to_params

ROOT = Path(__file__).parents[2]
HOME = "start"


def pages() -> dict[str, Any]:
    """All pages by name. Streamlit serves the first at `/` and at no other address."""
    return {
        entry.name: st.Page(
            ROOT / "pages" / entry.section / f"{entry.name}.py",
            title=entry.title,
            url_path=entry.name,
            default=entry.name == HOME,
        )
        for entry in PAGES.values()
    }


def permalink(page: str) -> str:
    """What follows the question mark in an address that rebuilds this view of `page`."""
    return urlencode(to_params(replace(state.view(), find=""), page))


def query(page: str, **changes: Any) -> str:
    """What follows the question mark in the address of `page` with the reader's view, changed."""
    view = replace(state.view(), **{**PASSING, **changes})
    return urlencode(to_params(view, page, CARRIED))


def address(page: str, **changes: Any) -> str:
    """The address of `page`, relative to any other, with the reader's view but for `changes`."""
    path = "./" if page == HOME else page
    parts = query(page, **changes)
    return f"{path}?{parts}" if parts else path


def anchor(page: str, label: str, *, title: str = "", **changes: Any) -> str:
    """A link in HTML. It stays within the explorer as long as an element above it is `.inside`."""
    hint = f' title="{escape(title)}"' if title else ""
    return f'<a href="{escape(address(page, **changes))}"{hint}>{escape(label)}</a>'


def body(organisation_id: str, label: str) -> str:
    """A link in HTML to the lineage of a body."""
    return anchor("lineage", label, org=organisation_id, lines=())


def woven(sentence: str, ids: Iterable[str]) -> str:
    """A sentence in HTML in which the names of these bodies lead to their lineage.

    A name that two of them bear leads nowhere: it does not say which is meant.
    """
    bearers: dict[str, set[str]] = {}
    for organisation_id in ids:
        for name in _names(organisation_id):
            bearers.setdefault(name, set()).add(organisation_id)
    known = {name: found.pop() for name, found in bearers.items() if len(found) == 1}
    if not known:
        return escape(sentence)
    longest_first = sorted(known, key=len, reverse=True)
    parts = re.split(f"({'|'.join(map(re.escape, longest_first))})", sentence)
    return "".join(body(known[part], part) if part in known else escape(part) for part in parts)


def _names(organisation_id: str) -> set[str]:
    held = registry().names.get(organisation_id, ())
    return {naming.name for naming in held} | {registry().organisations[organisation_id].name}


def go(page: str, **changes: Any) -> None:
    """Open another page; for the body of a script, not for callbacks."""
    view = replace(state.view(), **{**PASSING, **changes})
    st.switch_page(pages()[page], query_params=to_params(view, page, CARRIED))


def questions(*asked: tuple[str, str, dict[str, Any]]) -> None:
    """Questions as large links: words, page and settings of the view that answers."""
    items = "".join(f"<li>{anchor(page, words, **view)}</li>" for words, page, view in asked)
    st.html(f'<ul class="inside questions">{items}</ul>')


def onward(words: str, page: str, **changes: Any) -> None:
    """One link on a line of its own."""
    st.html(f'<p class="inside onward">{anchor(page, words, **changes)}</p>')
