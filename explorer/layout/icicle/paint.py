"""One box: its shape, its words, and all about it for the reader who points at it."""

from __future__ import annotations

from explorer.drawing.legibility import blend
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Rect, Text
from explorer.drawing.textbox import CAP, LEADING, block_height
from explorer.layout.icicle import words
from explorer.layout.icicle.boxes import Box
from explorer.layout.icicle.plan import LINE, Plan
from explorer.naming import LABEL
from explorer.snapshot import Snapshot

_PALE = 0.4  # of a colour, for a box of many


def box_items(
    page: Page,
    snapshot: Snapshot,
    plan: Plan,
    box: Box,
    place: tuple[float, float, float, float],
) -> list[Item]:
    left, top, width, height = place
    colours, unit = page.colours, page.unit
    one = box.nodes[0].body if box.named else None
    own = colours.of(box.kind, one.id if one else "")
    pale = not box.named and own.fill != colours.paper
    fill = blend(own.fill, colours.paper, _PALE) if pale else own.fill
    ink = own.text if box.named else colours.ink
    unsure = any(not node.body.certain for node in box.nodes)
    line, hair = 1.2 * unit, 1.5 * unit
    many = f"{box.nodes[0].parent or ''}/{box.kind}/{box.depth}"
    key = box.nodes[0].id if box.count == 1 else many
    shape = Rect(
        left + line / 2,
        top + line / 2,
        width - hair - line,
        height - hair - line,
        fill=fill,
        stroke=own.edge,
        stroke_width=line,
        dash=(4 * unit, 3 * unit) if unsure else (),
        key=key,
        title=words.title(snapshot, box),
    )
    lines = plan.lines(box, width)
    size = page.label
    # near the top of a high box, where the eye that comes from the left looks first
    middle = min(height, max(LINE * size, block_height(len(lines), size) + 0.75 * size)) / 2
    base = top + middle - block_height(len(lines), size) / 2 + CAP * size
    italic = bool(one and one.name_type == LABEL)
    texts = [
        Text(
            left + plan.pad(),
            base + number * LEADING * size,
            text,
            size,
            bold=plan.bold(box),
            italic=italic and not plan.bold(box),
            fill=ink,
        )
        for number, text in enumerate(lines)
    ]
    return [shape, *texts]
