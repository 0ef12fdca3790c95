"""How large a body was: its GP practices, counted, or carried on from its forerunners.

Counted: the largest number of practices that any measurement of a share gives for the body.
Carried: the shares of the sizes of all bodies from which it came, if all of them are known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from explorer.model import Organisation, Registry

LINES = ("commissioner", "place")  # the lines whose shares are measured, in order of preference


@dataclass(frozen=True, slots=True)
class Size:
    """`practices` is None where it is not known."""

    practices: float | None
    counted: bool


UNKNOWN = Size(None, False)


@lru_cache(maxsize=8)
def sizes(registry: Registry) -> Mapping[str, Size]:
    """The size of every body of the record."""
    counted: dict[str, int] = {}
    for share in registry.shares:
        if share.practices_of:
            counted[share.from_id] = max(counted.get(share.from_id, 0), share.practices_of)
    found: dict[str, Size] = {name: Size(count, True) for name, count in counted.items()}
    bodies = sorted(registry.organisations.values(), key=_by_start)
    for body in bodies:
        if body.id not in found:
            found[body.id] = _carried(registry, body, found)
    return MappingProxyType(found)


def _by_start(body: Organisation) -> tuple[date, str]:
    return body.lifetime.start or date.min, body.id


def _carried(registry: Registry, body: Organisation, found: Mapping[str, Size]) -> Size:
    """What a body began with, if all of that is known, and what is known of what came later."""
    arcs = registry.into.get(body.id, ())
    line = next((line for line in LINES if any(arc.line == line for arc in arcs)), None)
    first, later = [], []
    for arc in arcs:
        if arc.line == line:
            size = found.get(arc.from_id, UNKNOWN).practices
            part = None if size is None or arc.share is None else size * arc.share
            began = body.opened.last if body.opened else body.lifetime.start
            (first if arc.date.first <= (began or date.min) else later).append(part)
    if not first or None in first:
        return UNKNOWN
    return Size(sum(first) + sum(part for part in later if part), False)
