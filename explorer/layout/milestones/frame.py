"""The columns, the axis and its head, and the upright lines behind the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.drawing.geometry import Box
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Text
from explorer.drawing.textbox import CAP, measure
from explorer.layout.axis import TimeAxis
from explorer.layout.gaps import pieces_between
from explorer.layout.milestones.agenda import Agenda
from explorer.layout.milestones.marks import Field, days_of, sign, tone
from explorer.layout.milestones.rows import PlanLine, Row
from explorer.look import MONTHS, day_words
from explorer.model import Registry

_QUARTER = (1, 4, 7, 10)
_LEAST_YEAR = 40.0  # px between lines at years
NUMBER = 1.4  # size of the number of a slip, in sizes of a label


@dataclass(frozen=True, slots=True)
class Columns:
    """Px of the columns: names, documents, dates, slips."""

    names: float
    documents: float
    dates: float
    dates_end: float
    slips: float


def columns(placed: Page, shown: Sequence[Row]) -> Columns:
    label = placed.label
    said = max(measure(line.said, placed.small) for row in shown for line in row.lines)
    said = max(said, measure("What happened", placed.small, bold=True)) + 1.9 * label
    slip = max(_slip_width(placed, line) for row in shown for line in row.lines)
    slip = max(slip, 5 * label)
    if placed.narrow:
        documents = placed.left
        dates = documents + said + 0.4 * label
        slips = placed.right - slip
        return Columns(placed.left, documents, dates, slips - 1.2 * label, slips)
    titles = max(measure(row.title, placed.strong, bold=True) for row in shown)
    names = min(max(titles, 12 * label), 0.24 * placed.inner)
    documents = placed.left + names + 1.2 * label
    slips = placed.right - min(slip, 0.2 * placed.inner)
    return Columns(
        placed.left, documents, documents + said + 0.8 * label, slips - 1.6 * label, slips
    )


def _slip_width(placed: Page, line: PlanLine) -> float:
    number, after = line.slip
    width = measure(after, placed.label, bold=not number)
    if number:
        width += measure(number, NUMBER * placed.label, bold=True) + 0.4 * placed.label
    return width


def axis_of(registry: Registry, shown: Sequence[Row], at: Columns) -> TimeAxis:
    """From the quarter before the first date to the quarter after the last."""
    days = [day for row in shown for line in row.lines for day in days_of(line)]
    days += [h.at for row in shown for h in row.happened if h.at]
    days += [h.until for row in shown for h in row.happened if h.until]
    first = min(days, default=registry.edition.first_day)
    last = max(days, default=registry.edition.last_day)
    margin = max(1, round((last - first).days / 365.25 / 6))  # quarters at either end
    return TimeAxis(at.dates, at.dates_end, _quarter(first, -margin), _quarter(last, margin + 1))


def _quarter(day: date, step: int) -> date:
    """The first day of the quarter `step` quarters after that of `day`."""
    number = day.year * 4 + (day.month - 1) // 3 + step
    return date(number // 4, number % 4 * 3 + 1, 1)


def head(field: Field, at: Columns, y: float) -> tuple[list[Item], float]:
    """Years and quarters over the dates, and the names of the columns."""
    placed, axis, colours = field.page, field.axis, field.colours
    label, small = placed.label, placed.small
    base = y + CAP * label
    items: list[Item] = []
    year_width = measure("2010", label, bold=True)
    years = axis.years(year_width + 0.8 * label)
    taken: list[tuple[float, float]] = []
    for year in years:
        x = axis.x(date(year, 1, 1))
        if axis.left <= x and x + year_width / 2 < at.slips:
            items.append(
                Text(x, base, str(year), label, bold=True, anchor="middle", fill=colours.ink)
            )
            taken.append((x - year_width / 2, x + year_width / 2))
    if axis.per_day * 91 > measure("Apr", small) + 0.9 * small:
        for year in range(axis.first.year, axis.last.year + 1):
            for month in _QUARTER[1:]:
                x = axis.x(date(year, month, 1))
                words_of = MONTHS[month - 1][:3]
                half = measure(words_of, small) / 2
                free = all(x + half + 3 < a or b < x - half - 3 for a, b in taken)
                if axis.left <= x - half and x + half <= axis.right and free:
                    items.append(
                        Text(x, base, words_of, small, anchor="middle", fill=colours.muted)
                    )
    items.append(Text(at.slips, base, "Slip", label, bold=True, fill=colours.ink))
    return items, y + 1.6 * label


def legend(field: Field, agenda: Agenda) -> tuple[list[Item], float]:
    placed, label = field.page, field.page.label
    x, y, items = placed.left + field.size / 2, CAP * label, []
    entries = [(d.words, d.sign, tone(field.colours, d.tone)) for d in agenda.documents]
    entries.append(("What happened", "diamond", field.outcome.edge))
    for named, shape, colour in entries:
        width = measure(named, label) + 1.2 * field.size
        if x + width > placed.right:
            x, y = placed.left + field.size / 2, y + 1.6 * label
        items.append(sign(field, shape, x, y - CAP * label / 2, colour))
        items.append(Text(x + field.size, y, named, label, fill=field.colours.ink))
        x += width + 1.8 * label
    return items, y + 1.5 * label


def grid(field: Field, top: float, foot: float, hidden: Sequence[Box]) -> list[Item]:
    """Thin lines at the quarters, stronger ones at the years; only at some years where these stand
    close together."""
    axis, colours = field.axis, field.colours
    quarters = axis.per_day * 91 > 16
    years = set(axis.years(0 if quarters else _LEAST_YEAR))
    items: list[Item] = []
    for year in range(axis.first.year, axis.last.year + 1):
        for month in _QUARTER if quarters else (1,):
            day = date(year, month, 1)
            if not axis.first <= day < axis.last or (month == 1 and year not in years):
                continue
            width = 1.2 if month == 1 else 0.5
            items += upright(field, day, top, foot, hidden, colours.rule, (), "", width)
    return items


def upright(
    field: Field,
    day: date,
    top: float,
    foot: float,
    hidden: Sequence[Box],
    stroke: str,
    dash: tuple[float, ...] = (),
    told: str = "",
    width: float = 1.2,
) -> list[Item]:
    x = field.axis.x(day)
    return [
        Line(
            x,
            start,
            x,
            end,
            stroke=stroke,
            stroke_width=width,
            dash=dash,
            key=f"day:{day.isoformat()}",
            title=f"{told} {day_words(day)}".strip(),
        )
        for start, end in pieces_between(x, top, foot, hidden)
    ]


def publications(
    field: Field, agenda: Agenda, top: float, foot: float, hidden: Sequence[Box]
) -> list[Item]:
    """Dotted lines on the days on which the documents were published."""
    items: list[Item] = []
    for document in agenda.documents:
        if document.published and field.axis.first <= document.published.first < field.axis.last:
            items += upright(
                field,
                document.published.first,
                top,
                foot,
                hidden,
                tone(field.colours, document.tone),
                (1.5, 4),
                f"{document.name} published",
            )
    return items
