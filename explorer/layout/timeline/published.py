"""Bands of published numbers: pale, with a dashed edge, straight between what was published."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from explorer.drawing.geometry import Box, polyline
from explorer.drawing.legibility import blend
from explorer.drawing.scene import Item, Path
from explorer.layout.timeline.hover import published_words
from explorer.layout.timeline.stacks import BandLane
from explorer.period import after_last_day
from explorer.policy.bands import PublishedBand

_PALE = 0.32
_PART = 12.0  # px of one upright box under the sloping edge


def knots(lane: BandLane, band: PublishedBand) -> tuple[tuple[date, float], ...]:
    """Days and numbers between which the edge of a published band runs straight."""
    stage = lane.stage
    by_day = {count.date.first: count.count for count in band.counts}
    start = band.period.start or min(by_day)
    end = band.period.end or max(by_day)
    points = sorted(by_day.items())
    ends = [(start, points[0][1]), *points, (end, points[-1][1])]
    unique = dict(sorted(ends, key=lambda pair: pair[0]))
    first, last = stage.axis.first, min(stage.axis.last, stage.known_until)
    inside = {day: n for day, n in unique.items() if first <= day <= last}
    for edge in (first, last):
        for (d1, n1), (d2, n2) in pairwise(unique.items()):
            if d1 < edge < d2:
                inside[edge] = n1 + (n2 - n1) * (edge - d1).days / (d2 - d1).days
    return tuple(sorted(inside.items()))


def published_band(lane: BandLane, band: PublishedBand) -> list[Item]:
    """The area and its edge; they fade over a year in which the kind began or ended."""
    stage, found = lane.stage, knots(lane, band)
    swatch = stage.colours.of(band.kind.id)
    edge = [(lane.x(day), lane.y(number)) for day, number in found]
    area = [*edge, (edge[-1][0], lane.baseline), (edge[0][0], lane.baseline)]
    pale = swatch.fill == stage.colours.paper
    fill = stage.colours.panel if pale else blend(swatch.fill, stage.colours.paper, _PALE)
    words, key = published_words(band), f"kind:{band.kind.id}"
    fade = _fade(lane, band)
    return [
        polyline(area, True, fill=fill, key=key, title=words, **fade),
        Path(
            polyline(edge).steps,
            False,
            stroke=swatch.edge,
            stroke_width=1.5,
            dash=(5, 4),
            key=key,
            **fade,
        ),
    ]


def certain(lane: BandLane, band: PublishedBand) -> tuple[float, float]:
    """Px between which the kind is known to have existed."""
    begins, ends = band.kind.first_day, band.kind.last_day
    left, right = lane.stage.left(band.period.start), lane.stage.right(band.period.end)
    if begins and not begins.exact:
        left = max(left, lane.stage.left(after_last_day(begins.last)))
    if ends and not ends.exact:
        right = min(right, lane.stage.right(ends.first))
    return left, right


def _fade(lane: BandLane, band: PublishedBand) -> dict:
    left, right = lane.stage.left(band.period.start), lane.stage.right(band.period.end)
    first, last = certain(lane, band)
    sides = (first - left > 0.5, right - last > 0.5)
    name = {(True, True): "both", (True, False): "left", (False, True): "right"}.get(sides, "")
    return {"fade": name, "fade_px": max(first - left, right - last)} if name else {}


def published_boxes(lane: BandLane, band: PublishedBand) -> list[Box]:
    """Upright boxes under the sloping edge, a few px wide."""
    boxes = []
    for (d1, n1), (d2, n2) in pairwise(knots(lane, band)):
        left, right = lane.x(d1), lane.x(d2)
        parts = max(1, int((right - left) / _PART))
        for i in range(parts):
            a, b = left + (right - left) * i / parts, left + (right - left) * (i + 1) / parts
            high = max(n1 + (n2 - n1) * i / parts, n1 + (n2 - n1) * (i + 1) / parts)
            boxes.append((a, lane.y(high), b, lane.baseline))
    return boxes
