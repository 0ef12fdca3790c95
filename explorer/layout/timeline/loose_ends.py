"""What is not known or not yet done at the ends of bands: unknown ends, plans, unlisted years."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.drawing.geometry import Box
from explorer.drawing.scene import Item, Line, Rect, Text
from explorer.layout.timeline.desk import Desk, Try
from explorer.layout.timeline.hover import plan_words
from explorer.layout.timeline.kind_words import many
from explorer.layout.timeline.stacks import BandLane, Layer
from explorer.layout.timeline.stage import Stage, meet
from explorer.look import day_words
from explorer.period import last_day_before

_FEW = 5  # bodies whose unknown end is said in words on a wide view too
_LONG_GAP = 0.25  # of the axis
_ARROW = 26.0  # px of the arrow at an end that is not known


def planned(lane: BandLane, layer: Layer) -> list[Item]:
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


def planned_boxes(lane: BandLane) -> list[Box]:
    return [box for layer in lane.layers for box in _planned_box(lane, layer)]


def unlisted(lane: BandLane, desk: Desk) -> tuple[Text, ...]:
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


def lost(lane: BandLane, layer: Layer, desk: Desk) -> list[Item]:
    """Arrows where bodies go out of sight: last seen then, end not known."""
    stage, kind = lane.stage, layer.band.kind
    items: list[Item] = []
    for day, count in layer.band.lost:
        before = next((p for p in reversed(layer.pieces) if p.start < day <= p.end), None)
        if before is None:
            continue
        x, y = lane.x(day), lane.y(before.top - count / 2)
        end = min(x + _ARROW * stage.unit, stage.page.right)
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
