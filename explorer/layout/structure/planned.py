"""What documents planned for a day that lies after the last evidence: dashed, grey, and said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from explorer.drawing.page import Page
from explorer.drawing.scene import Rect, Text
from explorer.drawing.textbox import block
from explorer.layout.parts import NOTHING, Part, columns, overlaid, stacked
from explorer.look import counted, day_words, upper_first
from explorer.model import Plan, Registry
from explorer.naming import display_name


def planned(page: Page, registry: Registry, plans: Sequence[Plan], x: float, width: float) -> Part:
    """A dashed box for each thing planned; the same plan for several bodies has one box."""
    told = [
        (f"planned for {when}", f"{whom}: {what}") for when, whom, what in said(registry, plans)
    ]
    if not told:
        return NOTHING
    grid = columns(x, width, 15 * page.label, page.label, len(told))
    rows = []
    for first in range(0, len(told), grid.count):
        row = [_words(page, *one, grid.width) for one in told[first : first + grid.count]]
        height = max(part.height for part in row)
        boxed = (_boxed(page, part, grid.width, height) for part in row)
        rows.append(overlaid(part.moved(grid.x(i), 0) for i, part in enumerate(boxed)))
    return stacked(rows, page.label)


def said(registry: Registry, plans: Sequence[Plan]) -> list[tuple[str, str, str]]:
    """The day, for whom and what; the same plan for many bodies is said once, and they are
    counted."""
    subjects: dict[tuple[str, str], list[str]] = defaultdict(list)
    for plan in plans:
        when = day_words(plan.planned or plan.planned_from)
        subjects[when, plan.what].append(_subject(registry, plan))
    return [(when, _whom(of), what) for (when, what), of in subjects.items()]


def _subject(registry: Registry, plan: Plan) -> str:
    if plan.subject_type == "organisation" and plan.subject_id in registry.organisations:
        return display_name(registry, plan.subject_id).text
    if plan.subject_type == "kind" and plan.subject_id in registry.kinds:
        return registry.kinds[plan.subject_id].plural
    found = registry.functions.get(plan.subject_id)
    return found.name if found else plan.subject_id


def _whom(subjects: Sequence[str]) -> str:
    whom = subjects[0] if len(subjects) == 1 else counted(len(subjects), "body", "bodies")
    return upper_first(whom)


def _words(page: Page, when: str, what: str, width: float) -> Part:
    pad = 0.6 * page.label
    colour = page.colours.planned.text
    head = block(when, Text(pad, pad, "", page.small, bold=True, fill=colour), width - 2 * pad)
    top = pad + head.height + 0.45 * page.small
    words = block(what, Text(pad, top, "", page.small, fill=colour), width - 2 * pad)
    return Part((*head.items, *words.items), top + words.height + pad)


def _boxed(page: Page, words: Part, width: float, height: float) -> Part:
    edge = page.colours.planned.edge
    frame = Rect(0, 0, width, height, stroke=edge, stroke_width=1.3 * page.unit, dash=(5.0, 4.0))
    return Part((frame, *words.own), height)
