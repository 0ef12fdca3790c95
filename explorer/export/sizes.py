"""Named sizes of pictures: as wide as asked and as high as needed, or one sheet of a fixed form.

A drawing is laid out again for its size. On a sheet it is tried at several widths, and the one that
gives the largest letters is taken; what would still come out too small to read is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias

from explorer.drawing.geometry import shifted
from explorer.drawing.scene import Scene
from explorer.errors import ExplorerError
from explorer.export.png import TooLarge

Draw: TypeAlias = Callable[..., Scene]  # takes width and theme

POINTS_A_PX = 0.75
_MM = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Size:
    """`pixels` is the width of a PNG, `points` that of a page; `widths` are px to lay out at.

    `form` is width by height, or 0 where the picture is as high as it needs; `least` is the size
    in points of the smallest letters that may stand in it.
    """

    id: str
    name: str
    widths: tuple[int, ...]
    pixels: int
    points: float
    form: float = 0.0
    least: float = 0.0

    @property
    def dpi(self) -> int:
        return round(self.pixels / self.points * 72)


_SHEETS = (900, 1200, 1600, 2000, 2400)
_ABOVE = 0.25  # of the room to spare: a low drawing stands near its headline
SIZES: Mapping[str, Size] = MappingProxyType(
    {
        size.id: size
        for size in (
            Size("web", "Web: 1,200 pixels wide", (1200,), 1200, 900.0),
            Size("square", "Square: 1,080 by 1,080 pixels", _SHEETS, 1080, 810.0,
                 1.0, 6.0),
            Size("print", "Print: 297 mm wide, 300 dots an inch", (1600,), 3508, 297 * _MM),
            Size("slide", "Slide: 16 by 9", _SHEETS, 1920, 960.0, 16 / 9, 5.0),
            Size("a4", "A4 upright", _SHEETS, 2480, 210 * _MM, 210 / 297, 4.5),
            Size("a4-wide", "A4 on its side", _SHEETS, 3508, 297 * _MM, 297 / 210, 4.5),
            Size("a3", "A3 upright", _SHEETS, 3508, 297 * _MM, 297 / 420, 4.5),
            Size("a3-wide", "A3 on its side", _SHEETS, 4961, 420 * _MM, 420 / 297, 4.5),
        )
    }
)  # fmt: skip


class UnknownSize(ExplorerError):
    def __init__(self, asked: str) -> None:
        short = asked if len(asked) <= 40 else f"{asked[:39]}…"
        super().__init__(f"Unknown size '{short}'. Known sizes: {', '.join(SIZES)}.")


def size_of(name: str) -> Size:
    """Raises UnknownSize."""
    if name not in SIZES:
        raise UnknownSize(name)
    return SIZES[name]


def fitted(draw: Callable[[int], Scene], size: Size) -> Scene:
    """The drawing at the size: its width, and on a sheet its form. Raises TooLarge."""
    laid_out = (_placed(draw(width), size) for width in size.widths)
    best = max(laid_out, key=lambda scene: least(scene, size))
    if least(best, size) < size.least:
        raise TooLarge(
            f"This drawing is too large for the size '{size.id}': its smallest letters would be "
            f"{least(best, size):.1f} points high, and {size.least:g} is the least. "
            "Choose web or print, which grow with the drawing, or show less of it."
        )
    return best


def least(scene: Scene, size: Size) -> float:
    """Points of the smallest letters when the scene is as wide as the size."""
    smallest = min((text.size for text in scene.texts), default=float("inf"))
    return smallest * size.points / scene.width


def _placed(scene: Scene, size: Size) -> Scene:
    if not size.form:
        return scene
    high = max(scene.height, scene.width / size.form)
    return spread(scene, high * size.form, high)


def spread(scene: Scene, width: float, height: float) -> Scene:
    """The scene on a larger page: headline at the head, source line at the foot."""
    dx, dy = (width - scene.width) / 2, height - scene.height
    moved = []
    for place, item in enumerate(scene.items):
        down = _ABOVE * dy
        if scene.inside and place >= scene.inside:
            down = 0 if getattr(item, "role", "") in ("headline", "standfirst") else dy
        moved.append(shifted(item, dx, down))
    return replace(
        scene,
        width=width,
        height=height,
        items=tuple(moved),
        top=scene.top + _ABOVE * dy,
        foot=scene.foot + _ABOVE * dy,
    )
