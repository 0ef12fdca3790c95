"""The ways between a story and the views it opens: out to a view, and back to the same step."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from urllib.parse import urlencode

import streamlit as st

from explorer.teaching.address import Address
from explorer.teaching.stories.reading import stories
from explorer.teaching.stories.story import Story
from explorer.ui import links, state
from explorer.ui.record import registry
from explorer.ui.teaching import keys, style
from explorer.view import PAGES, to_params

_WAY = ("story", "step")


def out(view: Address, story: str | None = None, step: int = 1) -> str:
    """The address of a view, relative to any page, that knows the way back to a step."""
    known = replace(view.view, story=story, step=step)
    parts = urlencode(to_params(known, view.page, _WAY if story else ()))
    return f"{view.page}?{parts}" if parts else view.page


def step(page: str, story: str, number: int) -> str:
    """The address of a step in the reader's or the presenter's view."""
    parts = {"story": story} | ({"step": str(number)} if number > 1 else {})
    return f"{page}?{urlencode(parts)}"


def named(view: Address, dated: str) -> str:
    """A view in words: `Structure at a date, 1 April 2013`."""
    return f"{PAGES[view.page].title}, {dated}"


def back(page: str) -> None:
    """On a view that was opened from a story: where the reader came from, one key away."""
    view = state.view()
    found = _story(view.story) if page not in ("stories", "present") else None
    if found is None:
        return
    number = min(view.step, len(found.steps))
    there = step("present", found.id, number)
    leave = links.address(page, story=None, step=1)
    style.apply()
    st.html(
        f'<nav class="inside wayback" aria-label="Guided story"><p>From the story '
        f"“{escape(found.title)}”. "
        f'<a href="{escape(there)}">Back to step {number} of {len(found.steps)} (key B)</a> '
        f'<a href="{escape(leave)}">Leave the story</a></p></nav>'
    )
    keys.listen("wayback", {"b": there})


def _story(asked: str | None) -> Story | None:
    known = {found.id: found for found in stories(registry())} if asked else {}
    return known.get(asked)
