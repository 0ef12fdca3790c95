"""Tenures and gaps: who held a function from when to when, and when nobody did, within a span.

A tenure is one row of the record, cut to the span; it is never joined with another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from explorer.duties.holder_names import HolderName, holder_name
from explorer.model import Registry
from explorer.period import Period, after_last_day
from explorer.responsibilities import Held, Span

# the record's own signs in a note: see the README of the package, "Relations and responsibilities"
_IN_PART = re.compile(r"\b(?:SOME|ONLY)\b|\AOnly the\b")
_FIRST_SEEN = re.compile(r"\bEARLIEST EVIDENCE\b")


@dataclass(frozen=True, slots=True)
class Tenure:
    """A holder of a function for a time. `period` is cut to the span and bounded on both sides.

    `start_doubt` and `end_doubt` are the parts of it in which it is not certain that it had begun
    or had not ended; None where that is known to the day. `first_seen`: the start is the earliest
    evidence, not the beginning. `in_part`: in some parts of England only. `open`: no end is known.
    """

    held: Held
    holder: HolderName
    period: Period
    start_doubt: Period | None
    end_doubt: Period | None
    first_seen: bool
    in_part: bool
    open: bool

    @property
    def role(self) -> str:
        return self.held.responsibility.role

    @property
    def named(self) -> bool:
        return self.held.named

    @property
    def core(self) -> Period:
        """The days on which the holder is known to have held the function; may be empty."""
        start = self.start_doubt.end if self.start_doubt else self.period.start
        end = self.end_doubt.start if self.end_doubt else self.period.end
        return Period(start, max(start, end))

    @property
    def key(self) -> str:
        """Names the row of the record: function, holder, role and first day."""
        row = self.held.responsibility
        start = row.start.text if row.start else ""
        return "/".join((row.function_id, row.holder_type, row.holder_id, row.role, start))


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nobody is recorded as responsible: `reason` is a code of `labels.GAP`."""

    period: Period
    reason: str


def tenure(registry: Registry, held: Held, span: Period, edge: date) -> Tenure:
    """The part of a row that lies in `span`. A start on `edge`, the first day of all rows, is no
    doubtful start: the record begins there, whatever was before."""
    row = held.responsibility
    period = row.period.clip(span)
    start, end = row.start, row.end
    vague = start and not start.exact and start.first > edge
    starting = Period(start.first, start.last) if vague else None
    ending = Period(end.first, after_last_day(end.last)) if end and not end.exact else None
    middle = period.start + (period.end - period.start) / 2
    return Tenure(
        held=held,
        holder=holder_name(registry, row.holder_type, row.holder_id, middle),
        period=period,
        start_doubt=_within(starting, period),
        end_doubt=_within(ending, period),
        first_seen=bool(_FIRST_SEEN.search(row.note)),
        in_part=bool(_IN_PART.search(row.note)),
        open=end is None,
    )


def _within(doubt: Period | None, period: Period) -> Period | None:
    if doubt is None:
        return None
    found = doubt.clip(period)
    return None if found.empty else found


def gaps(spans: Iterable[Span], period: Period) -> tuple[Gap, ...]:
    """The gaps of a function's spans that lie in `period`, in order."""
    return tuple(_joined(_clipped(spans, period)))


def _clipped(spans: Iterable[Span], period: Period) -> Iterator[Gap]:
    for span in spans:
        part = span.period.clip(period)
        if span.gap and not part.empty:
            yield Gap(part, span.gap)


def _joined(gaps: Iterable[Gap]) -> Iterator[Gap]:
    """Gaps for one reason that touch become one."""
    last: Gap | None = None
    for gap in gaps:
        if last and last.period.end == gap.period.start and last.reason == gap.reason:
            last = Gap(Period(last.period.start, gap.period.end), gap.reason)
            continue
        if last:
            yield last
        last = gap
    if last:
        yield last
