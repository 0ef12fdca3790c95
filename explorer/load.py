"""The only reader of data packages: a folder becomes a `Registry`, or a list of all its faults."""

from __future__ import annotations

import csv
import gc
import hashlib
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explorer.checks import bodies, changes, references
from explorer.checks.view import view
from explorer.errors import DataError, Problem
from explorer.model import Registry
from explorer.record.build import edition_of, registry_of
from explorer.record.needs import missing_parts
from explorer.schema import Table, TableSchema, reference_problems, table_problems, table_schema

DEFAULT_FOLDER = Path(__file__).parents[1] / "datasets" / "nhs-commissioning"
DESCRIPTOR = "datapackage.json"
RULES = (*bodies.RULES, *changes.RULES, *references.RULES)


def load(folder: Path | str = DEFAULT_FOLDER) -> Registry:
    """The record in `folder`. Raises DataError with every problem; never returns half a record."""
    with _no_collection():
        descriptor, tables, digest, found = _read(Path(folder))
        if not found:
            found = tuple(_broken_rules(tables))
        if found:
            raise DataError(found)
        return registry_of(tables, edition_of(descriptor, digest))


def problems(folder: Path | str = DEFAULT_FOLDER) -> tuple[Problem, ...]:
    """Every fault of the package in `folder`, in file order; empty for a sound one.

    Rules across tables are tried on whatever could be read, so that all faults come at once.
    """
    _, tables, _, found = _read(Path(folder))
    return tuple(sorted({*found, *_broken_rules(tables)}))


def tables(folder: Path | str = DEFAULT_FOLDER) -> dict[str, Table]:
    """The tables of a sound package as text, in the order of its descriptor."""
    _, read, _, found = _read(Path(folder))
    if found:
        raise DataError(found)
    return read


@contextmanager
def _no_collection() -> Iterator[None]:
    """No garbage collection meanwhile: everything made here is kept, so a search finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _broken_rules(tables: dict[str, Table]) -> Iterator[Problem]:
    seen = view(tables)
    for rule in RULES:
        yield from rule(seen)


def _read(folder: Path) -> tuple[dict, dict[str, Table], str, tuple[Problem, ...]]:
    """Descriptor, readable tables, SHA-256 of all their bytes, and the faults found on the way."""
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text("utf-8-sig"))
        schemas = [table_schema(resource) for resource in descriptor["resources"]]
    except FileNotFoundError:
        wanted = f"no such file in '{folder}'; a data package needs one"
        return {}, {}, "", (Problem(DESCRIPTOR, 0, "", wanted),)
    except OSError as error:
        return {}, {}, "", (Problem(DESCRIPTOR, 0, "", f"cannot be read: {error.strerror}"),)
    except UnicodeDecodeError as error:
        return {}, {}, "", (Problem(DESCRIPTOR, 0, "", f"is not UTF-8: {error.reason}"),)
    except json.JSONDecodeError as error:
        return {}, {}, "", (Problem(DESCRIPTOR, error.lineno, "", f"is not JSON: {error.msg}"),)
    except (KeyError, TypeError, AttributeError) as error:
        message = f"is not a Frictionless descriptor: {type(error).__name__} {error}"
        return {}, {}, "", (Problem(DESCRIPTOR, 0, "", message),)
    found = list(missing_parts(descriptor, schemas))
    if found:  # the rules below rely on these parts
        return descriptor, {}, "", tuple(found)
    digest = hashlib.sha256()
    read: dict[str, Table] = {}
    for schema in schemas:
        try:
            raw = (folder / schema.path).read_bytes()
        except FileNotFoundError:
            found.append(Problem(schema.path, 0, "", "no such file, but the descriptor lists it"))
            continue
        except OSError as error:
            found.append(Problem(schema.path, 0, "", f"cannot be read: {error.strerror}"))
            continue
        digest.update(schema.path.encode() + b"\0" + raw + b"\0")
        table, faults = _table(schema, raw)
        found.extend(faults)
        if table is not None:
            read[schema.name] = table
            found.extend(table_problems(table))
    found.extend(reference_problems(read))
    return descriptor, read, digest.hexdigest(), tuple(found)


def _table(schema: TableSchema, raw: bytes) -> tuple[Table | None, list[Problem]]:
    """One file as columns of text; None where its header or encoding makes that impossible."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{raw[error.start]:02X} is not UTF-8; save the file as UTF-8"
        return None, [Problem(schema.path, line, "", message)]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    wanted = [field.name for field in schema.fields]
    rows, lines, faults, start = [], [], [], 1
    try:
        header = next(reader, [])
        faults.extend(_header_faults(schema.path, header, wanted))
        if faults:
            return None, faults
        start = reader.line_num + 1
        for row in reader:
            if len(row) == len(header):
                rows.append(row)
                lines.append(start)
            elif row:  # a blank line is no row
                message = f"{len(row)} values in this row, {len(header)} in the header"
                faults.append(Problem(schema.path, start, "", message))
            start = reader.line_num + 1
    except csv.Error as error:
        faults.append(Problem(schema.path, start, "", f"cannot be read as CSV: {error}"))
    columns = dict(zip(header, zip(*rows, strict=True), strict=True)) if rows else {}
    ordered = {name: columns.get(name, ()) for name in wanted}
    return Table(schema, ordered, tuple(lines)), faults


def _header_faults(path: str, header: list[str], wanted: list[str]) -> Iterator[Problem]:
    for name in wanted:
        if name not in header:
            yield Problem(
                path, 1, name, f"the column is missing; the header is: {', '.join(header)}"
            )
    for name in dict.fromkeys(header):
        if name not in wanted:
            known = ", ".join(wanted)
            yield Problem(path, 1, name, f"unknown column; the columns of this table are: {known}")
        if header.count(name) > 1:
            yield Problem(path, 1, name, "the column occurs twice")
