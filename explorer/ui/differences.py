"""A difference between two days on the page: its drawing, its balance, its events by reform."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from explorer.changeover import changeover
from explorer.diff import Diff
from explorer.diff import steps as walk
from explorer.drawing.scene import Scene
from explorer.duties.handovers import handover_dates
from explorer.layout.ribbon.picture import ribbon_scene
from explorer.look import at_words, counted, day_words
from explorer.model import ChangeEvent
from explorer.narrative.events import event_sentence
from explorer.sheets import changes
from explorer.tables import frame
from explorer.ui import links, lists, sources

FEW = 12  # changes that are shown at once; more wait to be opened
DATES = 3  # of hand-overs of duties, those with the most
SHOWN = 60  # events listed of one reform, and steps of a window; the tables hold them all


def ribbon(found: Diff, *, width: float, theme: str) -> Scene:
    """Who passed how much to whom between the two days, among local commissioners."""
    change = changeover(found.registry, found.start, found.end)
    return ribbon_scene(change, width, theme, region=found.region or "")


def balance(found: Diff) -> None:
    """Start, opened, closed and end by kind: every line adds up."""
    st.subheader("The balance", anchor=False)
    if found.balance:
        st.table(frame(changes.balance(found)), border="horizontal", hide_index=True)


def told(found: Diff, *, steps: bool) -> None:
    """The changes and the bodies: of the whole window, or of each of its days in turn."""
    if steps:
        st.subheader("Day by day", anchor=False)
        step_by_step(
            walk(found.registry, found.start, found.end, kind=found.kind, region=found.region)
        )
    else:
        events(found)
        lists.of(found)


def events(found: Diff) -> None:
    """Every change in a sentence with its source, under the reform that it belongs to."""
    if found.events:
        st.subheader("The changes, by reform", anchor=False)
    cited = sources.Numbering()
    for reform, group in found.by_reform:
        title = f"{reform.title}, {day_words(reform.date)}" if reform else "Of no national reform"
        with st.expander(f"{title}: {_changes(len(group))}", expanded=len(found.events) <= FEW):
            _listed(found, group, cited)
    if found.events:
        cited.popover()


def duties(found: Diff) -> None:
    """Links to the duties that passed on the days of the window: bodies hand on more than areas."""
    first, last = sorted((found.start, found.end))
    dated = [
        (when, number)
        for when, number in handover_dates(found.registry)
        if first < when.first and when.last <= last
    ]
    for when, number in sorted(dated, key=lambda pair: -pair[1])[:DATES]:
        words = f"The duties that passed {at_words(when)}: {_handovers(number)}"
        links.onward(words, "functions", show="handovers", when=when.text)


def _handovers(number: int) -> str:
    return counted(number, "hand-over", "hand-overs")


def step_by_step(walked: Iterable[Diff]) -> None:
    """The same window day by day: what changed on each day on which anything did."""
    walked, cited = tuple(walked), sources.Numbering()
    for step in walked[:SHOWN]:
        day = max(step.start, step.end)
        with st.expander(f"{day_words(day)}: {_sums(step)}"):
            _listed(step, step.events, cited)
            lists.of(step)
    if len(walked) > SHOWN:
        st.markdown(f"And {len(walked) - SHOWN} more days: choose a shorter time to see them.")
    cited.popover()


def _sums(step: Diff) -> str:
    seen = len(step.first_seen) + len(step.last_seen)
    came, went = ("gone later", "not opened yet") if step.backwards else ("opened", "closed")
    sighted = f"{seen} came into or went out of view, " if seen else ""
    sums = f"{len(step.openings)} {came}, {len(step.closings)} {went}"
    return f"{sums}, {sighted}{_changes(len(step.events))} recorded"


def _changes(number: int) -> str:
    return counted(number, "change", "changes")


def _listed(found: Diff, group: tuple[ChangeEvent, ...], cited: sources.Numbering) -> None:
    if not group:
        return
    items = "".join(f"<li>{_event(found, event, cited)}</li>" for event in group[:SHOWN])
    more = len(group) - SHOWN
    rest = f"<p>And {more} more, in the table of changes.</p>" if more > 0 else ""
    st.html(f'<div class="inside events"><ul>{items}</ul>{rest}</div>')


def _event(found: Diff, event: ChangeEvent, cited: sources.Numbering) -> str:
    said = event_sentence(found.registry, event)
    text = links.woven(said.text, (*event.original, *event.resulting))
    return f"{text}{cited.marks(said.source_ids)}"
