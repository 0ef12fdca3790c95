"""Tables as Parquet, typed and described, ready for DuckDB, Spark or pandas.

A date that a source may give in part is kept as text, and beside it `…_first` and `…_last` are the
first and last day that it may mean, as dates: join and compare on those.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

import pyarrow as pa
import pyarrow.parquet as pq

from explorer.checks.view import read_date
from explorer.export.dictionary import schema
from explorer.sheets.sheet import Sheet

_TYPES: Mapping[str, Callable[[], pa.DataType]] = MappingProxyType(
    {"integer": pa.int64, "number": pa.float64, "boolean": pa.bool_, "date": pa.date32}
)
_READ: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {"integer": int, "number": float, "date": date.fromisoformat}
)


def parquet(sheet: Sheet, about: Mapping[str, str]) -> bytes:
    """One table; `about` is kept in the file beside the data dictionary."""
    columns = zip(*sheet.rows, strict=True) if sheet.rows else [()] * len(sheet.columns)
    return _file(schema(sheet)["fields"], [list(column) for column in columns], about)


def parquet_of_text(fields: Sequence[Mapping], columns: Mapping, about: Mapping[str, str]) -> bytes:
    """One table of a data package: `fields` of its descriptor, columns of text by name."""
    values = [list(map(_reader(field), columns[field["name"]])) for field in fields]
    return _file(fields, values, about)


def _reader(field: Mapping) -> Callable[[str], object]:
    """From text to a value; blank is unknown."""
    read = _READ.get(field.get("type", "string"), str)
    return lambda text: read(text) if text else None


def _file(fields: Sequence[Mapping], values: Sequence[list], about: Mapping[str, str]) -> bytes:
    columns = [
        column
        for entry, held in zip(fields, values, strict=True)
        for column in _columns(entry, held)
    ]
    table = pa.table(
        [pa.array(held, field.type) for field, held in columns],
        schema=pa.schema([field for field, _ in columns], metadata=dict(about)),
    )
    written = io.BytesIO()
    pq.write_table(table, written, compression="zstd")
    return written.getvalue()


def _columns(entry: Mapping, values: list) -> Iterator[tuple[pa.Field, list]]:
    name, kind = entry["name"], _TYPES.get(entry.get("type", "string"), pa.string)()
    said = {key: entry[key] for key in ("title", "description") if entry.get(key)}
    if codes := entry.get("categories"):
        said["categories"] = json.dumps(codes, ensure_ascii=False)
    yield pa.field(name, kind, metadata=said), values
    if entry.get("partialDate"):
        known = [value and read_date(value) for value in values]
        for end, meant in (
            ("first", [day.first if day else None for day in known]),
            ("last", [day.last if day else None for day in known]),
        ):
            said = {"description": f"The {end} day that `{name}` may mean."}
            yield pa.field(f"{name}_{end}", pa.date32(), metadata=said), meant
