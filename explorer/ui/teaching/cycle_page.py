"""Below the drawing of the commissioning cycle: every holder as a link to what the record has."""

from __future__ import annotations

from html import escape

import streamlit as st

from explorer.duties.holder_names import holder_name
from explorer.labels import GAP, ROLE, words
from explorer.look import counted, day_words
from explorer.responsibilities import Held
from explorer.teaching.cycle import Cycle, Duty
from explorer.teaching.evidence import of_kind
from explorer.teaching.sentence_check import is_listed
from explorer.ui import links, sources
from explorer.ui.record import registry


def sentence(found: Cycle) -> str:
    """How many bodies and kinds of body had a part in the cycle on the day."""
    held = [one for stage in found.stages for each in stage.duties for one in each.span.held]
    parts = {(one.responsibility.holder_type, one.responsibility.holder_id) for one in held}
    number = counted(len(parts), "body or kind of body", "bodies or kinds of body")
    return (
        f"On {day_words(found.day)}, {number} had a part in the four steps of commissioning: assess"
        " needs, plan, procure, monitor."
    )


def holders(found: Cycle) -> None:
    """Step by step who had a part in it; kinds lead to the structure, bodies to their lineage."""
    st.subheader("Who did each step", anchor=False)
    cited = sources.Numbering()
    parts = []
    for number, stage in enumerate(found.stages, 1):
        duties = "".join(f"<dt>{escape(each.function.name)}</dt><dd>{_who(each, found, cited)}</dd>"
                         for each in stage.duties)  # fmt: skip
        parts.append(f"<h3>{number}. {escape(stage.title)}</h3><dl class='kin'>{duties}</dl>")
    st.html(f'<section class="inside cycle">{"".join(parts)}</section>')
    cited.popover()


def _who(each: Duty, found: Cycle, cited: sources.Numbering) -> str:
    gap = [f"{GAP[each.span.gap]}."] if each.span.gap else []
    return " ".join((*gap, *(_holder(one, found, cited) for one in each.span.held)))


def _holder(held: Held, found: Cycle, cited: sources.Numbering) -> str:
    row = held.responsibility
    name = holder_name(registry(), row.holder_type, row.holder_id, found.day)
    label = escape(name.text)
    if name.organisation_id:
        label = links.body(name.organisation_id, name.text)
    elif name.kind and is_listed(registry(), name.kind):
        there = of_kind(registry(), name.kind, found.day)
        label = f'<a href="{escape(there.path.lstrip("/"))}">{label}</a>'
    sure = "" if held.certain else ", date known to the year or month only"
    return f"{label} ({words(ROLE, row.role)}{sure}){cited.marks((row.source_id,))}."
