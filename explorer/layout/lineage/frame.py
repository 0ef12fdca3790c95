"""The frame of a lineage: heads of eras, years, days of change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from explorer.drawing.geometry import Box
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Path, Rect, Text
from explorer.drawing.textbox import LEADING, box, measure
from explorer.layout.axis import TimeAxis, rows
from explorer.layout.kinds import kind_count, kind_groups
from explorer.layout.lineage.actors import FAINT, Cast
from explorer.look import MONTHS


def heads(cast: Cast, page: Page, axis: TimeAxis) -> tuple[list[Item], float]:
    """Kind, count and swatch where each kind begins: the legend and the numbers in one."""
    found: dict[str, list] = defaultdict(list)
    group_of = kind_groups(cast.registry, (actor.body.kind for actor in cast.actors))
    for actor in cast.actors:
        if actor.part != FAINT:
            found[group_of[actor.body.kind]].append(actor)
    size, unit = page.label, page.unit
    square = 12 * unit
    starts = sorted((min(a.start for a in group), kind) for kind, group in found.items())
    made, spans = [], []
    for start, kind in starts:
        group = found[kind]
        text = kind_count(cast.registry.kinds[kind], len(group))
        wide = square + 6 * unit + measure(text, size, bold=True)
        left = min(axis.x(start), page.right - wide)
        made.append((kind, group, text, max(page.left, left)))
        spans.append((max(page.left, left), max(page.left, left) + wide))
    step = size * LEADING + 3 * unit
    items: list[Item] = []
    row_of = rows(spans, 18 * unit)
    for (kind, group, text, left), row in zip(made, row_of, strict=True):
        swatch = page.colours.of(kind, group[0].id if len(group) == 1 else "")
        base = (row + 1) * step - 4 * unit
        items.append(
            Rect(
                left,
                base - square + unit,
                square,
                square,
                fill=swatch.fill,
                stroke=swatch.edge,
                stroke_width=1,
                dash=(3.0, 2.0) if swatch.dashed else (),
            )
        )
        items.append(
            Text(left + square + 6 * unit, base, text, size, bold=True, fill=page.colours.ink)
        )
    return items, (max(row_of, default=-1) + 1) * step


def years(page: Page, axis: TimeAxis, top: float, foot: float, covers: Sequence[Box]) -> list[Item]:
    """Years at the head with faint lines down to the foot, open where `covers` lie."""
    size = page.small
    items: list[Item] = []
    for year in axis.years(measure("2000", size) * 1.55):
        x = axis.x(date(year, 1, 1))
        style = {"stroke": page.colours.rule, "stroke_width": 1, "opacity": 0.55}
        items += upright(x, top + size * 1.3, foot, covers, **style)
        label = Text(x, top + size, str(year), size, fill=page.colours.muted, anchor="middle")
        left, _, right, _ = box(label)
        if left >= 2 and right <= page.width - 2:
            items.append(label)
    return items


def upright(x: float, top: float, foot: float, covers: Sequence[Box], **paint) -> list[Item]:
    """A vertical line, open where boxes lie over it; nothing where they hide it all."""
    y, steps = top, []
    for box_top, box_foot in sorted((b[1], b[3]) for b in covers if b[0] < x < b[2]):
        if box_top > y and y < foot:
            steps += [("M", x, y), ("L", x, min(box_top, foot))]
        y = max(y, box_foot)
    if y < foot:
        steps += [("M", x, y), ("L", x, foot)]
    return [Path(tuple(steps), **paint)] if steps else []


def changes(
    page: Page,
    axis: TimeAxis,
    days: Iterable[date],
    top: float,
    foot: float,
    covers: Sequence[Box],
) -> tuple[list[Item], float]:
    """Dotted lines on the days of change, named at the foot; also the height of the names."""
    size, items = page.small, []
    marks = []
    for day in sorted(set(days)):
        x = axis.x(day)
        text = f"{MONTHS[day.month - 1]} {day.year}"
        wide = measure(text, size)
        centre = min(max(x, page.left + wide / 2), page.right - wide / 2)
        marks.append((x, centre, text, wide))
    step = size * LEADING + 2
    row_of = rows([(c - w / 2, c + w / 2) for _, c, _, w in marks], 8 * page.unit)
    for (x, centre, text, _), row in zip(marks, row_of, strict=True):
        base = foot + size * 1.15 + row * step
        style = {"stroke": page.colours.faint, "stroke_width": 1.1, "dash": (1.5, 3.0)}
        items += upright(x, top, base - size * 0.95, covers, **style)
        items.append(
            Text(
                centre,
                base,
                text,
                size,
                fill=page.colours.ink,
                anchor="middle",
                plate=page.colours.paper,
            )
        )
    return items, (max(row_of, default=-1) + 1) * step + size * 0.3
