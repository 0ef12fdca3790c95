"""The words of `export` for drawings that are had by the settings of their page."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Mapping
from types import MappingProxyType

_PART = ("kind", "region", "near", "under")
_YEARS = ("first_year", "last_year")
# by drawing: what it shows, the settings that it needs, and those that it may have
DRAWN: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = MappingProxyType(
    {
        "structure": (
            "Who existed on a day, and who answered to whom.",
            ("day",),
            (*_PART, "relations", "opened"),
        ),
        "icicle": ("The same as nested boxes.", ("day",), (*_PART, "relations", "opened")),
        "days": ("Numbers of bodies on several days beside each other.", (), ("days", *_PART)),
        "lives": ("The life of each body of a kind or region.", (), ("kind", "region", *_YEARS)),
        "place": ("Who commissioned care in a place.", ("place",), ()),
        "responsibilities": ("Who held which function when.", (), _YEARS),
        "function": ("One function through its holders.", ("function",), _YEARS),
        "holdings": ("What a kind of body held on a day.", ("day", "kind"), ()),
        "transfers": ("The functions handed over on a date.", ("when",), ()),
        "plans": ("What was planned, and what became of it.", (), ("show", "milestone")),
        "money": ("Published budgets.", (), ("subject",)),
        "cycle": ("The commissioning cycle on a day.", ("day",), ()),
    }
)
_DAY = {"metavar": "DAY", "help": "year-month-day: 2013-04-01"}
_YEAR = {"type": int, "metavar": "YEAR"}
# a name without dashes stands by itself; the rest follow theirs
_OPTIONS: Mapping[str, tuple[str, Mapping[str, object]]] = MappingProxyType(
    {
        "day": ("--on", _DAY),
        "days": ("--on", {**_DAY, "action": "append", "help": "a day; up to six, one after each"}),
        "kind": ("--kind", {"metavar": "KIND", "help": "such as primary_care_trust"}),
        "region": ("--region", {"metavar": "REGION", "help": "a region in the words of the day"}),
        "near": ("--near", {"metavar": "PLACE", "help": "a council, county or town"}),
        "under": ("--under", {"metavar": "BODY", "help": "what stands above and below this body"}),
        "relations": (
            "--relation",
            {"metavar": "RELATION", "action": "append", "help": "only this one; repeatable"},
        ),
        "opened": (
            "--open",
            {"metavar": "BODY", "action": "append", "help": "name all below it; repeatable"},
        ),
        "first_year": ("--first-year", {**_YEAR, "help": "the first year"}),
        "last_year": ("--last-year", {**_YEAR, "help": "the last year"}),
        "place": ("place", {"metavar": "PLACE", "help": "a council, county or town"}),
        "function": ("function", {"metavar": "FUNCTION", "help": "an id or a name"}),
        "when": ("--on", {**_DAY, "metavar": "DATE", "help": "a day, month or year of the record"}),
        "show": ("--which", {"choices": ("all", "pending"), "help": "usual: the reform of 2013"}),
        "milestone": ("--milestone", {"metavar": "ID", "help": "one milestone alone"}),
        "subject": ("--subject", {"metavar": "SUBJECT", "help": "a body, kind, function or theme"}),
    }
)


def add_settings(one: ArgumentParser, drawing: str) -> None:
    """The options of a drawing, read into the names of the settings of a view."""
    _, needed, possible = DRAWN[drawing]
    for name in (*needed, *possible):
        option, how = _OPTIONS[name]
        named = {"dest": name, "required": name in needed} if option.startswith("-") else {}
        one.add_argument(option, **named, **how)
