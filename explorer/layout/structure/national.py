"""Government and the national bodies: boxes, and a list of those without a recorded link."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.days.tier_rows import Row
from explorer.drawing.scene import Rect, Text
from explorer.drawing.textbox import block
from explorer.hierarchy import Node
from explorer.layout.parts import NOTHING, Part, columns, overlaid, stacked
from explorer.layout.structure.boxes import Box, box, boxes
from explorer.layout.structure.signs import Signs
from explorer.layout.structure.words import brief, unlinked
from explorer.look import counted

_MAIN = 0.3  # share of the width of the body that leads the tiers below


def government(signs: Signs, row: Row, x: float, width: float) -> Part:
    return boxes(signs, [Box(node, _in_law(node)) for node in row.nodes], x, width, 0)


def national(
    signs: Signs, row: Row, x: float, width: float, gap: float, kinds: Sequence[str]
) -> Part:
    """The body that leads the tiers below stands as a large box at the left, bodies with a link to
    the government beside it, and below these the others, listed. `kinds` are those of the tiers."""
    page = signs.page
    space = 0.7 * page.label
    linked, inside, free = _sorted(row)
    leader = next((node for node in linked if _leads(row, node)), None)
    side = [Box(n, _in_law(n), tuple(inside.get(n.id, ()))) for n in linked if n is not leader]

    def others(left: float, wide: float) -> Part:
        number = counted(
            len(free), *(("more body", "more bodies") if linked else ("body", "bodies"))
        )
        listed = _listed(signs, free, number, left, wide)
        return stacked((boxes(signs, side, left, wide, gap), listed), space)

    if leader is None:
        return others(x, width)
    main = Box(
        leader,
        (*_in_law(leader), *_led(signs, leader, kinds)),
        tuple(inside.get(leader.id, ())),
        page.standfirst * 1.15,
    )
    if page.narrow or not (side or free):
        return stacked((others(x, width), box(signs, main, x, width)), gap)
    left_width = width * _MAIN
    right = others(x + left_width + space, width - left_width - space)
    return overlaid((box(signs, main, x, left_width, right.height), right))


def _sorted(row: Row) -> tuple[list[Node], dict[str, list[Node]], list[Node]]:
    """Bodies linked to the government, those inside another body of the row, and the rest."""
    ids = {node.id for node in row.nodes}
    linked, inside, free = [], {}, []
    for node in row.nodes:
        if node.parent in ids:
            inside.setdefault(node.parent, []).append(node)
        elif node.parent:
            linked.append(node)
        else:
            free.append(node)
    hosts = [node for node in free if node.id in inside or _leads(row, node)]
    return [*linked, *hosts], inside, [node for node in free if node not in hosts]


def _leads(row: Row, node: Node) -> bool:
    """Whether bodies of the tiers below stand under it."""
    return any(child.body.kind not in row.kinds for child in node.children)


def _led(signs: Signs, node: Node, kinds: Sequence[str]) -> tuple[str, ...]:
    """How many bodies of each tier stand below it, a line for each."""
    numbers = dict(node.below)
    registry = signs.tiers.snapshot.registry
    return tuple(brief(registry, kind, numbers[kind]) for kind in kinds if kind in numbers)


def _in_law(node: Node) -> tuple[str, ...]:
    legal = node.body.legal_name
    return (f"in law the {legal}",) if legal and legal != node.body.name else ()


def _listed(signs: Signs, nodes: Sequence[Node], number: str, x: float, width: float) -> Part:
    """A panel that lists bodies by name, with the words that no link is recorded."""
    if not nodes:
        return NOTHING
    page = signs.page
    pad = 0.7 * page.label
    inner = width - 2 * pad
    head = block(
        f"{number}: {unlinked(signs.tiers.snapshot)}",
        Text(x + pad, pad, "", page.small, fill=page.colours.muted),
        inner,
    )
    grid = columns(x + pad, inner, 14 * page.small, pad, len(nodes))
    deep = -(-len(nodes) // grid.count)
    top = pad + head.height + 0.8 * page.small
    lists = [
        signs.names(nodes[i * deep : (i + 1) * deep], grid.x(i), top, grid.width)
        for i in range(grid.count)
    ]
    height = max(part.height for part in lists) + pad
    frame = Rect(x, 0, width, height, fill=page.colours.panel)
    return Part((frame, *head.items), height, inner=tuple((part, 0.0, 0.0) for part in lists))
