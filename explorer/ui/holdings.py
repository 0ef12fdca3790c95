"""What one kind of body held on a day, on the page."""

from __future__ import annotations

from collections import Counter
from functools import partial

import streamlit as st

from explorer.drawing.scene import Scene
from explorer.duties.courses import courses
from explorer.errors import UnknownName
from explorer.layout.responsibilities.picture import responsibilities_scene
from explorer.look import day_words, lower_first
from explorer.narrative.functions import holdings_sentence
from explorer.responsibilities import Held, held_by
from explorer.sheets import duties
from explorer.ui import dates, show, sources, state, text
from explorer.ui.record import registry


def lead() -> None:
    """How many functions the kind held, and in which roles."""
    text.lead(holdings_sentence(registry(), _kind(), state.view().day, _held()))


def _kind() -> str:
    """The chosen kind; without a choice the one that held most functions on the day."""
    day, kinds = state.view().day, _kinds()
    if state.view().kind in kinds:
        return state.view().kind
    rows = [row for row in registry().responsibilities if row.holder_type == "kind"]
    held = Counter(row.holder_id for row in rows if day in row.period)
    return max(kinds, key=lambda name: held[name])


def _kinds() -> dict[str, str]:
    rows = (row.holder_id for row in registry().responsibilities if row.holder_type == "kind")
    kinds = registry().kinds
    return {name: kinds[name].plural for name in dict.fromkeys(rows) if name in kinds}


def _held() -> tuple[Held, ...]:
    return held_by(registry(), "kind", _kind(), state.view().day)


def choice(page: str) -> None:
    """The kind of body, and the day."""
    kinds = _kinds()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Kind of body",
            sorted(kinds, key=kinds.get),
            index=None,
            placeholder=kinds[_kind()],
            format_func=lambda name: kinds.get(name, name),
            width=420,
            **state.tie(page, "kind"),
        )
        dates.day(page)


def drawn(page: str) -> None:
    """Who held the same functions at other times, and the table of what the kind held."""
    held = _held()
    show.drawing(page, _scene, held=partial(duties.holdings, registry(), held))
    sources.popover(each.responsibility.source_id for each in held)


def _scene(*, width: float, theme: str) -> Scene:
    held = dict.fromkeys(each.responsibility.function_id for each in _held())
    if not held:
        day = day_words(state.view().day)
        raise UnknownName("function held by this kind", f"on {day}")
    found = courses(registry(), functions=held)
    kind, day = lower_first(_kinds()[_kind()]), day_words(state.view().day)
    headline = f"What {kind} held on {day}, and who held it before and after"
    return responsibilities_scene(found, width, theme, headline=headline)
