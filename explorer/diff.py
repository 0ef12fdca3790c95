"""What changed between two days: net, step by step, and two differences made into one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np

from explorer.differences.compose import joined, mirrored, same
from explorer.differences.difference import BalanceLine, Diff, Move, Recoding, Renaming
from explorer.differences.facets import Turn, days_touched, held, touched
from explorer.differences.kindred import around, kindred
from explorer.graph import index, sequence_of_days
from explorer.model import LIVES_ON, Registry, Succession
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


@dataclass(frozen=True, slots=True)
class _Part:
    """What was asked for: `within` are the bodies in and next to the region."""

    kind: str | None
    exact: bool
    region: str | None = None
    within: frozenset[str] | None = None


def diff(
    registry: Registry,
    start: date,
    end: date,
    *,
    kind: str | None = None,
    region: str | None = None,
    exact: bool = False,
) -> Diff:
    """What changed after the earlier day up to and including the later one.

    If `start` is the later day the answer is the mirror image. `kind` keeps the bodies of the kind
    and, unless `exact`, those counted as it all their life; `region` those of the region, and those
    that took from them or gave to them. Raises DateError and UnknownName.
    """
    first, last = _window(registry, start, end)
    part = _part(registry, first, last, kind, region, exact=exact)
    forward = _forward(registry, first, last, part)
    return mirrored(forward) if start > end else forward


def _window(registry: Registry, start: date, end: date) -> tuple[date, date]:
    check_day(registry, start)
    check_day(registry, end)
    return min(start, end), max(start, end)


def _part(
    registry: Registry,
    first: date,
    last: date,
    kind: str | None,
    region: str | None,
    *,
    exact: bool,
) -> _Part:
    within = None if region is None else around(registry, region, first, last)
    return _Part(kind, exact, region, within)


def _forward(registry: Registry, first: date, last: date, part: _Part) -> Diff:
    belongs = kindred(registry, part.kind, exact=part.exact, within=part.within)
    found, bodies = index(registry), registry.organisations
    began = tuple(filter(belongs, found.opened_between(first, last)))
    ended = tuple(filter(belongs, found.closed_between(first, last)))
    opened = tuple(name for name in began if last in bodies[name].lifetime)
    closed = tuple(name for name in ended if first in bodies[name].lifetime)

    def concerns(*ids: str) -> bool:
        """Whether a change among these is of the part: with a region, one of them lies in it."""
        here = part.region is None or any(bodies[name].region == part.region for name in ids)
        return here and any(map(belongs, ids))

    return Diff(
        registry=registry,
        start=first,
        end=last,
        kind=part.kind,
        exact=part.exact,
        opened=opened,
        closed=closed,
        first_seen=tuple(name for name in opened if bodies[name].opened is None),
        last_seen=tuple(name for name in closed if bodies[name].end_unknown),
        lived_between=tuple(name for name in began if last not in bodies[name].lifetime),
        turns=tuple(_turns(registry, first, last, belongs)),
        transferred=tuple(_transferred(registry, first, last, concerns)),
        events=tuple(
            event
            for event in found.events_between(first, last)
            if concerns(*event.original, *event.resulting)
        ),
        unsure_at_start=tuple(filter(belongs, _unsure(registry, first))),
        unsure_at_end=tuple(filter(belongs, _unsure(registry, last))),
        region=part.region,
        within=part.within,
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
    registry: Registry, first: date, last: date, concerns: Callable[..., bool]
) -> Iterator[Succession]:
    for arc in index(registry).arcs_between(first, last):
        lived_on = arc.date.first in registry.organisations[arc.from_id].lifetime
        if arc.kind in LIVES_ON and lived_on and concerns(arc.from_id, arc.to_id):
            yield arc


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
    region: str | None = None,
    exact: bool = False,
) -> tuple[Diff, ...]:
    """One difference for each day on which something changed: from the day before to that day.

    From a later day to an earlier one they come in reverse, each seen backwards. With a region all
    steps are about the same bodies: those of the whole window.
    """
    first, last = _window(registry, start, end)
    part = _part(registry, first, last, kind, region, exact=exact)
    days = {*sequence_of_days(registry, first, last), *days_touched(registry, first, last)}
    found = (_forward(registry, day - ONE_DAY, day, part) for day in sorted(days))
    changes = tuple(step for step in found if not step.empty)
    return tuple(map(mirrored, changes[::-1])) if start > end else changes


def then(first: Diff, second: Diff) -> Diff:
    """Both differences as one: from the start of the first to the end of the second.

    Raises ValueError unless they ask for the same, run the same way, and nothing changed between.
    """
    parts = [
        _Part(found.kind, found.exact, found.region, found.within) for found in (first, second)
    ]
    if first.registry != second.registry or parts[0] != parts[1]:
        raise ValueError("these differences are not about the same bodies and record")
    gap = _forward(first.registry, *sorted((first.end, second.start)), parts[0])
    gap = mirrored(gap) if first.end > second.start else gap
    ways = {part.backwards for part in (first, gap, second) if part.start != part.end}
    if len(ways) > 1:
        raise ValueError("these differences do not run the same way through time")
    if not gap.empty:
        raise ValueError(f"something changed between {first.end} and {second.start}")
    if True in ways:
        return mirrored(joined(mirrored(second), mirrored(first)))
    return joined(first, second)
