"""A hatched arrow of one width throughout, however steeply it runs.

The area of a scene's own hatching is cut by fixed diagonals, which vanish in a steep ribbon; here
the stripes follow the ribbon.
"""

from __future__ import annotations

from math import hypot

from explorer.drawing.geometry import Point, polyline
from explorer.drawing.scene import Item, Path

_PITCH = 6.4  # px between stripes along the arrow, at 1600 px
_SLANT = 0.55  # of the thickness, by which a stripe leans
_PIECES = 40  # straight lines in place of a curve


def arrow(
    start: Point,
    end: Point,
    *,
    thick: float,
    unit: float,
    colour: str,
    paper: str,
    certain: bool = True,
    upright: bool = False,
    key: str = "",
    title: str = "",
) -> list[Item]:
    """From `start` to the point of its head at `end`; level at both ends, or `upright` a straight
    line down or up. One that is not certain has a dashed edge."""
    head = 1.05 * thick
    if upright:
        way = 1 if end[1] > start[1] else -1
        neck = (end[0], end[1] - way * head)
        line = (start, neck)
    else:
        neck = (end[0] - head, end[1])
        line = _curve(start, neck)
    left, right, lengths = _edges(line, thick / 2)
    hand = {"title": title}
    ribbon = polyline(
        (*left, *reversed(right)),
        True,
        fill=paper,
        stroke=colour,
        stroke_width=1.1 * unit,
        dash=() if certain else (4 * unit, 3 * unit),
        key=key,
        **hand,
    )
    stripes = _stripes(left, right, lengths, _PITCH * unit, _SLANT * thick)
    tip = polyline(
        (_beyond(left[-1], right[-1]), end, _beyond(right[-1], left[-1])), True, fill=colour, **hand
    )
    drawn: list[Item] = [ribbon]
    if stripes:
        drawn.append(Path(stripes, stroke=colour, stroke_width=1.7 * unit))
    return [*drawn, tip]


def _curve(start: Point, end: Point) -> tuple[Point, ...]:
    """Level where it leaves and arrives, as many short straight lines."""
    if abs(start[1] - end[1]) < 0.5:
        return (start, end)
    width, height = end[0] - start[0], end[1] - start[1]
    return tuple(
        (start[0] + width * _along_x(part), start[1] + height * part * part * (3 - 2 * part))
        for part in (number / _PIECES for number in range(_PIECES + 1))
    )


def _along_x(part: float) -> float:
    """The cubic whose inner control points stand at the middle."""
    rest = 1 - part
    return 1.5 * rest * part + part**3


def _edges(line: tuple[Point, ...], half: float) -> tuple[list[Point], list[Point], list[float]]:
    """Points at both sides of the line, `half` px away, and the way from its start to each."""
    left, right, lengths, way = [], [], [], 0.0
    for number, (x, y) in enumerate(line):
        before, after = line[max(0, number - 1)], line[min(len(line) - 1, number + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        nx, ny = -dy / length * half, dx / length * half
        left.append((x - nx, y - ny))
        right.append((x + nx, y + ny))
        if number:
            way += hypot(x - line[number - 1][0], y - line[number - 1][1])
        lengths.append(way)
    return left, right, lengths


def _stripes(left, right, lengths, pitch: float, slant: float) -> tuple:
    """Slanted lines from edge to edge at equal distances along the way."""
    steps, at = [], pitch
    while at + slant < lengths[-1]:
        steps += [("M", *_along(right, lengths, at)), ("L", *_along(left, lengths, at + slant))]
        at += pitch
    return tuple(steps)


def _along(points: list[Point], lengths: list[float], at: float) -> Point:
    """The point of an edge beside the place `at` px along the way."""
    for number in range(1, len(lengths)):
        if at <= lengths[number]:
            span = lengths[number] - lengths[number - 1] or 1.0
            part = (at - lengths[number - 1]) / span
            (x1, y1), (x2, y2) = points[number - 1], points[number]
            return (x1 + (x2 - x1) * part, y1 + (y2 - y1) * part)
    return points[-1]


def _beyond(one: Point, other: Point) -> Point:
    """A little further out than `one`, seen from `other`: the corner of the head."""
    return (one[0] + (one[0] - other[0]) * 0.26, one[1] + (one[1] - other[1]) * 0.26)
