"""The data of each page with the settings of its address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from explorer.diff import diff
from explorer.export.extract import Extract, of_diff, of_lineage, of_snapshot
from explorer.lineage import lineage
from explorer.model import Registry
from explorer.snapshot import snapshot
from explorer.view import ViewState


def _structure(registry: Registry, view: ViewState) -> Extract:
    chosen = {"kind": view.kind, "region": view.region, "under": view.under}
    return of_snapshot(snapshot(registry, view.day, **chosen))


def _changes(registry: Registry, view: ViewState) -> Extract:
    return of_diff(diff(registry, view.start, view.end, kind=view.kind, region=view.region))


def _lineage(registry: Registry, view: ViewState) -> Extract:
    found = lineage(
        registry,
        view.org,
        back=view.back,
        forward=view.forward,
        lines=view.lines or None,
        through_parts=view.parts,
    )
    return of_lineage(found)


EXTRACTS: Mapping[str, Callable[[Registry, ViewState], Extract]] = MappingProxyType(
    {"structure": _structure, "changes": _changes, "lineage": _lineage}
)
