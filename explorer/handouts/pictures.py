"""The drawing that a view shows, where it has one."""

from __future__ import annotations

from explorer.drawing.scene import Scene
from explorer.export.drawings import drawing_of, view_of
from explorer.model import Registry
from explorer.teaching.address import Address


def drawn(registry: Registry, view: Address, *, width: float, theme: str) -> Scene | None:
    """The scene of a view; None for pages without a drawing. Raises ExplorerError."""
    name = drawing_of(view.page, view.view)
    return view_of(name, registry, view.view).draw(width=width, theme=theme) if name else None
