"""The number of bodies of a kind through time, as spans in which nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from explorer.model import Organisation


@dataclass(frozen=True, slots=True)
class Span:
    """`count` bodies in [start, end), of which `uncertain` may not have existed yet, or no longer.

    An `end` of None is open: the bodies are in force.
    """

    start: date
    end: date | None
    count: int
    uncertain: int = 0

    def __contains__(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day < self.end)


def spans(bodies: Iterable[Organisation]) -> tuple[Span, ...]:
    """The spans of these bodies in order, gaps left out. Neighbours differ in count or doubt."""
    counts: Counter[date] = Counter()
    doubts: Counter[date] = Counter()
    for body in bodies:
        if body.lifetime.empty:
            continue
        _add(counts, body.lifetime)
        for part in body.doubt:
            _add(doubts, part)
    days = sorted({*counts, *doubts})
    count = uncertain = 0
    found: list[Span] = []
    for day, following in pairwise([*days, None]):
        count, uncertain = count + counts[day], uncertain + doubts[day]
        span = Span(day, following, count, uncertain)
        if found and found[-1].end == day and _same(found[-1], span):
            found[-1] = Span(found[-1].start, following, count, uncertain)
        elif count:
            found.append(span)
    return tuple(found)


def _add(changes: Counter[date], period) -> None:
    changes[period.start] += 1
    if period.end:
        changes[period.end] -= 1


def _same(one: Span, other: Span) -> bool:
    return (one.count, one.uncertain) == (other.count, other.uncertain)


def runs(found: Iterable[Span]) -> tuple[tuple[Span, ...], ...]:
    """The spans cut at their gaps."""
    parts: list[list[Span]] = []
    for span in found:
        if parts and parts[-1][-1].end == span.start:
            parts[-1].append(span)
        else:
            parts.append([span])
    return tuple(map(tuple, parts))


def by_count(found: Iterable[Span]) -> tuple[Span, ...]:
    """The same run with neighbours of one count joined; `uncertain` is then the largest of them."""
    joined = []
    for count, group in groupby(found, key=lambda span: span.count):
        parts = tuple(group)
        uncertain = max(part.uncertain for part in parts)
        joined.append(Span(parts[0].start, parts[-1].end, count, uncertain))
    return tuple(joined)
