"""Items of a scene lowered to plain paths, for painters that know neither hatching nor fading.

Hatching becomes lines on one lattice for the whole page, so that neighbouring areas match; a fade
becomes slices of growing opacity that end on whole pixels, so that no hairline shows between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from explorer.drawing.geometry import (
    Point,
    arrow_head,
    bounds,
    cut,
    flatten,
    outline,
    polygons,
    polyline,
)
from explorer.drawing.scene import Item, Line, Mark, Path, Rect, Step

HATCH_STEP = 10.0  # px between hatch lines, measured along the horizontal
HATCH_WIDTH = 2.0
_SLICE = 3.0  # px of one step of a fade


@dataclass(frozen=True, slots=True)
class Piece:
    """One path with one paint. `mark` says that it is a sign, which overlaps no other."""

    steps: tuple[Step, ...]
    closed: bool
    fill: str
    stroke: str
    stroke_width: float
    dash: tuple[float, ...]
    opacity: float
    mark: bool = False

    @property
    def paint(self) -> tuple:
        return (self.closed, self.fill, self.stroke, self.stroke_width, self.dash, self.opacity)


def pieces(item: Item) -> Iterator[Piece]:
    """What to paint for `item`, in order."""
    if item.fade and item.fade_px > 0:
        yield from _faded(item)
        return
    if item.fill or item.stroke:
        steps, closed = edge(item)
        yield Piece(
            steps,
            closed,
            item.fill if closed else "",
            item.stroke,
            item.stroke_width if item.stroke else 0.0,
            item.dash,
            item.opacity,
            isinstance(item, Mark),
        )
    if item.hatch:
        yield from _strokes(hatch(item), item.hatch, HATCH_WIDTH, (), item.opacity)
    if isinstance(item, Line) and item.arrow:
        yield Piece(arrow_head(item), True, item.stroke, "", 0.0, (), item.opacity)


def edge(item: Item) -> tuple[tuple[Step, ...], bool]:
    """The path along the edge of an item, and whether it is closed.

    The stroke of an arrow stops inside its head, so that the point stays sharp.
    """
    if isinstance(item, Path):
        return item.steps, item.closed
    if isinstance(item, Rect | Mark):
        return outline(item), True
    return polyline(((item.x1, item.y1), _shaft_end(item))).steps, False


def _shaft_end(line: Line) -> Point:
    if not line.arrow:
        return (line.x2, line.y2)
    length = ((line.x2 - line.x1) ** 2 + (line.y2 - line.y1) ** 2) ** 0.5 or 1.0
    part = max(0.0, 1 - 0.8 * line.arrow / length)
    return (line.x1 + (line.x2 - line.x1) * part, line.y1 + (line.y2 - line.y1) * part)


def hatch(item: Item) -> tuple[tuple[Point, Point], ...]:
    """Rising diagonals x + y = k * HATCH_STEP inside the area of `item`."""
    return tuple(line for polygon in polygons(item) for line in _diagonals(polygon))


def _diagonals(polygon: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    sums = [x + y for x, y in polygon]
    sides = tuple(zip(polygon, (*polygon[1:], polygon[0]), strict=True))
    for k in range(ceil(min(sums) / HATCH_STEP), floor(max(sums) / HATCH_STEP) + 1):
        at = k * HATCH_STEP
        crossings = sorted(
            x1 + (x2 - x1) * (at - x1 - y1) / (x2 + y2 - x1 - y1)
            for (x1, y1), (x2, y2) in sides
            if (x1 + y1 > at) != (x2 + y2 > at)
        )
        for left, right in zip(crossings[::2], crossings[1::2], strict=True):
            yield (left, at - left), (right, at - right)


def fade_stops(item: Item) -> tuple[tuple[float, float], ...]:
    """(x, opacity) at the corners of the item's fade, left to right; opacity is linear between."""
    left, _, right, _ = bounds(item)
    both = item.fade == "both"
    length = min(item.fade_px, (right - left) / 2 if both else right - left)
    stops = [(left, 1.0), (right, 1.0)]
    if item.fade in ("left", "both"):
        stops = [(left, 0.0), (left + length, 1.0), *stops[1:]]
    if item.fade in ("right", "both"):
        stops = [*stops[:-1], (right - length, 1.0), (right, 0.0)]
    return tuple(dict.fromkeys(stops))


