"""Where a line ends without a successor, and what is known of who and what came after."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from explorer.errors import UnknownName
from explorer.model import (
    DUTIES,
    LIVES_ON,
    KindSuccession,
    Organisation,
    Registry,
    Succession,
    Transfer,
)
from explorer.period import ONE_DAY, Period, after_last_day

COMMISSIONER = "commissioner"


def in_part(arc: Succession) -> bool:
    """Whether the original lived on, so that only part of it passed."""
    return arc.kind in LIVES_ON and arc.line != DUTIES


def check_line(registry: Registry, line: str) -> str:
    """`line` itself. Raises UnknownName where no succession of the record is of that line."""
    lines = lines_in(registry)
    if line not in lines:
        raise UnknownName("line", line, difflib.get_close_matches(line, lines))
    return line


@lru_cache(maxsize=8)
def lines_in(registry: Registry) -> tuple[str, ...]:
    """Every line of the record, in alphabetical order."""
    return tuple(sorted({arc.line for arc in registry.successions}))


@dataclass(frozen=True, slots=True)
class Break:
    """A body that closed without a successor on `line` ("" for a body that is in no line).

    `date` is the first day without it. `duties` are its arcs of line `function`, `elsewhere` its
    arcs on other lines; `transfers` are the functions that it or its kind handed over as it closed,
    `kind_successions` the kinds that followed its kind. Any of them may be empty: not known.
    """

    organisation_id: str
    line: str
    date: date
    duties: tuple[Succession, ...]
    elsewhere: tuple[Succession, ...]
    transfers: tuple[Transfer, ...]
    kind_successions: tuple[KindSuccession, ...]


def line_break(registry: Registry, organisation_id: str, line: str) -> Break | None:
    """The break of `line` at this body. None while the body lives, where its end is not known, and
    where it has a successor on the line."""
    body = registry.organisations[organisation_id]
    if body.closed is None:
        return None
    arcs = [arc for arc in registry.out_of.get(body.id, ()) if not in_part(arc)]
    if any(arc.line == line for arc in arcs):
        return None
    closing = Period(after_last_day(body.closed.first), after_last_day(body.closed.last) + ONE_DAY)
    names = {("organisation", body.id)} | {("kind", kind) for kind in _kinds(registry, body)}
    return Break(
        organisation_id=body.id,
        line=line,
        date=after_last_day(body.closed.last),
        duties=tuple(arc for arc in arcs if arc.line == DUTIES),
        elsewhere=tuple(arc for arc in arcs if arc.line != DUTIES),
        transfers=tuple(
            transfer
            for transfer in registry.transfers
            if (transfer.from_type, transfer.from_id) in names
            and closing.overlaps(Period(transfer.date.first, after_last_day(transfer.date.last)))
        ),
        kind_successions=tuple(
            change for change in registry.kind_successions if ("kind", change.from_kind) in names
        ),
    )


def line_breaks(registry: Registry, ids: Iterable[str], line: str) -> tuple[Break, ...]:
    found = (line_break(registry, name, line) for name in ids)
    return tuple(sorted(filter(None, found), key=lambda at: (at.date, at.organisation_id)))


def _kinds(registry: Registry, body: Organisation) -> set[str]:
    """The kind of the body, and the kinds that it was counted as when it closed."""
    last = body.lifetime.last_day
    groups = {
        rule.counted_as
        for rule in registry.counted_as
        if rule.kind == body.kind and last in rule.period
    }
    return {body.kind} | groups
