"""What the rules look at: the tables, with their dates read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from explorer.period import PartialDate, partial
from explorer.schema import Table

FAR_PAST, FAR_FUTURE = date.min, date.max


def read_date(text: str) -> PartialDate | None:
    """None where the text is blank or no date: the schema rules report the latter."""
    try:
        return partial(text) if text else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Life:
    """The dates of one organisation as its row gives them, each read widely."""

    row: int
    kind: str
    first: date  # the earliest day it may have existed
    last: date  # the latest day it may have existed
    closed: PartialDate | None
    closed_by: bool


@dataclass(frozen=True)
class View:
    """The tables of one package. `lives` maps an organisation id to its dates."""

    tables: Mapping[str, Table]
    lives: Mapping[str, Life] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Table | None:
        return self.tables.get(name)


def view(tables: Mapping[str, Table]) -> View:
    return View(tables, dict(_lives(tables["organisations"])) if "organisations" in tables else {})


def _lives(table: Table):
    for row, entry in enumerate(table.rows()):
        opened, closed = read_date(entry["opened"]), read_date(entry["closed"])
        seen = read_date(entry["last_seen"])
        end = closed or (seen if entry["status"] == "end_unknown" else None)
        yield (
            entry["id"],
            Life(
                row=row,
                kind=entry["kind"],
                first=opened.first if opened else FAR_PAST,
                last=end.last if end else FAR_FUTURE,
                closed=closed,
                closed_by=entry["closed_precision"] == "before",
            ),
        )
