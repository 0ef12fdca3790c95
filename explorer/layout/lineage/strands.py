"""One order from top to bottom for everything in the drawing, with few crossings at every date.

Generations give the first order (`layout.order`). It is then polished: at each date the bands, and
the bars that live through it, are strands from one height to another, and each body with a crossing
is tried at every place near its own (sifting). A band through a living bar counts more than two
bands that cross. On a tie north stays above south.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from explorer.layout.order import Arc, Layers, chained, is_dummy, layered, places

_THROUGH_A_BAR = 3.0
_ROUNDS = 6
_WINDOW = 30  # places that a body may move at once


@dataclass(frozen=True, slots=True)
class Life:
    """Something with a place in the order, from `start` to `end` (half-open)."""

    id: str
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Strand:
    """What passes from `above`-or-below `start` to `end` on `day`."""

    day: date
    start: str
    end: str
    weight: float


def ordered(lives: Sequence[Life], strands: Sequence[Strand]) -> tuple[dict[str, float], list[str]]:
    """A first height (in bodies) for each of `lives`, and their ids from top to bottom.

    `lives` come in the order wanted where nothing else decides.
    """
    names = [life.id for life in lives]
    generation = _generations(lives, strands)
    arcs: list[Arc] = [(s.start, s.end, s.weight) for s in strands]
    layers = layered(names, generation, arcs)
    height = places(layers, chained(generation, arcs)[1])
    rank = {name: i for i, name in enumerate(names)}
    order = _merged(layers, arcs, {n: (round(height[n], 6), rank[n]) for n in names})
    return {name: height[name] for name in names}, _polished(order, lives, strands)


def _generations(lives: Sequence[Life], strands: Sequence[Strand]) -> dict[str, int]:
    """Longest way from a beginning, along strands that lead to something that began later."""
    start = {life.id: life.start for life in lives}
    into = defaultdict(list)
    for strand in strands:
        if start[strand.start] < start[strand.end]:
            into[strand.end].append(strand.start)
    found: dict[str, int] = {}
    for life in sorted(lives, key=lambda one: (one.start, one.id)):
        found[life.id] = 1 + max((found[name] for name in into[life.id]), default=-1)
    # a beginning stands just before what it first passed to, not at the edge of the picture
    out = defaultdict(list)
    for strand in strands:
        if start[strand.start] < start[strand.end]:
            out[strand.start].append(strand.end)
    for life in sorted(lives, key=lambda one: (one.start, one.id), reverse=True):
        if not into[life.id] and out[life.id]:
            found[life.id] = min(found[name] for name in out[life.id]) - 1
    # what only took from others, or gave to others, that began later or before stands beside them
    for strand in strands:
        if not into[strand.end] and not out[strand.end]:
            found[strand.end] = max(found[strand.end], found[strand.start] + 1)
        if not into[strand.start] and not out[strand.start]:
            found[strand.start] = max(0, found[strand.end] - 1)
    return found


def _merged(
    layers: Layers, arcs: Sequence[Arc], wish: Mapping[str, tuple[float, int]]
) -> list[str]:
    """One order from the orders of all generations; `wish` decides where they leave it open.

    A dummy stands for the body from which its arc comes: that body lives through the generation.
    """
    below: dict[str, set[str]] = defaultdict(set)
    for layer in layers:
        line = [arcs[int(n[1:].split(".")[0])][0] if is_dummy(n) else n for n in layer]
        line = list(dict.fromkeys(line))
        for upper, lower in pairwise(line):
            below[upper].add(lower)
    above = dict.fromkeys(wish, 0)
    for lowers in below.values():
        for lower in lowers:
            above[lower] += 1
    left, order = set(wish), []
    while left:
        # generations that contradict each other leave nobody free: then the wish alone decides
        free = [name for name in left if above[name] == 0] or left
        first = min(free, key=lambda name: wish[name])
        left.discard(first)
        order.append(first)
        for lower in below[first]:
            above[lower] -= 1
    return order


def _polished(order: list[str], lives: Sequence[Life], strands: Sequence[Strand]) -> list[str]:
    at: dict[str, dict[date, list[tuple[str, str, float, bool]]]] = {
        name: defaultdict(list) for name in order
    }
    for day in sorted({strand.day for strand in strands}):
        here = [(s.start, s.end, s.weight, False) for s in strands if s.day == day]
        busy = {name for strand in here for name in strand[:2]}
        # a bar that only begins or ends on the day is in the way too
        through = [
            (x.id, x.id, _THROUGH_A_BAR, True)
            for x in lives
            if x.start < day < x.end or (x.start <= day <= x.end and x.id not in busy)
        ]
        for strand in here + through:
            for name in {strand[0], strand[1]}:
                at[name][day].append(strand)
    place = {name: i for i, name in enumerate(order)}

    def cost(one: str, other: str) -> float:
        total = 0.0
        for day, mine in at[one].items():
            for a, b, w, through in mine:
                for c, d, v, also_through in at[other].get(day, ()):
                    if (place[a] - place[c]) * (place[b] - place[d]) < 0:
                        total += _THROUGH_A_BAR if through or also_through else w * v
        return total

    def swap(i: int) -> float:
        """Change the places of i and i + 1; the cost that this adds."""
        upper, lower = order[i], order[i + 1]
        before = cost(upper, lower)
        order[i], order[i + 1] = lower, upper
        place[upper], place[lower] = i + 1, i
        return cost(upper, lower) - before

    for _ in range(_ROUNDS):
        changed = False
        for name in sorted(order, key=lambda one: place[one]):
            if not any(cost(name, other) for other in order if other != name):
                continue
            home = place[name]
            best, least, total = home, -1e-9, 0.0
            for i in range(home, min(len(order) - 1, home + _WINDOW)):
                total += swap(i)
                if total < least:
                    best, least = i + 1, total
            for i in range(place[name] - 1, home - 1, -1):
                swap(i)
            total = 0.0
            for i in range(home - 1, max(-1, home - 1 - _WINDOW), -1):
                total += swap(i)
                if total < least:
                    best, least = i, total
            for i in range(place[name], best):
                swap(i)
            for i in range(place[name] - 1, best - 1, -1):
                swap(i)
            changed = changed or best != home
        if not changed:
            break
    return order
