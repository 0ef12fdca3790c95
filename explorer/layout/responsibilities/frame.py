"""Round the rows: dates of change at the head, groups, years, and the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from explorer.drawing.scene import Item, Line, Text
from explorer.drawing.textbox import measure
from explorer.layout.parts import Part
from explorer.layout.responsibilities.stage import Stage
from explorer.look import MONTHS, upper_first


def change_days(stage: Stage) -> tuple[date, ...]:
    """The days on which most functions changed hands, as many as can be named without crowding.

    Only dates known to the day or month; a single hand-over counts where few functions are shown.
    """
    weights: Counter[date] = Counter()
    for course in stage.courses.all:
        weights.update({h.transfer.date.first for h in course.handovers if h.certain})
    least = 1 if len(stage.courses.all) <= 3 else 2
    chosen: list[date] = []
    wide = measure("Apr 2013", stage.page.small, bold=True) + 12 * stage.unit
    for day in sorted(weights, key=lambda day: (-weights[day], day)):
        x = stage.axis.x(day)
        if weights[day] >= least and all(abs(x - stage.axis.x(d)) >= wide for d in chosen):
            chosen.append(day)
    return tuple(sorted(chosen))


def head(stage: Stage, days: Iterable[date]) -> Part:
    """The days of change by name, and the head of the column of plans."""
    page, size = stage.page, stage.page.small
    base = 1.1 * size
    items: list[Item] = []
    for day in days:
        text = f"{MONTHS[day.month - 1][:3]} {day.year}"
        wide = measure(text, size, bold=True)
        x = min(max(stage.axis.x(day), stage.axis.left + wide / 2), stage.axis.right - wide / 2)
        items.append(Text(x, base, text, size, bold=True, anchor="middle", fill=page.colours.ink))
    if not page.narrow and any(course.plans for course in stage.courses.all):
        words = Text(
            stage.plans_left, base, "Planned, not law", size, fill=page.colours.planned.text
        )
        items.append(words)
    return Part(tuple(items), 1.6 * size)


def change_lines(stage: Stage, days: Iterable[date], top: float, foot: float) -> list[Line]:
    colours = stage.page.colours
    return [
        Line(stage.axis.x(day), top, stage.axis.x(day), foot, stroke=colours.rule, stroke_width=1.2)
        for day in days
    ]


def group_head(stage: Stage, group: str) -> Part:
    """The name of a group over a rule, with the years along it."""
    page = stage.page
    size = page.strong
    base = 1.15 * size
    items: list[Item] = [
        Text(
            page.left,
            base,
            upper_first(group),
            size,
            bold=True,
            fill=page.colours.ink,
        )
    ]
    wide = measure(upper_first(group), size, bold=True)
    y = 1.75 * size
    items.append(Line(page.left, y, page.right, y, stroke=page.colours.rule, stroke_width=1.2))
    items += years(stage, base, clear_of=page.left + wide + 1.2 * size)
    return Part(tuple(items), y + 0.55 * size)


def years(stage: Stage, base: float, clear_of: float = 0.0) -> list[Text]:
    """Round years on a baseline, muted, right of `clear_of`."""
    page, size = stage.page, stage.page.small
    wide = measure("2000", size)
    found = []
    for year in stage.axis.years(1.9 * wide):
        x = stage.axis.x(date(year, 1, 1))
        if x - wide / 2 >= max(clear_of, page.left) and x + wide / 2 <= page.right:
            found.append(
                Text(
                    x,
                    base,
                    str(year),
                    size,
                    anchor="middle",
                    fill=page.colours.muted,
                    plate=page.colours.paper,
                )
            )
    return found


def foot(stage: Stage) -> Part:
    """The axis at the foot of the rows."""
    page, axis = stage.page, stage.axis
    items: list[Item] = [
        Line(axis.left, 0, axis.right, 0, stroke=page.colours.faint, stroke_width=1)
    ]
    texts = years(stage, 1.55 * page.small)
    for text in texts:
        items.append(Line(text.x, 0, text.x, 5, stroke=page.colours.faint, stroke_width=1))
    return Part((*items, *texts), 1.9 * page.small)
