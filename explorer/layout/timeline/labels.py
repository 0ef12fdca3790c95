"""The numbers and names on bands: each step its number, each run its name at its first step.

A later step that is narrower than its number bears none; every number is in the hover words and in
the table.
"""

from __future__ import annotations

from datetime import date

from explorer.drawing.scene import Text
from explorer.drawing.textbox import DESCENT
from explorer.layout.timeline.desk import Desk
from explorer.layout.timeline.published_labels import published_tries
from explorer.layout.timeline.stacks import BandLane, Layer, Piece, box_of
from explorer.layout.timeline.tries import Spot, head_tries, step_tries

_STORY, _PLAIN = 1.6, 1.25  # sizes of numbers, in sizes of a label
_MUCH, _LITTLE = 0.15, 0.05  # parts by which a number changes
_SLIVER = 2.5  # width of what is left of a band at the end of the axis, in sizes of a label
_GAP = 0.16  # between a label and anything else, in sizes of a label


def label_bands(
    lane: BandLane, desk: Desk, *, story: bool, hatched: frozenset[str]
) -> tuple[tuple[Text, ...], float]:
    """The labels of a lane, and the y of the lowest of them."""
    label = lane.stage.page.label
    size, gap = (_STORY if story else _PLAIN) * label, _GAP * label
    words: list[Text] = []
    for band in lane.published:
        if _is_sliver(lane, band.period.start, band.period.end):
            continue
        for tries in published_tries(lane, band, size):
            words += desk.first_free(tries, gap)
    listed: set[str] = set()
    for layer in sorted(lane.layers, key=lambda one: -one.head.span.count):
        if _is_sliver(lane, layer.band.start, layer.band.end):
            continue
        spot = _spot(lane, layer, layer.head, hatched)
        placed = desk.first_free(head_tries(lane.stage, spot, size), gap)
        words += placed
        if any(", later" in text.text for text in placed):
            listed.add(layer.band.kind.id)
    steps = [
        (layer, piece)
        for layer in lane.layers
        if layer.band.kind.id not in listed
        for piece in layer.steps
        if piece is not layer.head and _matters(lane, layer, piece)
    ]
    for layer, piece in sorted(steps, key=lambda pair: _weight(*pair)):
        spot = _spot(lane, layer, piece, hatched)
        change = _change(layer, piece)
        last = spot.last and change >= _LITTLE
        own = size if last else (_PLAIN if change >= _MUCH else 1.0) * label
        words += desk.first_free(step_tries(lane.stage, spot, own), gap)
    low = max((text.y + DESCENT * text.size for text in words), default=0.0)
    return tuple(words), low


def _spot(lane: BandLane, layer: Layer, piece: Piece, hatched: frozenset[str]) -> Spot:
    """Where the label of a step may stand."""
    steps = layer.steps
    at = steps.index(piece)
    areas = tuple(box_of(lane, other) for other in layer.pieces)
    following = steps[at + 1].start if at + 1 < len(steps) else layer.pieces[-1].end
    first = layer.pieces[0]
    beside = next(
        (
            (other.band.count_on(first.start), other.band.kind)
            for other in lane.layers
            if first.base and other is not layer and other.band.count_on(first.start) == first.base
        ),
        None,
    )
    return Spot(
        kind=layer.band.kind,
        count=piece.span.count,
        later=tuple(step.span.count for step in steps[at + 1 :]),
        left=lane.x(piece.start),
        right=lane.x(following),
        end=max(area[2] for area in areas),
        top=lane.y(piece.top),
        floor=lane.baseline,
        areas=areas,
        hollow=layer.band.kind.id in hatched,
        beside=beside if at == 0 and lane.lane.id == "local" else None,
        is_first=at == 0,
        last=piece == steps[-1],
        raised=piece.base > 0,
    )


def _weight(layer: Layer, piece: Piece) -> tuple[bool, float, date]:
    """Last steps first, then those that change the number most."""
    return piece != layer.steps[-1], -_change(layer, piece), piece.start


def _change(layer: Layer, piece: Piece) -> float:
    """By what part of the larger number a step differs from the one before."""
    steps = layer.steps
    at = steps.index(piece)
    before = steps[at - 1].span.count if at else 0
    return abs(piece.span.count - before) / max(piece.span.count, before)


def _matters(lane: BandLane, layer: Layer, piece: Piece) -> bool:
    """Whether a step bears a number: on a wide view only the last and those that change much."""
    if lane.stage.close:
        return True
    change = _change(layer, piece)
    if piece.span.count < _MUCH * layer.head.span.count:
        return False
    return change >= _MUCH or (piece == layer.steps[-1] and change >= _LITTLE)


def _is_sliver(lane: BandLane, start: date | None, end: date | None) -> bool:
    """Whether only the last of a band is in view, too little to bear a label."""
    axis = lane.stage.axis
    left, right = lane.stage.left(start), lane.stage.right(end)
    beyond = start is not None and start < axis.first
    return beyond and right - left < _SLIVER * lane.stage.page.label
