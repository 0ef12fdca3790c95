"""Shapes of a scene as points: outlines, bounds, bands between bars, clipping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import cos, hypot, pi, sin
from typing import TypeAlias

from explorer.drawing.scene import Item, Line, Mark, Path, Rect, Step

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]  # left, top, right, bottom

_CURVE_PARTS = 16
_ROUND = 0.5522847498  # control length of a cubic that follows a quarter of a circle of radius 1


def polyline(points: Iterable[Point], closed: bool = False, **paint) -> Path:
    """A path of straight lines through `points`."""
    first, *rest = points
    return Path((("M", *first), *(("L", *point) for point in rest)), closed, **paint)


def band(
    x1: float, top1: float, bottom1: float, x2: float, top2: float, bottom2: float, **paint
) -> Path:
    """A ribbon from the side `x1` to the side `x2`, level where it leaves and arrives."""
    middle = (x1 + x2) / 2
    steps: tuple[Step, ...] = (
        ("M", x1, top1),
        ("C", middle, top1, middle, top2, x2, top2),
        ("L", x2, bottom2),
        ("C", middle, bottom2, middle, bottom1, x1, bottom1),
    )
    return Path(steps, True, **paint)


def flatten(steps: Sequence[Step]) -> tuple[tuple[Point, ...], ...]:
    """The points of each part of a path, curves cut into short straight lines."""
    parts: list[list[Point]] = []
    for command, *numbers in steps:
        if command == "M":
            parts.append([(numbers[0], numbers[1])])
        elif command == "L":
            parts[-1].append((numbers[0], numbers[1]))
        else:
            start = parts[-1][-1]
            parts[-1].extend(
                _cubic(start, *numbers, at=i / _CURVE_PARTS) for i in range(1, _CURVE_PARTS + 1)
            )
    return tuple(tuple(part) for part in parts)


def _cubic(start: Point, x1, y1, x2, y2, x3, y3, *, at: float) -> Point:
    rest = 1 - at
    a, b, c, d = rest**3, 3 * rest * rest * at, 3 * rest * at * at, at**3
    return (a * start[0] + b * x1 + c * x2 + d * x3, a * start[1] + b * y1 + c * y2 + d * y3)


def outline(item: Rect | Mark) -> tuple[Step, ...]:
    """The edge of a rectangle or mark as the steps of a closed path."""
    if isinstance(item, Rect):
        return _rounded(item.x, item.y, item.width, item.height, item.radius)
    x, y, half = item.x, item.y, item.size / 2
    if item.shape == "disc":
        return _rounded(x - half, y - half, item.size, item.size, half)
    if item.shape == "square":
        return _rounded(x - half, y - half, item.size, item.size, 0)
    corners = {
        "triangle": ((0, -0.9), (1, 0.9), (-1, 0.9)),
        "triangle_right": ((-0.9, -1), (0.9, 0), (-0.9, 1)),
        "diamond": ((0, -1.1), (1.1, 0), (0, 1.1), (-1.1, 0)),
        "hexagon": tuple((cos(pi * i / 3), sin(pi * i / 3)) for i in range(6)),
        "cross": _CROSS,
    }[item.shape]
    return polyline((x + half * dx, y + half * dy) for dx, dy in corners).steps


_ARM = 0.33
_CROSS = (
    *((-_ARM, -1), (_ARM, -1), (_ARM, -_ARM), (1, -_ARM), (1, _ARM), (_ARM, _ARM)),
    *((_ARM, 1), (-_ARM, 1), (-_ARM, _ARM), (-1, _ARM), (-1, -_ARM), (-_ARM, -_ARM)),
)


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> tuple[Step, ...]:
    right, bottom = x + width, y + height
    if radius <= 0:
        return polyline(((x, y), (right, y), (right, bottom), (x, bottom))).steps
    r = min(radius, width / 2, height / 2)
    k = r * (1 - _ROUND)
    return (
        ("M", x + r, y),
        ("L", right - r, y),
        ("C", right - k, y, right, y + k, right, y + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", x + r, bottom),
        ("C", x + k, bottom, x, bottom - k, x, bottom - r),
        ("L", x, y + r),
        ("C", x, y + k, x + k, y, x + r, y),
    )


def arrow_head(line: Line) -> tuple[Step, ...]:
    """The filled head at the end of an arrow."""
    length = hypot(line.x2 - line.x1, line.y2 - line.y1) or 1.0
    ux, uy = (line.x2 - line.x1) / length, (line.y2 - line.y1) / length
    back_x, back_y = line.x2 - ux * line.arrow, line.y2 - uy * line.arrow
    half = line.arrow * 0.45
    return polyline(
        (
            (line.x2, line.y2),
            (back_x - uy * half, back_y + ux * half),
            (back_x + uy * half, back_y - ux * half),
        )
    ).steps


def polygons(item: Item) -> tuple[tuple[Point, ...], ...]:
    """The area of a rectangle, mark or closed path as polygons; nothing for lines and texts."""
    if isinstance(item, Rect | Mark):
        return flatten(outline(item))
    if isinstance(item, Path) and item.closed:
        return flatten(item.steps)
    return ()


def bounds(item: Item) -> Box:
    """The smallest box round a rectangle, path, line or mark, without the width of its stroke."""
    if isinstance(item, Rect):
        return (item.x, item.y, item.x + item.width, item.y + item.height)
    if isinstance(item, Line):
        return (*_low(item), *_high(item))
    if isinstance(item, Mark) and item.shape in ("disc", "square"):
        half = item.size / 2
        return (item.x - half, item.y - half, item.x + half, item.y + half)
    points = [
        p for part in flatten(item.steps if isinstance(item, Path) else outline(item)) for p in part
    ]
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs), max(ys))


def _low(line: Line) -> Point:
    return (min(line.x1, line.x2), min(line.y1, line.y2))


def _high(line: Line) -> Point:
    return (max(line.x1, line.x2), max(line.y1, line.y2))


def cut(polygon: Sequence[Point], left: float, right: float) -> tuple[Point, ...]:
    """The part of `polygon` between two verticals; empty where nothing is left."""
    return _half(_half(polygon, left, 1), right, -1)


def _half(polygon: Sequence[Point], at: float, side: int) -> tuple[Point, ...]:
    kept: list[Point] = []
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
        inside1, inside2 = (x1 - at) * side >= 0, (x2 - at) * side >= 0
        if inside1:
            kept.append((x1, y1))
        if inside1 != inside2:
            kept.append((at, y1 + (y2 - y1) * (at - x1) / (x2 - x1)))
    return tuple(kept)


def shifted(item: Item, dx: float, dy: float) -> Item:
    """The same item moved by (dx, dy)."""
    if isinstance(item, Line):
        return replace(item, x1=item.x1 + dx, y1=item.y1 + dy, x2=item.x2 + dx, y2=item.y2 + dy)
    if isinstance(item, Path):
        return replace(item, steps=tuple(_moved(step, dx, dy) for step in item.steps))
    return replace(item, x=item.x + dx, y=item.y + dy)


def _moved(step: Step, dx: float, dy: float) -> Step:
    return (step[0], *(n + (dy if i % 2 else dx) for i, n in enumerate(step[1:])))
