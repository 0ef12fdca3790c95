"""The part of the record that a reader asks for: a kind, a region, the surroundings of one body."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from explorer.days.reach import reach
from explorer.errors import UnknownName
from explorer.model import Organisation, Registry, Relationship
from explorer.naming import check_kind, find, near_words


@dataclass(frozen=True, slots=True)
class Scope:
    """None is no limit. `under` is the id of a body, kept with all that is above and below it."""

    kinds: frozenset[str] | None = None
    region: str | None = None
    under: str | None = None

    @property
    def narrowed(self) -> bool:
        return (self.kinds, self.region, self.under) != (None, None, None)

    def holds(self, body: Organisation) -> bool:
        """Whether kind and region fit."""
        return (self.kinds is None or body.kind in self.kinds) and (
            self.region is None or body.region == self.region
        )

    def part(
        self, registry: Registry, ids: Iterable[str], relations: Collection[Relationship]
    ) -> tuple[str, ...]:
        """Those of `ids` that were asked for, given the relations of the day."""
        if self.under is not None:
            around = {self.under}
            for upward in (True, False):
                around.update(reach(relations, self.under, upward=upward))
            ids = (name for name in ids if name in around)
        if self.kinds is not None or self.region is not None:
            ids = (name for name in ids if self.holds(registry.organisations[name]))
        return tuple(ids)


def scope_of(
    registry: Registry,
    day: date,
    *,
    kind: str | None,
    region: str | None,
    under: str | None,
    exact: bool,
) -> Scope:
    """What was asked for on `day`. Raises UnknownName and UnknownOrganisation."""
    return Scope(
        kinds=None if kind is None else kinds_within(registry, kind, day, exact=exact),
        region=None if region is None else known_region(registry, region),
        under=None if under is None else find(registry, under).id,
    )


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
