"""Plans on the page: which are shown, their drawing, and each in a sentence with its sources."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from explorer.drawing.scene import Scene
from explorer.layout.milestones.agenda import WHITE_PAPER_2010, Agenda
from explorer.layout.plans import plans_scene
from explorer.look import day_words, upper_first
from explorer.narrative.outcomes import outcome_sentences, subject_words
from explorer.plans import Milestone, plans
from explorer.sheets import duties
from explorer.ui import controls, show, sources, state
from explorer.ui.record import registry

PAGE = "plans"
PENDING = "pending"
FEW = 10  # milestones whose sentences are open at once


def chosen() -> tuple[Milestone, ...]:
    """The milestones of the view: one, those of the White Paper of 2010, the pending, or all."""
    view, every = state.view(), plans(registry())
    if view.milestone:
        return tuple(each for each in every if each.id == view.milestone)
    if view.show == "all":
        return every
    if view.show == PENDING:
        return tuple(each for each in every if any(plan.verdict == PENDING for plan in each.plans))
    order = {name: place for place, name in enumerate(WHITE_PAPER_2010.milestones)}
    found = (each for each in every if each.id in order)
    return tuple(sorted(found, key=lambda each: order[each.id])) or every


def choice() -> None:
    """Which plans: a group of them, or one milestone."""
    options = {"The reform of 2013": None, "Still pending": PENDING, "All plans": "all"}
    controls.choices(
        PAGE, "Plans", {words: {"show": code, "milestone": None} for words, code in options.items()}
    )
    names = {each.id: _title(each) for each in plans(registry())}
    st.selectbox(
        "One milestone",
        list(names),
        index=None,
        placeholder="Choose, or type a part of it",
        format_func=lambda name: names.get(name, name),
        filter_mode="contains",
        **state.tie(PAGE, "milestone"),
    )


def _title(milestone: Milestone) -> str:
    """The subject, what was planned first, and for when."""
    plan = milestone.plans[0].plan
    day = plan.planned_from or plan.planned
    when = f" ({day_words(day)})" if day else ""
    return f"{upper_first(subject_words(registry(), plan))}: {plan.what}{when}"


def drawn(found: tuple[Milestone, ...]) -> None:
    """The drawing and its table."""
    show.drawing(PAGE, partial(_scene, found), plans=partial(duties.plans, registry(), found))


def _scene(found: tuple[Milestone, ...], *, width: float, theme: str) -> Scene:
    return plans_scene(registry(), found, _agenda(found), width=width, theme=theme)


def _agenda(found: tuple[Milestone, ...]) -> Agenda | None:
    """The documents of the White Paper where all its milestones are shown, and no others."""
    return (
        WHITE_PAPER_2010
        if tuple(each.id for each in found) == WHITE_PAPER_2010.milestones
        else None
    )


def told(found: tuple[Milestone, ...]) -> None:
    """Each plan and what became of it, in sentences with their sources."""
    st.subheader("Each plan in a sentence", anchor=False)
    cited = sources.Numbering()
    for milestone in found:
        with st.expander(_title(milestone), expanded=len(found) <= FEW):
            items = "".join(
                "<li>"
                + " ".join(
                    f"{escape(each.text)}{cited.marks(each.source_ids)}"
                    for each in outcome_sentences(registry(), outcome)
                )
                + "</li>"
                for outcome in milestone.plans
            )
            st.html(f'<div class="inside events"><ul>{items}</ul></div>')
    cited.popover()
