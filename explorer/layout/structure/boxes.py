"""Bodies as boxes: a name, lines of words, and the bodies that stand inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.drawing.scene import Rect, Text
from explorer.drawing.textbox import block
from explorer.hierarchy import Node
from explorer.layout.parts import Part, columns, overlaid, stacked
from explorer.layout.structure.signs import Signs


@dataclass(frozen=True, slots=True)
class Box:
    """What a box says. `size` is that of its name in px, 0 the usual one."""

    node: Node
    lines: tuple[str, ...] = ()
    inside: tuple[Node, ...] = ()
    size: float = 0.0


def box(signs: Signs, said: Box, x: float, width: float, least: float = 0) -> Part:
    """The box at least `least` px high."""
    page, node = signs.page, said.node
    swatch = page.colours.of(node.body.kind, node.id)
    pad = 0.6 * page.label
    inner = width - 2 * pad
    size = said.size or page.strong
    like = Text(x + pad, 0, "", page.small, fill=swatch.text)
    lines = (block(line, like, inner) for line in said.lines)
    parts = [
        signs.name(node, x + pad, 0, inner, size, bold=True, fill=swatch.text),
        *(Part(line.items, line.height) for line in lines),
    ]
    if said.inside:
        parts.append(signs.names(said.inside, x + pad, 0, inner))
    words = stacked(parts, 0.48 * page.small)
    height = max(words.height + 2 * pad, least)
    frame = Rect(
        x,
        0,
        width,
        height,
        fill=swatch.fill,
        stroke=swatch.edge if swatch.edge != swatch.fill else "",
        stroke_width=1.5 * page.unit,
        key=node.id,
        title=signs.title(node),
    )
    return Part((frame,), height, {node.id: (x, 0.0, x + width, height)}, ((words, 0.0, pad),))


def boxes(signs: Signs, said: Sequence[Box], x: float, width: float, gap: float) -> Part:
    """Boxes in rows, of equal height within a row; `gap` is left above every row but the first."""
    page = signs.page
    grid = columns(x, width, 8.2 * page.label, 0.7 * page.label, len(said))
    rows = []
    for first in range(0, len(said), grid.count):
        row = said[first : first + grid.count]
        height = max(box(signs, one, 0, grid.width).height for one in row)
        rows.append(
            overlaid(box(signs, one, grid.x(i), grid.width, height) for i, one in enumerate(row))
        )
    return stacked(rows, gap)
