"""One row drawn: its name, a line for each plan with its slip, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from explorer.drawing.scene import Item, Line, Mark, Text
from explorer.drawing.textbox import CAP, block, box, run
from explorer.layout.gaps import pieces_between
from explorer.layout.milestones.frame import NUMBER, Columns
from explorer.layout.milestones.marks import Field, outcome_marks, plan_marks, sign, tone
from explorer.layout.milestones.rows import PlanLine, Row

_LINE = 1.75  # distance of lines, in sizes of a label
_PAD = 0.75  # above and below the lines of a row


def row_items(field: Field, at: Columns, row: Row) -> tuple[list[Item], float]:
    placed, colours, label = field.page, field.colours, field.page.label
    width = placed.inner if placed.narrow else at.documents - at.names - 0.8 * label
    strong = Text(at.names, _PAD * label, "", placed.strong, bold=True, fill=colours.ink)
    name = block(row.title, strong, width)
    top = _PAD * label + name.height + 0.3 * label
    under = block(row.under, Text(at.names, top, "", placed.small, fill=colours.muted), width)
    items: list[Item] = [*name.items, *under.items]
    title_foot = _PAD * label + name.height + 0.3 * label + under.height
    y = (title_foot + 0.6 * label if placed.narrow else _PAD * label) + 0.5 * placed.strong
    first = next((h for h in row.happened if h.at), None)
    plans_top = y
    for line in row.lines:
        items += _plan_line(field, at, line, y, first)
        y += _LINE * label
    for happened in row.happened:
        items += _happened_head(field, at, y)
        items += outcome_marks(field, happened, y, row.id)
        if happened.dated:
            items = [*_thread(field, happened.at, plans_top, y, items), *items]
        y += _LINE * label
    height = max(y - 0.5 * _LINE * label + 0.6 * label, title_foot) + _PAD * label * 0.6
    return items, height


def _thread(field: Field, day: date, top: float, foot: float, items: Sequence[Item]) -> list[Item]:
    """A thin line that ties the plans of a row to what happened."""
    hidden = [box(item) for item in items if isinstance(item, Text)]
    x = field.axis.x(day)
    return [
        Line(x, start, x, end, stroke=field.outcome.edge, stroke_width=1, opacity=0.45)
        for start, end in pieces_between(x, top, foot, hidden)
    ]


def _plan_line(field: Field, at: Columns, line: PlanLine, y: float, happened) -> list[Item]:
    placed, colours = field.page, field.colours
    label, small = placed.label, placed.small
    base = y + CAP * small / 2
    muted = colours.planned.text if line.pending else colours.muted
    mark_x = at.documents + field.size / 2
    items: list[Item] = []
    colour = tone(colours, line.document.tone if line.document else 0)
    shape = line.document.sign if line.document else "ring"
    items.append(sign(field, shape, mark_x, y, colours.planned.edge if line.pending else colour))
    items.append(Text(at.documents + 1.4 * label, base, line.said, small, fill=muted))
    if line.misprint:
        struck = Text(field.axis.left, base, line.when, small, struck=True, fill=field.colours.ink)
        note = Text(0, 0, "misprint, not plotted", small, italic=True, fill=colours.muted)
        items += run((struck, note), gap=0.6)
    items += plan_marks(field, line, y, happened)
    return items + _slip(field, at, line, y)


def _slip(field: Field, at: Columns, line: PlanLine, y: float) -> list[Item]:
    placed, colours, label = field.page, field.colours, field.page.label
    if line.misprint:
        return []
    number, after = line.slip
    ink = colours.planned.text if line.pending else colours.ink
    size = NUMBER * label
    if number:
        base = y + CAP * size / 2 - 0.1 * size
        return list(
            run(
                (
                    Text(at.slips, base, number, size, bold=True, fill=ink),
                    Text(0, 0, after, label, fill=ink),
                )
            )
        )
    base = y + CAP * label / 2
    plain = line.outcome.verdict in ("unknown", "changed", "pending", "dropped")
    texts = [Text(at.slips, base, after, label, bold=not plain, italic=plain, fill=ink)]
    if line.aside:
        aside = Text(0, 0, line.aside, placed.small, fill=colours.muted)
        joined = run((texts[0], aside), gap=0.5)
        if box(joined[-1])[2] <= placed.right:
            return list(joined)
    return list(texts)


def _happened_head(field: Field, at: Columns, y: float) -> list[Item]:
    placed, small = field.page, field.page.small
    colour = field.outcome.edge
    return [
        Mark(at.documents + field.size / 2, y, field.size, "diamond", fill=colour),
        Text(
            at.documents + 1.4 * placed.label,
            y + CAP * small / 2,
            "What happened",
            small,
            bold=True,
            fill=field.colours.ink,
        ),
    ]
