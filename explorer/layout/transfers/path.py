"""One function through time: a lane for each of its holders, and an arrow for every hand-over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.courses import Course, Courses
from explorer.geometry import shifted
from explorer.handovers import Move, moves_of
from explorer.holder_names import HolderName
from explorer.layout.axis import TimeAxis, rows
from explorer.layout.legend import legend
from explorer.layout.parts import NOTHING, Part, stacked
from explorer.layout.responsibilities import form, frame
from explorer.layout.responsibilities.row import plan_box
from explorer.layout.responsibilities.stage import Stage
from explorer.layout.responsibilities.words import gap_title, tenure_words
from explorer.layout.transfers.arrow import arrow
from explorer.layout.transfers.path_words import (
    alt,
    description,
    headline_of,
    notes_of,
    roles_words,
    standfirst_of,
)
from explorer.layout.transfers.words import SHARE, move_words
from explorer.look import MONTHS, source_line
from explorer.page import Page, framed
from explorer.page import page as page_of
from explorer.responsibilities import ROLES
from explorer.scene import Item, Line, Rect, Scene, Text
from explorer.tenures import Tenure
from explorer.textbox import Block, block, measure

_NAMES, _NAMES_NARROW = 0.25, 0.34  # width of the names of holders, in widths of the page's inside
_THICK = 9.0  # px of an arrow at 1600 px


@dataclass(frozen=True, eq=False)
class Lane:
    """The tenures of one holder; `spans` are their top and bottom, from the top of the lane."""

    holder: HolderName
    tenures: tuple[Tenure, ...]
    spans: tuple[tuple[float, float], ...]
    words: Block
    height: float

    @property
    def above(self) -> float:
        """Px between the top of the lane and its bars, which stand level with the words."""
        return (self.height - max((bottom for _, bottom in self.spans), default=0.0)) / 2


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
    lanes = [_lane(stage, group) for group in _by_holder(course, moves)]
    tops, foot = _tops(stage, lanes, course)
    days = sorted({move.handover.transfer.date.first for move in moves})
    head = _head(stage, moves)
    items: list[Item] = [*_lines(stage, days, foot), *_gaps(stage, course)]
    for lane, top in zip(lanes, tops, strict=True):
        items += _drawn(stage, course, lane, top)
    items += _arrows(stage, lanes, tops, moves)
    chart = Part(
        (*head.items, *(shifted(item, 0, head.height) for item in items)), head.height + foot
    )
    bottom = frame.foot(stage)
    key = _key(stage, bool(moves))
    plans = [plan_box(stage, course, plan, wide=True) for plan in course.plans]
    return stacked((key, stacked((chart, bottom), 0.0), *plans), 1.0 * page.label)


def _by_holder(course: Course, moves: Iterable[Move]) -> list[tuple[HolderName, list[Tenure]]]:
    """Holders in order of their first tenure; last those that only a hand-over names."""
    found: dict[tuple[str, str], tuple[HolderName, list[Tenure]]] = {}
    for tenure in sorted(course.tenures, key=lambda one: (one.period.start, _rank(one))):
        name = (tenure.holder.type, tenure.holder.id)
        found.setdefault(name, (tenure.holder, []))[1].append(tenure)
    for move in moves:
        for holder in (move.giver, move.taker):
            found.setdefault((holder.type, holder.id), (holder, []))
    return list(found.values())


def _rank(tenure: Tenure) -> int:
    return ROLES.index(tenure.role) if tenure.role in ROLES else len(ROLES)


def _lane(stage: Stage, group: tuple[HolderName, list[Tenure]]) -> Lane:
    """Tenures that overlap stand below each other."""
    holder, tenures = group
    page = stage.page
    tracks = rows([stage.sides(tenure.period) for tenure in tenures], 0.0)
    step = stage.low + stage.gap
    spans = tuple((track * step, track * step + stage.low) for track in tracks)
    bars = max((bottom for _, bottom in spans), default=stage.low)
    width = stage.axis.left - page.left - page.label
    like = Text(page.left, 0, "", page.label, bold=True, fill=page.colours.ink)
    name = block(holder.text, like, width)
    muted = Text(
        page.left, name.height + 0.35 * page.small, "", page.small, fill=page.colours.muted
    )
    roles = block(roles_words(tenures), muted, width)
    words = Block(
        (*name.items, *roles.items), width, name.height + 0.35 * page.small + roles.height
    )
    return Lane(holder, tuple(tenures), spans, words, max(bars, words.height))


def _tops(stage: Stage, lanes: Sequence[Lane], course: Course) -> tuple[list[float], float]:
    """The top of each lane below the row of gaps, and the foot of the last."""
    gap = 1.35 * stage.page.label
    y = (stage.low + gap) if course.gaps else 0.6 * gap
    tops = []
    for lane in lanes:
        tops.append(y)
        y += lane.height + gap
    return tops, y - 0.4 * gap


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


def _drawn(stage: Stage, course: Course, lane: Lane, top: float) -> list[Item]:
    page = stage.page
    middle = (lane.height - lane.words.height) / 2
    items: list[Item] = [replace(text, y=text.y + top + middle) for text in lane.words.items]
    down = top + lane.above
    for tenure, (above, below) in zip(lane.tenures, lane.spans, strict=True):
        left, right = stage.sides(tenure.period)
        look = form.look(
            page, tenure.holder, tenure.role, named=tenure.named, in_part=tenure.in_part
        )
        box = (left, down + above, right, down + below)
        fade = form.fade_of(tenure, stage.axis.per_day)
        title = tenure_words(stage.courses.registry, course, tenure)
        items += form.bar(page, tenure.role, look, box, fade, key=tenure.key, title=title)
    return items


def _arrows(
    stage: Stage, lanes: Sequence[Lane], tops: Sequence[float], moves: Sequence[Move]
) -> list[Item]:
    """From the giver's bar to the taker's, on the date; those of one date stand side by side."""
    place = {(lane.holder.type, lane.holder.id): number for number, lane in enumerate(lanes)}
    page, unit = stage.page, stage.unit
    thick = _THICK * unit
    items: list[Item] = []
    taken: dict[date, int] = {}
    for move in moves:
        when = move.handover.transfer.date
        number = taken.get(when.first, 0)
        taken[when.first] = number + 1
        giver = place[move.giver.type, move.giver.id]
        taker = place[move.taker.type, move.taker.id]
        x = stage.axis.x(when.first) + number * (thick + 3 * unit)
        x = min(max(x, stage.axis.left + thick), stage.axis.right - thick)
        down = taker > giver
        start = _edge(stage, lanes[giver], tops[giver], when.first, lower=down)
        end = _edge(stage, lanes[taker], tops[taker], when.first, lower=not down)
        items += arrow(
            (x, start),
            (x, end + (-1 if down else 1) * unit),
            thick=thick,
            unit=unit,
            colour=form.swatch(page, move.giver).edge,
            paper=page.colours.paper,
            certain=when.exact,
            upright=True,
            key=move.key,
            title=move_words(stage.courses.registry, move),
        )
    return items


def _edge(stage: Stage, lane: Lane, top: float, day: date, *, lower: bool) -> float:
    """The y at which an arrow leaves or meets the bars of a lane that touch the day."""
    down = top + lane.above
    near = (
        [
            span
            for tenure, span in zip(lane.tenures, lane.spans, strict=True)
            if abs((tenure.period.start - day).days) < 400
            or abs((tenure.period.end - day).days) < 400
        ]
        or list(lane.spans)
        or [(0.0, stage.low)]
    )
    return down + (max(bottom for _, bottom in near) if lower else min(above for above, _ in near))


def _key(stage: Stage, arrows: bool) -> Part:
    entries = list(frame.form_entries(stage))
    if arrows:
        entries.append(_arrow_entry(stage.page))
    return legend(stage.page, entries, stage.page.left, stage.page.right) if entries else NOTHING


def _arrow_entry(page: Page):
    width = 34 * page.unit

    def paint(left: float, middle: float) -> list[Item]:
        return arrow(
            (left, middle),
            (left + width, middle),
            thick=_THICK * page.unit,
            unit=page.unit,
            colour=page.colours.ink,
            paper=page.colours.paper,
        )

    return frame.Entry(f"handed over, {SHARE}", "", False, width, paint)