def _faded(item: Item) -> Iterator[Piece]:
    stops = fade_stops(item)
    areas = polygons(item)
    lines = tuple(flatten(edge(item)[0]))
    if areas:
        lines = tuple((*line, line[0]) for line in lines)
    strokes = tuple(segment for line in lines for segment in pairwise(line))
    diagonals = hatch(item) if item.hatch else ()
    slices = _slices(stops)
    for left, right in pairwise(slices):
        first = left == slices[0]
        opacity = item.opacity * _opacity(stops, (left + right) / 2)
        for area in areas:
            kept = cut(area, left, right)
            if item.fill and len(kept) > 2:
                yield Piece(polyline(kept).steps, True, item.fill, "", 0.0, (), opacity)
        inside = tuple(_clipped(strokes, left, right, first))
        if item.stroke and inside:
            yield from _strokes(inside, item.stroke, item.stroke_width, item.dash, opacity)
        inside = tuple(_clipped(diagonals, left, right, first))
        if inside:
            yield from _strokes(inside, item.hatch, HATCH_WIDTH, (), opacity)
    if isinstance(item, Line) and item.arrow and item.fade not in ("right", "both"):
        yield Piece(arrow_head(item), True, item.stroke, "", 0.0, (), item.opacity)


def _slices(stops: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    cuts: list[float] = [stops[0][0]]
    for (x1, alpha1), (x2, alpha2) in pairwise(stops):
        if alpha1 != alpha2:
            at = floor(x1) + _SLICE
            while at < x2 - _SLICE / 2:
                cuts.append(at)
                at += _SLICE
        cuts.append(x2)
    return tuple(dict.fromkeys(cuts))


def _opacity(stops: Sequence[tuple[float, float]], x: float) -> float:
    for (x1, alpha1), (x2, alpha2) in pairwise(stops):
        if x1 <= x <= x2 and x2 > x1:
            return round(alpha1 + (alpha2 - alpha1) * (x - x1) / (x2 - x1), 3)
    return 1.0


def _clipped(
    segments: Sequence[tuple[Point, Point]], left: float, right: float, first: bool
) -> Iterator[tuple[Point, Point]]:
    for (x1, y1), (x2, y2) in segments:
        if x1 == x2:
            # a vertical edge belongs to the slice that it closes, the leftmost to the first slice
            if left < x1 <= right or (first and x1 == left):
                yield (x1, y1), (x2, y2)
            continue
        low, high = max(min(x1, x2), left), min(max(x1, x2), right)
        if low < high:
            slope = (y2 - y1) / (x2 - x1)
            yield (low, y1 + slope * (low - x1)), (high, y1 + slope * (high - x1))


def _strokes(
    segments: Sequence[tuple[Point, Point]], stroke: str, width: float, dash: tuple, opacity: float
) -> Iterator[Piece]:
    steps = tuple(step for a, b in segments for step in (("M", *a), ("L", *b)))
    if steps:
        yield Piece(steps, False, "", stroke, width, dash, opacity)


def path_data(steps: Sequence[Step], closed: bool) -> str:
    """The `d` of an SVG path, absolute; each part of a closed path is closed."""
    words: list[str] = []
    for command, *numbers in steps:
        if command == "M" and words and closed:
            words.append("Z")
        words.append(command + " ".join(map(number, numbers)))
    return "".join([*words, "Z"] if closed else words)


def number(value: float) -> str:
    """At most two decimals: a hundredth of a px is more than any screen or press resolves."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
