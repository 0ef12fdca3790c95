"""Tables with their data dictionary: a Frictionless data package, the form of the record itself.

The descriptor says of every column what it means and, where it holds codes, what each code that
occurs stands for. In JSON the rows stand inside the descriptor; in a zip they are files beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.export.extract import Extract
from explorer.export.meanings import meaning
from explorer.narrative.citation import short_citation
from explorer.sheets.sheet import Column, Sheet, Value

_TYPES = {"flag": "boolean", "date": "string"}  # a date may be partial: frictionless has no type
YES, NO = "yes", "no"


def package(extract: Extract, resources: Iterable[dict]) -> dict:
    """The descriptor of what is exported around its resources."""
    edition = extract.registry.edition
    return {
        "profile": "data-package",
        "name": extract.name.lower(),
        "title": extract.title,
        "description": short_citation(edition, extract.title, address=extract.address),
        **({"homepage": extract.address} if extract.address else {}),
        "version": edition.version,
        "sha256": edition.digest,
        "asKnownOn": edition.as_known_on.isoformat(),
        "licence": edition.licence,
        "attribution": list(edition.attribution),
        "resources": list(resources),
    }


def inline(name: str, sheet: Sheet) -> dict:
    """A table whose rows stand in the descriptor."""
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "data": sheet.records,
        "schema": schema(sheet),
    }


def beside(name: str, sheet: Sheet) -> dict:
    """A table whose rows stand in a CSV file beside the descriptor."""
    return {
        "name": name,
        "profile": "tabular-data-resource",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(sheet),
    }


def schema(sheet: Sheet) -> dict:
    """The data dictionary of a table: its columns in order."""
    fields = [
        _field(sheet, column, [row[place] for row in sheet.rows])
        for place, column in enumerate(sheet.columns)
    ]
    return {"fields": fields, "missingValues": [""]}


def _field(sheet: Sheet, column: Column, values: list[Value]) -> dict:
    entry = {
        "name": column.key,
        "title": column.heading,
        "description": meaning(column),
        "type": sort_of(column, values),
    }
    if column.sort == "flag":
        entry |= {"trueValues": [YES], "falseValues": [NO]}
    if column.sort == "date":
        entry |= {"partialDate": True}
    if codes := dict(_codes(sheet, column, values)):
        entry["categories"] = [{"value": code, "label": said} for code, said in codes.items()]
    return entry


def sort_of(column: Column, values: Iterable[Value]) -> str:
    """The Frictionless type of a column."""
    if column.sort != "number":
        return _TYPES.get(column.sort, "string")
    whole = all(value is None or isinstance(value, int) for value in values)
    return "integer" if whole else "number"


def _codes(sheet: Sheet, column: Column, values: Iterable[Value]) -> Iterator[tuple[str, str]]:
    """The codes that occur, with their words, in order of code."""
    if column.say:
        for value in sorted({str(value) for value in values if value is not None}):
            yield value, str(sheet.words(column, value))
