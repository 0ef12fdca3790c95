"""Round the rows: dates of change at the head, groups, years, and the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from explorer.holder_names import HolderName
from explorer.layout.legend import Entry, legend
from explorer.layout.parts import Part
from explorer.layout.responsibilities import form
from explorer.layout.responsibilities.lanes import Bar
from explorer.layout.responsibilities.stage import Stage
from explorer.layout.responsibilities.words import role_in_the_key
from explorer.look import MONTHS, lower_first, upper_first
from explorer.page import Page
from explorer.responsibilities import ROLES
from explorer.scene import Item, Line, Rect, Text
from explorer.textbox import measure


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


def key_of_forms(stage: Stage) -> Part:
    page = stage.page
    return legend(page, form_entries(stage), page.left, page.right)


def form_entries(stage: Stage) -> list[Entry]:
    """Samples of the roles and signs that are on view, and of no others."""
    courses, page, unit = stage.courses, stage.page, stage.unit
    bars = courses.tenures
    roles = {tenure.role for tenure in bars}
    ordered = [role for role in ROLES if role in roles] + sorted(roles - set(ROLES))
    entries = [_sample(page, role, role_in_the_key(role)) for role in ordered]
    if any(tenure.in_part for tenure in bars):
        entries.append(_sample(page, "shared", "dashed: part of England only", in_part=True))
    if any(not tenure.named for tenure in bars):
        words = "pale: only a general role in the source"
        entries.append(_sample(page, "responsible", words, named=False, italic=True))
    if any(tenure.start_doubt or tenure.end_doubt for tenure in bars):
        entries.append(_sample(page, "responsible", "faded: day not known", faded=True))
    if any(course.gaps for course in courses.all):
        entries.append(Entry("gap in the record", "", True, 34 * unit, _gap_sample(page)))
    return entries


_SAMPLE = HolderName("kind", "", "", "", "health_authority", "")


def _sample(
    page: Page,
    role: str,
    words: str,
    *,
    named: bool = True,
    in_part: bool = False,
    faded: bool = False,
    italic: bool = False,
) -> Entry:
    width, half = 34 * page.unit, 8 * page.unit
    look = form.look(page, _SAMPLE, role, named=named, in_part=in_part)
    fade = form.Fade(left=0.7 * width) if faded else form.Fade()

    def paint(left: float, middle: float) -> list[Item]:
        return form.bar(page, role, look, (left, middle - half, left + width, middle + half), fade)

    return Entry(words, "", italic, width, paint)


def _gap_sample(page: Page):
    def paint(left: float, middle: float) -> list[Item]:
        half = 8 * page.unit
        return [Rect(left, middle - half, 34 * page.unit, 2 * half, fill=page.colours.panel)]

    return paint


def key_of_names(stage: Stage, bars: Iterable[Bar]) -> Part:
    """The short names that stand in bars, with the whole ones."""
    page, unit = stage.page, stage.unit
    short = {bar.label.name: bar.tenure.holder for bar in bars if bar.label and bar.label.short}
    entries = []
    for name in sorted(short, key=str.casefold):
        holder = short[name]
        own = form.swatch(page, holder)
        entries.append(
            Entry(
                lower_first(holder.text) if holder.many else holder.text,
                name,
                False,
                14 * unit,
                _dot(page, own.fill, own.edge),
            )
        )
    return legend(page, entries, page.left, page.right)


def _dot(page: Page, fill: str, edge: str):
    def paint(left: float, middle: float) -> list[Item]:
        size = 12 * page.unit
        return [Rect(left, middle - size / 2, size, size, fill=fill, stroke=edge, stroke_width=1.2)]

    return paint
