"""The picture of a slide: the whole drawing of a view where a class can read it, else a brief one.

A slide is made for a screen of 1280 by 720; larger screens show it larger.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.drawing.geometry import shifted
from explorer.drawing.page import unframed
from explorer.drawing.scene import Scene
from explorer.drawing.textbox import wrap
from explorer.handouts.pictures import drawn
from explorer.layout.brief.picture import brief_scene
from explorer.layout.brief.sheet import SIZE, WIDTH
from explorer.model import Registry
from explorer.teaching.address import Address

LAID_OUT = 632.0  # px of a whole drawing: shown over the slide, its smallest type is 24 px
_HEIGHT = 720.0
_ROUND = 172.0  # px of a slide that are neither words nor picture: bar, title, caption, source
_SLACK = 0.5  # px: sizes are rounded
_PAD = 3.0  # px round a whole drawing, as laid out
_LINE, _APART = 1.3 * SIZE, 6.0  # of the words: from line to line, and between paragraphs


@dataclass(frozen=True, slots=True)
class Slide:
    """`scene` is shown `width` px wide; it `fits` unless the slide must be scrolled."""

    scene: Scene
    headline: str
    width: float
    height: float
    fits: bool


def room(paragraphs: Iterable[str]) -> float:
    """Px of height that the words of a slide leave for its picture."""
    texts = tuple(paragraphs)
    lines = sum(len(wrap(text, WIDTH, SIZE, balanced=False)) for text in texts)
    return _HEIGHT - _ROUND - lines * _LINE - len(texts) * _APART


def _padded(scene: Scene) -> Scene:
    """With room at its top and foot for signs that stand on the edge."""
    items = tuple(shifted(item, 0, _PAD) for item in scene.items)
    return replace(scene, items=items, height=scene.height + 2 * _PAD)


def slide(registry: Registry, view: Address, theme: str, height: float) -> Slide | None:
    """The picture of a view for `height` px. Its smallest type is 24 px in any case.

    None for a view without any drawing. Raises ExplorerError where the view cannot be drawn.
    """
    whole = drawn(registry, view, width=LAID_OUT, theme=theme)
    bare = _padded(unframed(whole)) if whole else None
    scale = WIDTH / LAID_OUT
    if bare and bare.height * scale <= height:
        return Slide(bare, whole.headline, WIDTH, bare.height * scale, True)
    brief = brief_scene(registry, view, theme, height)
    if brief:
        return Slide(brief, brief.headline, WIDTH, brief.height, brief.height <= height + _SLACK)
    if bare:
        return Slide(bare, whole.headline, WIDTH, bare.height * scale, False)
    return None
