"""What stands beside what: the order from top to bottom and the neighbours of every bar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from explorer.layout.lineage.actors import Cast
from explorer.layout.lineage.strands import Life, Strand, ordered

_STUB = timedelta(days=3 * 365)  # about the time that a stub and its words take on the axis
Link = tuple[str, str, date, float]  # from, to, day, weight


@dataclass(frozen=True, slots=True)
class Near:
    """What touches a bar: the days on which something comes in and goes out, the bands on its
    fuller side, and whether it is the `top` or the `bottom` one among those that pass into the same
    body, that body included."""

    into: frozenset[date]
    out: frozenset[date]
    bands: int
    top: bool
    bottom: bool


def links(cast: Cast) -> list[Link]:
    """Every band, of arcs and of stubs, between the ids of what it joins."""
    found = [
        (a.from_id, a.to_id, a.date.first, 0.4 + (0.5 if a.share is None else a.share))
        for a in cast.arcs
    ]
    for stub in cast.stubs:
        start, end = (stub.id, stub.at) if stub.into else (stub.at, stub.id)
        found.append((start, end, stub.date, 0.5))
    return found


def arranged(cast: Cast) -> tuple[dict[str, float], list[str]]:
    """First heights (in bodies) and the order of bars and stubs from top to bottom."""
    strands = [Strand(day, start, end, weight) for start, end, day, weight in links(cast)]
    return ordered(_lives(cast), strands)


def neighbourhood(cast: Cast, order: Iterable[str]) -> dict[str, Near]:
    rank = {name: i for i, name in enumerate(order)}
    into, out = defaultdict(set), defaultdict(set)
    before, after = defaultdict(set), defaultdict(set)
    for start, end, day, _ in links(cast):
        into[end].add(day)
        out[start].add(day)
        before[end].add(start)
        after[start].add(end)
    found = {}
    for actor in cast.actors:
        beside = {x for later in after[actor.id] for x in before[later]} | after[actor.id]
        own = rank[actor.id]
        found[actor.id] = Near(
            frozenset(into[actor.id]),
            frozenset(out[actor.id]),
            max(len(before[actor.id]), len(after[actor.id])),
            all(own <= rank[x] for x in beside),
            all(own >= rank[x] for x in beside),
        )
    return found


def _lives(cast: Cast) -> list[Life]:
    """Bodies from north to south, then stubs in the order of the bars they touch."""
    north = _latitudes(cast)
    actors = sorted(cast.actors, key=lambda a: (-north.get(a.id, 0.0), a.body.name, a.id))
    lives = [Life(a.id, a.start, a.end) for a in actors]
    place = {a.id: i for i, a in enumerate(actors)}
    for stub in sorted(cast.stubs, key=lambda s: (place[s.at], s.id)):
        ends = (stub.date - _STUB, stub.date) if stub.into else (stub.date, stub.date + _STUB)
        lives.append(Life(stub.id, *ends))
    return lives


def _latitudes(cast: Cast) -> dict[str, float]:
    """Where a body has none, the mean of its neighbours'."""
    known = {a.id: a.body.lat for a in cast.actors if a.body.lat is not None}
    near = defaultdict(list)
    for arc in cast.arcs:
        near[arc.from_id].append(arc.to_id)
        near[arc.to_id].append(arc.from_id)
    for _ in range(4):
        for actor in cast.actors:
            found = [known[name] for name in near[actor.id] if name in known]
            if actor.id not in known and found:
                known[actor.id] = sum(found) / len(found)
    return known
