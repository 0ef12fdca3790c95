"""Labels on stems above a line: which fit, on which side of their stem, and in which row.

A stem rises from the line to its label, and no stem may cut a label. So a label stands above the
labels of all stems that it passes over: from right to left the labels climb like a staircase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

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

    def passes_over(self, other: Place, gap: float) -> bool:
        """Whether the other stem would cut this label, were it longer."""
        near, far = self.span(gap)
        return near < other.stem.x < far


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
    whether a neighbour could change sides; if nothing helps it is left out.
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
    return _lowest(
        [(*others, place) for others in _turned(found, stem, room) for place in shortest], room
    )


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


def _turned(places: tuple[Place, ...], stem: Stem, room: Room) -> Iterator[tuple[Place, ...]]:
    """The places with one of the stem's neighbours on its other side."""
    near = sorted(places, key=lambda place: (abs(place.stem.x - stem.x), place.stem.key))
    for place in near[:_NEIGHBOURS]:
        others = tuple(other for other in places if other is not place)
        for side in _sides(place.stem, place.wording, room):
            if side.left != place.left:
                yield (*others, side)


def _placed(places: Sequence[Place], room: Room) -> tuple[Place, ...]:
    """The same labels, each in the lowest row above those it passes over; nothing where two pass
    over one another or the rows do not suffice."""
    # labels right of their stems first: they lean on one another, the others fill what is left
    waiting = sorted(places, key=lambda place: (place.left, -place.stem.x, place.stem.key))
    done: list[Place] = []
    while waiting:
        ready = next(
            (p for p in waiting if not any(p.passes_over(o, room.gap) for o in waiting if o != p)),
            None,
        )
        if ready is None:
            return ()
        waiting.remove(ready)
        low = max((o.row + 1 for o in done if ready.passes_over(o, room.gap)), default=0)
        row = next((r for r in range(low, room.rows) if _free(ready, r, done, room.gap)), None)
        if row is None:
            return ()
        done.append(Place(ready.stem, row, ready.left, ready.wording))
    return tuple(done)


def _free(place: Place, row: int, others: Sequence[Place], gap: float) -> bool:
    left, right = place.span(gap)
    for other in others:
        start, end = other.span(gap)
        if other.row == row and left < end and start < right:
            return False
        # a label placed before this one may not be cut by its stem
        if other.row < row and other.passes_over(place, gap):
            return False
    return True
