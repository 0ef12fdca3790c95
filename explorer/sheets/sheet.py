"""A sheet: rows with stable keys for machines and headings and words for readers.

CSV and JSON carry the keys and the values of the record: ISO dates, ids and codes, partial dates
as they are, null (in CSV nothing) for unknown. The heading and words are for tables on screen.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from explorer.checks.view import read_date
from explorer.look import day_words

Value = str | int | float | bool | None
FORMULA = ("=", "+", "@", "-", "\t", "\r")  # what a spreadsheet takes for the start of a formula


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is for machines and never changes; `heading` is for readers.

    `sort` is code, text, number, flag or date; `say` turns a value into a reader's words.
    """

    key: str
    heading: str
    sort: str = "code"
    say: Callable[[Value], str] | None = None


@dataclass(frozen=True)
class Sheet:
    """Rows in a stated order. Every row has as many values as there are columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)

    @property
    def records(self) -> list[dict[str, Value]]:
        """The rows as they stand in JSON."""
        return [dict(zip(self.keys, row, strict=True)) for row in self.rows]

    @property
    def csv(self) -> str:
        """CSV with a header, LF line ends, blank for unknown and yes or no for flags.

        Free text that a spreadsheet would take for a formula gets an apostrophe in front; ids,
        codes, dates and numbers are never touched.
        """
        written = io.StringIO()
        writer = csv.writer(written, lineterminator="\n")
        writer.writerow(self.keys)
        for row in self.rows:
            writer.writerow(map(_cell, self.columns, row))
        return written.getvalue()

    def words(self, column: Column, value: Value) -> Value:
        """A value as a reader sees it: dates and flags in words, numbers as they are."""
        if value is None:
            return None
        if column.say:
            return column.say(value)
        if column.sort == "date":
            known = read_date(str(value))  # a source may be dated in words
            return day_words(known) if known else value
        if column.sort == "flag":
            return "yes" if value else "no"
        return value


def sheet(columns: Iterable[Column], rows: Iterable[Iterable[Value]]) -> Sheet:
    return Sheet(tuple(columns), tuple(map(tuple, rows)))


def _cell(column: Column, value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    unsafe = column.sort == "text" and text.startswith(FORMULA)
    return f"'{text}" if unsafe else text
