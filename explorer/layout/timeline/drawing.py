"""The whole timeline as a scene: lanes of events above, lanes of bodies below, one axis."""

from __future__ import annotations

from datetime import date

from explorer.drawing.geometry import Box, shifted
from explorer.drawing.page import framed, page
from explorer.drawing.scene import Item, Line, Scene, Text
from explorer.drawing.textbox import box, measure
from explorer.layout.gaps import pieces_between
from explorer.layout.timeline import words
from explorer.layout.timeline.bands import band_lane
from explorer.layout.timeline.bars import bar_lane
from explorer.layout.timeline.events import policy_lane, reform_lane
from explorer.layout.timeline.notes import notes as reading_notes
from explorer.layout.timeline.stage import Stage, padded, stage
from explorer.look import day_words, source_line
from explorer.policy.lanes import BARS
from explorer.timeline import Timeline

_BETWEEN = 1.5  # between lanes, in sizes of a label


def timeline_scene(
    timeline: Timeline,
    first_year: int | None = None,
    last_year: int | None = None,
    *,
    width: float = 1200,
    theme: str = "light",
    headline: str | None = None,
    standfirst: str | None = None,
    notes: tuple[str, ...] | None = None,
) -> Scene:
    """The years from `first_year` to `last_year`, both whole; the closer, the more is shown.
    Without years those of the whole record."""
    edition = timeline.registry.edition
    first = first_year or edition.first_day.year
    last = last_year or edition.last_day.year
    placed = stage(timeline, page(width, theme), first, last)
    items, height = _body(placed)
    return framed(
        placed.page,
        "timeline",
        items,
        height,
        headline=headline or words.headline(placed),
        standfirst=standfirst or words.standfirst(placed),
        notes=notes if notes is not None else reading_notes(placed, items),
        source_line=source_line(edition),
        alt=words.alt(placed),
        description=words.description(placed),
    )


def _body(placed: Stage) -> tuple[list[Item], float]:
    label = placed.page.label
    reforms = reform_lane(placed)
    parts = [policy_lane(placed), reforms.part]
    for lane in placed.timeline.lanes:
        parts.append(bar_lane(placed, lane) if lane.form == BARS else band_lane(placed, lane))
    y, items, solid = 0.0, [], []
    from_y = 0.0
    for part in parts:
        if not part.height:
            continue
        items += [shifted(item, 0, y) for item in part.items]
        solid += [(left, top + y, right, bottom + y) for left, top, right, bottom in part.solid]
        y += part.height
        if part is reforms.part:
            from_y = y - 0.8 * label
        y += (0.4 if part in parts[:2] else _BETWEEN) * label
    foot = y
    axis, height = axis_lane(placed, foot)
    lines = stems(placed, reforms.days, from_y, foot, solid, [*items, *axis])
    return [*lines, *items, *axis], foot + height


def stems(
    placed: Stage,
    days: tuple[tuple[date, str, bool], ...],
    top: float,
    foot: float,
    solid: list[Box],
    items: list[Item],
) -> list[Item]:
    """The stems of reforms, broken where a bar, a band or a word stands in their way."""
    label, found = placed.page.label, []
    hidden = [
        *solid,
        *(padded(box(item), 0.18 * label) for item in items if isinstance(item, Text)),
    ]
    for day, named, planned in days:
        x = placed.axis.x(day)
        for start, end in pieces_between(x, top, foot, hidden):
            found.append(
                Line(
                    x,
                    start,
                    x,
                    end,
                    stroke=placed.colours.planned.edge if planned else placed.colours.rule,
                    stroke_width=1,
                    dash=(3, 3) if planned else (),
                    key=f"day:{day.isoformat()}",
                    title=named,
                )
            )
    return found


def axis_lane(placed: Stage, y: float) -> tuple[list[Item], float]:
    """Years along the foot; what is after the record's last evidence is said."""
    page, label, colours = placed.page, placed.page.label, placed.colours
    axis = placed.axis
    items: list[Item] = [Line(axis.left, y, axis.right, y, stroke=colours.faint, stroke_width=1)]
    width = measure("2000", label)
    for year in axis.years(width + 1.4 * label):
        x = axis.x(date(year, 1, 1))
        if x + width / 2 <= page.right and x - width / 2 >= page.left:
            items.append(Line(x, y, x, y + 0.4 * label, stroke=colours.faint, stroke_width=1))
            items.append(
                Text(
                    x,
                    y + 1.45 * label,
                    str(year),
                    label,
                    anchor="middle",
                    fill=colours.muted,
                    key=f"day:{year}-01-01",
                    title=f"1 January {year}",
                )
            )
    height = 1.8 * label
    known = day_words(placed.timeline.registry.edition.as_known_on)
    words = f"after {known}: plans only"
    x = placed.ahead
    if page.right - x > measure(words, page.small, italic=True) + label:
        height += 1.3 * label
        items.append(Line(x, y - 0.3 * label, x, y + height, stroke=colours.faint, stroke_width=1))
        at = y + height - 0.2 * label
        items.append(Text(x + 0.3 * label, at, words, page.small, italic=True, fill=colours.muted))
    return items, height
