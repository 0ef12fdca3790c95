"""The view as one value, and the part of it that stands in an address.

Every setting of every page is a field of `ViewState`; a page names those it uses in `PAGES`. An
address holds codes and ISO dates, and leaves out what has its usual value: the whole view can be
rebuilt from it, and nothing else is needed to do so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from explorer.forms import (
    BODIES,
    BODY,
    BUDGET,
    CHANGE,
    CODE,
    COLUMN,
    COUNT,
    DATE,
    DAY,
    DAYS,
    FLAG,
    FUNCTION,
    KIND,
    LINES,
    MILESTONE,
    NUMBER,
    PLACE,
    REGION,
    RELATION,
    TABLE,
    WORDS,
    YEAR,
    Form,
    one_of,
)
from explorer.model import Registry

LONGEST = 200  # characters of a setting; what is longer was never written by this explorer
SHOWN = 60  # characters of a refused setting that are repeated to the reader

UNREADABLE = "which cannot be read"
NO_SETTING = "which is no setting of this explorer"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of an address that was not used. `str()` is the sentence for the reader."""

    name: str
    asked: str
    why: str

    def __str__(self) -> str:
        asked = self.asked if len(self.asked) <= SHOWN else self.asked[: SHOWN - 1] + "…"
        return f"The link asked for {self.name}={asked}, {self.why}; it was left out."


MODE = one_of("icicle", "dates", "function", "holder", "handovers", "all", "pending")
TABLES = ("bodies", "changes", "events", "figures", "handovers", "held", "holders", "life")
TABLES += ("numbers", "plans", "successions")  # those that stand beside a drawing


