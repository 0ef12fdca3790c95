"""The marks of one line: where a plan put the milestone, and how far from there it came about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explorer.drawing.geometry import bounds
from explorer.drawing.legibility import blend
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Mark, Rect, Text
from explorer.drawing.textbox import CAP, measure
from explorer.layout.axis import TimeAxis
from explorer.layout.milestones.rows import Happened, PlanLine
from explorer.look import Palette, Swatch
from explorer.narrative.outcomes import verdict_words
from explorer.period import Precision, after_last_day

_TONES = ("authority", "group", "trust", "board")
_MARK = 0.8  # size of a mark, in sizes of a label
_PALE = 0.4


@dataclass(frozen=True, slots=True)
class Field:
    """The part of the page in which dates are drawn."""

    page: Page
    axis: TimeAxis

    @property
    def colours(self) -> Palette:
        return self.page.colours

    @property
    def size(self) -> float:
        return _MARK * self.page.label

    @property
    def outcome(self) -> Swatch:
        return self.colours.swatches["ccg"]


def tone(colours: Palette, number: int) -> str:
    return colours.swatches[_TONES[number % len(_TONES)]].edge


def plan_marks(field: Field, line: PlanLine, y: float, happened: Happened | None) -> list[Item]:
    """The plan at its date, with an arrow to what happened where that came later or earlier, and
    the date in words where there is room for them."""
    items = _marks(field, line, y, happened)
    if not items:
        return []
    small = field.page.small
    left = min(bounds(item)[0] for item in items) - 0.5 * small
    width = measure(line.when, small)
    ink = field.colours.planned.text if line.pending else field.colours.muted
    base = y + CAP * small / 2
    if left - width >= field.axis.left:
        return [*items, Text(left, base, line.when, small, anchor="end", fill=ink)]
    right = max(bounds(item)[2] for item in items) + 0.5 * small
    if right + width > field.axis.right:
        return items
    return [*items, Text(right, base, line.when, small, fill=ink)]


def _marks(field: Field, line: PlanLine, y: float, happened: Happened | None) -> list[Item]:
    plan = line.outcome.plan
    colours, axis = field.colours, field.axis
    words = {"key": plan.id, "title": _hover(line)}
    colour = tone(colours, line.document.tone if line.document else 0)
    if line.misprint:
        return []
    first = plan.planned_from or plan.planned
    if first is None:
        return []
    x = axis.x(first.first)
    if line.pending:
        colour = colours.planned.edge
    items: list[Item] = []
    span = plan.planned_from and plan.planned
    vague = plan.planned is not None and plan.planned.precision is Precision.YEAR
    dash = {"dash": (3, 2)} if line.pending else {}
    if span or vague:
        end = axis.x(after_last_day(plan.planned.last))
        half = 0.42 * field.size
        items.append(
            Rect(
                x,
                y - half,
                end - x,
                2 * half,
                radius=half,
                fill=colours.paper,
                stroke=colour,
                stroke_width=2,
                **dash,
                **words,
            )
        )
        return items
    if plan.planned is None:  # an earliest date, open to the right
        reach = axis.within(happened.at if happened else None, axis.right)
        reach = max(reach, x + 2 * field.size)
        items.append(Line(x, y, reach, y, stroke=colour, stroke_width=1.5, dash=(2, 3)))
        items.append(sign(field, "triangle_right", x + field.size / 2, y, colour, **words))
        return items
    if not plan.planned.exact:
        end = axis.x(after_last_day(plan.planned.last))
        half = 0.22 * field.size
        tail = blend(colour, colours.paper, _PALE)
        items.append(Rect(x, y - half, end - x, 2 * half, fill=tail))
    items += _arrow(field, line, x, y, happened, colour)
    name = line.document.sign if line.document else "ring"
    name = "ring" if name == "triangle_right" else name
    items.append(sign(field, name, x, y, colour, **dash, **words))
    return items


def _arrow(
    field: Field, line: PlanLine, x: float, y: float, happened: Happened | None, colour: str
) -> Iterator[Item]:
    if happened is None or happened.at is None or not line.outcome.slip_months:
        return
    end = field.axis.x(happened.at)
    if abs(end - x) < 1.6 * field.size:
        return
    start = x + (0.5 if end > x else -0.5) * field.size
    yield Line(start, y, end, y, stroke=colour, stroke_width=2, arrow=0.7 * field.size)
    yield Line(end, y - 0.4 * field.size, end, y + 0.4 * field.size, stroke=colour, stroke_width=2)


def sign(field: Field, name: str, x: float, y: float, colour: str, **more) -> Mark:
    if name == "ring":
        paper = field.colours.paper
        return Mark(x, y, field.size, fill=paper, stroke=colour, stroke_width=2.4, **more)
    return Mark(x, y, field.size, name, fill=colour, **more)


def outcome_marks(field: Field, happened: Happened, y: float, key: str) -> list[Item]:
    """The diamond of what happened, with its date; a fading band where only the year is known."""
    page, colours, axis = field.page, field.colours, field.axis
    label, colour = page.label, field.outcome.edge
    baseline = y + CAP * label / 2
    words = {"key": key, "title": f"What happened: {happened.words}"}
    if happened.at is None:
        text = happened.words
        return [Text(axis.left, baseline, text, page.small, italic=True, fill=colours.muted)]
    x = axis.x(happened.at)
    items: list[Item] = []
    width = measure(happened.words, label, bold=True)
    if happened.actual.precision is Precision.YEAR:
        end = axis.x(happened.until)
        half = 0.4 * field.size
        fill = blend(colour, colours.paper, _PALE)
        items.append(
            Rect(
                x,
                y - half,
                end - x,
                2 * half,
                fill=fill,
                fade="both",
                fade_px=(end - x) / 2,
                **words,
            )
        )
        beyond = end + width + 0.5 * label >= axis.right
        at = x - 0.4 * label - width if beyond else end + 0.4 * label
        items.append(Text(at, baseline, happened.words, label, bold=True, fill=colours.ink))
        return items
    if happened.until:
        half = 0.22 * field.size
        tail = blend(colour, colours.paper, _PALE)
        items.append(Rect(x, y - half, axis.x(happened.until) - x, 2 * half, fill=tail))
    items.append(Mark(x, y, 1.05 * field.size, "diamond", fill=colour, **words))
    right = max(x + 0.8 * field.size, axis.x(happened.until) + 4 if happened.until else 0)
    at = right if right + width < page.right else x - 0.8 * field.size - width
    items.append(Text(at, baseline, happened.words, label, bold=True, fill=colours.ink))
    return items


def _hover(line: PlanLine) -> str:
    plan = line.outcome.plan
    note = f" {plan.note}." if plan.note else ""
    return f"{line.said}: {plan.what} ({line.when}); {verdict_words(line.outcome)}.{note}"


def days_of(line: PlanLine) -> Iterator[date]:
    """The days between which the marks of a plan lie."""
    plan = line.outcome.plan
    if line.misprint:
        return
    for day in (plan.planned_from, plan.planned):
        if day:
            yield day.first
            yield after_last_day(day.last)
