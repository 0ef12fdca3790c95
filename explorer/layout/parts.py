"""Parts of a drawing, each drawn from y = 0 downwards, set below and beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from explorer.drawing.geometry import Box, shifted
from explorer.drawing.scene import Item


@dataclass(frozen=True, slots=True)
class Part:
    """Items with the height they take, and parts inside with the places they were moved to.

    `marked` gives the place of those bodies that stand as boxes, by id: lines between tiers start
    and end there. Items are moved once, when the whole is read.
    """

    own: tuple[Item, ...]
    height: float
    marked: Mapping[str, Box] = field(default_factory=dict)
    inner: tuple[tuple[Part, float, float], ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(
            item if dx == dy == 0 else shifted(item, dx, dy)
            for part, dx, dy in _walk(self, 0.0, 0.0)
            for item in part.own
        )

    @property
    def boxes(self) -> dict[str, Box]:
        return {
            name: (left + dx, top + dy, right + dx, bottom + dy)
            for part, dx, dy in _walk(self, 0.0, 0.0)
            for name, (left, top, right, bottom) in part.marked.items()
        }

    def moved(self, dx: float, dy: float) -> Part:
        return Part((), self.height, inner=((self, dx, dy),))


NOTHING = Part((), 0.0)


def _walk(part: Part, dx: float, dy: float) -> Iterator[tuple[Part, float, float]]:
    yield part, dx, dy
    for inner, x, y in part.inner:
        yield from _walk(inner, dx + x, dy + y)


def stacked(parts: Iterable[Part], gap: float) -> Part:
    """Parts below each other; parts without height leave no gap."""
    placed, y = [], 0.0
    for part in parts:
        if part.height:
            placed.append((part, 0.0, y))
            y += part.height + gap
    return Part((), max(0.0, y - gap), inner=tuple(placed))


def overlaid(parts: Iterable[Part]) -> Part:
    """Parts that stand side by side already, as one."""
    kept = tuple((part, 0.0, 0.0) for part in parts)
    return Part((), max((part.height for part, _, _ in kept), default=0.0), inner=kept)


@dataclass(frozen=True, slots=True)
class Columns:
    """Equal columns from `left`, `gap` px apart."""

    left: float
    width: float
    gap: float
    count: int

    def x(self, number: int) -> float:
        return self.left + number * (self.width + self.gap)


def columns(left: float, width: float, least: float, gap: float, wanted: int) -> Columns:
    """The columns for `wanted` things in rows as even as can be, none narrower than `least`."""
    most = max(1, int((width + gap) // (least + gap)))
    rows = -(-wanted // most) if wanted else 1
    count = max(1, -(-wanted // rows))
    return Columns(left, (width - (count - 1) * gap) / count, gap, count)
