"""The whole record on one axis of time: numbers of bodies by kind, bodies, policy and reforms.

Bands hold the number of bodies of a kind from day to day; a kind that is counted as another for all
its life (care trusts among primary care trusts) is part of the other's band. Where bodies are not
listed one by one there is no such band, only the numbers published at the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, lru_cache

from explorer.lanes import LANES, SINCE_DUTY, Lane, is_close, is_counted, lane_of, leading
from explorer.model import (
    CountedAs,
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
from explorer.reform_ties import reforms_of
from explorer.reforms import Effects, reform_effects
from explorer.spans import Span, by_count, runs, spans

DISPUTED = ("register_lists_more", "not_all_named")
NOT_LISTED = ("no_full_list", "bodies_not_listed")  # reasons why our own count would mislead


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


@dataclass(frozen=True)
class Band:
    """One unbroken run of a kind. `lost` bodies are still open but were last seen on its last day.

    `also` are kinds counted within it; `counted_as` says that for a time they were, in published
    figures, bodies of another kind. `disputed` are published counts with ours beside them, where
    the register lists more bodies, or fewer by name, than were published.
    """

    kind: Kind
    lane: str
    close: bool
    spans: tuple[Span, ...]
    also: tuple[str, ...] = ()
    lost: tuple[tuple[date, int], ...] = ()
    counted_as: tuple[CountedAs, ...] = ()
    plans: tuple[Plan, ...] = ()
    disputed: tuple[tuple[PublishedCount, int], ...] = ()

    @property
    def start(self) -> date:
        return self.spans[0].start

    @property
    def end(self) -> date | None:
        return self.spans[-1].end

    @cached_property
    def steps(self) -> tuple[Span, ...]:
        """The spans with equal counts joined: what the thickness of the band shows."""
        return by_count(self.spans)

    def count_on(self, day: date) -> int:
        return next((span.count for span in self.spans if day in span), 0)


@dataclass(frozen=True, slots=True)
class PublishedBand:
    """Published numbers of a kind whose bodies are not all listed, within the life of the kind; of
    a kind that goes on no further than the last number."""

    kind: Kind
    lane: str
    close: bool
    period: Period
    counts: tuple[PublishedCount, ...]


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
    published = tuple(_published(registry))
    only_published = {band.kind.id for band in published}
    return Timeline(
        registry=registry,
        lanes=LANES,
        eras=ERAS,
        bands=tuple(
            sorted(
                (b for k in counted if k.id not in only_published for b in _bands(registry, k)),
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


def _bands(registry: Registry, kind: Kind) -> list[Band]:
    if kind.id in _folded(registry):
        return []
    also = tuple(sorted(name for name, into in _folded(registry).items() if into == kind.id))
    bodies = [b for b in registry.organisations.values() if b.kind == kind.id or b.kind in also]
    since = _since(registry, kind)
    lost = defaultdict(int)
    for body in bodies:
        if body.end_unknown and body.lifetime.end:
            lost[body.lifetime.end] += 1
    found = []
    for run in runs(_after(since, spans(bodies))):
        period = Period(run[0].start, run[-1].end)
        band = Band(
            kind=kind,
            lane=lane_of(kind),
            close=is_close(kind),
            spans=run,
            also=also,
            lost=tuple(sorted((d, n) for d, n in lost.items() if _reaches(period, d))),
            counted_as=tuple(rule for rule in registry.counted_as if rule.kind == kind.id),
            plans=_pending(registry, "kind", kind.id) if period.end is None else (),
        )
        found.append(replace(band, disputed=_disputed(registry, band)))
    return found


def _disputed(registry: Registry, band: Band) -> tuple[tuple[PublishedCount, int], ...]:
    found = (
        (count, band.count_on(count.date.last))
        for count in registry.counts
        if count.kind == band.kind.id and count.comparable and count.gap_reason in DISPUTED
    )
    return tuple((count, ours) for count, ours in found if ours and ours != count.count)


def _reaches(period: Period, day: date) -> bool:
    return period.start < day and (period.end is None or day <= period.end)


def _after(since: date | None, found: tuple[Span, ...]) -> tuple[Span, ...]:
    if since is None:
        return found
    return tuple(
        Span(max(span.start, since), span.end, span.count, span.uncertain)
        for span in found
        if span.end is None or span.end > since
    )


@lru_cache(maxsize=8)
def _folded(registry: Registry) -> dict[str, str]:
    """Kinds whose bodies were, for all their lives, counted as bodies of another kind."""
    found = {}
    for rule in registry.counted_as:
        lives = [b.lifetime for b in registry.organisations.values() if b.kind == rule.kind]
        same_lane = lane_of(registry.kinds[rule.kind]) == lane_of(registry.kinds[rule.counted_as])
        if lives and same_lane and all(life.clip(rule.period) == life for life in lives):
            found[rule.kind] = rule.counted_as
    return found


def _since(registry: Registry, kind: Kind) -> date | None:
    duty = SINCE_DUTY.get(kind.id)
    held = (
        r.period.start
        for r in registry.responsibilities
        if r.holder_type == "kind" and r.holder_id == kind.id and r.function_id == duty
    )
    return min((day for day in held if day), default=None)


def _published(registry: Registry) -> list[PublishedBand]:
    groups: dict[str, list[PublishedCount]] = defaultdict(list)
    for count in registry.counts:
        if count.measure == "bodies" and count.gap_reason in NOT_LISTED:
            groups[count.kind].append(count)
    found = []
    for kind_id, counts in groups.items():
        kind = registry.kinds[kind_id]
        if not is_counted(kind):
            continue
        counts.sort(key=lambda count: (count.date.first, count.id))
        starts = [day for day in (kind.first_day, counts[0].date) if day]
        end = after_last_day((kind.last_day or counts[-1].date).last)
        period = Period(min(day.first for day in starts), end)
        found.append(PublishedBand(kind, lane_of(kind), is_close(kind), period, tuple(counts)))
    return sorted(found, key=lambda band: (band.period.start, band.kind.id))


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
        plans=_pending(registry, "organisation", body.id),
    )


def _first(naming: Naming) -> date:
    return naming.period.start or date.min


def _pending(registry: Registry, subject_type: str, subject_id: str) -> tuple[Plan, ...]:
    """Plans for a subject that were not yet due when the record ends, by planned day."""
    found = (
        plan
        for plan in registry.plans
        if plan.status == "pending"
        and (plan.subject_type, plan.subject_id) == (subject_type, subject_id)
        and plan.planned
    )
    return tuple(sorted(found, key=lambda plan: (plan.planned.first, plan.id)))
