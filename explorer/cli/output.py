"""Answers on standard output: a table for the eye, or CSV or JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from explorer.cli.answer import Answer
from explorer.sheets.sheet import Column, Sheet, Value

WIDEST = 60  # characters of a cell in a table; CSV and JSON give the whole
GAP = "  "
FORMATS = ("table", "csv", "json")


def printed(answer: Answer, form: str) -> str:
    """The whole text of an answer, with a line end."""
    if form == "json":
        document = answer.document() if answer.document else answer.sheet.records
        return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    if form == "csv":
        return answer.sheet.csv
    return "".join(f"{line}\n" for line in _lines(answer))


def _lines(answer: Answer) -> Iterator[str]:
    table = () if answer.shown is None else tuple(_table(answer.sheet, answer.shown))
    parts = [answer.before, table, answer.after]
    for number, part in enumerate(filter(None, parts)):
        if number:
            yield ""
        yield from part


def _table(sheet: Sheet, shown: Sequence[str]) -> Iterator[str]:
    """Aligned columns under readers' headings. Columns without any value are left out."""
    picked = [
        (column, [row[place] for row in sheet.rows])
        for place, column in enumerate(sheet.columns)
        if not shown or column.key in shown
    ]
    columns = [
        (column, [_cell(sheet, column, value) for value in values])
        for column, values in picked
        if any(value is not None for value in values)
    ]
    if not columns:
        return
    widths = [max(map(len, (column.heading, *cells))) for column, cells in columns]
    yield _line(columns, widths, [column.heading for column, _ in columns])
    yield GAP.join("-" * width for width in widths)
    for cells in zip(*(cells for _, cells in columns), strict=True):
        yield _line(columns, widths, cells)


def _line(
    columns: Sequence[tuple[Column, list[str]]], widths: Sequence[int], cells: Sequence[str]
) -> str:
    parts = (
        cell.rjust(width) if column.sort == "number" else cell.ljust(width)
        for (column, _), width, cell in zip(columns, widths, cells, strict=True)
    )
    return GAP.join(parts).rstrip()


def _cell(sheet: Sheet, column: Column, value: Value) -> str:
    said = sheet.words(column, value)
    text = "" if said is None else f"{said:,}" if isinstance(said, int) else str(said)
    text = " ".join(text.split())
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"
