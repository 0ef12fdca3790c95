"""Who commissioned what, on the page: all functions, one function, one kind of body, one date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape

import streamlit as st

from explorer.duties.courses import Courses, courses, span_years
from explorer.duties.handovers import handover_dates, handovers_at
from explorer.look import counted, day_words
from explorer.narrative.duties import duty_sentences
from explorer.narrative.functions import (
    courses_sentence,
    handovers_at_sentence,
    path_sentence,
)
from explorer.responsibilities import duty
from explorer.ui import controls, dates, holdings, prose, show, sources, state, text, years
from explorer.ui.record import registry

PAGE = "functions"


@dataclass(frozen=True, slots=True)
class Mode:
    """One way to look: its first sentences, its controls, its drawing and tables."""

    lead: Callable[[], None]
    controls: Callable[[], None]
    shown: Callable[[], None]


def modes() -> None:
    """The choice of a way to look."""
    controls.choices(PAGE, "Look at", {words: {"show": code} for words, code in _WORDS.items()})


def mode() -> Mode:
    """The chosen way to look."""
    return _MODES.get(state.view().show, _MODES[None])


# All functions ------------------------------------------------------------------------------------


def _span() -> tuple[int, int]:
    return years.shown(span_years(registry()))


def _all() -> Courses:
    first, last = _span()
    return courses(registry(), first_year=first, last_year=last)


def _zoom() -> None:
    limits = span_years(registry())
    years.chosen(PAGE, limits)


def _matrix() -> None:
    show.view(PAGE)
    sources.popover(one.held.responsibility.source_id for one in _all().tenures)
    _differ(_all())


def _differ(found: Courses) -> None:
    """Where sources differ on who held these functions and when."""
    tables = ("functions", "responsibilities", "transfers")
    prose.conflicts([("function", course.function.id) for course in found.all], tables)


# One function -------------------------------------------------------------------------------------


def _one() -> Courses:
    first, last = _span()
    return courses(registry(), functions=[state.view().function], first_year=first, last_year=last)


def _said() -> None:
    view, cited = state.view(), sources.Numbering()
    span = duty(registry(), view.function, view.day)
    said = duty_sentences(registry(), view.function, view.day, span)
    parts = (f"{escape(each.text)}{cited.marks(each.source_ids)}" for each in said)
    text.lead(path_sentence(_one()))
    st.html(f'<div class="inside story"><p>{" ".join(parts)}</p></div>')
    cited.popover()


def _which() -> None:
    functions = registry().functions
    by_name = sorted(functions, key=lambda name: (functions[name].group, functions[name].name))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Function",
            by_name,
            format_func=lambda name: f"{functions[name].name} · {functions[name].group}",
            filter_mode="contains",
            width=420,
            **state.tie(PAGE, "function"),
        )
        dates.day(PAGE, label="Its holders on")
    _zoom()


def _path() -> None:
    show.view(PAGE)
    _differ(_one())


# One date -----------------------------------------------------------------------------------------


def _date() -> None:
    known = {when.text: (when, number) for when, number in handover_dates(registry())}
    st.selectbox(
        "Date of hand-overs",
        list(known),
        format_func=lambda name: (
            f"{day_words(known[name][0])} ({counted(known[name][1], 'hand-over', 'hand-overs')})"
        ),
        width=420,
        **state.tie(PAGE, "when"),
    )


def _transfers() -> None:
    show.view(PAGE)
    found = handovers_at(registry(), state.view().when)
    moved = [move.handover for move in (*found.moves, *found.perhaps)]
    sources.popover(each.transfer.source_id for each in moved)


_WORDS = {
    "All functions": None,
    "One function": "function",
    "One kind of body on a day": "holder",
    "All hand-overs of a date": "handovers",
}
_MODES = {
    None: Mode(lambda: text.lead(courses_sentence(_all())), _zoom, _matrix),
    "function": Mode(_said, _which, _path),
    "holder": Mode(holdings.lead, partial(holdings.choice, PAGE), partial(holdings.drawn, PAGE)),
    "handovers": Mode(
        lambda: text.lead(handovers_at_sentence(handovers_at(registry(), state.view().when))),
        _date,
        _transfers,
    ),
}
