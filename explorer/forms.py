"""How settings are written in an address, and which of them an edition of the record has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from explorer.hierarchy import RELATIONS
from explorer.model import Registry
from explorer.period import partial
from explorer.places import place_names
from explorer.record.needs import COLUMNS, OPTIONAL_COLUMNS

NOT_HELD = "which this edition does not have"
OUTSIDE = "which lies outside this edition"
SIX = 6  # days beside each other


@dataclass(frozen=True, slots=True)
class Form:
    """How a sort of value is written in an address, and when an edition has it.

    `read` raises ValueError. `stand_in` gives what to show where the usual value itself does not
    belong to the edition, as happens with other people's records.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    held: Callable[[Registry, Any], bool] = lambda registry, value: True
    stand_in: Callable[[Registry, Any], Any] = lambda registry, usual: usual
    refusal: str = NOT_HELD


def _day(text: str) -> date:
    found = date.fromisoformat(text)
    if found.isoformat() != text:  # Python also reads 20130401 and 2013-W14-1
        raise ValueError(text)
    return found


def _inside(registry: Registry, day: date) -> bool:
    return registry.edition.first_day <= day <= registry.edition.last_day


def _nearest_day(registry: Registry, day: date) -> date:
    return min(max(day, registry.edition.first_day), registry.edition.last_day)


def _code(text: str) -> str:
    if not text or not text.isprintable() or text != text.strip():
        raise ValueError(text)
    return text


def _codes(text: str) -> tuple[str, ...]:
    return tuple(map(_code, text.split(",")))


def _number(text: str, digits: int = 3) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= digits and str(int(text)) == text):
        raise ValueError(text)
    return int(text)


def _count(text: str) -> int:
    return _number(text, 4)


def _flag(text: str) -> bool:
    if text != "yes":
        raise ValueError(text)
    return True


def _words(text: str) -> str:
    return _code(" ".join(text.split()))


def _days(text: str) -> tuple[date, ...]:
    found = tuple(map(_day, text.split(",")))
    if len(found) > SIX:
        raise ValueError(text)
    return found


def _year(text: str) -> int:
    if len(text) != 4:
        raise ValueError(text)
    return _count(text)


def _date(text: str) -> str:
    return partial(text).text


def _lines_held(registry: Registry, lines: tuple[str, ...]) -> bool:
    return {arc.line for arc in registry.successions}.issuperset(lines)


def _region_held(registry: Registry, region: str) -> bool:
    return any(body.region == region for body in registry.organisations.values())


def _policy(registry: Registry, asked: str) -> bool:
    return any(event.id == asked for event in registry.timeline)


DAY = Form(_day, date.isoformat, _inside, _nearest_day, OUTSIDE)
KIND = Form(_code, str, lambda registry, kind: kind in registry.kinds)
BODY = Form(
    _code,
    str,
    lambda registry, body: body in registry.organisations,
    lambda registry, usual: next(iter(registry.organisations), usual),
)
BODIES = Form(
    _codes,
    ",".join,
    lambda registry, bodies: all(name in registry.organisations for name in bodies),
)
REGION = Form(_code, str, _region_held)
LINES = Form(_codes, ",".join, _lines_held)
NUMBER = Form(_number, str)
COUNT = Form(_count, str)
CODE = Form(_code, str)
FLAG = Form(_flag, lambda value: "yes")
WORDS = Form(_words, str)
DAYS = Form(
    _days,
    lambda days: ",".join(map(date.isoformat, days)),
    lambda registry, days: all(_inside(registry, day) for day in days),
    refusal=OUTSIDE,
)
YEAR = Form(
    _year,
    str,
    lambda registry, year: (
        registry.edition.first_day.year <= year <= registry.edition.last_day.year
    ),
    refusal=OUTSIDE,
)
DATE = Form(
    _date, str, lambda registry, when: any(row.date.text == when for row in registry.transfers)
)
RELATION = Form(_codes, ",".join, lambda registry, asked: set(asked) <= set(RELATIONS))
CHANGE = Form(
    _code, str, lambda registry, asked: asked in registry.reforms or _policy(registry, asked)
)
PLACE = Form(
    _words,
    str,
    lambda registry, place: place in place_names(registry),
    lambda registry, usual: next(iter(place_names(registry)), usual),
)
FUNCTION = Form(
    _code,
    str,
    lambda registry, function: function in registry.functions,
    lambda registry, usual: next(iter(registry.functions), usual),
)
MILESTONE = Form(
    _code, str, lambda registry, name: any(plan.milestone_id == name for plan in registry.plans)
)
BUDGET = Form(
    _code, str, lambda registry, name: any(row.subject_id == name for row in registry.budgets)
)
COLUMN = Form(
    _code,
    str,
    lambda registry, name: any(
        name in columns.split() for columns in (*COLUMNS.values(), *OPTIONAL_COLUMNS.values())
    ),
)
TABLE = Form(_code, str, lambda registry, name: name in COLUMNS or name in OPTIONAL_COLUMNS)


def one_of(*codes: str) -> Form:
    """A choice from a closed list of codes."""
    return Form(_code, str, lambda registry, code: code in codes)
