"""A true time axis: px from days, linear, with round years at its head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """`first` stands at `left` px, `last` at `right` px."""

    left: float
    right: float
    first: date
    last: date

    @property
    def per_day(self) -> float:
        """Px of one day."""
        return (self.right - self.left) / max(1, (self.last - self.first).days)

    def x(self, day: date) -> float:
        """Px of the first moment of `day`; days off the axis lie off its ends."""
        return self.left + (day - self.first).days * self.per_day

    def within(self, day: date | None, otherwise: float) -> float:
        """`x`, kept between the ends of the axis; `otherwise` where there is no day."""
        return otherwise if day is None else min(max(self.x(day), self.left), self.right)

    def years(self, least: float) -> tuple[int, ...]:
        """Years whose 1 January lies on the axis: every one, second, fifth, ... so that they
        stand `least` px apart or more."""
        step = next((s for s in _STEPS if s * 365.25 * self.per_day >= least), _STEPS[-1])
        start = self.first.year + (self.first > date(self.first.year, 1, 1))
        return tuple(year for year in range(start, self.last.year + 1) if year % step == 0)


def rows(spans: list[tuple[float, float]], space: float) -> tuple[int, ...]:
    """The lowest row for each span (left, right), in the given order, where it keeps `space` px
    from those already there."""
    taken: list[list[tuple[float, float]]] = []
    found = []
    for left, right in spans:
        row = next(
            (
                i
                for i, others in enumerate(taken)
                if all(right + space <= a or b + space <= left for a, b in others)
            ),
            len(taken),
        )
        if row == len(taken):
            taken.append([])
        taken[row].append((left, right))
        found.append(row)
    return tuple(found)
