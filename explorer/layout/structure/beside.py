"""What stands beside the chain of command: by region where there are many, else side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.days.tier_rows import Row
from explorer.days.tiers import HIGHEST_LEVEL_BELOW, Tiers
from explorer.drawing.scene import Text
from explorer.drawing.textbox import CAP, block, measure
from explorer.hierarchy import Node
from explorer.layout.parts import NOTHING, Part, columns, overlaid, stacked
from explorer.layout.structure.signs import PITCH, Signs, tally
from explorer.layout.structure.spine import FEW, Spine
from explorer.layout.structure.words import (
    NO_REGION,
    heading,
    relation,
    singular,
    unlinked,
)
from explorer.look import listed

WALES = "Wales"  # told in the notes: the drawing is of England
MANY = 60  # bodies from which on they are shown by region
_LINES = 3  # of marks in the block of a region


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies of one kind beside the chain, with the words about them."""

    kind: str
    tier: str
    heading: str
    words: str
    nodes: tuple[Node, ...]
    unplaced: bool  # of a tier of the chain, but without a link upwards on the day

    @property
    def many(self) -> bool:
        return len(self.nodes) > MANY


def groups(spine: Spine) -> tuple[Group, ...]:
    """Everything that is neither national nor in the chain, in order of tier and kind.

    A row of committees, one for each body of another row, is told in words at that row.
    """
    tiers = spine.tiers
    kinds = tiers.snapshot.registry
    rows = [
        row for row in tiers.ladder if row.level >= HIGHEST_LEVEL_BELOW and row not in spine.rows
    ]
    rows += tiers.outside
    committees = {row.kind: host for row in rows if (host := _host(tiers, row, rows))}
    found = []
    for row, nodes in (*spine.unplaced, *((row, row.nodes) for row in rows)):
        shown = _in_england(tiers, nodes)
        if row.kind in committees or not shown:
            continue
        apart = row in spine.rows
        words = [unlinked(tiers.snapshot) if apart else relation(tiers, row)]
        words += [
            f"{'each ' if len(shown) > 1 else ''}with a {singular(kinds, kind)}"
            for kind, host in committees.items()
            if host == row.kind and len(tiers.row(kind).nodes) == len(shown)
        ]
        more = "more " if apart else ""
        title = heading(kinds, row.kind, len(shown)).replace(" ", f" {more}", 1)
        words = "; ".join(filter(None, words))
        found.append(Group(row.kind, row.tier, title, words, shown, apart))
    return tuple(found)


def _host(tiers: Tiers, row: Row, rows: Sequence[Row]) -> str | None:
    """The kind whose bodies each have one of this row as their committee."""
    if row.relation != "committee_of" or len(row.parents) != row.count:
        return None
    kinds = {tiers.nodes[name].body.kind for name in row.parents}
    return next((other.kind for other in rows if kinds <= set(other.kinds)), None)


def _in_england(tiers: Tiers, nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Without Welsh bodies, unless Wales was asked for."""
    if tiers.snapshot.region == WALES or tiers.snapshot.under:
        return tuple(nodes)
    return tuple(node for node in nodes if node.body.organisation.region != WALES)


def by_region(signs: Signs, nodes: Iterable[Node], x: float, width: float) -> Part:
    """A block of marks for each region, in lines as wide as the page allows."""
    page = signs.page
    blocks = [_block(signs, region, group) for region, group in _regions(nodes)]
    lines: list[list[Part]] = []
    gap, at = 1.5 * page.label, 0.0
    for part, wide in blocks:
        if not lines or at + wide > width:
            lines.append([])
            at = 0.0
        lines[-1].append(part.moved(x + at, 0))
        at += wide + gap
    return stacked((overlaid(line) for line in lines), page.label)


def _regions(nodes: Iterable[Node]) -> list[tuple[str, list[Node]]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        found[node.body.organisation.region].append(node)
    return sorted(found.items(), key=lambda item: (not item[0], item[0]))


def _block(signs: Signs, region: str, nodes: Sequence[Node]) -> tuple[Part, float]:
    """The block at x = 0, and its width."""
    page = signs.page
    words = region or NO_REGION
    head = Text(0, CAP * page.small, words, page.small, fill=page.colours.ink)
    pitch = PITCH * page.label
    per_line = -(-len(nodes) // _LINES)
    number = measure(tally(nodes), page.label, bold=True) + 0.6 * page.label
    wide = per_line * pitch + number
    marks = signs.marks(nodes, 0, 1.25 * page.small, wide)
    return Part((head, *marks.own), marks.height), max(wide, measure(words, page.small))


def listed_names(
    signs: Signs, nodes: Sequence[Node], x: float, width: float, least: float = 13
) -> Part:
    """Names with their marks in columns, in the order of the alphabet, read downwards. `least` is
    the least width of a column in sizes of small type."""
    page = signs.page
    nodes = sorted(nodes, key=lambda node: (signs.short(node), node.id))
    grid = columns(x, width, least * page.small, page.label, len(nodes))
    deep = -(-len(nodes) // grid.count)
    return overlaid(
        signs.names(nodes[i * deep : (i + 1) * deep], grid.x(i), 0, grid.width)
        for i in range(grid.count)
    )


def told(signs: Signs, nodes: Iterable[Node], x: float, width: float) -> Part:
    """Schemes, which are no bodies: their names without marks."""
    page = signs.page
    words = listed(node.body.name for node in nodes)
    text = block(words, Text(x, 0, "", page.small, fill=page.colours.ink), width)
    return Part(text.items, text.height)


def cells(signs: Signs, found: Sequence[Group], x: float, width: float, named: bool) -> Part:
    """Groups side by side, each with its heading, its bodies and its words."""
    page = signs.page
    if not found:
        return NOTHING
    grid = columns(x, width, 15 * page.label, 1.4 * page.label, len(found))
    rows = [found[i : i + grid.count] for i in range(0, len(found), grid.count)]
    return stacked(
        (
            overlaid(
                _cell(signs, group, grid.x(i), grid.width, named) for i, group in enumerate(row)
            )
            for row in rows
        ),
        1.3 * page.label,
    )


def _cell(signs: Signs, group: Group, x: float, width: float, named: bool) -> Part:
    page = signs.page
    head = block(group.heading, Text(x, 0, "", page.label, bold=True, fill=page.colours.ink), width)
    note = block(group.words, Text(x, 0, "", page.small, fill=page.colours.muted), width)
    show = signs.names if named and len(group.nodes) <= FEW else signs.marks
    parts = (
        Part(head.items, head.height),
        show(group.nodes, x, 0, width),
        Part(note.items, note.height),
    )
    return stacked(parts, 0.7 * page.label)
