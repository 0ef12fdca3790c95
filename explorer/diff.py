"""What changed between two days: net, step by step, and two differences made into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

import numpy as np

from explorer.differences.compose import joined, mirrored, same
from explorer.differences.difference import BalanceLine, Diff, Move, Recoding, Renaming
from explorer.differences.facets import Turn, days_touched, held, touched
from explorer.differences.kindred import kindred
from explorer.graph import index, sequence_of_days
from explorer.model import LIVES_ON, ChangeEvent, Registry, Succession
from explorer.period import ONE_DAY
from explorer.snapshot import check_day

__all__ = [
    "BalanceLine",
    "Diff",
    "Move",
    "Recoding",
    "Renaming",
    "diff",
    "mirrored",
    "same",
    "steps",
    "then",
]


def diff(
    registry: Registry, start: date, end: date, *, kind: str | None = None, exact: bool = False
) -> Diff:
    """What changed after the earlier day up to and including the later one.

    If `start` is the later day the answer is the mirror image. `kind` keeps the bodies of the kind
    and, unless `exact`, those counted as it all their life. Raises DateError and UnknownName.
    """
    check_day(registry, start)
    check_day(registry, end)
    first, last = min(start, end), max(start, end)
    forward = _forward(registry, first, last, kind, exact=exact)
    return mirrored(forward) if start > end else forward


def _forward(registry: Registry, first: date, last: date, kind: str | None, *, exact: bool) -> Diff:
    belongs, found = kindred(registry, kind, exact=exact), index(registry)
    bodies = registry.organisations
    began = tuple(filter(belongs, found.opened_between(first, last)))
    ended = tuple(filter(belongs, found.closed_between(first, last)))
    opened = tuple(name for name in began if last in bodies[name].lifetime)
    closed = tuple(name for name in ended if first in bodies[name].lifetime)
    return Diff(
        registry=registry,
        start=first,
        end=last,
        kind=kind,
        exact=exact,
        opened=opened,
        closed=closed,
        first_seen=tuple(name for name in opened if bodies[name].opened is None),
        last_seen=tuple(name for name in closed if bodies[name].end_unknown),
        lived_between=tuple(name for name in began if last not in bodies[name].lifetime),
        turns=tuple(_turns(registry, first, last, belongs)),
        transferred=tuple(_transferred(registry, first, last, belongs)),
        events=tuple(_events(registry, first, last, belongs)),
        unsure_at_start=tuple(filter(belongs, _unsure(registry, first))),
        unsure_at_end=tuple(filter(belongs, _unsure(registry, last))),
    )


def _turns(
    registry: Registry, first: date, last: date, belongs: Callable[[str], bool]
) -> Iterator[Turn]:
    for facet in sorted(touched(registry, first, last)):
        life = registry.organisations[facet.organisation_id].lifetime
        if first in life and last in life and belongs(facet.organisation_id):
            before, after = held(registry, facet, first), held(registry, facet, last)
            if before != after:
                yield Turn(facet, before, after)


def _transferred(
    registry: Registry, first: date, last: date, belongs: Callable[[str], bool]
) -> Iterator[Succession]:
    for arc in index(registry).arcs_between(first, last):
        lived_on = arc.date.first in registry.organisations[arc.from_id].lifetime
        if arc.kind in LIVES_ON and lived_on and (belongs(arc.from_id) or belongs(arc.to_id)):
            yield arc


def _events(
    registry: Registry, first: date, last: date, belongs: Callable[[str], bool]
) -> Iterator[ChangeEvent]:
    for event in index(registry).events_between(first, last):
        if any(map(belongs, event.original)) or any(map(belongs, event.resulting)):
            yield event


@lru_cache(maxsize=8)
def _doubts(registry: Registry) -> tuple[np.ndarray, np.ndarray, tuple[str, ...]]:
    """First days and exclusive ends of every doubt, and whose it is."""
    spans = [
        (
            doubt.start.toordinal(),
            doubt.end.toordinal() if doubt.end else date.max.toordinal(),
            name,
        )
        for name, body in registry.organisations.items()
        for doubt in body.doubt
    ]
    starts, ends, names = zip(*spans, strict=True) if spans else ((), (), ())
    return np.array(starts, np.int32), np.array(ends, np.int32), names


def _unsure(registry: Registry, day: date) -> tuple[str, ...]:
    """Bodies counted on `day` that may not have existed on it, in the order of the registry."""
    starts, ends, names = _doubts(registry)
    when = day.toordinal()
    rows = np.flatnonzero((starts <= when) & (when < ends))
    return tuple(dict.fromkeys(names[row] for row in rows.tolist()))


def steps(
    registry: Registry,
    start: date,
    end: date,
    *,
    kind: str | None = None,
    exact: bool = False,
) -> tuple[Diff, ...]:
    """One difference for each day on which something changed: from the day before to that day.

    From a later day to an earlier one they come in reverse, each seen backwards.
    """
    check_day(registry, start)
    check_day(registry, end)
    first, last = min(start, end), max(start, end)
    days = {*sequence_of_days(registry, first, last), *days_touched(registry, first, last)}
    found = (_forward(registry, day - ONE_DAY, day, kind, exact=exact) for day in sorted(days))
    changes = tuple(step for step in found if not step.empty)
    return tuple(map(mirrored, changes[::-1])) if start > end else changes


def then(first: Diff, second: Diff) -> Diff:
    """Both differences as one: from the start of the first to the end of the second.

    Raises ValueError unless they ask for the same, run the same way, and nothing changed between.
    """
    asked = [(part.registry, part.kind, part.exact) for part in (first, second)]
    if asked[0] != asked[1]:
        raise ValueError("these differences are not about the same kind and record")
    gap = diff(first.registry, first.end, second.start, kind=first.kind, exact=first.exact)
    ways = {part.backwards for part in (first, gap, second) if part.start != part.end}
    if len(ways) > 1:
        raise ValueError("these differences do not run the same way through time")
    if not gap.empty:
        raise ValueError(f"something changed between {first.end} and {second.start}")
    if True in ways:
        return mirrored(joined(mirrored(second), mirrored(first)))
    return joined(first, second)
