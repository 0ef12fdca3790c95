"""The bands of the timeline: how many bodies of a kind there were, counted or only published.

A kind that is counted as another for all its life (care trusts among primary care trusts) is part
of the other's band. Where bodies are not listed one by one there is no band of counts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

from explorer.model import CountedAs, Kind, Organisation, Plan, PublishedCount, Registry
from explorer.period import PartialDate, Period, after_last_day
from explorer.policy.lanes import SINCE_DUTY, is_close, is_counted, lane_of
from explorer.policy.spans import Span, by_count, runs, spans

DISPUTED = ("register_lists_more", "not_all_named")
NOT_LISTED = ("no_full_list", "bodies_not_listed")  # reasons why our own count would mislead


@dataclass(frozen=True)
class Band:
    """One unbroken run of a kind. `lost` bodies are still open but were last seen on its last day.

    `also` are kinds counted within it; `counted_as` says that for a time they were, in published
    figures, bodies of another kind. `disputed` are published counts with ours beside them, where
    the register lists more bodies, or fewer by name, than were published. `opened` and `ended` hold
    the days, by the counting rule, of openings and of ends (exclusive) that are known only to the
    month or year, as the record gives them.
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
    opened: Mapping[date, PartialDate] = field(default_factory=dict)
    ended: Mapping[date, PartialDate] = field(default_factory=dict)

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


def bands(registry: Registry, kind: Kind) -> list[Band]:
    """The runs of a kind; none for one that is part of another's band."""
    if kind.id in folded(registry):
        return []
    also = tuple(sorted(name for name, into in folded(registry).items() if into == kind.id))
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
            plans=pending(registry, "kind", kind.id) if period.end is None else (),
            opened=_vague(bodies, opening=True),
            ended=_vague(bodies, opening=False),
        )
        found.append(replace(band, disputed=_disputed(registry, band)))
    return found


def _vague(bodies: Iterable[Organisation], *, opening: bool) -> Mapping[date, PartialDate]:
    """Days on which bodies begin (or are gone) none of which is known as a day."""
    found: dict[date, list[PartialDate]] = defaultdict(list)
    for body in bodies:
        known = body.opened if opening else body.closed or body.last_seen
        day = body.lifetime.start if opening else body.lifetime.end
        if known and day:
            found[day].append(known)
    return MappingProxyType(
        {
            day: max(dates, key=lambda one: one.last - one.first)
            for day, dates in found.items()
            if not any(one.exact for one in dates)
        }
    )


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
def folded(registry: Registry) -> dict[str, str]:
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


def published_bands(registry: Registry) -> list[PublishedBand]:
    """The kinds with a lane whose bodies are not all listed, in order of time."""
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


def pending(registry: Registry, subject_type: str, subject_id: str) -> tuple[Plan, ...]:
    """Plans for a subject that were not yet due when the record ends, by planned day."""
    found = (
        plan
        for plan in registry.plans
        if plan.status == "pending"
        and (plan.subject_type, plan.subject_id) == (subject_type, subject_id)
        and plan.planned
    )
    return tuple(sorted(found, key=lambda plan: (plan.planned.first, plan.id)))
