"""Textures on large areas of a grey drawing, so that classes stay apart without colour.

They are ordinary paths after their item, keep within it and leave room for words: every writer
paints them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from explorer.colours import Swatch, palette
from explorer.drawing.geometry import Box, Point, bounds, polygons
from explorer.drawing.scene import Item, Path, Scene
from explorer.drawing.textbox import box

STEP = 7.0  # px between lines, on one lattice for the whole page
WIDTH = 1.3
LEAST = 12.0  # px: on smaller marks a texture would be a blot
_ROOM = 3.0  # px round words


def textured(scene: Scene, theme: str = "grey") -> Scene:
    """The scene with lines on every opaque area whose grey has a texture."""
    by_fill = {s.fill: s for s in palette(theme).swatches.values() if s.texture}
    words = [_padded(box(text)) for text in scene.texts]
    items: list[Item] = []
    inside = 0
    for place, item in enumerate(scene.items):
        items.append(item)
        swatch = by_fill.get(item.fill)
        if swatch and item.opacity == 1 and _large(item):
            items.extend(_lines(item, swatch, words))
        if place < scene.inside:
            inside = len(items)
    return replace(scene, items=tuple(items), inside=inside)


def _padded(words: Box) -> Box:
    left, top, right, bottom = words
    return (left - _ROOM, top - _ROOM, right + _ROOM, bottom + _ROOM)


def _large(item: Item) -> bool:
    if not polygons(item):
        return False
    left, top, right, bottom = bounds(item)
    return min(right - left, bottom - top) >= LEAST


def _lines(item: Item, swatch: Swatch, words: Sequence[Box]) -> Iterator[Path]:
    """One path of all lines. Upright ones are level ones with x and y changing places."""
    upright = swatch.texture == "upright"
    if upright:
        words = [(top, left, bottom, right) for left, top, right, bottom in words]
    steps = []
    for polygon in polygons(item):
        for y, left, right in _level([(b, a) if upright else (a, b) for a, b in polygon]):
            for start, end in _free(y, left, right, words):
                ends = ((y, start), (y, end)) if upright else ((start, y), (end, y))
                steps += [("M", *ends[0]), ("L", *ends[1])]
    if steps:
        fading = {"fade": item.fade, "fade_px": item.fade_px}
        yield Path(tuple(steps), stroke=swatch.lines, stroke_width=WIDTH, **fading)


def _level(polygon: Sequence[Point]) -> Iterator[tuple[float, float, float]]:
    """(y, left, right) of lines inside a polygon, a stroke's width away from its edge."""
    heights = [y for _, y in polygon]
    sides = tuple(pairwise((*polygon, polygon[0])))
    at = (int((min(heights) + WIDTH) // STEP) + 1) * STEP
    while at < max(heights) - WIDTH:
        crossings = sorted(
            x1 + (x2 - x1) * (at - y1) / (y2 - y1)
            for (x1, y1), (x2, y2) in sides
            if (y1 > at) != (y2 > at)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            yield at, left + WIDTH, right - WIDTH
        at += STEP


def _free(
    y: float, left: float, right: float, words: Sequence[Box]
) -> Iterator[tuple[float, float]]:
    """The parts of a line on which no words stand."""
    for start, top, end, bottom in sorted(words):
        if top < y < bottom and start < right and end > left:
            if start - left > WIDTH:
                yield left, start
            left = max(left, end)
    if right - left > WIDTH:
        yield left, right
