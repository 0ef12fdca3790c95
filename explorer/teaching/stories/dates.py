"""The days that a story names, each of which the record must know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from explorer.graph import index
from explorer.look import MONTHS
from explorer.model import Registry
from explorer.period import ONE_DAY, PartialDate

_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) ((?:19|20)\d\d)\b")


def unknown_days(registry: Registry, text: str) -> tuple[str, ...]:
    """The full dates of a text on which the record has nothing; impossible ones as well."""
    return tuple(match[0] for match in _DAY.finditer(text) if _day(match) not in _known(registry))


def _day(match: re.Match) -> date | None:
    try:
        return date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
    except ValueError:
        return None


@lru_cache(maxsize=4)
def _known(registry: Registry) -> frozenset[date]:
    """Every day that the record names, and the day before each change: a last day."""
    days = {registry.edition.first_day, registry.edition.last_day, registry.edition.as_known_on}
    for change in index(registry).change_days:
        days.update((change, change - ONE_DAY))
    for known in _dates(registry):
        if known is not None and known.exact:
            days.add(known.first)
    return frozenset(days)


def _dates(registry: Registry) -> Iterator[PartialDate | None]:
    for event in registry.timeline:
        yield event.date
    for reform in registry.reforms.values():
        yield reform.date
    for plan in registry.plans:
        yield from (plan.planned_from, plan.planned, plan.published, plan.actual)
    for row in (*registry.responsibilities, *registry.relationships):
        yield from (row.start, row.end)
    for moved in registry.transfers:
        yield moved.date
    for count in registry.counts:
        yield count.date
    for kind in registry.kinds.values():
        yield from (kind.first_day, kind.last_day)
    for names in registry.names.values():
        for naming in names:
            yield from (naming.start, naming.end)
