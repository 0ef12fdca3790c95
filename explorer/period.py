"""Valid time: half-open periods of days, and dates known only to the month or the year.

Files and screens give the LAST day of a body; inside, a period ends on the first day after it.
`after_last_day` is the one place where the one is turned into the other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from explorer.errors import DateError

ONE_DAY = timedelta(days=1)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Precision(StrEnum):
    """How closely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


def after_last_day(last_day: date) -> date:
    """The exclusive end of a period whose last day is `last_day`."""
    return last_day + ONE_DAY


def last_day_before(end: date) -> date:
    """The last day of a period that ends, exclusively, on `end`."""
    return end - ONE_DAY


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as the source gives it: all the days it may mean, `first` to `last` inclusive."""

    text: str
    first: date
    last: date

    @property
    def precision(self) -> Precision:
        return {4: Precision.YEAR, 7: Precision.MONTH}.get(len(self.text), Precision.DAY)

    @property
    def exact(self) -> bool:
        return self.first == self.last

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=20_000)
def partial(text: str) -> PartialDate:
    """`1999`, `1999-04` or `1999-04-01` as an interval of days. Raises ValueError otherwise."""
    found = _PARTIAL.fullmatch(text)
    if not found:
        raise ValueError(f"'{text}' is not a date such as 1999, 1999-04 or 1999-04-01")
    year, month, day = found.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(f"'{text}' is not a day of the calendar") from None
    if day:
        return PartialDate(text, first, first)
    last_month = int(month) if month else 12
    return PartialDate(
        text, first, date(first.year, last_month, monthrange(first.year, last_month)[1])
    )


def day(text: str) -> date:
    """A full ISO date. Raises DateError in words for readers."""
    try:
        known = partial(text.strip())
    except ValueError as error:
        raise DateError(
            f"{error}. Write a day as year-month-day, for instance 2013-04-01."
        ) from None
    if not known.exact:
        raise DateError(
            f"'{text}' names a {known.precision}, not a day. "
            "Write a day as year-month-day, for instance 2013-04-01."
        )
    return known.first


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open `[start, end)`. `None` is unbounded on that side."""

    start: date | None = None
    end: date | None = None

    def __contains__(self, when: date) -> bool:
        return (self.start is None or self.start <= when) and (self.end is None or when < self.end)

    @property
    def empty(self) -> bool:
        return self.start is not None and self.end is not None and self.start >= self.end

    @property
    def last_day(self) -> date | None:
        return None if self.end is None else last_day_before(self.end)

    def overlaps(self, other: Period) -> bool:
        return not self.clip(other).empty

    def clip(self, other: Period) -> Period:
        """The days that both share; may be empty."""
        starts = [p.start for p in (self, other) if p.start is not None]
        ends = [p.end for p in (self, other) if p.end is not None]
        return Period(max(starts, default=None), min(ends, default=None))


def spell(first: PartialDate | None, last: PartialDate | None) -> Period:
    """The period from a first day to a last day, each perhaps partial: the widest reading."""
    return Period(first.first if first else None, after_last_day(last.last) if last else None)


def years_within(asked: tuple[int, int], limits: tuple[int, int]) -> tuple[int, int]:
    """Two years in order, each moved to the nearer of the `limits` if it lies outside them."""
    first, last = sorted(min(max(year, limits[0]), limits[1]) for year in asked)
    return first, last
