"""Put these events in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from random import Random

from explorer.look import day_words
from explorer.model import PolicyEvent, Registry
from explorer.period import Period
from explorer.teaching.evidence import of_change
from explorer.teaching.quiz.question import Ordering

EVENTS = {1: 3, 2: 4, 3: 5}  # to be put in order, by level
_APART = {1: 900, 2: 300, 3: 0}  # days at least between two events, by level
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_INSTRUMENT = re.compile(r"Order|Regulations|S\.I\.")
_TRIES = 400


def orderings(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Ordering]:
    """Sets of events of the period, each no two of which come in a certain order by their titles.

    A title with a year would give the answer away; instruments are known to specialists only.
    """
    events = [event for event in registry.timeline if _fit(event, period, level)]
    seen: set[str] = set()
    for _ in range(_TRIES):
        fresh = [event for event in events if event.id not in seen]
        if len(fresh) < EVENTS[level]:
            return
        chosen = rng.sample(fresh, EVENTS[level])
        if _apart(chosen, _APART[level]):
            seen.update(event.id for event in chosen)
            yield _question(chosen, level, registry)


def _fit(event: PolicyEvent, period: Period, level: int) -> bool:
    inside = event.date.first in period and event.date.last in period
    plain = level == 3 or not _INSTRUMENT.search(event.title)
    return inside and plain and not _YEAR.search(event.title)


def _apart(events: list[PolicyEvent], days: int) -> bool:
    """Whether any two are surely so many days apart; where none need be, at least two differ."""
    gaps = [
        max((b.date.first - a.date.last).days, (a.date.first - b.date.last).days)
        for a, b in combinations(events, 2)
    ]
    return min(gaps) >= days if days else max(gaps) > 0


def _question(chosen: list[PolicyEvent], level: int, registry: Registry) -> Ordering:
    in_order = sorted(chosen, key=lambda event: (event.date.first, event.date.last))
    said = "; ".join(f"{event.title}: {day_words(event.date)}" for event in in_order)
    return Ordering(
        form="order",
        prompt="Put these in order, the earliest first.",
        options=tuple(event.title for event in chosen),
        dates=tuple(event.date for event in chosen),
        keys=tuple(event.id for event in chosen),
        explanation=f"{said}.",
        source_ids=tuple(dict.fromkeys(event.source_id for event in in_order)),
        evidence=of_change(registry, in_order[-1].date.last),
        level=level,
    )
