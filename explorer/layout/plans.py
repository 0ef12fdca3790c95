"""Plans and outcomes: what successive documents said of a milestone, when it came, and the slip."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.drawing.geometry import Box, shifted
from explorer.drawing.page import Page, framed, page
from explorer.drawing.scene import Item, Line, Scene, Text
from explorer.drawing.textbox import box
from explorer.layout.milestones import words
from explorer.layout.milestones.agenda import WHITE_PAPER_2010, Agenda, agenda_of
from explorer.layout.milestones.frame import (
    axis_of,
    columns,
    grid,
    head,
    legend,
    publications,
    upright,
)
from explorer.layout.milestones.marks import Field
from explorer.layout.milestones.row_items import row_items
from explorer.layout.milestones.rows import Row, rows
from explorer.look import source_line
from explorer.model import Registry
from explorer.plans import Milestone


def plans_scene(
    registry: Registry,
    milestones: Iterable[Milestone],
    agenda: Agenda | None = None,
    *,
    width: float = 1200,
    theme: str = "light",
    headline: str | None = None,
    standfirst: str | None = None,
    notes: tuple[str, ...] | None = None,
) -> Scene:
    """The milestones of an agenda; all that are given, without one.

    `WHITE_PAPER_2010` is the agenda of the reform of 2013.
    """
    found = tuple(milestones)
    chosen = agenda or agenda_of(registry, found)
    shown = rows(registry, found, chosen)
    placed = page(width, theme)
    items, height = _body(registry, placed, shown, chosen)
    return framed(
        placed,
        "plans",
        items,
        height,
        headline=headline or words.headline(shown, chosen),
        standfirst=standfirst or words.standfirst(shown),
        notes=notes if notes is not None else words.notes(shown, chosen),
        source_line=source_line(registry.edition),
        alt=words.alt(shown, chosen),
        description=words.description(shown),
    )


def _body(
    registry: Registry, placed: Page, shown: Sequence[Row], agenda: Agenda
) -> tuple[list[Item], float]:
    label = placed.label
    if not shown:
        return [], 0.0
    at = columns(placed, shown)
    field = Field(placed, axis_of(registry, shown, at))
    items, y = legend(field, agenda) if agenda.documents else ([], 0.0)
    over, y = head(field, at, y)
    items += over
    top = y
    known = registry.edition.as_known_on
    for row in shown:
        drawn, height = row_items(field, at, row)
        items += [shifted(item, 0, y) for item in drawn]
        items.append(
            Line(placed.left, y, placed.right, y, stroke=placed.colours.rule, stroke_width=1)
        )
        y += height
    items.append(Line(placed.left, y, placed.right, y, stroke=placed.colours.rule, stroke_width=1))
    hidden = [_padded(box(i), 0.15 * label) for i in items if isinstance(i, Text)]
    lines = grid(field, top, y, hidden)
    lines += publications(field, agenda, top, y, hidden)
    if field.axis.first < known < field.axis.last:
        lines += upright(field, known, top, y, hidden, placed.colours.faint, (2, 3), "known until")
    return [*lines, *items], y


def _padded(one: Box, by: float) -> Box:
    return (one[0] - by, one[1] - by, one[2] + by, one[3] + by)


__all__ = ["WHITE_PAPER_2010", "plans_scene"]
