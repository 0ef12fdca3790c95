"""Bodies as nested boxes: one each, or one for all of a kind where names have no room.

A kind is opened as a whole at each depth: either all its bodies there are named or none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from explorer.hierarchy import Node

Level = tuple[int, str]  # depth from 0, kind


@dataclass(frozen=True, slots=True)
class Box:
    """One body by name, or all of one kind under one parent by number: then what stands below them
    stands below all of them together."""

    kind: str
    nodes: tuple[Node, ...]
    depth: int
    children: tuple[Box, ...]
    named: bool

    @property
    def count(self) -> int:
        """Bodies of the box itself."""
        return len(self.nodes)

    @property
    def inside(self) -> int:
        """Bodies of the box and of all boxes at its right."""
        return self.count + sum(child.inside for child in self.children)

    @property
    def relation(self) -> str | None:
        """How most of its bodies stand to the box at the left."""
        found = Counter(node.relation for node in self.nodes if node.relation)
        return found.most_common(1)[0][0] if found else None


def boxes(
    forest: Sequence[Node],
    cost: Callable[[tuple[Box, ...]], float],
    room: float,
    asked: frozenset[str] = frozenset(),
) -> tuple[Box, ...]:
    """The forest as boxes, with as many kinds opened as `room` allows by `cost`; and then, however
    much room it takes, with all that stands below the bodies `asked` for.

    Kinds that have others below them are tried first, from the left; then those with the fewest
    bodies.
    """
    opened: frozenset[Level] = frozenset()
    best = _nested(forest, 0, opened)
    tally = Counter(level for level, _ in _levels(forest, 0))
    carrying = {level for level, node in _levels(forest, 0) if node.children}
    for level, _ in sorted(
        tally.items(),
        key=lambda item: (
            item[0] not in carrying,
            item[0][0] if item[0] in carrying else 0,
            item[1],
            item[0],
        ),
    ):
        tried = _nested(forest, 0, opened | {level})
        if cost(tried) <= room:
            opened, best = opened | {level}, tried
    return _nested(forest, 0, opened, asked) if asked else best


def loose(nodes: Sequence[Node], cells: int) -> tuple[Box, ...]:
    """Bodies without a link, in as many boxes as `cells` allows: small kinds are named first."""
    groups: dict[str, list[Node]] = {}
    for node in nodes:
        groups.setdefault(node.body.kind, []).append(node)
    used, opened = len(groups), set()
    for kind, members in sorted(groups.items(), key=lambda item: (len(item[1]), item[0])):
        if used - 1 + len(members) <= cells:
            used += len(members) - 1
            opened.add((0, kind))
    return _nested(nodes, 0, frozenset(opened))


def walk(found: Iterable[Box]) -> Iterator[Box]:
    """Every box, each before those at its right."""
    for box in found:
        yield box
        yield from walk(box.children)


def _levels(nodes: Iterable[Node], depth: int) -> Iterator[tuple[Level, Node]]:
    for node in nodes:
        yield (depth, node.body.kind), node
        yield from _levels(node.children, depth + 1)


def _nested(
    nodes: Sequence[Node],
    depth: int,
    opened: frozenset[Level],
    asked: frozenset[str] = frozenset(),
    *,
    named: bool = True,
    below: bool = False,
) -> tuple[Box, ...]:
    """`named` is False below a box of many: nothing there stands alone. `below`: under a body that
    was asked for everything does."""
    groups: dict[str, list[Node]] = {}
    for node in nodes:
        groups.setdefault(node.body.kind, []).append(node)
    found: list[Box] = []
    for kind, members in groups.items():
        alone = named and (below or (depth, kind) in opened)
        for part in [(node,) for node in members] if alone else [tuple(members)]:
            children = [child for node in part for child in node.children]
            at_right = _nested(
                children,
                depth + 1,
                opened,
                asked,
                named=alone,
                below=below or (alone and part[0].id in asked),
            )
            found.append(Box(kind, part, depth, at_right, alone))
    return tuple(found)
