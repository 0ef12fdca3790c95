"""The structure of a day on the page: in tiers, as an icicle, or several days beside each other."""

from __future__ import annotations

from datetime import date

import streamlit as st

from explorer.days.tiers import tiers
from explorer.export.day_views import LATEST, chosen_days
from explorer.graph import index
from explorer.hierarchy import RELATIONS
from explorer.layout.structure.spine import Spine
from explorer.look import day_words
from explorer.narrative.views import days_sentence, snapshot_sentence
from explorer.snapshot import Snapshot, snapshot
from explorer.ui import controls, dates, play, state, text
from explorer.ui.record import registry

PAGE = "structure"
MOST = 6  # days beside each other
MOST_OPENED = 12  # names of their ids must fit into an address
ICICLE, DATES = "icicle", "dates"


def lead(shown: Snapshot) -> None:
    """What the drawing shows, in sentences, and what should be known about it."""
    if state.view().show == DATES:
        text.lead(days_sentence(_snapshots(shown)))
    else:
        text.lead(snapshot_sentence(shown))
        text.notes(shown.notes)


def when() -> None:
    """The day, by typing, by steps, or by reform; for several days, which ones."""
    view = state.view()
    if view.show == DATES:
        known = dict.fromkeys(sorted({*index(registry()).change_days, *_days()}))
        st.multiselect(
            f"Days beside each other (up to {MOST})",
            list(known),
            format_func=day_words,
            max_selections=MOST,
            placeholder=f"The {LATEST} latest of the large reforms; choose others",
            **state.tie(PAGE, "days"),
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        dates.day(PAGE)
        dates.steps(PAGE)
        play.play(PAGE)
    dates.turning_days(PAGE)


def modes() -> None:
    """Tiers, icicle, or several days."""
    options = {"Tiers": None, "Icicle": ICICLE, "Several days": DATES}
    controls.choices(PAGE, "Draw as", {words: {"show": code} for words, code in options.items()})


def opened(shown: Snapshot) -> None:
    """The bodies below which every body is named, where the drawing would only count them."""
    if state.view().show == DATES:
        return
    folded = {node.id: f"{node.body.name} ({node.size})" for node in Spine(tiers(shown)).folded}
    names = {name: registry().organisations[name].name for name in state.view().opened}
    if names or folded:
        st.multiselect(
            "Expand: name every body below",
            list({**folded, **names}),
            format_func={**names, **folded}.get,
            max_selections=MOST_OPENED,
            placeholder="Counted only; choose a body to name those below it",
            **state.tie(PAGE, "opened"),
        )


def relations() -> None:
    """The relations to draw by."""
    if state.view().show != DATES:
        st.pills(
            "Relations (all if none is chosen)",
            list(RELATIONS),
            selection_mode="multi",
            format_func=RELATIONS.get,
            **state.tie(PAGE, "relations"),
        )


def _snapshots(shown: Snapshot) -> list[Snapshot]:
    part = {
        "kind": shown.kind, "region": shown.region, "place": shown.place, "under": shown.under
    }  # fmt: skip
    return [snapshot(registry(), day, **part) for day in _days()]


def _days() -> tuple[date, ...]:
    return chosen_days(registry(), state.view().days)
