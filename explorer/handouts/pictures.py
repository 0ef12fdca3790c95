"""The drawing that a view shows, where it has one."""

from __future__ import annotations

from explorer.drawing.scene import Scene
from explorer.export.views import DRAWINGS
from explorer.layout.cycle import cycle_scene
from explorer.layout.plans import plans_scene
from explorer.model import Registry
from explorer.plans import plans
from explorer.teaching.address import Address
from explorer.teaching.cycle import cycle

# pages that show several drawings, by their setting `show`
_NAMES = {
    ("functions", None): "responsibilities",
    ("functions", "function"): "function",
    ("functions", "handovers"): "transfers",
}


def drawn(registry: Registry, view: Address, *, width: float, theme: str) -> Scene | None:
    """The scene of a view; None for pages without a drawing. Raises ExplorerError."""
    if view.page == "cycle":
        return cycle_scene(cycle(registry, view.view.day), width, theme)
    if view.page == "plans" and view.view.milestone:
        found = (each for each in plans(registry) if each.id == view.view.milestone)
        return plans_scene(registry, found, width=width, theme=theme)
    make = DRAWINGS.get(_NAMES.get((view.page, view.view.show), view.page))
    return make(registry, view.view).draw(width=width, theme=theme) if make else None
