"""Which bodies belong to the part of a difference that was asked for: a kind, a region."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from explorer.days.scope import known_region
from explorer.graph import index
from explorer.model import DUTIES, Organisation, Registry
from explorer.naming import check_kind
from explorer.period import Period


def kindred(
    registry: Registry, kind: str | None, *, exact: bool, within: Collection[str] | None = None
) -> Callable[[str], bool]:
    """Whether a body, by id, is one of `within` and of the kind, or counted as it all its life.

    Not on some days only: a body that joins or leaves a kind while it lives would break the
    balance between two days. None is no limit. Raises UnknownName.
    """
    of_kind = _of_kind(registry, kind, exact=exact)
    if within is None:
        return of_kind
    return lambda organisation_id: organisation_id in within and of_kind(organisation_id)


def _of_kind(registry: Registry, kind: str | None, *, exact: bool) -> Callable[[str], bool]:
    if kind is None:
        return lambda organisation_id: True
    check_kind(registry, kind)
    rules = () if exact else tuple(r for r in registry.counted_as if r.counted_as == kind)

    def belongs(organisation_id: str) -> bool:
        body = registry.organisations[organisation_id]
        return body.kind == kind or any(
            rule.kind == body.kind and _covers(rule.period, body) for rule in rules
        )

    return belongs


def _covers(period: Period, body: Organisation) -> bool:
    return period.clip(body.lifetime) == body.lifetime


def around(registry: Registry, region: str, first: date, last: date) -> frozenset[str]:
    """The bodies of a region, and those that took from one of them or gave to it in the window.

    Regions were redrawn with the reforms: the bodies that followed are often of another one. Who
    took over duties alone does not belong. Raises UnknownName.
    """
    bodies, known = registry.organisations, known_region(registry, region)
    found = {body.id for body in bodies.values() if body.region == known}
    pairs = (
        (arc.from_id, arc.to_id)
        for arc in index(registry).arcs_between(first, last)
        if arc.line != DUTIES
    )
    joined = [pair for pair in pairs if not found.isdisjoint(pair)]
    return frozenset(found.union(*joined))
