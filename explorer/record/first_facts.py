"""The first dated fact about each body, for bodies whose opening day is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from explorer.period import ONE_DAY, partial
from explorer.schema import Table

DATED = (  # (table, column of the date, columns that name a body)
    ("names", "from", ("org_id",)),
    ("codes", "from", ("org_id",)),
    ("relationships", "from", ("child_id", "parent_id")),
    ("successions", "date", ("to_id",)),
)
DUTIES = (
    ("responsibilities", "from", (("holder_type", "holder_id"),)),
    ("transfers", "date", (("to_type", "to_id"),)),
)


def first_facts(tables: Mapping[str, Table]) -> dict[str, date]:
    """The earliest day for which a name, code, relation, succession or duty names each body.

    A succession out of a body is a fact of the day before: that day the body still existed. A duty
    of a whole kind is no fact about any one body of it.
    """
    first: dict[str, date] = {}
    for body, day in _facts(tables):
        if day < first.get(body, date.max):
            first[body] = day
    return first


def _facts(tables: Mapping[str, Table]) -> Iterator[tuple[str, date]]:
    for name, when, columns in DATED:
        table = tables.get(name)
        for column in columns if table else ():
            for body, text in table.keys((column, when)):
                if text:
                    yield body, partial(text).first
    for body, text in tables["successions"].keys(("from_id", "date")):
        yield body, partial(text).first - ONE_DAY
    for name, when, pairs in DUTIES:
        table = tables.get(name)
        for pair in pairs if table else ():
            for word, body, text in table.keys((*pair, when)):
                if word == "organisation" and text:
                    yield body, partial(text).first
