"""Our counts beside published ones, and the number of bodies of a kind through time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from explorer.days.scope import kinds_within
from explorer.graph import index
from explorer.model import Organisation, PublishedCount, Registry
from explorer.naming import check_kind
from explorer.period import Period

ENGLAND, WALES = "England", "Wales"
BODIES = "bodies"  # the measure that a number of bodies has in counts.csv


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A published number beside ours for the last day of its date.

    `ours` is None where the published number is not one of bodies, or where bodies of the kind are
    not listed at all; `gap`, ours less published, where the two cannot be compared. `uncertain` of
    ours may not have existed on the day.
    """

    count: PublishedCount
    ours: int | None
    gap: int | None
    uncertain: int


def ledger(registry: Registry) -> tuple[LedgerRow, ...]:
    """One row for each published number, in the order of the record."""
    listed = {body.kind for body in registry.organisations.values()}
    regions = {body.region for body in registry.organisations.values()}
    return tuple(_row(registry, count, listed, regions) for count in registry.counts)


def _row(
    registry: Registry, count: PublishedCount, listed: set[str], regions: set[str]
) -> LedgerRow:
    if count.measure != BODIES or count.kind not in listed:
        return LedgerRow(count, None, None, 0)
    day = count.date.last
    scope = count.scope if count.scope in regions else ENGLAND
    bodies = [body for body in _counted(registry, count.kind, day) if _inside(body, scope)]
    ours = len(bodies)
    gap = ours - round(count.count) if count.comparable else None
    return LedgerRow(count, ours, gap, sum(not body.certain_on(day) for body in bodies))


def _counted(registry: Registry, kind: str, day: date) -> Iterator[Organisation]:
    kinds = kinds_within(registry, kind, day)
    for name in index(registry).alive(day):
        body = registry.organisations[name]
        if body.kind in kinds:
            yield body


def _inside(body: Organisation, scope: str) -> bool:
    """A region holds its own bodies; England holds all but those of Wales."""
    return body.region != WALES if scope == ENGLAND else body.region == scope


def series(registry: Registry, kind: str, *, exact: bool = False) -> tuple[tuple[date, int], ...]:
    """How many bodies of the kind there were, from each day on which that number changes.

    With those counted as the kind, for as long as they are, unless `exact`. Nothing later than the
    last day of the record. Raises UnknownName.
    """
    check_kind(registry, kind)
    change = Counter()
    for period in _spells(registry, kind, exact=exact):
        change[period.start] += 1
        if period.end:
            change[period.end] -= 1
    last = registry.edition.last_day
    days = sorted(day for day, step in change.items() if step and day <= last)
    return tuple(zip(days, accumulate(change[day] for day in days), strict=True))


def _spells(registry: Registry, kind: str, *, exact: bool) -> Iterator[Period]:
    """The time for which each body counts as the kind."""
    rules = () if exact else [rule for rule in registry.counted_as if rule.counted_as == kind]
    for body in registry.organisations.values():
        if body.kind == kind:
            yield body.lifetime
        for rule in rules:
            spell = body.lifetime.clip(rule.period)
            if rule.kind == body.kind and not spell.empty:
                yield spell
