"""Labels on stems above a line: which fit, on which side of their stem, and in which row.

A stem rises from the line to its label, and no stem may cut a label. So a label stands above the
labels of all stems that it passes over: from right to left the labels climb like a staircase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

FIRM = 1  # for stems of a lower rank several neighbours may change sides at once
_TURNS = 4  # one more than may change at most
_NEIGHBOURS = 6  # stems that may change sides to make room for one more


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem at `x` and the widths in px of the wordings its label may have, the fullest first; a
    low `rank` is kept before a high one."""

    key: str
    x: float
    widths: tuple[float, ...]
    rank: float = 0


@dataclass(frozen=True, slots=True)
class Place:
    """`row` counts from 0, the lowest; `left` says that the label stands left of its stem;
    `wording` is the number of the width that was taken."""

    stem: Stem
    row: int
    left: bool
    wording: int = 0

    @property
    def width(self) -> float:
        return self.stem.widths[self.wording]

    def span(self, gap: float) -> tuple[float, float]:
        """Px from the stem's side to the end of the words, `gap` beyond them included."""
        x, width = self.stem.x, self.width + gap
        return (x - width, x) if self.left else (x, x + width)


@dataclass(frozen=True, slots=True)
class Room:
    """The ends of the line in px, the number of rows, and the least distance between labels."""

    left: float
    right: float
    rows: int
    gap: float


def staircase(stems: Sequence[Stem], room: Room) -> tuple[Place, ...]:
    """As many of `stems` as fit in the rows, chosen in order of rank, then of x.

    Each is tried with all those chosen before it, on either side of its stem, and takes the side
    that needs the fewest rows. Where it fits on neither, its shorter wordings are tried, then
    whether neighbours could change sides; if nothing helps it is left out.
    """
    found: tuple[Place, ...] = ()
    for stem in sorted(stems, key=lambda one: (one.rank, one.x, one.key)):
        found = _with(found, stem, room) or found
    return tuple(sorted(found, key=lambda place: (place.stem.x, place.stem.key)))


def _with(found: tuple[Place, ...], stem: Stem, room: Room) -> tuple[Place, ...]:
    """The places found and one more; nothing where there is no room for it."""
    for wording in range(len(stem.widths)):
        tries = [(*found, place) for place in _sides(stem, wording, room)]
        if placed := _lowest(tries, room):
            return placed
    shortest = _sides(stem, len(stem.widths) - 1, room)
    for many in range(1, _TURNS if stem.rank < FIRM else 2):
        tries = [
            (*others, place) for others in _turned(found, stem, room, many) for place in shortest
        ]
        if placed := _lowest(tries, room):
            return placed
    return ()


def _lowest(tries: Sequence[tuple[Place, ...]], room: Room) -> tuple[Place, ...]:
    placed = [done for one in tries if (done := _placed(one, room))]
    return min(placed, key=_height, default=())


def _sides(stem: Stem, wording: int, room: Room) -> list[Place]:
    """The stem with its label on each side on which the page has room for it."""
    width = stem.widths[wording]
    sides = [Place(stem, 0, False, wording)] if stem.x + width <= room.right else []
    return sides + ([Place(stem, 0, True, wording)] if stem.x - width >= room.left else [])


def _height(places: tuple[Place, ...]) -> tuple[int, int, int]:
    rows = [place.row for place in places]
    return max(rows), sum(rows), sum(place.left for place in places)


def _turned(
    places: tuple[Place, ...], stem: Stem, room: Room, many: int
) -> Iterator[tuple[Place, ...]]:
    """The places with so many of the stem's neighbours on their other sides."""
    near = sorted(places, key=lambda place: (abs(place.stem.x - stem.x), place.stem.key))
    for chosen in combinations(near[:_NEIGHBOURS], many):
        others = tuple(other for other in places if other not in chosen)
        sides = [
            [side for side in _sides(one.stem, one.wording, room) if side.left != one.left]
            for one in chosen
        ]
        for turned in product(*sides):
            yield (*others, *turned)


def _placed(places: Sequence[Place], room: Room) -> tuple[Place, ...]:
    """The same labels, each in the lowest row above those it passes over; nothing where two pass
    over one another or the rows do not suffice."""
    spans = [place.span(room.gap) for place in places]
    over = [  # for each label the stems that it passes over
        {i for i, other in enumerate(places) if near < other.stem.x < far and i != at}
        for at, (near, far) in enumerate(spans)
    ]
    loads = _loads(over, room.rows)
    if not loads:
        return ()
    # those with the most labels stacked over them first: the others fill what is left
    waiting = sorted(
        range(len(places)),
        key=lambda i: (-loads[i], places[i].left, -places[i].stem.x, places[i].stem.key),
    )
    rows: dict[int, int] = {}
    while waiting:
        ready = next(i for i in waiting if over[i] <= rows.keys())
        waiting.remove(ready)
        low = max((rows[i] + 1 for i in over[ready]), default=0)
        row = next((r for r in range(low, room.rows) if _free(ready, r, rows, spans)), None)
        if row is None:
            return ()
        rows[ready] = row
    return tuple(
        Place(places[i].stem, row, places[i].left, places[i].wording) for i, row in rows.items()
    )


def _loads(over: Sequence[set[int]], most: int) -> list[int]:
    """For each label the length of the longest chain of labels that must stand over it; nothing
    where a chain is longer than `most` rows allow, or goes round in a circle."""
    loads = [0] * len(over)
    for _ in range(most):
        longer = [0] * len(over)
        for at, below in enumerate(over):
            for i in below:
                longer[i] = max(longer[i], loads[at] + 1)
        if longer == loads:
            return loads
        loads = longer
    return []


def _free(at: int, row: int, rows: dict[int, int], spans: Sequence[tuple[float, float]]) -> bool:
    """Whether a row has room. No label placed before can be cut by this one's stem: a label waits
    for all the stems that it passes over."""
    left, right = spans[at]
    return all(
        its_row != row or left >= spans[other][1] or spans[other][0] >= right
        for other, its_row in rows.items()
    )
