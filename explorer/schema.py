"""The shape of a data package, as its `datapackage.json` (Frictionless) states it.

The descriptor is the only schema: types, required fields, closed lists, keys. This module turns it
into values and tells what a table breaks; it opens no file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import isfinite

from explorer.errors import Problem
from explorer.period import partial

SHOWN = 12  # a closed list longer than this is not printed whole in a message


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    title: str
    description: str
    type: str
    required: bool
    enum: tuple[str, ...]
    pattern: str | None
    minimum: float | None
    maximum: float | None
    partial_date: bool

    @property
    def is_free_text(self) -> bool:
        """Whether the pattern is the only limit on a value."""
        plain = self.type == "string" and not self.partial_date and not self.enum
        return plain and self.pattern is not None


@dataclass(frozen=True, slots=True)
class ForeignKey:
    fields: tuple[str, ...]
    table: str
    reference: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSchema:
    name: str
    path: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...]
    foreign_keys: tuple[ForeignKey, ...]


@dataclass(frozen=True)
class Table:
    """The text of one file by column. `lines[i]` is the line on which row i starts."""

    schema: TableSchema
    columns: Mapping[str, tuple[str, ...]]
    lines: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.lines)

    def problem(self, row: int, column: str, message: str) -> Problem:
        return Problem(self.schema.path, self.lines[row], column, message)

    @cached_property
    def _rows(self) -> tuple[dict[str, str], ...]:
        names = tuple(self.columns)
        return tuple(
            dict(zip(names, values, strict=True))
            for values in zip(*self.columns.values(), strict=True)
        )

    def rows(self) -> tuple[dict[str, str], ...]:
        """Every row as a dict, made once and shared: read it, do not write to it."""
        return self._rows

    def keys(self, fields: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        return zip(*(self.columns[field] for field in fields), strict=True)

    @cached_property
    def first_row(self) -> Mapping[tuple[str, ...], int]:
        """Row number of the first row with each primary key."""
        found: dict[tuple[str, ...], int] = {}
        for row, key in enumerate(self.keys(self.schema.primary_key)):
            found.setdefault(key, row)
        return found


def table_schema(resource: Mapping) -> TableSchema:
    schema = resource["schema"]
    primary = schema.get("primaryKey", ())
    return TableSchema(
        name=resource["name"],
        path=resource["path"],
        title=resource.get("title", resource["name"]),
        description=resource.get("description", ""),
        fields=tuple(_field(entry) for entry in schema["fields"]),
        primary_key=_names(primary),
        foreign_keys=tuple(
            _foreign_key(resource, entry) for entry in schema.get("foreignKeys", ())
        ),
    )


def _names(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _field(entry: Mapping) -> Field:
    limits = entry.get("constraints", {})
    return Field(
        name=entry["name"],
        title=entry.get("title", entry["name"]),
        description=entry.get("description", ""),
        type=entry.get("type", "string"),
        required=bool(limits.get("required")),
        enum=tuple(map(str, limits.get("enum", ()))),
        pattern=limits.get("pattern"),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        partial_date=bool(entry.get("partialDate")),
    )


def _foreign_key(resource: Mapping, entry: Mapping) -> ForeignKey:
    reference = entry["reference"]
    return ForeignKey(
        _names(entry["fields"]),
        reference["resource"] or resource["name"],  # Frictionless: "" is the table itself
        _names(reference["fields"]),
    )


def value_fault(field: Field) -> Callable[[str], str | None]:
    """A function from a value to what is wrong with it, or None. Blank text is a missing value."""
    pattern = re.compile(field.pattern) if field.pattern else None

    def fault(value: str) -> str | None:
        if not value:
            return "is blank; a value is required" if field.required else None
        if field.enum and value not in field.enum:
            shown = ", ".join(islice(field.enum, SHOWN))
            more = "" if len(field.enum) <= SHOWN else f" and {len(field.enum) - SHOWN} more"
            return f"'{value}' is not one of: {shown}{more}"
        if field.partial_date or field.type == "date":
            return _date_fault(value, whole=field.type == "date")
        if field.type in ("number", "integer"):
            return _number_fault(field, value)
        if pattern and not pattern.fullmatch(value):
            return f"'{value}' does not have the form {field.pattern}"
        return None

    return fault


def _date_fault(value: str, *, whole: bool) -> str | None:
    try:
        known = partial(value)
    except ValueError as error:
        return str(error)
    return f"'{value}' is not a whole day such as 2013-04-01" if whole and not known.exact else None


def _number_fault(field: Field, value: str) -> str | None:
    try:
        number = int(value) if field.type == "integer" else float(value)
    except ValueError:
        wanted = "a whole number" if field.type == "integer" else "a number"
        return f"'{value}' is not {wanted}"
    if not isfinite(number):
        return f"'{value}' is not a number"
    if field.minimum is not None and number < field.minimum:
        return f"{value} is below {field.minimum}"
    if field.maximum is not None and number > field.maximum:
        return f"{value} is above {field.maximum}"
    return None


def table_problems(table: Table) -> Iterator[Problem]:
    """Every value that breaks its field, and every primary key that occurs twice."""
    for field in table.schema.fields:
        column = table.columns[field.name]
        values = set(column)
        if field.is_free_text:  # the form first: one call in C for most values
            values -= set(filter(re.compile(field.pattern).fullmatch, values - {""}))
        if not values:
            continue
        fault = value_fault(field)
        faults = {value: said for value in values if (said := fault(value))}
        if faults:
            for row, value in enumerate(column):
                if value in faults:
                    yield table.problem(row, field.name, faults[value])
    key = table.schema.primary_key
    if key and len(table.first_row) < len(table):
        for row, values in enumerate(table.keys(key)):
            first = table.first_row[values]
            if first != row:
                shown = ", ".join(values)
                yield table.problem(
                    row, ", ".join(key), f"'{shown}' is already used on line {table.lines[first]}"
                )


def reference_problems(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Every foreign key that points at nothing. A blank key points nowhere and is no fault."""
    for table in tables.values():
        for key in table.schema.foreign_keys:
            target = tables.get(key.table)
            known = set(target.keys(key.reference)) if target else set()
            where = target.schema.path if target else f"{key.table} (which this package lacks)"
            asked = Counter(table.keys(key.fields))
            missing = {values for values in asked if any(values) and values not in known}
            for row, values in enumerate(table.keys(key.fields)) if missing else ():
                if values in missing:
                    yield table.problem(
                        row, ", ".join(key.fields), f"'{', '.join(values)}' is not in {where}"
                    )
