"""The view in which a reader can see what a claim or an answer rests on."""

from __future__ import annotations

from datetime import date

from explorer.model import Claim, Registry
from explorer.period import ONE_DAY
from explorer.snapshot import snapshot
from explorer.teaching.address import Address, address
from explorer.teaching.sentence_check import SentenceCheck, is_listed


def evidence(
    registry: Registry, claim: Claim, day: date | None, count: SentenceCheck | None
) -> Address:
    """Where the subject of a claim can be seen: the count, the body, the kind, or the day."""
    if count:
        return of_kind(registry, count.kind, count.day)
    if claim.subject_id in registry.organisations:
        return address("lineage", org=claim.subject_id)
    for event in registry.timeline:
        if event.id == claim.subject_id:
            return of_change(registry, event.date.last)
    if claim.subject_id in registry.kinds:
        return of_kind(registry, claim.subject_id, day)
    return of_day(registry, day)


def of_kind(registry: Registry, kind: str, day: date | None) -> Address:
    """The bodies of a kind on a day, or the numbers published of it; else the whole day."""
    if is_listed(registry, kind):
        known = registry.kinds[kind]
        when = day or (known.first_day.first if known.first_day else None)
        seen = of_day(registry, when)
        if snapshot(registry, seen.view.day, kind=kind).bodies:
            return address("structure", day=seen.view.day, kind=kind)
    if any(row.kind == kind for row in registry.counts):
        return address("counts", kind=kind)
    return of_day(registry, day)


def of_change(registry: Registry, day: date) -> Address:
    """What changed overnight to `day`."""
    first, last = registry.edition.first_day, registry.edition.last_day
    end = min(max(day, first + ONE_DAY), last)
    return address("changes", start=end - ONE_DAY, end=end)


def of_day(registry: Registry, day: date | None) -> Address:
    """The structure of a day, or of the nearest that the record has."""
    if day is None:
        return address("structure", day=registry.edition.as_known_on)
    nearest = min(max(day, registry.edition.first_day), registry.edition.last_day)
    return address("structure", day=nearest)
