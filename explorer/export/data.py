"""Extracts as files of data: which formats there are, and the bytes of each.

The same extract gives the same bytes. The CSV is that of the command line and of the pages.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from explorer.export.cite import citation_text
from explorer.export.dictionary import beside, inline, package
from explorer.export.extract import Extract
from explorer.export.files import zipped
from explorer.export.formats import format_of
from explorer.export.gexf import gexf
from explorer.export.graphml import graphml
from explorer.export.linked.jsonld import jsonld
from explorer.export.linked.statements import things
from explorer.export.linked.thing import base_of
from explorer.export.linked.turtle import turtle
from explorer.export.networks import network
from explorer.load import DESCRIPTOR
from explorer.narrative.citation import long_citation


def data(extract: Extract, ending: str, *, base: str = "") -> bytes:
    """The whole file. `base` begins the addresses in linked data. Raises UnknownFormat."""
    suffix = format_of(ending, formats(extract)).suffix
    if suffix in _LINKED:
        base = base or base_of(extract.registry)
        return _LINKED[suffix](things(extract, base), base)
    return {**_TABLES, **_GRAPHS}[suffix](extract)


def formats(extract: Extract) -> tuple[str, ...]:
    """The endings in which the extract can be had."""
    tables = _TABLES if extract.sheets else ()
    graphs = (*_GRAPHS, *_LINKED) if extract.organisations else ()
    return (*tables, *graphs)


def dictionary(extract: Extract, file: str) -> bytes:
    """The data dictionary of the CSV: a Frictionless descriptor, to lie beside `file`."""
    name, table = extract.main
    return _json(package(extract, [beside(name, table) | {"path": file}]))


def _csv(extract: Extract) -> bytes:
    return extract.main[1].csv.encode()


def _as_json(extract: Extract) -> bytes:
    return _json(package(extract, [inline(*table) for table in extract.sheets.items()]))


def _parquet(extract: Extract) -> bytes:
    from explorer.export.parquet import parquet  # late: few readers want it, and all would wait

    edition = extract.registry.edition
    about = {
        "title": extract.title,
        "citation": long_citation(edition, extract.title, address=extract.address),
        "version": edition.version,
        "sha256": edition.digest,
    }
    return parquet(extract.main[1], about)


def _zip(extract: Extract) -> bytes:
    """Every table as CSV with their dictionary, and how to cite them."""
    cite = citation_text(extract.registry.edition, extract.title, address=extract.address)
    return zipped(
        [
            (DESCRIPTOR, _json(package(extract, [beside(*t) for t in extract.sheets.items()]))),
            *((f"{name}.csv", table.csv.encode()) for name, table in extract.sheets.items()),
            ("CITATION.txt", cite.encode()),
        ]
    )


def _json(document: object) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


_Writer = Callable[[Extract], bytes]
_TABLES: Mapping[str, _Writer] = MappingProxyType(
    {"csv": _csv, "json": _as_json, "parquet": _parquet, "zip": _zip}
)
_GRAPHS: Mapping[str, _Writer] = MappingProxyType(
    {
        "gexf": lambda extract: gexf(network(extract)),
        "graphml": lambda extract: graphml(network(extract)),
    }
)
_LINKED = MappingProxyType({"jsonld": jsonld, "ttl": turtle})
