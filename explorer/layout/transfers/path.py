"""One function through time: a lane for each of its holders, and an arrow for every hand-over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page, framed
from explorer.drawing.page import page as page_of
from explorer.drawing.scene import Item, Line, Rect, Scene, Text
from explorer.drawing.textbox import measure
from explorer.duties.courses import Course, Courses
from explorer.duties.handovers import Move, moves_of
from explorer.layout.axis import TimeAxis, rows
from explorer.layout.legend import Entry, legend
from explorer.layout.parts import NOTHING, Part, stacked
from explorer.layout.responsibilities import frame
from explorer.layout.responsibilities.hover import gap_title
from explorer.layout.responsibilities.key import form_entries
from explorer.layout.responsibilities.row import plan_box
from explorer.layout.responsibilities.stage import Stage
from explorer.layout.transfers.arrow import arrow
from explorer.layout.transfers.path_lanes import THICK, arrows, by_holder, drawn, lane, tops_of
from explorer.layout.transfers.path_words import (
    alt,
    description,
    headline_of,
    notes_of,
    standfirst_of,
)
from explorer.layout.transfers.words import SHARE
from explorer.look import MONTHS, source_line

_NAMES, _NAMES_NARROW = 0.25, 0.34  # width of the names of holders, in widths of the page's inside


def function_path_scene(
    courses: Courses,
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """The path of the first function of `courses`, over its span of years."""
    course = courses.all[0]
    page = page_of(width, theme)
    moves = tuple(
        move
        for move in moves_of(courses.registry, course.function.id)
        if move.handover.transfer.date.first in courses.period
    )
    body = _body(courses, course, moves, page)
    return framed(
        page,
        "function-path",
        body.items,
        body.height,
        headline=headline_of(courses, course, moves) if headline is None else headline,
        standfirst=standfirst_of(courses, course) if standfirst is None else standfirst,
        notes=notes_of(courses, moves),
        source_line=source_line(courses.registry.edition),
        alt=alt(courses, course, moves),
        description=description(courses, course, moves),
    )


def _body(courses: Courses, course: Course, moves: Sequence[Move], page: Page) -> Part:
    left = page.left + (_NAMES_NARROW if page.narrow else _NAMES) * page.inner
    axis = TimeAxis(left, page.right, courses.period.start, courses.period.end)
    stage = Stage(courses, page, axis)
    lanes = [lane(stage, group) for group in by_holder(course, moves)]
    tops, foot = tops_of(stage, lanes, course)
    days = sorted({move.handover.transfer.date.first for move in moves})
    head = _head(stage, moves)
    items: list[Item] = [*_lines(stage, days, foot), *_gaps(stage, course)]
    for one, top in zip(lanes, tops, strict=True):
        items += drawn(stage, course, one, top)
    items += arrows(stage, lanes, tops, moves)
    chart = Part(
        (*head.items, *(shifted(item, 0, head.height) for item in items)), head.height + foot
    )
    bottom = frame.foot(stage)
    key = _key(stage, bool(moves))
    plans = [plan_box(stage, course, plan, wide=True) for plan in course.plans]
    return stacked((key, stacked((chart, bottom), 0.0), *plans), 1.0 * page.label)


def _head(stage: Stage, moves: Sequence[Move]) -> Part:
    """The dates of hand-overs, in as many rows as they need."""
    page, size = stage.page, stage.page.small
    days = {move.handover.transfer.date.first: move.handover.transfer.date for move in moves}
    marks = []
    for day in sorted(days):
        text = _date_label(day, days[day].text)
        half = measure(text, size, bold=True) / 2
        x = min(max(stage.axis.x(day), stage.axis.left + half), stage.axis.right - half)
        marks.append((x, text, half))
    row_of = rows([(x - half, x + half) for x, _, half in marks], 9 * stage.unit)
    count = max(row_of, default=-1) + 1
    items = []
    for (x, text, _), row in zip(marks, row_of, strict=True):
        base = (count - 1 - row) * 1.35 * size + 1.1 * size
        like = {"bold": True, "anchor": "middle", "fill": page.colours.ink}
        items.append(Text(x, base, text, size, plate=page.colours.paper, **like))
    return Part(tuple(items), count * 1.35 * size + 0.35 * size)


def _date_label(day: date, text: str) -> str:
    return text if len(text) == 4 else f"{MONTHS[day.month - 1][:3]} {day.year}"


def _lines(stage: Stage, days: Iterable[date], foot: float) -> list[Line]:
    rule = stage.page.colours.rule
    return [
        Line(stage.axis.x(day), 0, stage.axis.x(day), foot, stroke=rule, stroke_width=1.2)
        for day in days
    ]


def _gaps(stage: Stage, course: Course) -> list[Item]:
    page, size = stage.page, stage.page.small
    items: list[Item] = []
    if not course.gaps:
        return items
    muted = {"italic": True, "fill": page.colours.muted}
    items.append(Text(page.left, stage.low / 2 + 0.36 * size, "nobody responsible", size, **muted))
    for gap in course.gaps:
        left, right = stage.sides(gap.period)
        items.append(
            Rect(
                left,
                0,
                right - left,
                stage.low,
                fill=page.colours.panel,
                key=f"{course.function.id}/{gap.reason}/{gap.period.start}",
                title=gap_title(course, gap),
            )
        )
    return items


def _key(stage: Stage, moved: bool) -> Part:
    entries = list(form_entries(stage))
    if moved:
        entries.append(_arrow_entry(stage.page))
    return legend(stage.page, entries, stage.page.left, stage.page.right) if entries else NOTHING


def _arrow_entry(page: Page):
    width = 34 * page.unit

    def paint(left: float, middle: float) -> list[Item]:
        return arrow(
            (left, middle),
            (left + width, middle),
            thick=THICK * page.unit,
            unit=page.unit,
            colour=page.colours.ink,
            paper=page.colours.paper,
        )

    return Entry(f"handed over, {SHARE}", "", False, width, paint)
