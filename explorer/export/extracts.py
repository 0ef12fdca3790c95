"""The data of every drawing with the settings of an address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from explorer.diff import diff
from explorer.export.addresses import values
from explorer.export.drawings import view_of
from explorer.export.extract import Extract, of_diff, of_lineage, of_snapshot, of_view
from explorer.export.files import plain
from explorer.lineage import lineage
from explorer.model import Registry
from explorer.snapshot import by_relations, snapshot
from explorer.view import ViewState


def extract_of(drawing: str, registry: Registry, view: ViewState, *, address: str = "") -> Extract:
    """The tables of the drawing, and the graph of what it shows where that is one. Raises
    UnknownDrawing."""
    if drawing in _GRAPHS:
        return _GRAPHS[drawing](registry, view, address)
    name = plain("-".join((drawing, *values(drawing, view))))
    return of_view(view_of(drawing, registry, view), name, address=address)


def _structure(registry: Registry, view: ViewState, address: str) -> Extract:
    chosen = {"kind": view.kind, "region": view.region, "place": view.near, "under": view.under}
    shown = by_relations(snapshot(registry, view.day, **chosen), view.relations)
    return of_snapshot(shown, address=address)


def _changes(registry: Registry, view: ViewState, address: str) -> Extract:
    found = diff(registry, view.start, view.end, kind=view.kind, region=view.region)
    return of_diff(found, address=address)


def _lineage(registry: Registry, view: ViewState, address: str) -> Extract:
    found = lineage(
        registry,
        view.org,
        back=view.back,
        forward=view.forward,
        lines=view.lines or None,
        through_parts=view.parts,
    )
    return of_lineage(found, address=address)


_GRAPHS: Mapping[str, Callable[[Registry, ViewState, str], Extract]] = MappingProxyType(
    {
        "structure": _structure,
        "icicle": _structure,
        "changes": _changes,
        "lineage": _lineage,
    }
)
