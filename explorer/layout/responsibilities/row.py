"""One function as a row: its name, its bars in lanes, its gaps, and what is planned for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from explorer.drawing.geometry import shifted
from explorer.drawing.scene import Item, Rect, Text
from explorer.drawing.textbox import CAP, block, box, measure
from explorer.duties.courses import Course
from explorer.duties.tenures import Gap
from explorer.layout.parts import NOTHING, Part
from explorer.layout.responsibilities import form, hover
from explorer.layout.responsibilities.frame import change_lines
from explorer.layout.responsibilities.lanes import Bar, Label, bars, size_of
from explorer.layout.responsibilities.stage import Stage
from explorer.model import Plan

_GAP_WORDS = {
    "not_yet": ("not yet",),
    "no_holder": ("none recorded", "none"),
    "no_responsible": ("no responsible body", "none"),
}


def row(stage: Stage, course: Course, days: Sequence[date] = ()) -> Part:
    """Drawn from y = 0 downwards. On a narrow page the lines of `days` pass through the bars only,
    not through the names above them."""
    name = _name(stage, course)
    plans = _plans(stage, course)
    top = name.height + 0.5 * stage.page.small if stage.page.narrow else 0.0
    lanes = _lanes(stage, course)
    lines = change_lines(stage, days, top - 2 * stage.unit, top + lanes.height + 2 * stage.unit)
    items = [
        *(lines if stage.page.narrow else ()),
        *name.items,
        *(shifted(item, 0, top) for item in lanes.items),
    ]
    height = top + lanes.height
    if stage.page.narrow:
        if plans.height:
            height += stage.gap
            items += [shifted(item, 0, height) for item in plans.items]
            height += plans.height
        return Part(tuple(items), height)
    return Part((*items, *plans.items), max(height, name.height, plans.height))


def _name(stage: Stage, course: Course) -> Part:
    page = stage.page
    like = Text(
        page.left,
        0,
        "",
        page.label,
        fill=page.colours.ink,
        key=course.function.id,
        title=f"{course.function.name}: {course.function.description}",
    )
    text = block(course.function.name, like, stage.names_width)
    if page.narrow:
        return Part(text.items, text.height)
    # one line stands level with the words of the tall bar
    down = (stage.tall - CAP * page.label) / 2 if len(text.items) == 1 else 0.12 * page.label
    return Part(tuple(shifted(item, 0, down) for item in text.items), text.height + down)


def _lanes(stage: Stage, course: Course) -> Part:
    placed = bars(stage, course.tenures)
    items: list[Item] = [item for gap in course.gaps for item in _gap(stage, course, gap)]
    lowest = max((bar.lane for bar in placed), default=0)
    for bar in placed:
        items += _bar(stage, course, bar)
    return Part(tuple(items), _bottom(stage, lowest))


def _top(stage: Stage, lane: int) -> float:
    return 0.0 if lane == 0 else stage.tall + stage.gap + (lane - 1) * (stage.low + stage.gap)


def _bottom(stage: Stage, lane: int) -> float:
    return _top(stage, lane) + (stage.low if lane else stage.tall)


def _bar(stage: Stage, course: Course, bar: Bar) -> list[Item]:
    tenure, page = bar.tenure, stage.page
    look = form.look(page, tenure.holder, tenure.role, named=tenure.named, in_part=tenure.in_part)
    edges = (bar.left, _top(stage, bar.lane), bar.right, _bottom(stage, bar.lane))
    hand = {
        "key": tenure.key,
        "title": hover.tenure_words(stage.courses.registry, course, tenure),
    }
    items = form.bar(page, tenure.role, look, edges, bar.fade, **hand)
    if bar.label:
        items += _label(stage, bar, bar.label, look, (edges[1] + edges[3]) / 2)
    return items


def _label(stage: Stage, bar: Bar, label: Label, look: form.Look, middle: float) -> list[Text]:
    size, named = size_of(stage, bar.lane), bar.tenure.named
    paper = stage.page.colours.paper
    plate = look.plate if label.inside else paper
    base = middle + CAP * size / 2
    ink = look.ink if label.inside else stage.page.colours.ink
    like = {"size": size, "italic": not named, "fill": ink, "plate": plate}
    first = Text(label.left, base, label.name, bold=named, **like)
    if not label.role:
        return [first]
    at = box(first)[2] + 0.32 * size
    return [first, Text(at, base, label.role, **like)]


def _gap(stage: Stage, course: Course, gap: Gap) -> list[Item]:
    left, right = stage.sides(gap.period)
    page, size = stage.page, stage.page.small
    items: list[Item] = [
        Rect(
            left,
            0,
            right - left,
            stage.tall,
            fill=page.colours.panel,
            key=f"{course.function.id}/{gap.reason}/{gap.period.start}",
            title=hover.gap_title(course, gap),
        )
    ]
    for text in (hover.gap_words(gap), *_GAP_WORDS.get(gap.reason, ())):
        if measure(text, size, italic=True) + 8 * stage.unit <= right - left:
            middle, base = (left + right) / 2, (stage.tall + CAP * size) / 2
            muted = page.colours.muted
            return [
                *items,
                Text(middle, base, text, size, italic=True, anchor="middle", fill=muted),
            ]
    return items


def _plans(stage: Stage, course: Course) -> Part:
    """Dashed boxes: beside the row, or below it on a narrow page."""
    items: list[Item] = []
    y = 0.0
    for plan in course.plans:
        part = plan_box(stage, course, plan, wide=stage.page.narrow)
        items += [shifted(item, 0, y) for item in part.items]
        y += part.height + stage.gap
    return Part(tuple(items), y - stage.gap) if items else NOTHING


def plan_box(stage: Stage, course: Course, plan: Plan, *, wide: bool) -> Part:
    """A dashed box: in the column of plans or, `wide`, over the whole width."""
    page, size, unit = stage.page, stage.page.small, stage.unit
    planned = page.colours.planned
    left = page.left if wide else stage.plans_left
    pad = 7 * unit
    width = page.right - left
    date = hover.plan_date(plan)
    texts = f"Planned, {date}: {plan.what}" if wide else plan.what
    y = pad
    lines: list[Item] = []
    if not wide:
        head = block(
            date, Text(left + pad, y, "", size, bold=True, fill=planned.text), width - 2 * pad
        )
        lines += head.items
        y += head.height + 0.3 * size
    body = block(texts, Text(left + pad, y, "", size, fill=planned.text), width - 2 * pad)
    lines += body.items
    y += body.height + pad
    frame = Rect(
        left,
        0.8 * unit,
        width - unit,
        y - 1.6 * unit,
        fill=page.colours.paper,
        stroke=planned.edge,
        stroke_width=1.4 * unit,
        dash=(5 * unit, 3.5 * unit),
        key=plan.id,
        title=hover.plan_title(stage.courses.registry, course, plan),
    )
    return Part((frame, *lines), y)
