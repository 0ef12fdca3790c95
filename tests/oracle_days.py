"""Snapshots and differences again, slow and obvious: the state of every day, compared day by day.

Nothing here is shared with the fast code but the values of the record itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from explorer.model import Registry

DAY = timedelta(days=1)


def _holds(start: date | None, end: date | None, day: date) -> bool:
    return (start is None or start <= day) and (end is None or day < end)


@dataclass(frozen=True)
class State:
    """One day: bodies with what is known of each, and links as (child, parent, relation)."""

    kinds: dict[str, str]
    certain: dict[str, bool]
    names: dict[tuple[str, str], str]  # (body, type of name)
    codes: dict[tuple[str, str], tuple[str, ...]]  # (body, scheme)
    links: frozenset[tuple[str, str, str]]

    def parents(self, body: str, relation: str) -> tuple[str, ...]:
        return tuple(sorted({p for c, p, r in self.links if c == body and r == relation}))


def state(registry: Registry, day: date) -> State:
    kinds, certain, names, codes = {}, {}, {}, {}
    for body in registry.organisations.values():
        if not _holds(body.lifetime.start, body.lifetime.end, day):
            continue
        kinds[body.id] = body.kind
        certain[body.id] = not any(_holds(d.start, d.end, day) for d in body.doubt)
        latest: dict[str, date] = {}
        for naming in registry.names.get(body.id, ()):
            start = naming.period.start or date.min
            key = (body.id, naming.name_type)
            if not _holds(naming.period.start, naming.period.end, day):
                continue
            if key not in names or start > latest[naming.name_type]:
                names[key], latest[naming.name_type] = naming.name, start
        for code in registry.codes.get(body.id, ()):
            if _holds(code.period.start, code.period.end, day):
                key = (body.id, code.scheme)
                codes[key] = tuple(sorted((*codes.get(key, ()), code.code)))
    links = frozenset(
        (link.child_id, link.parent_id, link.relation)
        for link in registry.relationships
        if link.child_id in kinds
        and link.parent_id in kinds
        and _holds(link.period.start, link.period.end, day)
    )
    return State(kinds, certain, names, codes, links)


def around(day: State, body: str) -> set[str]:
    """The body with everything above it and everything below it, by trying until nothing is new."""
    found = {body} & set(day.kinds)
    for pairs in (
        [(child, parent) for child, parent, _ in day.links],
        [(parent, child) for child, parent, _ in day.links],
    ):
        reached = {body}
        while True:
            more = {there for here, there in pairs if here in reached} - reached
            if not more:
                break
            reached |= more
        found |= reached & set(day.kinds)
    return found


@dataclass
class Story:
    """What a walk from one day to a later one saw."""

    opened: set[str]
    closed: set[str]
    lived_between: set[str]
    unsure: set[str]
    renamed: set[tuple]
    moved: set[tuple]
    recoded: set[tuple]
    arcs: set
    balance: dict[str, tuple[int, int]]


def story(registry: Registry, first: date, last: date) -> Story:
    """Walks through every day after `first` up to `last` and compares what it saw."""
    start, end = state(registry, first), state(registry, last)
    seen: set[str] = set()
    arcs: set = set()
    day = first
    spans = [(b.id, b.lifetime.start, b.lifetime.end) for b in registry.organisations.values()]
    while day < last:
        day += DAY
        seen |= {name for name, begins, ends in spans if _holds(begins, ends, day)}
        arcs |= {arc for arc in registry.successions if arc.date.first == day}
    old, new = set(start.kinds), set(end.kinds)
    both = old & new
    return Story(
        opened=new - old,
        closed=old - new,
        lived_between=seen - old - new,
        unsure={name for s in (start, end) for name, sure in s.certain.items() if not sure},
        renamed={
            (name, kind, start.names[name, kind], end.names[name, kind])
            for name in both
            for kind in ("in_use", "legal")
            if (name, kind) in start.names
            and (name, kind) in end.names
            and start.names[name, kind] != end.names[name, kind]
        },
        moved={
            (name, relation, start.parents(name, relation), end.parents(name, relation))
            for name in both
            for relation in {r for _, _, r in start.links | end.links}
            if start.parents(name, relation) != end.parents(name, relation)
        },
        recoded={
            (name, scheme, start.codes.get((name, scheme), ()), end.codes.get((name, scheme), ()))
            for name in both
            for scheme in ("ODS", "ONS")
            if start.codes.get((name, scheme)) != end.codes.get((name, scheme))
        },
        arcs=arcs,
        balance={
            kind: (
                sum(k == kind for k in start.kinds.values()),
                sum(k == kind for k in end.kinds.values()),
            )
            for kind in {*start.kinds.values(), *end.kinds.values()}
        },
    )
