"""The whole record on one axis of time: numbers of bodies by kind, bodies, policy and reforms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from explorer.model import (
    Kind,
    Naming,
    Organisation,
    Plan,
    PolicyEvent,
    PublishedCount,
    Reform,
    Registry,
)
from explorer.naming import IN_USE, LABEL, LEGAL
from explorer.period import Period, after_last_day
from explorer.policy.bands import Band, PublishedBand, bands, pending, published_bands
from explorer.policy.lanes import LANES, Lane, is_close, is_counted, lane_of, leading
from explorer.policy.reform_ties import reforms_of
from explorer.reforms import Effects, reform_effects


@dataclass(frozen=True, slots=True)
class Era:
    """A stretch of years that a reader may zoom to, reform to reform; both years included."""

    id: str
    first_year: int
    last_year: int


ERAS = tuple(
    Era(f"{first}-{str(last)[2:] if first // 100 == last // 100 else last}", first, last)
    for first, last in (
        *((1948, 1974), (1974, 1991), (1991, 1999), (1999, 2002)),
        *((2002, 2013), (2013, 2022), (2022, 2027)),
    )
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One body or scheme. `names` in order of time, `law` those it had in law meanwhile."""

    body: Organisation
    kind: Kind
    lane: str
    close: bool
    names: tuple[Naming, ...]
    law: tuple[Naming, ...]
    counts: tuple[PublishedCount, ...] = ()
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the policy timeline, and the reforms tied to it."""

    event: PolicyEvent
    reforms: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Timeline:
    """Everything in order of time. Drawings choose from it."""

    registry: Registry
    lanes: tuple[Lane, ...]
    eras: tuple[Era, ...]
    bands: tuple[Band, ...]
    published: tuple[PublishedBand, ...]
    bars: tuple[Bar, ...]
    policy: tuple[Entry, ...]
    effects: tuple[Effects, ...]  # one for each reform

    @property
    def first_counted(self) -> date:
        """The first day on which bodies below the national tier are counted one by one."""
        return min((band.start for band in self.bands), default=self.registry.edition.first_day)

    @cached_property
    def effects_by_reform(self) -> Mapping[str, Effects]:
        return {effects.reforms[0].id: effects for effects in self.effects}

    def undrawn(self, first: date, last: date) -> tuple[Kind, ...]:
        """Kinds with bodies in [first, last] that have no lane."""
        found = {
            body.kind
            for body in self.registry.organisations.values()
            if not lane_of(self.registry.kinds[body.kind])
            and body.lifetime.overlaps(Period(first, after_last_day(last)))
        }
        return tuple(self.registry.kinds[kind] for kind in sorted(found))


@lru_cache(maxsize=8)
def timeline(registry: Registry) -> Timeline:
    """The timeline of a registry, made once."""
    kinds = {body.kind for body in registry.organisations.values()}
    counted = [k for k in registry.kinds.values() if k.id in kinds and is_counted(k)]
    published = tuple(published_bands(registry))
    only_published = {band.kind.id for band in published}
    return Timeline(
        registry=registry,
        lanes=LANES,
        eras=ERAS,
        bands=tuple(
            sorted(
                (b for k in counted if k.id not in only_published for b in bands(registry, k)),
                key=lambda band: (band.start, band.kind.id),
            )
        ),
        published=published,
        bars=tuple(_bars(registry)),
        policy=tuple(
            Entry(event, tuple(reform.id for reform in reforms_of(registry, event)))
            for event in sorted(registry.timeline, key=lambda event: (event.date.first, event.id))
        ),
        effects=tuple(
            reform_effects(registry, reform.id)
            for reform in sorted(registry.reforms.values(), key=_by_date)
        ),
    )


def _by_date(reform: Reform) -> tuple[date, str]:
    return reform.date.first, reform.id


def _bars(registry: Registry) -> list[Bar]:
    heads = leading(registry)
    found = []
    for body in registry.organisations.values():
        kind = registry.kinds[body.kind]
        lane, close = lane_of(kind), is_close(kind)
        if not lane or is_counted(kind) or body.lifetime.empty:
            continue
        if lane == "national" and body.id not in heads:
            lane, close = "other_national", True
        found.append(bar(registry, body, lane, close))
    return sorted(found, key=lambda one: (one.body.lifetime.start, one.body.id))


def bar(registry: Registry, body: Organisation, lane: str = "", close: bool = False) -> Bar:
    """The bar of one body, with its names, published numbers and pending plans."""
    names = registry.names.get(body.id, ())
    by_type = {
        name_type: tuple(sorted((n for n in names if n.name_type == name_type), key=_first))
        for name_type in (IN_USE, LEGAL, LABEL)
    }
    return Bar(
        body=body,
        kind=registry.kinds[body.kind],
        lane=lane,
        close=close,
        names=by_type[IN_USE] or by_type[LEGAL] or by_type[LABEL],
        law=by_type[LEGAL] if by_type[IN_USE] else (),
        counts=tuple(
            count
            for count in registry.counts
            if count.kind == body.kind and count.gap_reason == "scheme_one_row"
        ),
        plans=pending(registry, "organisation", body.id),
    )


def _first(naming: Naming) -> date:
    return naming.period.start or date.min
