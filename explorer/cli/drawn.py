"""Drawings that are had by the settings of their page: words become settings, these a drawing."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType

from explorer.cli.answer import together
from explorer.cli.drawn_parser import DRAWN
from explorer.cli.reading import body_in, day_in, kind_in, region_in
from explorer.cli.work import Work
from explorer.duties.holders import find_function
from explorer.errors import DateError, UnknownName
from explorer.export.drawings import view_of
from explorer.export.extracts import extract_of
from explorer.forms import SIX
from explorer.hierarchy import RELATIONS
from explorer.model import Registry
from explorer.money import money
from explorer.naming import near_words
from explorer.places import place
from explorer.view import ViewState


def drawn_work(drawing: str, registry: Registry, asked: Namespace) -> Work:
    """The drawing with its data. Raises one error for all that is wrong with its settings."""
    _, needed, possible = DRAWN[drawing]
    given = [name for name in (*needed, *possible) if getattr(asked, name) is not None]
    read = together(*(partial(_READ[name], registry, getattr(asked, name)) for name in given))
    view = ViewState(**dict(zip(given, read, strict=True)))
    return Work(
        view_of(drawing, registry, view),
        extract_of(drawing, registry, view, address=asked.address),
    )


def _known(what: str, asked: str, known: Iterable[str]) -> str:
    names = tuple(known)
    if asked not in names:
        raise UnknownName(what, asked, near_words(asked, names))
    return asked


def _days(registry: Registry, asked: list[str]) -> tuple:
    if len(asked) > SIX:
        raise DateError(f"Up to {SIX} days stand beside each other, and {len(asked)} were given.")
    return together(*(partial(day_in, registry, each) for each in asked))


def _relations(registry: Registry, asked: list[str]) -> tuple:
    return together(*(partial(_known, "relation", each, RELATIONS) for each in asked))


def _bodies(registry: Registry, asked: list[str]) -> tuple:
    return tuple(body.id for body in together(*(partial(body_in, registry, x) for x in asked)))


def _year(registry: Registry, asked: int) -> int:
    first, last = registry.edition.first_day.year, registry.edition.last_day.year
    if not first <= asked <= last:
        raise DateError(f"{asked} is outside the record, which runs from {first} to {last}.")
    return asked


def _subject(registry: Registry, asked: str) -> str:
    return next((each.subject_id for each in money(registry, asked)), asked)


_READ: Mapping[str, Callable] = MappingProxyType(
    {
        "day": day_in,
        "days": _days,
        "kind": kind_in,
        "region": region_in,
        "near": lambda registry, asked: place(registry, asked).text,
        "under": lambda registry, asked: body_in(registry, asked).id,
        "relations": _relations,
        "opened": _bodies,
        "first_year": _year,
        "last_year": _year,
        "place": lambda registry, asked: place(registry, asked).text,
        "function": lambda registry, asked: find_function(registry, asked).id,
        "when": lambda registry, asked: asked,  # the hand-overs know their dates
        "show": lambda registry, asked: asked,
        "milestone": lambda registry, asked: _known(
            "milestone", asked, dict.fromkeys(plan.milestone_id for plan in registry.plans)
        ),
        "subject": _subject,
    }
)
