"""The lives of single bodies side by side: of one kind, of one region, or those asked for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explorer.errors import UnknownName
from explorer.model import Kind, Organisation, PartialDate, Registry
from explorer.naming import check_kind
from explorer.policy.bands import folded
from explorer.timeline import Bar, bar


@dataclass(frozen=True, slots=True)
class LifeGroup:
    """Bars of one kind, the longest-lived first. `opened` is the day on which all of them opened;
    None where a group holds the whole kind, or where the day is not known."""

    kind: Kind
    opened: PartialDate | None
    bars: tuple[Bar, ...]


@dataclass(frozen=True, eq=False)
class Lives:
    """Groups in order of time. By waves of opening for one kind, else by kind."""

    registry: Registry
    kind: Kind | None
    region: str | None
    by_wave: bool
    groups: tuple[LifeGroup, ...]

    @property
    def bars(self) -> tuple[Bar, ...]:
        return tuple(bar for group in self.groups for bar in group.bars)

    @property
    def first(self) -> date:
        return min(bar.body.lifetime.start for bar in self.bars)

    @property
    def last(self) -> date | None:
        """The day after the last of them ended; None where one is in force."""
        ends = [bar.body.lifetime.end for bar in self.bars]
        return None if None in ends else max(ends)


def lives(
    registry: Registry,
    *,
    kind: str | None = None,
    region: str | None = None,
    ids: Iterable[str] | None = None,
    exact: bool = False,
) -> Lives:
    """Bodies of the kind (and those counted as it all their lives, unless `exact`), of the region,
    among `ids`.

    Raises UnknownName for a kind or region that the record does not have, or where no body is
    left.
    """
    if kind:
        check_kind(registry, kind)
    regions = {body.region for body in registry.organisations.values()} - {""}
    if region and region not in regions:
        raise UnknownName("region", region, difflib.get_close_matches(region, sorted(regions)))
    wanted = None if ids is None else set(ids)
    also = folded(registry)
    found = [
        bar(registry, body)
        for body in registry.organisations.values()
        if not body.lifetime.empty
        and (kind is None or kind in (body.kind, None if exact else also.get(body.kind)))
        and (region is None or body.region == region)
        and (wanted is None or body.id in wanted)
    ]
    if not found:
        raise UnknownName("body of this choice", " ".join(filter(None, (kind, region))) or "none")
    by_wave = kind is not None
    groups: dict[tuple, list[Bar]] = {}
    for one in found:
        opened = one.body.opened
        key = (opened.text if opened else "") if by_wave else one.kind.id
        groups.setdefault(key, []).append(one)
    return Lives(
        registry=registry,
        kind=registry.kinds[kind] if kind else None,
        region=region,
        by_wave=by_wave,
        groups=tuple(
            sorted(
                (_group(registry, bars, kind if by_wave else None) for bars in groups.values()),
                key=lambda group: (_first(group), group.kind.id),
            )
        ),
    )


def _group(registry: Registry, bars: list[Bar], kind: str | None) -> LifeGroup:
    ordered = tuple(sorted(bars, key=lambda one: _longest_first(one.body)))
    return LifeGroup(
        kind=registry.kinds[kind] if kind else ordered[0].kind,
        opened=ordered[0].body.opened if kind else None,
        bars=ordered,
    )


def _longest_first(body: Organisation) -> tuple[date, int, str, str]:
    end = body.lifetime.end or date.max
    return body.lifetime.start, -end.toordinal(), body.name, body.id


def _first(group: LifeGroup) -> date:
    return min(bar.body.lifetime.start for bar in group.bars)
