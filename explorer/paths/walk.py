"""Walking one line of succession so that dates go strictly one way.

A body that gave a part away and lived on is not one node but two, before and after: what it
received later never reaches those to whom it gave earlier. Instead of cutting bodies into versions
beforehand, a walk remembers for each body how early it got there (label-correcting): an arc may be
taken only if it lies beyond that day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from explorer.model import DUTIES, Registry, Succession
from explorer.paths.breaks import COMMISSIONER, in_part

ANY_DAY, NEVER = -(10**7), 10**7  # short of and past every day, whichever way time runs


@dataclass(frozen=True, slots=True)
class Stop:
    """A body that was reached but not followed: what lies beyond that depth was not looked at."""

    organisation_id: str
    generation: int
    depth: int


@dataclass(frozen=True, slots=True)
class Walk:
    """What one walk met. `steps` holds the fewest changes to each body, the origin included (0).

    `whole` are the bodies reached by an arc that was not a part transfer. Arcs of `arcs` and of
    `duties` come with their generation, in the order in which they were met.
    """

    steps: Mapping[str, int]
    whole: frozenset[str]
    arcs: tuple[tuple[Succession, int], ...]
    stops: tuple[Stop, ...]
    duties: tuple[tuple[Succession, int], ...]


def walk(
    registry: Registry,
    origin: str,
    line: str,
    *,
    back: bool,
    limit: int | None = None,
    follows: Callable[[Succession], bool],
    beyond: int = ANY_DAY,
) -> Walk:
    """Everything reached from `origin` along `line`, backwards or forwards, within `limit` changes.

    A body at the far end of an arc that `follows` denies is met, but nothing behind it. Depth is
    the ordinal day, negated when walking back, so that it always grows. Arcs of line
    `function` at the bodies of line `commissioner` are reported and not followed.
    """
    arcs_at = registry.into if back else registry.out_of
    lines = {line, DUTIES} if line == COMMISSIONER else {line}
    steps, reached_at = {origin: 0}, {origin: beyond}
    arcs: dict[tuple[str, str, str], tuple[Succession, int]] = {}
    duties: dict[tuple[str, str, str], tuple[Succession, int]] = {}
    whole, stops = set(), []
    frontier, generation = {origin: beyond}, 0
    while frontier and (limit is None or generation < limit):
        generation += 1
        reached: dict[str, int] = {}
        for body, so_far in frontier.items():
            for arc in arcs_at.get(body, ()):
                day = arc.date.first.toordinal()
                depth = -day if back else day
                if arc.line not in lines or depth <= so_far:
                    continue
                key = (arc.event_id, arc.from_id, arc.to_id)
                if arc.line == DUTIES:
                    duties.setdefault(key, (arc, generation))
                    continue
                arcs.setdefault(key, (arc, generation))
                other = arc.from_id if back else arc.to_id
                steps.setdefault(other, generation)
                if not in_part(arc):
                    whole.add(other)
                if follows(arc):
                    reached[other] = min(depth, reached.get(other, depth))
                else:
                    stops.append(Stop(other, generation, depth))
        frontier = {b: d for b, d in reached.items() if b not in reached_at or d < reached_at[b]}
        reached_at |= frontier
    unseen = (s for s in stops if s.depth < reached_at.get(s.organisation_id, NEVER))
    return Walk(
        steps, frozenset(whole), tuple(arcs.values()), tuple(unseen), tuple(duties.values())
    )
