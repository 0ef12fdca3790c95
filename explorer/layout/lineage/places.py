"""Heights on the page: each bar level with what it came from and passes to, none too close.

A `Slab` is a bar or a stub with the room its label takes. Everything is fixed but the y of its top.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from explorer.drawing.geometry import Box
from explorer.layout.spread import Gap, settle

_PASSES = 24


@dataclass(frozen=True, slots=True)
class Slab:
    """`boxes` are (left, top, right, bottom) with the top of the bar at 0: the bar first, then
    its labels."""

    id: str
    boxes: tuple[Box, ...]

    @property
    def height(self) -> float:
        return self.boxes[0][3]


@dataclass(frozen=True, slots=True)
class Tie:
    """A band; its ports are the middles of its ends, below the tops of the bars."""

    start: str
    end: str
    start_port: float
    end_port: float
    weight: float


def settled(
    slabs: Sequence[Slab],
    ties: Sequence[Tie],
    first: Mapping[str, float],
    space: float,
    label_space: float,
) -> dict[str, float]:
    """The y of every top, 0 or more. `slabs` come from top to bottom; `first` are the heights to
    begin with; `space` lies between bars, `label_space` between anything and a label."""
    number = {slab.id: i for i, slab in enumerate(slabs)}
    gaps = _gaps(slabs, space, label_space)
    near: dict[int, list[tuple[int, float, float]]] = defaultdict(list)
    for tie in ties:
        a, b = number[tie.start], number[tie.end]
        shift = tie.start_port - tie.end_port
        near[a].append((b, -shift, tie.weight))
        near[b].append((a, shift, tie.weight))
    tops = list(settle([first[slab.id] for slab in slabs], gaps))
    weights = [max(1e-3, sum(w for _, _, w in near[i])) for i in range(len(slabs))]
    for step in range(_PASSES):
        wanted = []
        for i, top in enumerate(tops):
            pull = sum(w for _, _, w in near[i])
            mean = sum((tops[j] + s) * w for j, s, w in near[i]) / pull if pull else top
            wanted.append(top + (mean - top) * 0.7)
        tops = list(settle(wanted, gaps, weights))
        tops = _closed_up(slabs, tops, gaps) if step % 6 == 5 else tops
    tops = _closed_up(slabs, tops, gaps)
    least = min((top + box[1] for slab, top in zip(slabs, tops, strict=True) for box in slab.boxes))
    return {slab.id: top - least for slab, top in zip(slabs, tops, strict=True)}


def _gaps(slabs: Sequence[Slab], space: float, label_space: float) -> list[Gap]:
    """Who must stand above whom, by how much; what follows from other gaps is left out."""
    count = len(slabs)
    reach: list[dict[int, float]] = [{} for _ in range(count)]
    found = []
    for i in range(count - 1, -1, -1):
        kept: list[tuple[int, float]] = []
        for j in range(i + 1, count):
            distance = _distance(slabs[i], slabs[j], space, label_space)
            through = max((d + reach[k].get(j, -1e9) for k, d in kept), default=-1e9)
            if distance is not None and distance > through:
                kept.append((j, distance))
                through = distance
            if through > -1e8:
                reach[i][j] = through
        found += [Gap(i, j, distance) for j, distance in kept]
    return found


def _distance(upper: Slab, lower: Slab, space: float, label_space: float) -> float | None:
    least = None
    for a, one in enumerate(upper.boxes):
        for b, other in enumerate(lower.boxes):
            if one[0] < other[2] - 0.5 and other[0] < one[2] - 0.5:
                between = space if a == b == 0 else label_space
                least = max(least or -1e9, one[3] - other[1] + between)
    return least


def _closed_up(slabs: Sequence[Slab], tops: list[float], gaps: Sequence[Gap]) -> list[float]:
    """The same heights without stripes in which nothing stands, but for the space gaps ask for."""
    extents = []
    for slab, top in zip(slabs, tops, strict=True):
        extents.append(
            (top + min(b[1] for b in slab.boxes), top + max(b[3] for b in slab.boxes), slab.id)
        )
    order = sorted(range(len(slabs)), key=lambda i: (extents[i][0], extents[i][2]))
    shift, bottom = 0.0, None
    moved = list(tops)
    widest = 14.0
    for i in order:
        top, foot, _ = extents[i]
        if bottom is not None and top - bottom > widest:
            shift += top - bottom - widest
        bottom = foot if bottom is None else max(bottom, foot)
        moved[i] = tops[i] - shift
    return moved
