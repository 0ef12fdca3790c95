"""What changes about a body while it lives on: its names, its codes, and whom it stands under.

Every dated change of that sort inside a lifetime is in one log sorted by date, so that only bodies
touched between two days need be compared on those days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from explorer.graph import index
from explorer.model import Registry
from explorer.naming import IN_USE, LEGAL, name_on
from explorer.period import Period

NAME, CODE, PARENT = "name", "code", "parent"
NAME_TYPES = (IN_USE, LEGAL)  # a label is ours: that it changes is no change of the body


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One thing about one body: a `sort` of name, a scheme of codes, or a relation to parents."""

    organisation_id: str
    aspect: str
    sort: str


@dataclass(frozen=True, slots=True, order=True)
class Turn:
    """A facet before and after. Empty means that nothing is recorded for the day."""

    facet: Facet
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def reversed(self) -> Turn:
        return Turn(self.facet, self.after, self.before)


def held(registry: Registry, facet: Facet, day: date) -> tuple[str, ...]:
    """The names, codes or ids of parents that a facet shows on `day`, in order."""
    body, sort = facet.organisation_id, facet.sort
    if facet.aspect == NAME:
        found = name_on(registry, body, day, sort)
        return (found.name,) if found else ()
    if facet.aspect == CODE:
        return tuple(sorted(index(registry).codes_on(body, day, sort)))
    links = registry.parents.get(body, ())
    return tuple(sorted({x.parent_id for x in links if x.relation == sort and day in x.period}))


def touched(registry: Registry, after: date, until: date) -> tuple[Facet, ...]:
    """Facets with a dated fact that begins or ends on a day d, after < d <= until; each once."""
    days, facets = _log(registry)
    window = facets[bisect_right(days, after) : bisect_right(days, until)]
    return tuple(dict.fromkeys(window))


def days_touched(registry: Registry, after: date, until: date) -> tuple[date, ...]:
    """The days d, after < d <= until, on which any facet may change, in order."""
    days, _ = _log(registry)
    return tuple(dict.fromkeys(days[bisect_right(days, after) : bisect_right(days, until)]))


@lru_cache(maxsize=8)
def _log(registry: Registry) -> tuple[tuple[date, ...], tuple[Facet, ...]]:
    entries = sorted(set(_entries(registry)))
    return tuple(day for day, _ in entries), tuple(facet for _, facet in entries)


def _entries(registry: Registry) -> Iterator[tuple[date, Facet]]:
    """Changes inside a lifetime only: what comes or goes with the body changes nothing about it."""
    for facet, period in _facts(registry):
        life = registry.organisations[facet.organisation_id].lifetime
        for day in (period.start, period.end):
            if day and life.start < day and (life.end is None or day < life.end):
                yield day, facet


def _facts(registry: Registry) -> Iterator[tuple[Facet, Period]]:
    for body, names in registry.names.items():
        for naming in names:
            if naming.name_type in NAME_TYPES:
                yield Facet(body, NAME, naming.name_type), naming.period
    for body, codes in registry.codes.items():
        for code in codes:
            yield Facet(body, CODE, code.scheme), code.period
    for link in registry.relationships:
        yield Facet(link.child_id, PARENT, link.relation), link.period
