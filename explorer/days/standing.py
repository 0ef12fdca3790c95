"""How each body stood on a day: its name, its code, and whether it is certain that it existed.

Between two dated facts about a body nothing about it changes. So each body has a short list of
days on which its standing changed, and any day is found in it by binary search.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from explorer.model import Organisation, Registry
from explorer.naming import display_name, legal_name_on, ods_code
from explorer.period import Period


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation on one day.

    `name` is the name in use, else the legal name, else our label (`name_type` says which); `code`
    the ODS code held on the day. `certain` is False inside a partial first or last day.
    """

    organisation: Organisation
    name: str
    name_type: str
    legal_name: str | None
    code: str | None
    certain: bool

    @property
    def id(self) -> str:
        return self.organisation.id

    @property
    def kind(self) -> str:
        return self.organisation.kind


def standing(registry: Registry, organisation_id: str, day: date) -> Body:
    """The body as it stood on `day`. Raises KeyError for an id that the record does not hold."""
    days, bodies = _standings(registry)[organisation_id]
    return bodies[bisect_right(days, day) - 1]


class _Standings(dict):
    """Days of change and the standing from each of them on, by id; made when first asked for."""

    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self.registry = registry

    def __missing__(self, organisation_id: str) -> tuple[list[date], list[Body]]:
        body = self.registry.organisations[organisation_id]
        names = self.registry.names.get(organisation_id, ())
        codes = self.registry.codes.get(organisation_id, ())
        days = _boundaries(
            [body.lifetime, *body.doubt, *(fact.period for fact in (*names, *codes))]
        )
        self[organisation_id] = days, [_on(self.registry, body, day) for day in days]
        return self[organisation_id]


@lru_cache(maxsize=8)
def _standings(registry: Registry) -> _Standings:
    return _Standings(registry)


def _boundaries(periods: Iterable[Period]) -> list[date]:
    edges = {edge for period in periods for edge in (period.start, period.end)}
    return sorted({date.min, *edges} - {None})


def _on(registry: Registry, body: Organisation, day: date) -> Body:
    name = display_name(registry, body.id, day)
    return Body(
        organisation=body,
        name=name.text,
        name_type=name.type,
        legal_name=legal_name_on(registry, body.id, day),
        code=ods_code(registry, body.id, day),
        certain=body.certain_on(day),
    )
