"""The part of the record that a reader asks for: a kind, a region, a place, around one body."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from explorer.days.reach import reach
from explorer.errors import UnknownName
from explorer.model import Organisation, Registry, Relationship
from explorer.naming import check_kind, find, near_words
from explorer.places import place as place_of


@dataclass(frozen=True, slots=True)
class Scope:
    """None is no limit. `under` is the id of a body, kept with all that is above and below it;
    `area` are the bodies of a place, on any day."""

    kinds: frozenset[str] | None = None
    region: str | None = None
    area: frozenset[str] | None = None
    under: str | None = None

    @property
    def narrowed(self) -> bool:
        return (self.kinds, self.region, self.area, self.under) != (None, None, None, None)

    def holds(self, body: Organisation) -> bool:
        """Whether kind, region and place fit."""
        return (
            (self.kinds is None or body.kind in self.kinds)
            and (self.region is None or body.region == self.region)
            and (self.area is None or body.id in self.area)
        )

    def part(
        self, registry: Registry, ids: Iterable[str], relations: Collection[Relationship]
    ) -> tuple[str, ...]:
        """Those of `ids` that were asked for, given the relations of the day.

        A region or a place comes with all that stands above its bodies, unless a kind is asked for.
        """
        if self.under is not None:
            around = {self.under}
            for upward in (True, False):
                around.update(reach(relations, self.under, upward=upward))
            ids = (name for name in ids if name in around)
        ids = tuple(ids)
        kept = {name for name in ids if self.holds(registry.organisations[name])}
        if self.kinds is None and (self.region is not None or self.area is not None):
            kept.update(reach(relations, *kept, upward=True))
        return tuple(name for name in ids if name in kept)


def scope_of(
    registry: Registry,
    day: date,
    *,
    kind: str | None,
    region: str | None,
    place: str | None,
    under: str | None,
    exact: bool,
) -> Scope:
    """What was asked for on `day`. Raises UnknownName and UnknownOrganisation."""
    return Scope(
        kinds=None if kind is None else kinds_within(registry, kind, day, exact=exact),
        region=None if region is None else known_region(registry, region),
        area=None if place is None else _area(registry, place),
        under=None if under is None else find(registry, under).id,
    )


@lru_cache(maxsize=64)
def _area(registry: Registry, name: str) -> frozenset[str]:
    """The commissioners and councils of a place. Raises UnknownName."""
    found = place_of(registry, name)
    return frozenset(hit.organisation_id for hit in (*found.hits, *found.councils))


def kinds_within(
    registry: Registry, kind: str, day: date, *, exact: bool = False
) -> frozenset[str]:
    """The kind and, unless `exact`, those counted as it on `day`. Raises UnknownName."""
    check_kind(registry, kind)
    also = (c.kind for c in registry.counted_as if c.counted_as == kind and day in c.period)
    return frozenset((kind,) if exact else (kind, *also))


def known_region(registry: Registry, region: str) -> str:
    """The region itself, if any body of any day belongs to it. Raises UnknownName."""
    known = {body.region for body in registry.organisations.values()} - {""}
    if region not in known:
        raise UnknownName("region", region, near_words(region, sorted(known)))
    return region
