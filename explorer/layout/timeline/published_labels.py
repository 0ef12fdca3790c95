"""The labels of a band of published numbers: its name, the numbers where they were published, and
that what lies between them is not known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from explorer.drawing.geometry import Box
from explorer.drawing.scene import Text
from explorer.drawing.textbox import measure, wrap
from explorer.layout.timeline.desk import Try
from explorer.layout.timeline.kind_words import acronym, plain_name
from explorer.layout.timeline.lettering import PAD, bold, line_width, named, on_line
from explorer.layout.timeline.published import certain, knots, published_boxes
from explorer.layout.timeline.stacks import BandLane
from explorer.layout.timeline.stage import Stage
from explorer.policy.bands import PublishedBand

_NUMBER = 1.25  # size of a later number, in sizes of a label


def published_tries(lane: BandLane, band: PublishedBand, size: float) -> Iterator[Iterator[Try]]:
    """For each label its places, best first."""
    stage, label = lane.stage, lane.stage.page.label
    left, right = certain(lane, band)
    edge = [(lane.x(day), lane.y(number)) for day, number in knots(lane, band)]
    top = _height_at(edge, left)
    points = [
        (lane.x(day), lane.y(number), number)
        for day, number in sorted({c.date.first: c.count for c in band.counts}.items())
        if stage.holds(day)
    ]
    at_start = bool(points) and points[0][0] < left + label
    yield _head(stage, band, left, right, top, points[0][2] if at_start else None, size)
    for x, y, number in reversed(points[at_start:]):
        yield _number(stage, x, y, number, right)
    boxes = [box for box in published_boxes(lane, band) if box[2] > left and box[0] < right]
    yield _unknown(stage, left, right, lane.baseline, boxes)


def _height_at(edge: list[tuple[float, float]], x: float) -> float:
    for (x1, y1), (x2, y2) in pairwise(edge):
        if x1 <= x <= x2 and x2 > x1:
            return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return edge[0][1]


def _head(
    stage: Stage,
    band: PublishedBand,
    left: float,
    right: float,
    top: float,
    number: float | None,
    size: float,
) -> Iterator[Try]:
    """The name, after the number if that was published where the band comes into view."""
    label = stage.page.label
    x, y = left + PAD * label, top - 0.28 * size
    for words in (plain_name(band.kind), acronym(band.kind, 2)):
        if number is None:
            yield Try(outside=(named(stage, words, x, top - 0.4 * label),))
            continue
        shown = f"{number:,.0f}"
        yield Try(outside=on_line(stage, x, y, shown, words, size))
        at = min(right, stage.page.right) - line_width(stage, shown, words, size)
        yield Try(outside=on_line(stage, at, y, shown, words, size))


def _number(stage: Stage, x: float, y: float, number: float, right: float) -> Iterator[Try]:
    size = _NUMBER * stage.page.label
    text = f"{number:,.0f}"
    width = measure(text, size, bold=True)
    for at in (min(x - width / 2, right - width), x - width):
        for lift in (0.3, 0.5):
            yield Try(outside=(bold(stage, text, at, y - lift * size, size),))


def _unknown(
    stage: Stage, left: float, right: float, floor: float, areas: list[Box]
) -> Iterator[Try]:
    label, small = stage.page.label, stage.page.small
    for words in ("published counts only; the path between is not known", "published counts only"):
        for width in (right - left - label, 12 * label):
            lines = wrap(words, max(width, 5 * label), small, italic=True)
            first = floor - 0.5 * label - (len(lines) - 1) * 1.25 * small
            texts = tuple(
                Text(
                    left + 0.5 * label,
                    first + i * 1.25 * small,
                    line,
                    small,
                    italic=True,
                    fill=stage.colours.ink,
                )
                for i, line in enumerate(lines)
            )
            yield Try(inside=texts, areas=tuple(areas))
