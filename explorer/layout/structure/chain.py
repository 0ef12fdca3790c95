"""The chain of command as columns, in them named rows, in these marks.

The first tier with several bodies heads the columns; a tier with one body above it is a box as
wide as the page. Columns are filled so that they end at much the same height.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from explorer.drawing.scene import Line
from explorer.drawing.textbox import measure
from explorer.hierarchy import Node
from explorer.layout.parts import NOTHING, Columns, Part, overlaid, stacked
from explorer.layout.structure.beside import listed_names
from explorer.layout.structure.boxes import Box, box
from explorer.layout.structure.signs import PITCH, Signs, tally
from explorer.layout.structure.spine import Spine
from explorer.layout.structure.words import below

Panel = Callable[[float, float], Part]
GAP = 1.6  # between columns, in sizes of a label: room for a line
_NARROW = 9.5  # least width of a column of names within a column, in sizes of small type
_INLINE = 3  # marks that may stand behind a name


def chain(signs: Signs, spine: Spine, x: float, width: float, gap: float, panel: Panel) -> Part:
    """The whole chain; `gap` is left above boxes for the lines that come from above.

    `panel` draws words for a free corner, and is drawn only if there is one.
    """
    alone, nodes = spine.columns
    parts = [box(signs, _said(signs, spine, node), x, width) for node in alone]
    if nodes:
        parts.append(_Grid(signs, spine, gap).part(nodes, x, width, panel))
    return stacked(parts, gap)


def _said(signs: Signs, spine: Spine, node: Node) -> Box:
    counts = below(signs.tiers.snapshot.registry, node.below, spine.order)
    return Box(node, (counts,) if counts else ())


class _Grid:
    """Columns of heads with what stands below each."""

    def __init__(self, signs: Signs, spine: Spine, gap: float) -> None:
        self.signs, self.spine, self.gap = signs, spine, gap
        label = signs.page.label
        self.space = GAP * label
        wide = spine.depth > 2 or spine.named or spine.opened
        self.least = (12.6 if wide else 9.4) * label

    def part(self, nodes: Sequence[Node], x: float, width: float, panel: Panel) -> Part:
        """The packing of least height; of equal ones that with the widest columns."""
        most = max(1, int((width + self.space) // (self.least + self.space)))
        counts = {min(most, len(nodes)), max(1, min(most, len(nodes)) - 1)}
        packings = [self._packed(nodes, x, width, count) for count in sorted(counts)]
        grid, stacks = min(packings, key=lambda found: round(_height(found[1], self.gap)))
        height = _height(stacks, self.gap)
        shortest = min(range(grid.count), key=lambda i: (_height(stacks[i : i + 1], self.gap), -i))
        words = panel(grid.x(shortest), grid.width)
        filled = [*stacks[shortest], words]
        if grid.count > 1 and _height([filled], self.gap) <= height:
            stacks[shortest] = filled
        return overlaid(stacked(parts, self.gap) for parts in stacks)

    def _packed(
        self, nodes: Sequence[Node], x: float, width: float, count: int
    ) -> tuple[Columns, list[list[Part]]]:
        """Each head with all below it goes to the column that is shortest so far."""
        grid = Columns(x, (width - (count - 1) * self.space) / count, self.space, count)
        stacks: list[list[Part]] = [[] for _ in range(count)]
        first = nodes[:count]
        tallest = max(self._head(node, 0, grid.width).height for node in first)
        for node in nodes:
            at = min(range(count), key=lambda i: (_height(stacks[i : i + 1], self.gap), i))
            least = 0 if stacks[at] else tallest
            stacks[at].append(self._column(node, grid.x(at), grid.width, least))
        return grid, stacks

    def _head(self, node: Node, x: float, width: float, least: float = 0) -> Part:
        return box(self.signs, _said(self.signs, self.spine, node), x, width, least)

    def _column(self, head: Node, x: float, width: float, least: float) -> Part:
        """A head, its leaves, then its named rows with theirs."""
        spine, label = self.spine, self.signs.page.label
        children = spine.children(head)
        leaves = [child for child in children if child.body.kind in spine.last_kinds]
        rows = [child for child in children if child.body.kind not in spine.last_kinds]
        opened = spine.named or head.id in spine.opened
        show = self._names if opened else self.signs.marks
        parts = [show(leaves, x, 0, width)] if leaves else []
        parts += [self._row(row, opened or row.id in spine.opened, x, width) for row in rows]
        body = stacked(parts, (1.1 if spine.opened else 0.75) * label)
        return stacked((self._head(head, x, width, least), body), 0.9 * label)

    def _names(self, nodes: Sequence[Node], x: float, y: float, width: float) -> Part:
        """Names below each other; of a body that was opened as many as fit beside each other."""
        if self.spine.named:
            return self.signs.names(nodes, x, y, width)
        return listed_names(self.signs, nodes, x, width, _NARROW).moved(0, y)

    def _row(self, node: Node, opened: bool, x: float, width: float) -> Part:
        """A body by name, what stands below it, and a rule that holds them together."""
        signs, page = self.signs, self.signs.page
        show = self._names if opened else signs.marks
        indent = 0.6 * page.label
        inner = width - indent
        name = signs.name(node, x + indent, 0, inner, page.label, bold=True)
        leaves = self.spine.children(node)
        last = name.own[-1]
        right = measure(last.text, last.size, bold=True, italic=last.italic)
        room = inner - right - 0.6 * page.label
        needed = len(leaves) * PITCH * page.label
        needed += measure(tally(leaves), page.label, bold=True) + 0.4 * page.label
        if leaves and not opened and len(leaves) <= _INLINE and needed < room:
            top = name.height - 1.02 * page.label
            at = x + indent + right + 0.4 * page.label
            marks = show(leaves, at, top - 0.15 * page.label, room)
            whole = Part((), name.height, inner=((name, 0.0, 0.0), (marks, 0.0, 0.0)))
        else:
            content = show(leaves, x + indent, 0, inner) if leaves else NOTHING
            whole = stacked((name, content), (0.55 if opened else 0.32) * page.label)
        rule = Line(x, 0, x, whole.height, stroke=page.colours.rule, stroke_width=1.6 * page.unit)
        return Part((rule,), whole.height, inner=((whole, 0.0, 0.0),))


def _height(stacks: Sequence[Sequence[Part]], gap: float) -> float:
    return max(sum(part.height for part in parts) + gap * (len(parts) - 1) for parts in stacks)
