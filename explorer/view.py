"""The view as one value, and the part of it that stands in an address.

Every setting of every page is a field of `ViewState`; a page names those it uses in `PAGES`. An
address holds codes and ISO dates, and leaves out what has its usual value: the whole view can be
rebuilt from it, and nothing else is needed to do so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from explorer.model import Registry

LONGEST = 200  # characters of a setting; what is longer was never written by this explorer
SHOWN = 60  # characters of a refused setting that are repeated to the reader

UNREADABLE = "which cannot be read"
NO_SETTING = "which is no setting of this explorer"
NOT_HELD = "which this edition does not have"
OUTSIDE = "which lies outside this edition"


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


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of an address that was not used. `str()` is the sentence for the reader."""

    name: str
    asked: str
    why: str

    def __str__(self) -> str:
        asked = self.asked if len(self.asked) <= SHOWN else self.asked[: SHOWN - 1] + "…"
        return f"The link asked for {self.name}={asked}, {self.why}; it was left out."


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


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3 and str(int(text)) == text):
        raise ValueError(text)
    return int(text)


def _flag(text: str) -> bool:
    if text != "yes":
        raise ValueError(text)
    return True


def _words(text: str) -> str:
    return _code(" ".join(text.split()))


def _lines_held(registry: Registry, lines: tuple[str, ...]) -> bool:
    return {arc.line for arc in registry.successions}.issuperset(lines)


def _region_held(registry: Registry, region: str) -> bool:
    return any(body.region == region for body in registry.organisations.values())


DAY = Form(_day, date.isoformat, _inside, _nearest_day, OUTSIDE)
KIND = Form(_code, str, lambda registry, kind: kind in registry.kinds)
BODY = Form(
    _code,
    str,
    lambda registry, body: body in registry.organisations,
    lambda registry, usual: next(iter(registry.organisations), usual),
)
REGION = Form(_code, str, _region_held)
LINES = Form(_codes, ",".join, _lines_held)
NUMBER = Form(_number, str)
FLAG = Form(_flag, lambda value: "yes")
WORDS = Form(_words, str)


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


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the explorer: its address is `/name`, its script `pages/SECTION/NAME.py`."""

    name: str
    section: str
    title: str
    settings: tuple[str, ...]


PAGES: Mapping[str, Page] = MappingProxyType(
    {
        page.name: page
        for page in (
            Page("start", "explore", "Start", ()),
            Page("structure", "explore", "Structure at a date", ("day", "kind", "region", "under")),
            Page("changes", "explore", "What changed", ("start", "end", "kind", "region", "steps")),
            Page("lineage", "explore", "Lineage", ("org", "back", "forward", "lines", "parts")),
            Page("counts", "data", "Counts ledger", ("kind",)),
        )
    }
)
CARRIED = ("day", "start", "end", "org")  # these go with the reader from page to page
ANYWHERE = ("find",)  # the search box stands on every page

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
