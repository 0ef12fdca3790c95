"""Every drawing by its name, from the settings of an address; and which of them a page shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from explorer.errors import ExplorerError
from explorer.export import day_views, duty_views, life_views, views
from explorer.export.picture import View
from explorer.model import Registry
from explorer.view import ViewState


class UnknownDrawing(ExplorerError):
    """A drawing that nothing makes."""

    def __init__(self, asked: str) -> None:
        super().__init__(f"Unknown drawing '{asked}'. Known drawings: {', '.join(DRAWINGS)}.")


def _part(view: ViewState) -> dict[str, str | None]:
    """The bodies of a day to which the settings narrow it."""
    return {"kind": view.kind, "region": view.region, "place": view.near, "under": view.under}


_Make = Callable[[Registry, ViewState], View]
DRAWINGS: Mapping[str, _Make] = MappingProxyType(
    {
        "structure": lambda registry, view: views.structure(
            registry, view.day, relations=view.relations, opened=view.opened, **_part(view)
        ),
        "icicle": lambda registry, view: day_views.icicle(
            registry, view.day, relations=view.relations, opened=view.opened, **_part(view)
        ),
        "days": lambda registry, view: day_views.days(registry, view.days, **_part(view)),
        "changes": lambda registry, view: views.changes(
            registry, view.start, view.end, kind=view.kind, region=view.region
        ),
        "lineage": lambda registry, view: views.lineage(
            registry,
            view.org,
            back=view.back,
            forward=view.forward,
            lines=view.lines or None,
            parts=view.parts,
        ),
        "timeline": lambda registry, view: views.timeline(
            registry, view.first_year, view.last_year
        ),
        "lives": lambda registry, view: life_views.lives(
            registry,
            view.kind,
            view.region,
            first_year=view.first_year,
            last_year=view.last_year,
        ),
        "place": lambda registry, view: life_views.place(registry, view.place),
        "responsibilities": lambda registry, view: duty_views.responsibilities(
            registry, view.first_year, view.last_year
        ),
        "function": lambda registry, view: duty_views.function(
            registry, view.function, view.first_year, view.last_year
        ),
        "holdings": lambda registry, view: duty_views.holdings(registry, view.day, view.kind),
        "transfers": lambda registry, view: duty_views.transfers(registry, view.when),
        "plans": lambda registry, view: duty_views.plans(registry, view.show, view.milestone),
        "money": lambda registry, view: duty_views.money(registry, view.subject),
        "cycle": lambda registry, view: day_views.cycle(registry, view.day),
    }
)
# pages that show one drawing or another, by their setting `show`
_WAYS: Mapping[str, Mapping[str | None, str]] = MappingProxyType(
    {
        "structure": {None: "structure", "icicle": "icicle", "dates": "days"},
        "functions": {
            None: "responsibilities",
            "function": "function",
            "holder": "holdings",
            "handovers": "transfers",
        },
    }
)


def drawing_of(page: str, view: ViewState) -> str:
    """The name of the drawing that a page shows; "" for a page without one."""
    if page == "timeline" and (view.kind or view.region):
        return "lives"
    ways = _WAYS.get(page, {None: page})
    name = ways.get(view.show, ways[None])
    return name if name in DRAWINGS else ""


def view_of(drawing: str, registry: Registry, view: ViewState) -> View:
    """A drawing with the settings of an address. Raises UnknownDrawing, and what the drawing does
    where the record has nothing to show."""
    if drawing not in DRAWINGS:
        raise UnknownDrawing(drawing)
    return DRAWINGS[drawing](registry, view)
