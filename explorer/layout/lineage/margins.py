"""The time axis of a lineage, between margins wide enough for the names that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from explorer.drawing.page import Page
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.maker import sketch
from explorer.layout.lineage.plot import ARROW, Plan, Sketch
from explorer.layout.lineage.tags import Words

PLANNED_WIDTH = 66.0  # px at 1600 of the box of what is planned
_SEEN = timedelta(days=6 * 365)  # of those who took duties, after they did
_TAIL_ROOM = 150.0  # px at 1600 for the words of a stub
_EDGE = 0.22  # of the axis: names of bars that begin or end so near to its ends need a margin


def time_axis(plan: Plan, endings: Mapping[str, str], planned: Iterable[date | None]) -> TimeAxis:
    """From the first day drawn to the last, between margins as wide as the names there need."""
    cast, page = plan.cast, plan.page
    first = min(actor.start for actor in cast.actors)
    last = max(actor.end for actor in cast.actors)
    days = [day for day in planned if day]
    room = PLANNED_WIDTH * page.unit + 8 * page.unit if days else 0.0
    takers = [arc for arc in cast.duties if arc.to_id not in cast.ids]
    for arc in takers:  # those who took duties are seen for some years
        end = cast.registry.organisations[arc.to_id].lifetime.end or date.max
        days.append(min(end, arc.date.first + _SEEN))
    last = max([last, *days])
    left, right = 0.0, room
    for _ in range(2):
        axis = TimeAxis(page.left + left, page.right - right, first, last)
        made = sketch(plan, axis)
        left = _margin(made, before=True, least=left)
        right = max(room, _margin(made, before=False, least=right))
        right = max(right, _ending_margin(made, endings))
    return TimeAxis(page.left + left, page.right - right, first, last)


def _cap(page: Page, before: bool) -> float:
    if before:
        return (0.27 if page.narrow else 0.2) * page.inner
    return (0.24 if page.narrow else 0.15) * page.inner


def _margin(made: Sketch, before: bool, least: float) -> float:
    """Px beside the axis for the names of bars that cannot hold them, in two lines or three."""
    page, axis = made.page, made.axis
    cap, widest = _cap(page, before), 0.0
    span = axis.right - axis.left
    for bar in made.bars.values():
        near = bar.left - axis.left if before else axis.right - bar.right
        open_side = bar.near == 0 if before else bar.far == 0
        if bar.tag.where == "in" or near > _EDGE * span or not open_side:
            continue
        words = bar.tag.words
        lines = words.wrapped(cap, page.small)
        if lines:
            widest = max(widest, words.widest(lines, page.small) + 10 * page.unit - near)
    for tail in made.tails.values():
        room = tail.left - page.left if before else page.right - tail.right
        if tail.stub.into == before and room < _TAIL_ROOM * page.unit:
            widest = max(widest, least + _TAIL_ROOM * page.unit - max(0.0, room))
    return max(0.0, widest, least)


def _ending_margin(made: Sketch, endings: Mapping[str, str]) -> float:
    page, axis = made.page, made.axis
    cap, widest = (0.3 if page.narrow else 0.2) * page.inner, 0.0
    for name, text in endings.items():
        if axis.right - made.bars[name].right < cap:
            words = Words(text)
            lines = words.wrapped(cap, page.small)
            widest = max(widest, words.widest(lines, page.small) + (12 + ARROW) * page.unit)
    return widest
