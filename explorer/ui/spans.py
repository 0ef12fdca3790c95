"""The timeline on the page: all of it, or one life bar for each body of a kind or region; and an
Act, White Paper or reform opened, with what it did."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from explorer.errors import UnknownName
from explorer.lives import Lives, lives
from explorer.look import day_words
from explorer.narrative.spans import effects_sentences, lives_sentence, years_sentence
from explorer.reforms import reform_effects
from explorer.sheets import timeline as sheets
from explorer.timeline import Timeline
from explorer.ui import links, show, sources, state, text, years
from explorer.ui.record import registry

PAGE = "timeline"


def counted(told: Timeline) -> tuple[int, int]:
    """The years in which bodies are counted one by one, and the year before them."""
    return told.first_counted.year - 1, limits()[1]


def limits() -> tuple[int, int]:
    """The years of the record."""
    edition = registry().edition
    return edition.first_day.year, edition.last_day.year


def lead(told: Timeline) -> None:
    """What the drawing shows, in its first sentences."""
    if not _single():
        text.lead(years_sentence(told.registry, sheets.shown_years(*years.shown(limits()))))
    elif found := _lives():
        text.lead(lives_sentence(found))
    else:
        text.lead("The record has no body of this kind in this region.")


def _single() -> bool:
    """Whether single bodies are shown: once a kind or a region is chosen."""
    return bool(state.view().kind or state.view().region)


def _lives() -> Lives | None:
    try:
        return lives(registry(), kind=state.view().kind, region=state.view().region)
    except UnknownName:  # a kind that the region never had
        return None


def change() -> None:
    """A choice of any reform or entry of the policy timeline."""
    record = registry()
    events = {each.id: each for each in (*record.timeline, *record.reforms.values())}
    ordered = sorted(events, key=lambda name: (events[name].date.first, events[name].title))
    st.selectbox(
        "What an Act, White Paper or reform did",
        ordered,
        index=None,
        placeholder="Choose, or type a part of its title",
        format_func=lambda name: f"{day_words(events[name].date)}: {events[name].title}",
        filter_mode="contains",
        **state.tie(PAGE, "reform"),
    )


def opened() -> None:
    """What the chosen Act or reform created, closed and moved, with links and a table."""
    if (asked := state.view().reform) is None:
        return
    found, cited = reform_effects(registry(), asked), sources.Numbering()
    st.subheader("What it did", anchor=False)
    said = (
        f"{escape(each.text)}{cited.marks(each.source_ids)}" for each in effects_sentences(found)
    )
    st.html(f'<div class="inside story"><p>{" ".join(said)}</p></div>')
    cited.popover()
    days = dict.fromkeys(each.date.first for each in found.reforms)
    for day in days:
        links.onward(f"The structure on {day_words(day)}", "structure", day=day)
    if found.created or found.closed or found.moved:
        number = len(found.created) + len(found.closed) + len(found.moved)
        with st.expander(f"The bodies ({number:,})"):
            show.table(PAGE, "effects", partial(sheets.effects, found))
