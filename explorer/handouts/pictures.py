"""The drawing that a view shows, where it has one; on paper a brief one where it would be tiny."""

from __future__ import annotations

from explorer.drawing.page import unframed
from explorer.drawing.scene import Scene
from explorer.export.drawings import drawing_of, view_of
from explorer.layout.brief.picture import brief_scene
from explorer.model import Registry
from explorer.teaching.address import Address

TALL = 0.55  # of a page that a drawing on paper may take
_LAID_OUT = 860.0  # px of a whole drawing
_WIDE, _HIGH = 493.0, 842.0  # pt of A4 between its margins, and of its height
_LEAST = 6.0  # pt of type that can be read
_ROOM = 640.0  # px of a brief drawing


def drawn(registry: Registry, view: Address, *, width: float, theme: str) -> Scene | None:
    """The scene of a view; None for pages without a drawing. Raises ExplorerError."""
    name = drawing_of(view.page, view.view)
    return view_of(name, registry, view.view).draw(width=width, theme=theme) if name else None


def on_paper(registry: Registry, view: Address) -> Scene | None:
    """The drawing of a view in one ink: the whole one, or if that had to be set in type too small
    to read, the brief one. Raises ExplorerError."""
    whole = drawn(registry, view, width=_LAID_OUT, theme="grey")
    if whole is None:
        return brief_scene(registry, view, "grey", _ROOM)
    bare = unframed(whole)
    scale = min(_WIDE / bare.width, TALL * _HIGH / bare.height)
    if min(text.size for text in bare.texts) * scale >= _LEAST:
        return whole
    return brief_scene(registry, view, "grey", _ROOM) or whole
