"""The days on which the record turns: what a reader jumps to first."""

from __future__ import annotations

from datetime import date

from explorer.graph import index
from explorer.model import Reform, Registry
from explorer.period import ONE_DAY

LARGEST = 9


def turning_points(registry: Registry, number: int = LARGEST) -> tuple[Reform, ...]:
    """The reforms on whose day most bodies opened or had closed, and the latest; by date.

    One for each day, and only reforms that have happened and whose day is known.
    """
    found = index(registry)
    by_day: dict[date, Reform] = {}
    for reform in registry.reforms.values():
        if reform.date.exact and reform.status != "planned":
            by_day.setdefault(reform.date.first, reform)

    def size(day: date) -> int:
        window = (day - ONE_DAY, day)
        return len(found.opened_between(*window)) + len(found.closed_between(*window))

    largest = sorted(by_day, key=lambda day: (-size(day), day))[:number]
    return tuple(by_day[day] for day in sorted({*largest, *sorted(by_day)[-1:]}))
