"""Which bodies a reform created, closed and moved.

1. A change event names its reform; the bodies of its successions open or close with it.
2. A body below the national tier that opens on the reform's own day, or ends on the day before it,
   without a succession on that day, belongs to the reform if change events of the reform concern
   its kind, if the kind begins or ends with the reform, or if a third of the kind does the same. A
   date known to the month or year counts only where the kind begins or ends with the reform. Of
   two reforms of one day, such bodies go to the one without change events of its own, else to the
   one whose events concern their kind.

A body that lived on was moved if it gave or took a part in one of the reform's change events, or if
it answered to another body from that day on and one of the two, the old or the new, was closed or
created by the reform.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from explorer.graph import index
from explorer.model import DUTIES, ChangeEvent, Organisation, Reform, Registry
from explorer.period import ONE_DAY, PartialDate, after_last_day

ANSWERS_TO = ("reports_to", "local_office_of")
THIRD = 1 / 3


@lru_cache(maxsize=8)
def _events_by_reform(registry: Registry) -> dict[str, tuple[ChangeEvent, ...]]:
    found: dict[str, list[ChangeEvent]] = {name: [] for name in registry.reforms}
    for event in registry.events.values():
        if event.reform_id in found:
            found[event.reform_id].append(event)
    return {name: tuple(events) for name, events in found.items()}


def events_of(registry: Registry, reform: Reform) -> tuple[ChangeEvent, ...]:
    """The change events that name the reform, in order of date."""
    return _events_by_reform(registry)[reform.id]


def days(registry: Registry, reform: Reform) -> frozenset[date]:
    """The first day of the reform and of each of its change events."""
    return frozenset(
        {reform.date.first, *(event.date.first for event in events_of(registry, reform))}
    )


@lru_cache(maxsize=256)
def bodies_of(
    registry: Registry, reform: Reform
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Bodies created, closed and moved."""
    bodies = registry.organisations
    created, closed, moved = set(), set(), set()
    for event in events_of(registry, reform):
        if event.line == DUTIES:
            continue
        created |= {n for n in event.resulting if _opens_at(bodies[n], event.date)}
        closed |= {n for n in event.original if _ends_at(bodies[n], event.date)}
        moved |= {*event.original, *event.resulting}
    if reform.status == "done":
        for body in bodies.values():
            if registry.kinds[body.kind].tier == "national":
                continue
            if _begins_with(registry, body, reform) and _belongs(registry, body, reform, into=True):
                created.add(body.id)
            if _ends_with(registry, body, reform) and _belongs(registry, body, reform, into=False):
                closed.add(body.id)
    touched = created | closed
    for day in days(registry, reform):
        for name, parents in _changed_parents(registry).get(day, ()):
            if parents & touched:
                moved.add(name)
    return frozenset(created), frozenset(closed), frozenset(moved - created - closed)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.first <= other.last and other.first <= one.last


def _opens_at(body: Organisation, when: PartialDate) -> bool:
    return body.opened is not None and _overlap(body.opened, when)


def _ends_at(body: Organisation, when: PartialDate) -> bool:
    if body.closed is None:
        return False
    return body.closed.first <= when.last - ONE_DAY and when.first <= after_last_day(
        body.closed.last
    )


def _begins_with(registry: Registry, body: Organisation, reform: Reform) -> bool:
    opened, begins = body.opened, registry.kinds[body.kind].first_day
    if opened is None:
        return False
    if opened.exact and reform.date.exact:
        return opened == reform.date
    return bool(
        begins
        and _overlap(begins, reform.date)
        and _overlap(opened, begins)
        and _overlap(opened, reform.date)
    )


def _ends_with(registry: Registry, body: Organisation, reform: Reform) -> bool:
    """Whether the last day of `body` is the day before the reform, as far as both are known."""
    closed, ends = body.closed, registry.kinds[body.kind].last_day
    if closed is None:
        return False
    eve = reform.date.first - ONE_DAY
    if closed.exact:
        return reform.date.exact and closed.first == eve
    return bool(ends and ends.first <= eve <= ends.last and closed.first <= eve <= closed.last)


def _belongs(registry: Registry, body: Organisation, reform: Reform, *, into: bool) -> bool:
    """Rule 2 for a body that opens (or ends) on the day of `reform`."""
    arcs = (registry.into if into else registry.out_of).get(body.id, ())
    if any(_overlap(arc.date, reform.date) and arc.line != DUTIES for arc in arcs):
        return False  # its own change event has decided, under rule 1
    concerned = body.kind in _kinds_changed(registry, reform)
    if not concerned and not _whole_kind(registry, body.kind, reform, into):
        return False
    rivals = [r for r in registry.reforms.values() if r.date == reform.date and r.status == "done"]
    bare = [r for r in rivals if not events_of(registry, r)]
    chosen = bare or [r for r in rivals if body.kind in _kinds_changed(registry, r)] or rivals
    return reform in chosen


@lru_cache(maxsize=2048)
def _whole_kind(registry: Registry, kind: str, reform: Reform, into: bool) -> bool:
    """Whether the kind begins (ends) with the reform, or a third of its bodies do."""
    found = registry.kinds[kind]
    if into and found.first_day and _overlap(found.first_day, reform.date):
        return True
    eve = reform.date.first - ONE_DAY
    if not into and found.last_day and found.last_day.first <= eve <= found.last_day.last:
        return True
    bodies = [body for body in registry.organisations.values() if body.kind == kind]
    same = _begins_with if into else _ends_with
    return sum(same(registry, body, reform) for body in bodies) >= THIRD * len(bodies)


@lru_cache(maxsize=256)
def _kinds_changed(registry: Registry, reform: Reform) -> frozenset[str]:
    return frozenset(
        registry.organisations[name].kind
        for event in events_of(registry, reform)
        for name in (*event.original, *event.resulting)
    )


@lru_cache(maxsize=8)
def _changed_parents(registry: Registry) -> dict[date, tuple[tuple[str, frozenset[str]], ...]]:
    """By day: bodies that answered to others than on the day before, with the parents they left
    and found."""
    alive = index(registry).is_alive
    found: dict[date, list[tuple[str, frozenset[str]]]] = {}
    for name, relations in registry.parents.items():
        held = [r for r in relations if r.relation in ANSWERS_TO]
        for day in {r.period.start for r in held if r.period.start}:
            before, after = (
                {r.parent_id for r in held if when in r.period} for when in (day - ONE_DAY, day)
            )
            if before and after and before != after and alive(name, day - ONE_DAY):
                found.setdefault(day, []).append((name, frozenset(before ^ after)))
    return {day: tuple(rows) for day, rows in found.items()}
