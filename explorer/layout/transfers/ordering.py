"""The order of givers and takers in which the fewest arrows cross."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence

_SWEEPS = 8
_ROUNDS = 40
Pairs = Mapping[tuple[Hashable, Hashable], int]


def orders(pairs: Pairs) -> tuple[tuple, tuple]:
    """Givers and takers from top to bottom. `pairs` counts the arrows from giver to taker.

    Sweeps that set each side by the mean place of the other, then every giver to the place where,
    with takers set by the mean, fewest arrows cross; equal input gives equal output.
    """
    givers = list(dict.fromkeys(giver for giver, _ in pairs))
    takers = list(dict.fromkeys(taker for _, taker in pairs))
    for _ in range(_SWEEPS):
        takers = _by_mean(pairs, takers, givers, side=1)
        givers = _by_mean(pairs, givers, takers, side=0)
    best = (crossings(pairs, givers, takers), givers, takers)
    for _ in range(_ROUNDS):
        found = min((best, *_neighbours(pairs, best[1], best[2])), key=lambda one: one[0])
        if found[0] >= best[0]:
            break
        best = found
    return tuple(best[1]), tuple(best[2])


def _neighbours(pairs: Pairs, givers: list, takers: list) -> Iterator[tuple[int, list, list]]:
    """Every order in which one giver stands elsewhere, with the takers that suit it."""
    for name in givers:
        rest = [other for other in givers if other != name]
        for place in range(len(givers)):
            moved = [*rest[:place], name, *rest[place:]]
            suited = _by_mean(pairs, takers, moved, side=1)
            yield crossings(pairs, moved, suited), moved, suited


def crossings(pairs: Pairs, givers: Sequence, takers: Sequence) -> int:
    """Pairs of arrows that cross."""
    upper = {name: number for number, name in enumerate(givers)}
    lower = {name: number for number, name in enumerate(takers)}
    arrows = sorted((upper[giver], lower[taker], count) for (giver, taker), count in pairs.items())
    return sum(
        count * other
        for number, (start, end, count) in enumerate(arrows)
        for start2, end2, other in arrows[number + 1 :]
        if start < start2 and end > end2
    )


def _by_mean(pairs: Pairs, names: list, others: list, side: int) -> list:
    place = {name: number for number, name in enumerate(others)}

    def mean(name: Hashable) -> float:
        held = [
            (place[pair[1 - side]], count) for pair, count in pairs.items() if pair[side] == name
        ]
        return sum(at * count for at, count in held) / sum(count for _, count in held)

    return sorted(names, key=mean)
