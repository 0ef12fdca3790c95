"""Placing things on a line: each as near as it can be to where it wants to stand, none too close.

Isotonic regression under separation constraints. `push_apart` is the case of one column in a given
order (pool adjacent violators); `settle` takes any acyclic set of constraints and is the algorithm
VPSC of Dwyer, Marriott and Stuckey, "Fast node overlap removal" (Graph Drawing 2005).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

TOLERANCE = 1e-7


@dataclass(frozen=True, slots=True)
class Gap:
    """`place[below] - place[above]` must be at least `distance`."""

    above: int
    below: int
    distance: float


def push_apart(
    wanted: Sequence[float], distances: Sequence[float], weights: Sequence[float] | None = None
) -> tuple[float, ...]:
    """Places in the given order, `distances[i]` or more between item i and item i + 1.

    The sum of weighted squared moves from `wanted` is the least possible.
    """
    offsets = [0.0] if wanted else []
    for distance in distances:
        offsets.append(offsets[-1] + distance)
    pools: list[list[float]] = []  # weighted mean, weight, number of items
    for index, want in enumerate(wanted):
        pools.append([want - offsets[index], weights[index] if weights else 1.0, 1])
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            mean, weight, count = pools.pop()
            last = pools[-1]
            last[0] = (last[0] * last[1] + mean * weight) / (last[1] + weight)
            last[1] += weight
            last[2] += count
    level = [mean for mean, _, count in pools for _ in range(int(count))]
    return tuple(base + offset for base, offset in zip(level, offsets, strict=True))


class _Block:
    """Variables held together by constraints that are just met; a tree of active constraints."""

    __slots__ = ("members", "place")

    def __init__(self, members: list[int]) -> None:
        self.members = members
        self.place = 0.0


class _Solver:
    def __init__(self, wanted: Sequence[float], weights: Sequence[float], gaps: Sequence[Gap]):
        self.wanted, self.weights, self.gaps = list(wanted), list(weights), list(gaps)
        count = len(self.wanted)
        self.offset = [0.0] * count
        self.active: list[list[int]] = [
            [] for _ in range(count)
        ]  # active constraints at a variable
        self.block: list[_Block] = [_Block([index]) for index in range(count)]
        for index in range(count):
            self._settle_block(self.block[index])

    def place(self, index: int) -> float:
        return self.block[index].place + self.offset[index]

    def _settle_block(self, block: _Block) -> None:
        weight = sum(self.weights[i] for i in block.members)
        pull = sum(self.weights[i] * (self.wanted[i] - self.offset[i]) for i in block.members)
        block.place = pull / weight

    def _lack(self, gap: Gap) -> float:
        """How much closer the two stand than they may."""
        return gap.distance - (self.place(gap.below) - self.place(gap.above))

    def _merge(self, number: int) -> None:
        gap = self.gaps[number]
        kept, moved = self.block[gap.above], self.block[gap.below]
        shift = self.offset[gap.above] + gap.distance - self.offset[gap.below]
        for index in moved.members:
            self.offset[index] += shift
            self.block[index] = kept
        kept.members += moved.members
        self.active[gap.above].append(number)
        self.active[gap.below].append(number)
        self._settle_block(kept)

    def _multipliers(self, block: _Block) -> dict[int, float]:
        """The pull that each active constraint of the block transmits: negative = not needed."""
        order: list[tuple[int, int]] = []  # variable, constraint towards its parent in the tree
        todo, seen = [(block.members[0], -1)], {block.members[0]}
        while todo:
            index, by = todo.pop()
            order.append((index, by))
            for number in self.active[index]:
                gap = self.gaps[number]
                other = gap.below if gap.above == index else gap.above
                if other not in seen:
                    seen.add(other)
                    todo.append((other, number))
        pull = {i: self.weights[i] * (self.place(i) - self.wanted[i]) for i in block.members}
        found: dict[int, float] = {}
        for index, by in reversed(order):
            if by < 0:
                continue
            gap = self.gaps[by]
            parent = gap.above if gap.below == index else gap.below
            found[by] = pull[index] if gap.below == index else -pull[index]
            pull[parent] += pull[index]
        return found

    def _split(self, number: int) -> None:
        gap = self.gaps[number]
        self.active[gap.above].remove(number)
        self.active[gap.below].remove(number)
        for start in (gap.above, gap.below):
            members, todo = [start], [start]
            seen = {start}
            while todo:
                index = todo.pop()
                for by in self.active[index]:
                    ends = (self.gaps[by].above, self.gaps[by].below)
                    other = ends[1] if ends[0] == index else ends[0]
                    if other not in seen:
                        seen.add(other)
                        members.append(other)
                        todo.append(other)
            block = _Block(sorted(members))
            for index in members:
                self.block[index] = block
            self._settle_block(block)

    def _path(self, start: int, end: int) -> list[tuple[int, bool]]:
        """Active constraints from start to end in one block, each with: walked downwards?"""
        todo: list[tuple[int, list[tuple[int, bool]]]] = [(start, [])]
        seen = {start}
        while todo:
            index, way = todo.pop()
            if index == end:
                return way
            for number in self.active[index]:
                gap = self.gaps[number]
                down = gap.above == index
                other = gap.below if down else gap.above
                if other not in seen:
                    seen.add(other)
                    todo.append((other, [*way, (number, down)]))
        raise AssertionError("two members of one block are not connected")

    def satisfy(self) -> None:
        """Merge across the worst violated constraint until there is none."""
        while self.gaps:
            lacks = [self._lack(gap) for gap in self.gaps]
            worst = max(lacks)
            if worst <= TOLERANCE:
                return
            number = lacks.index(worst)
            gap = self.gaps[number]
            if self.block[gap.above] is self.block[gap.below]:
                multipliers = self._multipliers(self.block[gap.above])
                # only a constraint walked downwards can give way to the new one
                loose = [by for by, down in self._path(gap.above, gap.below) if down]
                assert loose, "constraints that contradict each other"
                self._split(min(loose, key=lambda by: (multipliers[by], by)))
            self._merge(number)

    def relax(self) -> bool:
        """Let go the constraints that hold a block together against its wish; True if any did."""
        loosened = False
        for block in dict.fromkeys(self.block):
            found = self._multipliers(block)
            if found:
                number = min(found, key=lambda by: (found[by], by))
                if found[number] < -TOLERANCE:
                    self._split(number)
                    loosened = True
        return loosened


def settle(
    wanted: Sequence[float], gaps: Sequence[Gap], weights: Sequence[float] | None = None
) -> tuple[float, ...]:
    """Places that meet every gap and are nearest to `wanted` (weighted least squares).

    The gaps must not go round in a circle.
    """
    solver = _Solver(wanted, weights or [1.0] * len(wanted), gaps)
    solver.satisfy()
    for _ in range(4 * len(wanted) + 4):
        if not solver.relax():
            break
        solver.satisfy()
    return tuple(solver.place(index) for index in range(len(wanted)))
