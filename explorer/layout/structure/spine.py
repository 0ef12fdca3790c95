"""The chain of command below the national bodies, and which of its bodies stand where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from explorer.days.tier_rows import Row
from explorer.days.tiers import HIGHEST_LEVEL_BELOW, Tiers
from explorer.hierarchy import Node

FEW = 40  # bodies of the last tier that are named and not only marked
FEW_IN_COLUMNS = 110  # the same where they stand directly under the heads of columns
LOCAL, ARRANGEMENT = "local", "arrangement"
COMMANDING = ("regional", LOCAL)


@dataclass(frozen=True)
class Spine:
    """The tiers of the chain of command. `rows` go from the top down.

    The bodies below those `opened` (ids) are named, however many the last tier has.
    """

    tiers: Tiers
    opened: frozenset[str] = frozenset()

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.tiers.ladder if _commands(self.tiers, row))

    @cached_property
    def levels(self) -> tuple[tuple[Row, ...], ...]:
        numbers = sorted({row.level for row in self.rows})
        return tuple(tuple(row for row in self.rows if row.level == n) for n in numbers)

    @cached_property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind for row in self.rows for kind in row.kinds)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The kinds of the chain, from the top down."""
        return tuple(dict.fromkeys(kind for row in self.rows for kind in row.kinds))

    @cached_property
    def last_kinds(self) -> frozenset[str]:
        return frozenset(kind for row in self.levels[-1] for kind in row.kinds)

    @property
    def heads(self) -> tuple[Node, ...]:
        return tuple(node for row in self.levels[0] for node in row.nodes) if self.levels else ()

    @property
    def boxed(self) -> bool:
        """Whether the last tier, too, stands as boxes: one body, or several under one."""
        return all(sum(row.count for row in level) == 1 for level in self.levels[:-1])

    @cached_property
    def unplaced(self) -> tuple[tuple[Row, tuple[Node, ...]], ...]:
        """Bodies of lower tiers for which the record has no link upwards on the day."""
        lower = (row for level in self.levels[1:] for row in level)
        found = ((row, tuple(n for n in row.nodes if not n.parent)) for row in lower)
        return tuple((row, nodes) for row, nodes in found if nodes)

    @property
    def local(self) -> tuple[Row, ...]:
        """The lowest tier of bodies in their own right: boards, not the places inside them."""
        rows = [level for level in self.levels if any(row.tier != ARRANGEMENT for row in level)]
        return rows[-1] if rows else ()

    @property
    def over(self) -> tuple[Row, ...]:
        """The tier that the local one is told to stand under: the next above it whose bodies exist
        in law, else the topmost, since offices are only somebody's hands."""
        kinds = self.tiers.snapshot.registry.kinds
        above = self.levels[: self.levels.index(self.local)] if self.local else ()
        lawful = [level for level in above if kinds[level[0].kind].statutory == "yes"]
        return lawful[-1] if lawful else above[0] if above else ()

    def children(self, node: Node) -> tuple[Node, ...]:
        """Bodies directly under this one, in order of kind, then as in the record of the day."""
        found = [child for child in node.children if child.body.kind in self.kinds]
        return tuple(sorted(found, key=lambda child: self.order.index(child.body.kind)))

    @cached_property
    def columns(self) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """The bodies that stand alone in their tier, from the top down, and those of the first tier
        below them with several: the heads of columns."""
        alone, nodes = [], self.heads
        while len(nodes) == 1 and len(alone) < len(self.levels) - 1:
            alone.append(nodes[0])
            nodes = self.children(nodes[0])
        return tuple(alone), nodes

    @cached_property
    def depth(self) -> int:
        """The number of tiers from the columns down."""
        return len(self.levels) - len(self.columns[0])

    @cached_property
    def named(self) -> bool:
        """Whether all the last tier is named."""
        count = sum(row.count for row in self.levels[-1])
        return count <= (FEW_IN_COLUMNS if self.depth == 2 else FEW)

    @cached_property
    def folded(self) -> tuple[Node, ...]:
        """Bodies below which others are marked and counted, not named, unless they are opened."""
        if self.depth < 2 or self.named:
            return ()
        found = []
        for head in self.columns[1]:
            rows = [row for row in self.children(head) if self.children(row)]
            found += [head, *rows] if self.children(head) else rows
        return tuple(found)


def _commands(tiers: Tiers, row: Row) -> bool:
    """Partnerships report upwards and command nobody: they stand beside the chain."""
    if row.level is None or row.level < HIGHEST_LEVEL_BELOW:
        return False
    if row.tier != ARRANGEMENT:
        return True
    kinds = tiers.snapshot.registry.kinds
    return any(kinds[tiers.nodes[name].body.kind].tier == LOCAL for name in row.parents)
