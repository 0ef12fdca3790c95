"""A lane of bands, as thick as the number of bodies, on one scale which the lane's bar states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from explorer.drawing.geometry import polyline, shifted
from explorer.drawing.scene import Item, Line, Rect
from explorer.layout.timeline.desk import Desk
from explorer.layout.timeline.gutter import block_height, gutter
from explorer.layout.timeline.hover import span_words
from explorer.layout.timeline.labels import label_bands
from explorer.layout.timeline.loose_ends import lost, planned, planned_boxes, unlisted
from explorer.layout.timeline.published import published_band, published_boxes
from explorer.layout.timeline.stacks import (
    BandLane,
    Layer,
    Piece,
    box_of,
    highest,
    layers,
    outline,
)
from explorer.layout.timeline.stage import Part, Stage, limits, title_room
from explorer.period import Period
from explorer.policy.bands import Band, PublishedBand
from explorer.policy.lanes import Lane

_HEIGHTS = {  # px of the highest stack on a page 1600 wide
    "regional": 84.0,
    "local": 260.0,
    "council": 40.0,
    "family": 44.0,
    "arrangement": 58.0,
    "support": 38.0,
    "voice": 50.0,
}
_MOST_PER_BODY = 4.0  # px: a few bodies are not blown up to a wall of colour
_ROOM = 5.0  # above the highest stack, in sizes of a label
_BRIEF = 0.05  # of the axis: bands that fill no more are drawn lower


def band_lane(stage: Stage, lane: Lane) -> Part:
    """The lane, or nothing where no band of it lies on the axis."""
    bands = [
        band
        for band in stage.timeline.bands
        if band.lane == lane.id
        and (stage.close or not band.close)
        and stage.shows(band.start, band.end)
    ]
    published = tuple(
        band
        for band in stage.timeline.published
        if band.lane == lane.id
        and (stage.close or not band.close)
        and stage.shows(band.period.start, band.period.end)
    )
    stacked = layers(stage, bands)
    most = highest(stacked, published)
    if not most:
        return Part((), 0)
    label = stage.page.label
    height = _HEIGHTS.get(lane.id, 60.0) * stage.unit
    if _covered(stage, bands, published) < _BRIEF:
        height *= 0.5
    per_body = min(height / most, _MOST_PER_BODY * stage.unit)
    room = title_room(stage) + _ROOM * label
    return _drawn(BandLane(stage, lane, stacked, published, per_body, room + most * per_body))


def _covered(stage: Stage, bands: Sequence[Band], published: Sequence[PublishedBand]) -> float:
    """The part of the axis from the first to the last day of these bands."""
    lefts = [stage.left(b.start) for b in bands] + [stage.left(b.period.start) for b in published]
    rights = [stage.right(b.end) for b in bands] + [stage.right(b.period.end) for b in published]
    return (max(rights) - min(lefts)) / (stage.axis.right - stage.axis.left)


def _drawn(lane: BandLane) -> Part:
    """The lane drawn with ample room above it, then moved up as far as nothing stands there."""
    stage = lane.stage
    hatched = _hatched(lane)
    shapes: list[Item] = []
    for band in lane.published:
        shapes += published_band(lane, band)
    for layer in lane.layers:
        shapes += _band(lane, layer, hatched=layer.band.kind.id in hatched)
        shapes += planned(lane, layer)
    axis, floor = stage.axis, lane.baseline
    shapes.append(
        Line(axis.left, floor, axis.right, floor, stroke=stage.colours.rule, stroke_width=1)
    )
    desk = Desk(
        left=axis.left,
        right=stage.page.right,
        top=title_room(stage),
        floor=floor,
        solid=[
            *(box_of(lane, piece) for layer in lane.layers for piece in layer.pieces),
            *(box for band in lane.published for box in published_boxes(lane, band)),
            *planned_boxes(lane),
        ],
    )
    shapes += [item for layer in lane.layers for item in lost(lane, layer, desk)]
    shapes += unlisted(lane, desk)
    words, foot = label_bands(lane, desk, story=lane.lane.id == "local", hatched=hatched)
    tops = [limits(item)[1] for item in (*shapes, *words)]
    up = min(min(tops) - title_room(stage), floor - block_height(lane))
    moved = replace(lane, baseline=floor - up)
    return Part(
        (*(shifted(item, 0, -up) for item in (*shapes, *words)), *gutter(moved)),
        max(foot, floor) - up,
        tuple((left, top - up, right, bottom - up) for left, top, right, bottom in desk.solid),
    )


def _hatched(lane: BandLane) -> frozenset[str]:
    """Kinds that lie on a kind of their own colour: hatched, so that the two can be told apart."""
    fills = [lane.stage.colours.of(layer.band.kind.id).fill for layer in lane.layers]
    return frozenset(
        layer.band.kind.id
        for at, layer in enumerate(lane.layers)
        if any(
            fills[at] == fills[below] and _together(layer.band, lane.layers[below].band)
            for below in range(at)
        )
    )


def _together(one: Band, other: Band) -> bool:
    return Period(one.start, one.end).overlaps(Period(other.start, other.end))


def _band(lane: BandLane, layer: Layer, *, hatched: bool) -> list[Item]:
    stage, kind = lane.stage, layer.band.kind
    swatch = stage.colours.of(kind.id)
    left_px, right_px = _fades(lane, layer)
    paint: dict = {"fill": swatch.fill, "stroke": stage.colours.paper, "stroke_width": 1.2}
    if swatch.fill == stage.colours.paper or swatch.dashed:
        paint = {"fill": swatch.fill, "stroke": swatch.edge, "stroke_width": 1.2}
        paint["dash"] = (4, 3) if swatch.dashed else ()
    if hatched:
        paint = {"fill": stage.colours.paper, "hatch": swatch.fill, "stroke": swatch.edge}
        paint["stroke_width"] = 1
    if left_px or right_px:
        paint["fade"] = "both" if left_px and right_px else "left" if left_px else "right"
        paint["fade_px"] = max(left_px, right_px)
    shape = polyline(outline(lane, layer), True, key=f"kind:{kind.id}", title=kind.plural, **paint)
    return [shape, *(_answer(lane, layer, piece) for piece in layer.pieces)]


def _answer(lane: BandLane, layer: Layer, piece: Piece) -> Rect:
    """An unseen area over one step, which names its day and number."""
    left, top, right, bottom = box_of(lane, piece)
    return Rect(
        left,
        top,
        right - left,
        bottom - top,
        fill=lane.stage.colours.paper,
        opacity=0,
        key=f"day:{piece.start.isoformat()}",
        title=span_words(layer.band, piece.span),
    )


def _fades(lane: BandLane, layer: Layer) -> tuple[float, float]:
    """Px at either end over which it is not certain that any of the bodies existed."""
    spans = layer.band.spans
    first = last = 0.0
    for span in spans:
        if span.uncertain < span.count:
            break
        first = _width(lane, spans[0].start, span.end)
    for span in reversed(spans):
        if span.uncertain < span.count or not span.end:
            break
        last = _width(lane, span.start, spans[-1].end)
    if first and all(span.uncertain >= span.count for span in spans):
        first = last = min(first, last) / 2
    return first, last


def _width(lane: BandLane, start: date, end: date | None) -> float:
    return lane.x(end or lane.stage.known_until) - lane.x(start)
