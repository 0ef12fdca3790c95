"""A lane of bands, as thick as the number of bodies, on one scale which the lane's bar states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from explorer.geometry import Box, polyline, shifted
from explorer.lanes import Lane
from explorer.layout.timeline.desk import Desk, Try
from explorer.layout.timeline.gutter import block_height, gutter
from explorer.layout.timeline.hover import many, plan_words, span_words
from explorer.layout.timeline.labels import label_bands
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
from explorer.layout.timeline.stage import Part, Stage, limits, meet, title_room
from explorer.look import day_words
from explorer.period import Period, last_day_before
from explorer.scene import Item, Line, Rect, Text
from explorer.timeline import Band, PublishedBand

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
_FEW = 5  # bodies whose unknown end is said in words on a wide view too
_LONG_GAP = 0.25  # of the axis
_BRIEF = 0.05  # of the axis: bands that fill no more are drawn lower
ARROW = 26.0  # px of the arrow at an end that is not known


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
        shapes += _planned(lane, layer)
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
            *_planned_boxes(lane),
        ],
    )
    shapes += [item for layer in lane.layers for item in _lost(lane, layer, desk)]
    shapes += _unlisted(lane, desk)
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
        title=span_words(layer.band.kind, piece.span, lane.stage.known_until),
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


def _planned(lane: BandLane, layer: Layer) -> list[Item]:
    found = []
    for left, top, right, bottom in _planned_box(lane, layer):
        swatch = lane.stage.colours.planned
        found.append(
            Rect(
                left,
                top,
                right - left,
                bottom - top,
                fill=swatch.fill,
                stroke=swatch.edge,
                stroke_width=1,
                dash=(3, 3),
                key=f"kind:{layer.band.kind.id}",
                title=f"{many(layer.band.kind, layer.pieces[-1].span.count)}; "
                + "; ".join(plan_words(plan) for plan in layer.band.plans),
            )
        )
    return found


def _planned_box(lane: BandLane, layer: Layer) -> list[Box]:
    """From what is known to the last planned day, as thick as the last count."""
    band, stage = layer.band, lane.stage
    if not band.plans or band.end is not None or stage.axis.last <= stage.known_until:
        return []
    right = stage.axis.within(max(plan.planned.first for plan in band.plans), stage.axis.right)
    piece = layer.pieces[-1]
    return [(stage.ahead, lane.y(piece.top), right, lane.y(piece.base))]


def _planned_boxes(lane: BandLane) -> list[Box]:
    return [box for layer in lane.layers for box in _planned_box(lane, layer)]


def _unlisted(lane: BandLane, desk: Desk) -> tuple[Text, ...]:
    """That nothing is listed in this lane in the first years shown, where these are many."""
    stage, page = lane.stage, lane.stage.page
    starts = [layer.pieces[0].start for layer in lane.layers]
    starts += [band.period.start for band in lane.published if band.period.start]
    first = min(starts)
    if lane.x(first) - stage.axis.left < _LONG_GAP * (stage.axis.right - stage.axis.left):
        return ()
    if lane.lane.id != "local" or first > stage.timeline.first_counted:
        return ()
    words = f"not listed in this record before {day_words(first)}"
    y = lane.baseline - 0.5 * page.label
    text = Text(stage.axis.left, y, words, page.small, italic=True, fill=stage.colours.muted)
    return desk.first_free([Try(outside=(text,))], 0.1 * page.label)


def _lost(lane: BandLane, layer: Layer, desk: Desk) -> list[Item]:
    """Arrows where bodies go out of sight: last seen then, end not known."""
    stage, kind = lane.stage, layer.band.kind
    items: list[Item] = []
    for day, count in layer.band.lost:
        before = next((p for p in reversed(layer.pieces) if p.start < day <= p.end), None)
        if before is None:
            continue
        x, y = lane.x(day), lane.y(before.top - count / 2)
        end = min(x + ARROW * stage.unit, stage.page.right)
        if any(meet((x + 1, y - 3, end, y + 3), solid) for solid in desk.solid):
            y = lane.y(before.top) - 4 * stage.unit  # over what lies beside it
        size = 7 * stage.unit
        desk.solid.append((x + 0.5, y - size / 2, end, y + size / 2))
        items.append(
            Line(
                x,
                y,
                end,
                y,
                stroke=stage.colours.of(kind.id).edge,
                stroke_width=1.4,
                arrow=size,
                key=f"kind:{kind.id}",
                title=f"{many(kind, count)}: last seen {day_words(last_day_before(day))}, "
                "end not known",
            )
        )
        if stage.close or count >= _FEW:
            items += desk.first_free(_lost_tries(stage, count, end, y), 0.1 * stage.page.label)
    return items


def _lost_tries(stage: Stage, count: int, x: float, y: float) -> Iterator[Try]:
    small, fill = stage.page.small, stage.colours.muted
    for words in (f"{count}, end not known", "end not known"):
        for at in (y + 0.36 * small, y - 0.5 * small):
            yield Try(outside=(Text(x + 0.3 * small, at, words, small, fill=fill),))
