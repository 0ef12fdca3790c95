"""Trees in columns: how high a row can be so that everything fits on the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from explorer.layout.names import shortened
from explorer.poster.forest import Branch

HEAD = 3.0  # rows that the years at the head of a column take
TITLE = 2.3  # rows of the name of a region
GAP = 0.45  # rows between trees

_BETWEEN = timedelta(days=3 * 365)  # at least, between trees in one row


Strip: TypeAlias = tuple[Branch, ...]  # trees in the same rows, in order of time


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the poster with an axis of its own: regions of strips."""

    title: str
    regions: tuple[tuple[str, tuple[Strip, ...]], ...]

    @property
    def trees(self) -> Iterator[Branch]:
        return (tree for _, strips in self.regions for strip in strips for tree in strip)

    @property
    def branches(self) -> Iterator[Branch]:
        return (branch for tree in self.trees for branch in tree.walk())


@dataclass(frozen=True, slots=True)
class Placed:
    """Something in a column at `top` rows: the head of a part, a region's name or a strip."""

    column: int
    top: float
    part: int
    title: str = ""
    strip: Strip = ()


def strips(trees: Iterable[Branch]) -> tuple[Strip, ...]:
    """Large trees first, each for itself; then those of one row, several to a row where years lie
    between them, so that nobody takes one for the successor of the other. Bodies of one name
    share a row if they can."""
    ordered = sorted(trees, key=lambda tree: (-tree.rows, tree.body.name, tree.body.id))
    large = [(tree,) for tree in ordered if tree.rows > 1]
    rows: list[list[Branch]] = []
    for tree in (tree for tree in ordered if tree.rows == 1):
        free = [row for row in rows if all(_apart(tree, other) for other in row)]
        same = [row for row in free if any(_place(tree) == _place(other) for other in row)]
        if found := (same or free)[:1]:
            found[0].append(tree)
        else:
            rows.append([tree])
    ordered_rows = (tuple(sorted(row, key=lambda tree: tree.start)) for row in rows)
    return (*large, *ordered_rows)


def _place(tree: Branch) -> str:
    return shortened(tree.body.name)


def _apart(one: Branch, other: Branch) -> bool:
    first, second = sorted((one, other), key=lambda tree: _span(tree)[0])
    return _span(second)[0] - _span(first)[1] >= _BETWEEN


def _span(tree: Branch) -> tuple[date, date]:
    starts = [one.start for one in tree.walk()] + [f.start for b in tree.walk() for f in b.folds]
    return min(starts), tree.body.lifetime.end or date.max


def placed(
    parts: Sequence[Part], columns: int, height: float, tallest: float
) -> tuple[float, tuple[Placed, ...]]:
    """The height of a row in px, at most `tallest`, and where everything stands."""
    low, high = 0.0, tallest
    for _ in range(40):
        middle = (low + high) / 2
        if max(one.column for one in _filled(parts, height / middle)) < columns:
            low = middle
        else:
            high = middle
    return low, tuple(_filled(parts, height / low))


def _filled(parts: Sequence[Part], rows: float) -> Iterator[Placed]:
    """Columns of `rows` rows filled in order. A region's name never stands at a column's foot."""
    column, top = 0, 0.0
    for number, part in enumerate(parts):
        if number and top + HEAD + TITLE + 8 > rows:
            column, top = column + 1, 0.0
        elif number:
            top += 1.5
        yield Placed(column, top, number)
        top += HEAD
        for region, found in part.regions:
            for place, strip in enumerate(found):
                high = max(tree.rows for tree in strip)
                need = high + GAP + (0 if place else TITLE)
                if top + need > rows:
                    column, top = column + 1, 0.0
                    yield Placed(column, top, number)
                    top += HEAD
                    yield Placed(column, top, number, title=region)
                    top += TITLE
                elif not place:
                    yield Placed(column, top, number, title=region)
                    top += TITLE
                yield Placed(column, top, number, strip=strip)
                top += high + (GAP if high > 1 else 0)
