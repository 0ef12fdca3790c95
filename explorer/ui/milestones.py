"""Plans on the page: which are shown, their drawing, and each in a sentence with its sources."""

from __future__ import annotations

from html import escape

import streamlit as st

from explorer.export.duty_views import ALL, PENDING, chosen_plans
from explorer.look import day_words, listed, upper_first
from explorer.narrative.outcomes import subject_words, told_together
from explorer.plans import Milestone, plans
from explorer.ui import controls, prose, sources, state
from explorer.ui.record import registry

PAGE = "plans"
FEW = 10  # milestones whose sentences are open at once


def chosen() -> tuple[Milestone, ...]:
    """The milestones of the view: one, those of the White Paper of 2010, the pending, or all."""
    return chosen_plans(registry(), state.view().show, state.view().milestone)


def choice() -> None:
    """Which plans: a group of them, or one milestone."""
    options = {"The reform of 2013": None, "Still pending": PENDING, "All plans": ALL}
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


def told(found: tuple[Milestone, ...]) -> None:
    """Each plan and what became of it, in sentences with their sources."""
    st.subheader("Each plan in a sentence", anchor=False)
    cited = sources.Numbering()
    for milestone in found:
        with st.expander(_title(milestone), expanded=len(found) <= FEW):
            items = "".join(
                "<li>"
                + " ".join(f"{escape(each.text)}{cited.marks(each.source_ids)}" for each in said)
                + (f"<small>So for {escape(listed(names))}.</small>" if len(names) > 1 else "")
                + "</li>"
                for said, names in told_together(registry(), milestone.plans)
            )
            st.html(f'<div class="inside events"><ul>{items}</ul></div>')
    cited.popover()
    prose.conflicts(("plan_milestone", milestone.id) for milestone in found)
