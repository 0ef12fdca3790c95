"""What all bodies of a line on one day became by another: who passed how much to whom, net."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from explorer.crosswalk import Crosswalk
from explorer.errors import DateError
from explorer.graph import index
from explorer.model import Registry
from explorer.paths.breaks import COMMISSIONER, check_line
from explorer.paths.flow import NOTHING, Held, arcs_of_window, met, spreads
from explorer.snapshot import check_day


@dataclass(frozen=True, slots=True)
class Passage:
    """The fraction of `from_id` that `to_id` holds; None where a share on the way is not stated."""

    from_id: str
    to_id: str
    weight: float | None


@dataclass(frozen=True, eq=False)
class Changeover:
    """Bodies of `start` and of `end` (`start` is the earlier day), and what passed between them.

    A body that lives on passes to itself. `rest` holds what is known to have reached no body of
    the last day: 1 for one that ended without a successor on the line.
    """

    registry: Registry
    start: date
    end: date
    line: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    passages: tuple[Passage, ...]
    rest: Mapping[str, float]


def changeover(
    registry: Registry, start: date, end: date, *, line: str = COMMISSIONER
) -> Changeover:
    """The net change along a line between two different days, whichever comes first.

    The bodies are those alive whose kind has ever had a part in the line. Raises DateError and
    UnknownName.
    """
    for day in (start, end):
        check_day(registry, day)
    if start == end:
        raise DateError(f"Two different days are needed, and {start} was given twice.")
    start, end = min(start, end), max(start, end)
    kinds = kinds_of_line(registry, check_line(registry, line))
    bodies, alive = registry.organisations, index(registry).alive
    before = tuple(name for name in alive(start) if bodies[name].kind in kinds)
    after = tuple(name for name in alive(end) if bodies[name].kind in kinds)
    targets = frozenset(after)
    arcs = met(arcs_of_window(registry, start, end), line, before)
    flow = spreads((arc for arc in arcs if arc.line == line), line, targets)
    passages, rest = [], {}
    for name in before:
        spread = flow.get(name) or {name: Held()}
        reached = {holder: held.weight for holder, held in spread.items() if holder in targets}
        passages += [Passage(name, holder, weight) for holder, weight in reached.items()]
        if None not in (held.weight for held in spread.values()):
            left = 1 - sum(reached.values())
            if left > NOTHING:
                rest[name] = left
    return Changeover(
        registry, start, end, line, before, after, tuple(passages), MappingProxyType(rest)
    )


def of_crosswalk(walk: Crosswalk, after: tuple[str, ...] | None = None) -> Changeover:
    """The bodies and fractions of a crosswalk as a changeover.

    `after` are all bodies of the kind on the last day, where those that took from nobody matter.
    """
    before = tuple(dict.fromkeys(row.from_id for row in walk.rows))
    reached = dict.fromkeys(row.to_id for row in walk.rows if row.to_id is not None)
    passages = tuple(
        Passage(row.from_id, row.to_id, row.weight) for row in walk.rows if row.to_id is not None
    )
    return Changeover(
        registry=walk.registry,
        start=walk.start,
        end=walk.end,
        line=walk.line,
        before=before,
        after=tuple(dict.fromkeys((*(after or ()), *reached))),
        passages=passages,
        rest=walk.unmapped,
    )


@lru_cache(maxsize=64)
def kinds_of_line(registry: Registry, line: str) -> frozenset[str]:
    """The kinds of body that a line ever led from or to."""
    bodies = registry.organisations
    ends = (
        name
        for arc in registry.successions
        if arc.line == line
        for name in (arc.from_id, arc.to_id)
    )
    return frozenset(bodies[name].kind for name in ends)
