"""Beside a lane of bands: its name, and a bar that states its scale."""

from __future__ import annotations

from explorer.drawing.scene import Item, Rect, Text
from explorer.layout.timeline.stacks import BandLane
from explorer.layout.timeline.stage import title
from explorer.look import counted

_SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_WANTED = 34.0  # px of the bar of scale on a page 1600 wide
_APART = 0.9  # between name and bar, in sizes of a label


def scale_bodies(lane: BandLane) -> int:
    """The round number of bodies that the bar states."""
    wanted = _WANTED * lane.stage.unit
    return min(_SCALES, key=lambda n: (abs(n * lane.per_body - wanted), n))


def block_height(lane: BandLane) -> float:
    """Height that name and bar need above the baseline; nothing on a narrow page."""
    if lane.stage.page.narrow:
        return 0.0
    scale = max(scale_bodies(lane) * lane.per_body, lane.stage.page.small)
    return title(lane.stage, lane.lane.title, 0).height + _APART * lane.stage.page.label + scale


def gutter(lane: BandLane) -> list[Item]:
    """Name and bar; on a narrow page the name stands above the lane and the bar in the margin."""
    stage, page = lane.stage, lane.stage.page
    height, width = scale_bodies(lane) * lane.per_body, 5 * stage.unit
    words = counted(scale_bodies(lane), "body", "bodies")
    muted, bar = stage.colours.muted, stage.colours.faint
    if page.narrow:
        named = title(stage, lane.lane.title, 0)
        words = f"bar at left: {words}"
        return [
            *named.items,
            Rect(page.left - 2.2 * width, lane.baseline - height, width, height, fill=bar),
            Text(page.right, named.items[0].y, words, page.small, anchor="end", fill=muted),
        ]
    named = title(stage, lane.lane.title, lane.baseline - block_height(lane))
    y = lane.baseline - max(height, page.small) / 2 + 0.36 * page.small
    return [
        *named.items,
        Rect(page.left, lane.baseline - height, width, height, fill=bar),
        Text(page.left + 2.2 * width, y, words, page.small, fill=muted),
    ]
