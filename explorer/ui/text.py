"""Words of the record, made safe for Streamlit's Markdown and for HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

_MARKS = frozenset("\\`*_{}[]()#+-!$:<>|~")


def plain(text: str) -> str:
    """Words as words, where Markdown is read."""
    return "".join(f"\\{letter}" if letter in _MARKS else letter for letter in text)


def paragraphs(texts: Iterable[str], style: str = "") -> None:
    """Sentences as running text; `style` is a class of `style.css`."""
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    if body:
        st.html(f'<div class="inside {style}">{body}</div>')


def lead(answer: str) -> None:
    """The answer of a page: its first sentence in large type, the rest as running text."""
    first, stop, rest = answer.partition(". ")
    paragraphs([first + stop.strip()], "lead")
    if rest:
        paragraphs([rest], "words")


def notes(sentences: Iterable[str]) -> None:
    """What the reader should know about the answer, in small type."""
    paragraphs(filter(None, [" ".join(sentences)]), "notes")
