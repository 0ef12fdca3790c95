"""What really changed for a body between two days: its name, code, parent, legal form or area."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from explorer.days.standing import standing
from explorer.differences.facets import CODE, NAME, PARENT
from explorer.model import DUTIES, LIVES_ON, Registry, Succession
from explorer.period import last_day_before

LEGAL_FORM, AREA = "legal form", "area"
ORDER = (NAME, CODE, PARENT, LEGAL_FORM, AREA)
PLACELESS = (DUTIES, "national", "support")  # lines of bodies that have no area


def what_changed(
    registry: Registry, organisation_id: str, start: date, end: date, turned: Collection[str]
) -> tuple[str, ...]:
    """The aspects of `ORDER` that changed; `turned` are those known to differ for a living body.

    A body that opened is compared with all it came from, one that closed with all it passed to: an
    aspect changed if none of them agrees in it.
    """
    first, last = min(start, end), max(start, end)
    life = registry.organisations[organisation_id].lifetime
    if life.start > first:
        arcs = _within(registry.into.get(organisation_id, ()), first, last)
        changed = set(_compared(registry, arcs))
    elif last not in life:
        arcs = _within(registry.out_of.get(organisation_id, ()), first, last)
        changed = set(_compared(registry, arcs))
    else:
        changed = {*turned, *_area_of_a_living_body(registry, organisation_id, first, last)}
    return tuple(aspect for aspect in ORDER if aspect in changed)


def _within(arcs: Collection[Succession], first: date, last: date) -> tuple[Succession, ...]:
    return tuple(arc for arc in arcs if first < arc.date.first <= last and arc.line != DUTIES)


def _area_of_a_living_body(
    registry: Registry, organisation_id: str, first: date, last: date
) -> Iterator[str]:
    arcs = (*registry.into.get(organisation_id, ()), *registry.out_of.get(organisation_id, ()))
    if any(arc.line not in PLACELESS for arc in _within(arcs, first, last)):
        yield AREA


def _compared(registry: Registry, arcs: Collection[Succession]) -> Iterator[str]:
    """Aspects in which no pair of original and resulting body agrees."""
    if not arcs:
        return
    days = [(_last(registry, arc), _first(registry, arc)) for arc in arcs]
    pairs = [tuple(standing(registry, *place) for place in pair) for pair in days]
    if not any(old.name == new.name for old, new in pairs):
        yield NAME
    if not any(old.code == new.code for old, new in pairs):
        yield CODE
    if not any(_parents(registry, *old) == _parents(registry, *new) for old, new in days):
        yield PARENT
    if not any(old.kind == new.kind for old, new in pairs):
        yield LEGAL_FORM
    placed = [arc for arc in arcs if arc.line not in PLACELESS]
    if placed and not any(_one_to_one(registry, arc) for arc in placed):
        yield AREA


def _last(registry: Registry, arc: Succession) -> tuple[str, date]:
    """The original body, and the last day of it before the change."""
    end = registry.organisations[arc.from_id].lifetime.end
    return arc.from_id, last_day_before(min(end or date.max, arc.date.first))


def _first(registry: Registry, arc: Succession) -> tuple[str, date]:
    return arc.to_id, max(registry.organisations[arc.to_id].lifetime.start, arc.date.first)


def _parents(registry: Registry, organisation_id: str, day: date) -> set[tuple[str, str]]:
    links = registry.parents.get(organisation_id, ())
    return {(link.relation, link.parent_id) for link in links if day in link.period}


def _one_to_one(registry: Registry, arc: Succession) -> bool:
    """Whether the whole of one body became the whole of another, on this line and day."""

    def same_change(other: Succession) -> bool:
        return (other.line, other.date.first) == (arc.line, arc.date.first)

    only_heir = sum(map(same_change, registry.out_of[arc.from_id])) == 1
    only_parent = sum(map(same_change, registry.into[arc.to_id])) == 1
    return only_heir and only_parent and arc.kind not in LIVES_ON
