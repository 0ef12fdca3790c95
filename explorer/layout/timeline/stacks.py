"""Bands of one lane stacked on a baseline: what lies on what, and how thick it is, in bodies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from explorer.drawing.geometry import Box, Point
from explorer.layout.timeline.stage import Stage
from explorer.policy.bands import Band, PublishedBand
from explorer.policy.lanes import Lane
from explorer.policy.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """`span.count` bodies on top of `base` others, from `start` to `end`, both on the axis."""

    span: Span
    base: int
    start: date
    end: date

    @property
    def top(self) -> int:
        return self.base + self.span.count


@dataclass(frozen=True)
class Layer:
    """A band with its visible pieces in order of time."""

    band: Band
    pieces: tuple[Piece, ...]

    @property
    def steps(self) -> tuple[Piece, ...]:
        """The pieces at which the count changes: what bears a number."""
        found: list[Piece] = []
        for piece in self.pieces:
            if found and found[-1].span.count == piece.span.count:
                continue
            found.append(piece)
        return tuple(found)

    @property
    def head(self) -> Piece:
        """The step that bears the name: the first with, within a twentieth, the most bodies."""
        most = max(step.span.count for step in self.steps)
        return next(step for step in self.steps if step.span.count >= 0.95 * most)


def layers(stage: Stage, bands: Sequence[Band]) -> tuple[Layer, ...]:
    """The bands in the order in which they began, the first and then the longest-lived at the
    bottom, clipped to the axis.

    A count that does not change is one piece, unless what lies below it changes.
    """
    first, last = stage.axis.first, min(stage.axis.last, stage.known_until)
    edges = {first, last}
    bands = sorted(bands, key=lambda band: (band.start, -(band.end or date.max).toordinal()))
    for band in bands:
        for step in band.steps:
            edges |= {day for day in (step.start, step.end) if day and first < day < last}
    found = []
    for at, band in enumerate(bands):
        pieces: list[Piece] = []
        for start, end in pairwise(sorted(edges)):
            step = next((step for step in band.steps if start in step), None)
            if step is None:
                continue
            base = sum(other.count_on(start) for other in bands[:at])
            if pieces and (pieces[-1].span, pieces[-1].base, pieces[-1].end) == (step, base, start):
                pieces[-1] = Piece(step, base, pieces[-1].start, end)
            else:
                pieces.append(Piece(step, base, start, end))
        if pieces:
            found.append(Layer(band, tuple(pieces)))
    return tuple(found)


def highest(found: Sequence[Layer], published: Sequence[PublishedBand]) -> float:
    """The most bodies on one another at any time."""
    tops = [piece.top for layer in found for piece in layer.pieces]
    return max([*tops, *(count.count for band in published for count in band.counts)], default=0)


@dataclass(frozen=True, eq=False)
class BandLane:
    """Geometry of a lane: `baseline` and `per_body` px, with y downwards."""

    stage: Stage
    lane: Lane
    layers: tuple[Layer, ...]
    published: tuple[PublishedBand, ...]
    per_body: float
    baseline: float

    def x(self, day: date) -> float:
        return self.stage.axis.within(day, self.stage.ahead)

    def y(self, bodies: float) -> float:
        return self.baseline - bodies * self.per_body


def box_of(lane: BandLane, piece: Piece) -> Box:
    return (lane.x(piece.start), lane.y(piece.top), lane.x(piece.end), lane.y(piece.base))


def outline(lane: BandLane, layer: Layer) -> tuple[Point, ...]:
    """The edge of a band: along its top to the right, along its foot back to the left."""
    top, foot = [], []
    for piece in layer.pieces:
        left, right = lane.x(piece.start), lane.x(piece.end)
        top += [(left, lane.y(piece.top)), (right, lane.y(piece.top))]
        foot += [(left, lane.y(piece.base)), (right, lane.y(piece.base))]
    return tuple(_simplified([*top, *reversed(foot)]))


def _simplified(points: Sequence[Point]) -> list[Point]:
    """Without points that repeat the one before or lie within a straight edge."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and kept[-1][1] == kept[-2][1] == point[1]:
            kept[-1] = point
        else:
            kept.append(point)
    return kept
