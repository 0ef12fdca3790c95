"""The tables of a package as they are: whole, filtered by words, or the rows about one body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from explorer.labels import CONFIDENCE, LINE, NAME_TYPE
from explorer.model import Registry, Source
from explorer.naming import display_name
from explorer.schema import Field, Table
from explorer.sheets.columns import column, words_column
from explorer.sheets.sheet import Column, Sheet, Value, sheet

_WORDS = {"name_type": NAME_TYPE, "line": LINE, "confidence": CONFIDENCE}
BLANK = "(blank)"
MANY, LONG = 700, 120  # values to choose from, and letters of a value
ID = "Id"  # the heading of the body that a row is about


def whole(
    table: Table, wanted: str = "", name: str | None = None, value: str | None = None
) -> Sheet:
    """The rows in which every word of `wanted` occurs, in any column, and which have `value` in the
    column `name`, where both are given; BLANK stands for an empty cell."""
    words = wanted.casefold().split()
    kept = None if value == BLANK else value
    rows = [
        row
        for row in table.rows()
        if all(word in " ".join(row.values()).casefold() for word in words)
        and (not name or value is None or _squeezed(row[name]) == (kept or ""))
    ]
    return _sheet(table, rows)


def choices(table: Table) -> Mapping[str, Counter[str]]:
    """The columns worth a choice, those in which values recur, with how many rows have each value;
    BLANK for empty cells."""
    found = {}
    for name, cells in table.columns.items():
        numbers = Counter(_squeezed(cell) or BLANK for cell in cells)
        if 1 < len(numbers) <= min(MANY, len(cells) - 1) and max(map(len, numbers)) <= LONG:
            found[name] = numbers
    return found


def _squeezed(cell: str) -> str:
    """A cell as an address holds it."""
    return " ".join(cell.split())


def about(registry: Registry, table: Table, organisation_id: str) -> Sheet:
    """The rows that name the body, in any column that holds bodies; other bodies with their names.
    Columns that hold the body itself throughout are left out, and the precision of dates, which
    their words show."""
    columns = bodies_in(table)
    rows = [
        row
        for row in table.rows()
        if any(
            row[name] == organisation_id and row.get(sort, "organisation") == "organisation"
            for name, sort in columns.items()
        )
    ]
    own = {name for name in columns if all(row[name] == organisation_id for row in rows)}
    own |= {columns[name] for name in own}

    def named(value: Value) -> str:
        known = str(value) in registry.organisations
        return f"{display_name(registry, str(value)).text} ({value})" if known else str(value)

    own |= {field.name for field in table.schema.fields if field.name.endswith("precision")}
    fields = [field for field in table.schema.fields if field.name not in own]
    said = [
        Column(field.name, field.title, "code", named)
        if field.name in columns
        else words_column(field.name, field.title, _WORDS.get(field.name, {}))
        if field.enum
        else _column(field, field.title)
        for field in fields
    ]
    return sheet(said, ([_value(field, row[field.name]) for field in fields] for row in rows))


def bodies_in(table: Table) -> Mapping[str, str]:
    """The columns of a table that may hold ids of bodies, each with the column that says whether it
    does ("" where it always does)."""
    names = [field.name for field in table.schema.fields]
    found = {"id": ""} if table.schema.name == "organisations" else {}
    found |= {
        name: ""
        for key in table.schema.foreign_keys
        if key.table == "organisations"
        for name in key.fields
    }
    for name in names:
        stem, id_, _ = name.rpartition("_id")
        if id_ and f"{stem}_type" in names:
            found[name] = f"{stem}_type"
    return found


def _sheet(table: Table, rows: Iterable[Mapping[str, str]]) -> Sheet:
    first = next((name for name, sort in bodies_in(table).items() if not sort), "")
    columns = [_column(field, ID if field.name == first else field.title)
               for field in table.schema.fields]  # fmt: skip
    return sheet(columns, ([_value(field, row[field.name]) for field in table.schema.fields]
                           for row in rows))  # fmt: skip


def _column(field: Field, heading: str) -> Column:
    sort = "number" if field.type in ("number", "integer") else "date" if field.partial_date else ""
    return column(field.name, heading, sort or "text")


def _value(field: Field, text: str) -> Value:
    if not text:
        return None
    if field.type == "integer":
        return int(text)
    return float(text) if field.type == "number" else text


def supported(tables: Mapping[str, Table]) -> Mapping[str, Counter[str]]:
    """By source, how many rows of each table rest on it; tables by their titles."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for table in tables.values():
        for key in table.schema.foreign_keys:
            if key.table == "sources":
                for (source,) in table.keys(key.fields):
                    if source:
                        found[source][table.schema.title] += 1
    return found


def sources(registry: Registry, tables: Mapping[str, Table], wanted: str = "") -> Sheet:
    """Every source with what rests on it; only those in which every word of `wanted` occurs."""
    columns = (
        column("source_id", "Source"),
        column("title", "Title", "text"),
        column("supports", "Supports", "text"),
        column("facts", "Rows that cite it", "number"),
        column("publisher", "Publisher", "text"),
        column("date", "Date", "date"),
        column("url", "Address"),
        column("licence", "Licence", "text"),
        column("note", "Note", "text"),
    )
    rests, words = supported(tables), wanted.casefold().split()
    rows = (
        _source(source, rests.get(source.id, Counter()))
        for source in registry.sources.values()
        if all(word in _text(source) for word in words)
    )
    return sheet(columns, rows)


def _text(source: Source) -> str:
    parts = (source.id, source.title, source.publisher, source.date, source.url, source.note)
    return " ".join(parts).casefold()


def _source(source: Source, rests: Counter[str]) -> tuple[Value, ...]:
    supports = "; ".join(f"{title} ({number:,})" for title, number in rests.most_common())
    return (
        source.id,
        source.title,
        supports or None,
        rests.total(),
        source.publisher or None,
        source.date or None,
        source.url or None,
        source.licence or None,
        source.note or None,
    )
