"""The data package itself as one file: every byte of it in a zip, in one JSON, or as Parquet."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from explorer.errors import ExplorerError
from explorer.export.files import zipped
from explorer.export.parquet import parquet_of_text
from explorer.load import DESCRIPTOR, tables
from explorer.model import Registry
from explorer.narrative.citation import bibtex, long_citation
from explorer.schema import Table

_DOCUMENTS = ("README.md", "CHANGELOG.md")  # these go along where the package has them
_NUMBERS: Mapping[str, Callable[[str], int | float]] = MappingProxyType(
    {"integer": int, "number": float}
)
_JOINS = """\
Tables of {title}, edition {version}, as Parquet: the same rows and columns as in the CSV package.
Unknown is null. A date that may be partial is text; beside it are the first and the last day that
it may mean, as dates (`opened_first`, `opened_last`, `closed_first`, `closed_last` ...).
`closed`, `to` and `last_seen` are LAST days: a body was still there on them.

Ids join the tables. Who took over from whom in 2013, in DuckDB:

    SELECT s.date, a.name AS original, b.name AS resulting, m.share, m.share_basis
    FROM 'successions.parquet' AS s
    JOIN 'organisations.parquet' AS a ON a.id = s.from_id
    JOIN 'organisations.parquet' AS b ON b.id = s.to_id
    LEFT JOIN 'shares.parquet' AS m USING (from_id, to_id, date, line)
    WHERE s.date_first BETWEEN DATE '2013-01-01' AND DATE '2013-12-31';

In Spark register each file first: spark.read.parquet(path).createOrReplaceTempView(name).
A share measured on several bases gives several rows: filter on share_basis before adding.
"""


def zip_of_csv(folder: Path | str) -> bytes:
    """The package as it stands: descriptor, tables, README and change log. Raises DataError."""
    folder = Path(folder)
    tables(folder)  # an unsound package is not handed on
    names = [DESCRIPTOR, *(resource["path"] for resource in _descriptor(folder)["resources"])]
    names += [name for name in _DOCUMENTS if (folder / name).is_file()]
    return zipped((name, _bytes(folder / name)) for name in names)


def zip_of_parquet(registry: Registry, folder: Path | str) -> bytes:
    """Every table as Parquet, how to join them, and how to cite them. Raises DataError."""
    edition, folder = registry.edition, Path(folder)
    about = {
        "citation": long_citation(edition),
        "version": edition.version,
        "sha256": edition.digest,
    }
    read = tables(folder)
    files = [
        (f"{name}.parquet", _table(resource, read[name], {**about, "table": name}))
        for name, resource in _resources(folder).items()
    ]
    joins = _JOINS.format(title=edition.title, version=edition.version)
    cite = f"{long_citation(edition)}\n\n{bibtex(edition)}\n"
    return zipped([*files, ("JOINS.txt", joins.encode()), ("CITATION.txt", cite.encode())])


def _table(resource: Mapping, table: Table, about: Mapping[str, str]) -> bytes:
    return parquet_of_text(resource["schema"]["fields"], table.columns, about)


def one_json(registry: Registry, folder: Path | str) -> bytes:
    """The descriptor of the package with every row inside, numbers as numbers and unknown null."""
    folder = Path(folder)
    read, resources = tables(folder), _resources(folder)
    inline = [
        {key: value for key, value in resource.items() if key not in _FILE}
        | {"data": _records(resource["schema"]["fields"], read[name])}
        for name, resource in resources.items()
    ]
    whole = _descriptor(folder) | {
        "profile": "data-package",
        "sha256": registry.edition.digest,
        "resources": inline,
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


_FILE = frozenset(("path", "format", "mediatype", "encoding"))  # said of files, not of rows inside


def _records(fields: list[Mapping], table: Table) -> list[dict]:
    read = {field["name"]: _NUMBERS.get(field.get("type", "string"), str) for field in fields}
    return [
        {name: read[name](text) if text else None for name, text in row.items()}
        for row in table.rows()
    ]


def _resources(folder: Path) -> dict[str, dict]:
    return {resource["name"]: resource for resource in _descriptor(folder)["resources"]}


def _descriptor(folder: Path) -> dict:
    return json.loads(_bytes(folder / DESCRIPTOR).decode("utf-8-sig"))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExplorerError(f"{path} cannot be read: {error.strerror}.") from error