def _in(name: str, form: Form) -> dict[str, Any]:
    """Where a field stands in an address, and in which form."""
    return {"name": name, "form": form}


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewState:
    """What a reader has chosen on all pages. None, () and "" stand for "no choice made".

    `back` and `forward` count generations; None is all of them.
    """

    day: date = field(default=date(2013, 4, 1), metadata=_in("on", DAY))
    start: date = field(default=date(2013, 3, 31), metadata=_in("from", DAY))
    end: date = field(default=date(2013, 4, 1), metadata=_in("to", DAY))
    org: str = field(default="5PD", metadata=_in("org", BODY))
    kind: str | None = field(default=None, metadata=_in("kind", KIND))
    region: str | None = field(default=None, metadata=_in("region", REGION))
    under: str | None = field(default=None, metadata=_in("under", BODY))
    steps: bool = field(default=False, metadata=_in("steps", FLAG))
    back: int | None = field(default=None, metadata=_in("back", NUMBER))
    forward: int | None = field(default=None, metadata=_in("forward", NUMBER))
    lines: tuple[str, ...] = field(default=(), metadata=_in("line", LINES))
    parts: bool = field(default=False, metadata=_in("parts", FLAG))
    find: str = field(default="", metadata=_in("find", WORDS))
    show: str | None = field(default=None, metadata=_in("show", MODE))
    first_year: int | None = field(default=None, metadata=_in("first", YEAR))
    last_year: int | None = field(default=None, metadata=_in("last", YEAR))
    reform: str | None = field(default=None, metadata=_in("reform", CHANGE))
    place: str = field(default="Northamptonshire", metadata=_in("place", PLACE))
    function: str = field(default="mental-health", metadata=_in("function", FUNCTION))
    when: str = field(default="2013-04-01", metadata=_in("when", DATE))
    milestone: str | None = field(default=None, metadata=_in("milestone", MILESTONE))
    subject: str | None = field(default=None, metadata=_in("subject", BUDGET))
    table: str = field(default="organisations", metadata=_in("table", TABLE))
    words: str = field(default="", metadata=_in("with", WORDS))
    column: str | None = field(default=None, metadata=_in("column", COLUMN))
    value: str | None = field(default=None, metadata=_in("value", WORDS))
    relations: tuple[str, ...] = field(default=(), metadata=_in("relation", RELATION))
    days: tuple[date, ...] = field(default=(), metadata=_in("days", DAYS))
    story: str | None = field(default=None, metadata=_in("story", CODE))
    step: int = field(default=1, metadata=_in("step", NUMBER))
    number: int | None = field(default=None, metadata=_in("number", COUNT))
    verdict: str | None = field(default=None, metadata=_in("verdict", CODE))
    seed: int = field(default=1, metadata=_in("seed", NUMBER))
    era: str | None = field(default=None, metadata=_in("era", CODE))
    length: int = field(default=10, metadata=_in("length", NUMBER))
    level: int = field(default=1, metadata=_in("level", NUMBER))
    near: str | None = field(default=None, metadata=_in("near", PLACE))
    tab: str | None = field(default=None, metadata=_in("tab", one_of(*TABLES)))
    opened: tuple[str, ...] = field(default=(), metadata=_in("open", BODIES))


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the explorer: its address is `/name`, its script `pages/SECTION/NAME.py`."""

    name: str
    section: str
    title: str
    settings: tuple[str, ...]
    in_menu: bool = True


PAGES: Mapping[str, Page] = MappingProxyType(
    {
        page.name: page
        for page in (
            Page("start", "explore", "Start", ()),
            Page(
                "timeline",
                "explore",
                "Timeline",
                ("first_year", "last_year", "kind", "region", "reform"),
            ),
            Page(
                "structure",
                "explore",
                "Structure at a date",
                ("day", "kind", "region", "near", "under", "show", "relations", "days", "opened"),
            ),
            Page("changes", "explore", "What changed", ("start", "end", "kind", "region", "steps")),
            Page("lineage", "explore", "Lineage", ("org", "back", "forward", "lines", "parts")),
            Page(
                "functions",
                "explore",
                "Who commissioned what",
                ("show", "function", "kind", "day", "when", "first_year", "last_year"),
            ),
            Page("plans", "explore", "Plans and outcomes", ("show", "milestone")),
            Page("place", "explore", "A place through time", ("place",)),
            Page("money", "explore", "Money", ("subject",)),
            Page("stories", "teach", "Guided stories", ("story",)),
            Page("present", "teach", "Presenter view", ("story", "step"), in_menu=False),
            Page("lessons", "teach", "Lesson plans", ("org", "start", "end")),
            Page("claims", "teach", "Claims checked", ("kind", "number", "day", "verdict")),
            Page("quiz", "teach", "Quiz", ("seed", "era", "length", "level")),
            Page("cycle", "teach", "Commissioning cycle", ("day",)),
            Page("record", "data", "Record", ("table", "words", "column", "value")),
            Page("card", "data", "Record card", ("org",)),
            Page("sources", "data", "Sources", ("words",)),
            Page("glossary", "data", "Glossary", ("words",)),
            Page("counts", "data", "Counts ledger", ("kind",)),
        )
    }
)
CARRIED = ("day", "start", "end", "org")  # these go with the reader from page to page
CARRIED += ("story", "step")  # the way back to a story that the reader has stepped out of
ANYWHERE = ("find", "tab")  # the search box stands on every page, tables beside every drawing
PASSING = MappingProxyType({"find": "", "tab": None})  # what does not go with the reader

SETTINGS = MappingProxyType({entry.name: entry for entry in fields(ViewState)})
_BY_NAME = {entry.metadata["name"]: entry for entry in fields(ViewState)}


def to_params(view: ViewState, page: str, also: tuple[str, ...] = ()) -> dict[str, str]:
    """The settings of `page` (and the fields `also`) that differ from the usual, as address parts.

    `also=CARRIED` makes the address of a step to another page.
    """
    used = {*PAGES[page].settings, *ANYWHERE, *also}
    return {
        entry.metadata["name"]: entry.metadata["form"].write(value)
        for entry in SETTINGS.values()
        if entry.name in used and (value := getattr(view, entry.name)) != entry.default
    }


def from_params(params: Mapping[str, str]) -> tuple[ViewState, tuple[LeftOut, ...]]:
    """The view of an address, and what could not be read. Never raises."""
    chosen, ignored = {}, []
    for name, text in params.items():
        if (entry := _BY_NAME.get(name)) is None:
            ignored.append(LeftOut(name, text, NO_SETTING))
            continue
        try:
            if len(text) > LONGEST:
                raise ValueError(text)
            chosen[entry.name] = entry.metadata["form"].read(text)
        except ValueError:
            ignored.append(LeftOut(name, text, UNREADABLE))
    return ViewState(**chosen), tuple(ignored)


def fit(view: ViewState, registry: Registry) -> tuple[ViewState, tuple[LeftOut, ...]]:
    """The view without what this edition lacks, and what was left out."""
    changed, left_out = {}, []
    for entry in SETTINGS.values():
        value, form = getattr(view, entry.name), entry.metadata["form"]
        if value in (None, "", ()) or form.held(registry, value):
            continue
        if value != entry.default:
            left_out.append(LeftOut(entry.metadata["name"], form.write(value), form.refusal))
        if entry.default is None or form.held(registry, entry.default):
            changed[entry.name] = entry.default
        else:
            changed[entry.name] = form.stand_in(registry, entry.default)
    return replace(view, **changed), tuple(left_out)
