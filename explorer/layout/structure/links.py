"""Lines between boxes: only where the record has the relation, never through words or boxes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from explorer.drawing.geometry import Box, Point, bounds, polyline
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Path, Text
from explorer.drawing.textbox import box as words_box
from explorer.hierarchy import Node
from explorer.layout.parts import Part

_TRIES = 24  # places across a parent's lower edge at which a trunk may leave


def links(page: Page, part: Part, nodes: Mapping[str, Node], gap: float, side: float) -> list[Path]:
    """The lines of `part`: from each box to the boxes of the bodies under it.

    `gap` is the free space above each box; `side` the x of a free upright at the left of all
    boxes, used where a trunk cannot go straight down.
    """
    obstacles = [_extent(item) for item in part.items]
    below: dict[str, list[Box]] = defaultdict(list)
    for name, place in part.boxes.items():
        parent = nodes[name].parent if name in nodes else None
        if parent in part.boxes and part.boxes[parent][3] <= place[1]:
            below[parent].append(place)
    routes = [
        points
        for parent, children in below.items()
        for points in _routes(part.boxes[parent], children, obstacles, gap / 2, side)
    ]
    ink, width = page.colours.ink, 1.5 * page.unit
    return [polyline(points, stroke=ink, stroke_width=width) for points in routes]


def _routes(
    parent: Box, children: Sequence[Box], obstacles: Sequence[Box], rise: float, side: float
) -> list[list[Point]]:
    """Straight lines where nothing stands between; else a bus above the first row of children.

    Children further down hang on uprights left of their columns.
    """
    top = min(child[1] for child in children)
    first = [child for child in children if child[1] - top < 1]
    later = [child for child in children if child[1] - top >= 1]
    middles = sorted((left + right) / 2 for left, _, right, _ in first)
    straight = all(parent[0] < x < parent[2] for x in middles) and not any(
        _blocked(x, parent[3], top, obstacles) for x in middles
    )
    if straight and not later:
        return [[(x, parent[3]), (x, top)] for x in middles]
    bus = top - rise
    uprights: dict[float, list[float]] = defaultdict(list)
    for left, upper, _, lower in later:
        uprights[left - rise / 2].append((upper + lower) / 2)
    reach = [*middles, *uprights]
    trunk = _trunk(parent, bus, obstacles)
    if trunk is None:
        level = (parent[1] + parent[3]) / 2
        stem = [(parent[0], level), (side, level), (side, bus)]
        reach.append(side)
    else:
        stem = [(trunk, parent[3]), (trunk, bus)]
        reach.append(trunk)
    lines = [stem, [(min(reach), bus), (max(reach), bus)]]
    lines += [[(x, bus), (x, top)] for x in middles]
    for x, levels in uprights.items():
        lines.append([(x, bus), (x, max(levels))])
        lines += [[(x, level), (x + rise / 2, level)] for level in levels]
    return lines


def _trunk(parent: Box, bus: float, obstacles: Sequence[Box]) -> float | None:
    """An x under the parent from which the way down is free: its middle, or the nearest to it."""
    left, _, right, bottom = parent
    tries = [left + (right - left) * (i + 0.5) / _TRIES for i in range(_TRIES)]
    middle = (left + right) / 2
    free = (x for x in [middle, *tries] if not _blocked(x, bottom, bus, obstacles))
    return min(free, key=lambda x: abs(x - middle), default=None)


def _blocked(x: float, top: float, bottom: float, obstacles: Sequence[Box]) -> bool:
    near = 4.0
    return any(
        left - near < x < right + near and upper < bottom - 0.5 and lower > top + 0.5
        for left, upper, right, lower in obstacles
    )


def _extent(item: Item) -> Box:
    return words_box(item) if isinstance(item, Text) else bounds(item)
