"""When a body counts as existing, and in which parts of that time it is not certain.

Rules (the record's README): a partial opening counts from its first day, a partial closing to its
last day, but never outside the days of its kind: a district known to have opened in 1982 opened on
1 April at the earliest, for there were none before. A blank opening is never "from the beginning":
the body counts from the first dated fact about it. A body whose end is not known counts to the last
day on which it was seen.
"""

from __future__ import annotations

from datetime import date

from explorer.period import ONE_DAY, PartialDate, Period, after_last_day

ALWAYS = Period()


def lifetime(
    opened: PartialDate | None,
    closed: PartialDate | None,
    last_seen: PartialDate | None,
    first_fact: date | None,
    kind_days: Period = ALWAYS,
) -> Period:
    """The period in which a body counts. Empty where nothing dated is known of it at all.

    `kind_days` are the days on which bodies of its kind may exist: they narrow partial dates only.
    """
    last = closed or last_seen
    end = after_last_day(last.last) if last else None
    if closed and not closed.exact and kind_days.end and closed.first < kind_days.end:
        end = min(end, kind_days.end)
    if opened:
        start = opened.first
        if not opened.exact and kind_days.start and kind_days.start <= opened.last:
            start = max(start, kind_days.start)
    elif first_fact and end:
        start = min(first_fact, end - ONE_DAY)
    else:
        start = first_fact or (end - ONE_DAY if end else date.max)
    return Period(start, end)


def doubt(
    life: Period,
    opened: PartialDate | None,
    closed: PartialDate | None,
    last_seen: PartialDate | None,
    *,
    closed_by: bool,
) -> tuple[Period, ...]:
    """The parts of `life` in which the body may not have existed yet, or no longer.

    Inside a partial opening before its last day, inside a partial closing after its first day. A
    closing known only as "at the latest" leaves doubt over the whole life after the opening.
    """
    found = []
    if opened and not opened.exact:
        found.append(Period(opened.first, opened.last))
    if closed_by:
        found.append(Period(after_last_day(opened.last) if opened else life.start, life.end))
    elif closed and not closed.exact:
        found.append(Period(after_last_day(closed.first), life.end))
    elif last_seen and not last_seen.exact:
        found.append(Period(after_last_day(last_seen.first), life.end))
    return tuple(part for part in (life.clip(period) for period in found) if not part.empty)
