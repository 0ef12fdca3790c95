"""Who bought care locally, as a chain of numbers: what headline and alternative text tell."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from explorer.layout.timeline.stage import Stage
from explorer.model import Kind
from explorer.policy.bands import Band, PublishedBand

LANE = "local"
_THIRD, _LITTLE, _MOMENT = 1 / 3, 0.05, 0.07


@dataclass(frozen=True, slots=True)
class Link:
    """From `day` on, `count` bodies of `kind` were the most numerous of the local buyers."""

    day: date
    count: int
    kind: Kind


def chain(stage: Stage) -> tuple[Link, ...]:
    """The most numerous kind at any time, by its number when it takes the lead. Where the number
    then changed by a third, or at the end of the axis, that at which it stayed follows."""
    bands: list[Band | PublishedBand] = [
        *(band for band in stage.timeline.bands if band.lane == LANE),
        *(band for band in stage.timeline.published if band.lane == LANE),
    ]
    first, last = stage.axis.first, min(stage.axis.last, stage.known_until)
    days = {day for band in bands for day in _turns(band) if first <= day < last} | {first}
    links = [
        Link(day, *max(here, key=lambda pair: (pair[0], pair[1].id)))
        for day in sorted(days)
        if (here := [(n, band.kind) for band in bands if (n := number_on(band, day, first))])
    ]
    runs: list[list[Link]] = []
    for link in links:
        if runs and runs[-1][-1].kind is link.kind:
            runs[-1].append(link)
        else:
            runs.append([link])
    # who was in place for a moment before the years shown is no part of their story
    brief = (last - first) * _MOMENT
    if len(runs) > 1 and runs[0][0].day == first and runs[1][0].day - first < brief:
        runs = runs[1:]
    found: list[Link] = []
    for run, after in zip_longest(runs, runs[1:]):
        rival = after[0].kind if after else None
        alone = not any(b.kind is rival and number_on(b, run[-1].day, first) for b in bands)
        found += _told(run, final=after is None, alone=alone)
    return tuple(found)


def _told(run: list[Link], *, final: bool, alone: bool) -> list[Link]:
    """The first link of a run, and its last where that is told too. A fall while the next kind was
    already there (groups becoming trusts in waves) is not."""
    first, end = run[0], run[-1]
    change = abs(end.count - first.count) / max(end.count, first.count)
    if (change >= _THIRD and alone) or (final and change >= _LITTLE):
        near = (link for link in run[1:] if abs(link.count - end.count) <= _LITTLE * first.count)
        return [first, next(near)]
    return [first]


def _turns(band: Band | PublishedBand) -> Iterable[date]:
    """Days on which the number of a band changes."""
    if isinstance(band, Band):
        yield from (step.start for step in band.steps)
        if band.end:
            yield band.end
        return
    yield from (count.date.first for count in band.counts)
    if band.period.end:
        yield band.period.end


def number_on(band: Band | PublishedBand, day: date, since: date) -> int:
    """The number on a day: counted, or the last one published between `since` and then."""
    if isinstance(band, Band):
        return band.count_on(day)
    known = [count.count for count in band.counts if since <= count.date.first <= day]
    return int(known[-1]) if known and day in band.period else 0
