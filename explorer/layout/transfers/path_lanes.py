"""The lanes of the path of a function: its holders with their bars, and arrows between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from explorer.drawing.scene import Item, Text
from explorer.drawing.textbox import Block, block
from explorer.duties.courses import Course
from explorer.duties.handovers import Move
from explorer.duties.holder_names import HolderName
from explorer.duties.tenures import Tenure
from explorer.layout.axis import rows
from explorer.layout.responsibilities import form
from explorer.layout.responsibilities.hover import tenure_words
from explorer.layout.responsibilities.stage import Stage
from explorer.layout.transfers.arrow import arrow
from explorer.layout.transfers.path_words import roles_words
from explorer.layout.transfers.words import move_words
from explorer.responsibilities import ROLES

THICK = 9.0  # px of an arrow at 1600 px
_NEAR = timedelta(days=400)  # a start or end known to the year may lie so far from its hand-over


@dataclass(frozen=True, eq=False)
class Lane:
    """The tenures of one holder; `spans` are their top and bottom, from the top of the lane."""

    holder: HolderName
    tenures: tuple[Tenure, ...]
    spans: tuple[tuple[float, float], ...]
    words: Block
    height: float

    @property
    def above(self) -> float:
        """Px between the top of the lane and its bars, which stand level with the words."""
        return (self.height - max((bottom for _, bottom in self.spans), default=0.0)) / 2


def by_holder(course: Course, moves: Iterable[Move]) -> list[tuple[HolderName, list[Tenure]]]:
    """Holders in order of their first tenure; last those that only a hand-over names."""
    found: dict[tuple[str, str], tuple[HolderName, list[Tenure]]] = {}
    for tenure in sorted(course.tenures, key=lambda one: (one.period.start, _rank(one))):
        name = (tenure.holder.type, tenure.holder.id)
        found.setdefault(name, (tenure.holder, []))[1].append(tenure)
    for move in moves:
        for holder in (move.giver, move.taker):
            found.setdefault((holder.type, holder.id), (holder, []))
    return list(found.values())


def _rank(tenure: Tenure) -> int:
    return ROLES.index(tenure.role) if tenure.role in ROLES else len(ROLES)


def lane(stage: Stage, group: tuple[HolderName, list[Tenure]]) -> Lane:
    """Tenures that overlap stand below each other."""
    holder, tenures = group
    page = stage.page
    tracks = rows([stage.sides(tenure.period) for tenure in tenures], 0.0)
    step = stage.low + stage.gap
    spans = tuple((track * step, track * step + stage.low) for track in tracks)
    bars = max((bottom for _, bottom in spans), default=stage.low)
    width = stage.axis.left - page.left - page.label
    like = Text(page.left, 0, "", page.label, bold=True, fill=page.colours.ink)
    name = block(holder.text, like, width)
    muted = Text(
        page.left, name.height + 0.35 * page.small, "", page.small, fill=page.colours.muted
    )
    roles = block(roles_words(tenures), muted, width)
    words = Block(
        (*name.items, *roles.items), width, name.height + 0.35 * page.small + roles.height
    )
    return Lane(holder, tuple(tenures), spans, words, max(bars, words.height))


def tops_of(stage: Stage, lanes: Sequence[Lane], course: Course) -> tuple[list[float], float]:
    """The top of each lane below the row of gaps, and the foot of the last."""
    gap = 1.35 * stage.page.label
    y = (stage.low + gap) if course.gaps else 0.6 * gap
    tops = []
    for lane in lanes:
        tops.append(y)
        y += lane.height + gap
    return tops, y - 0.4 * gap


def drawn(stage: Stage, course: Course, lane: Lane, top: float) -> list[Item]:
    page = stage.page
    middle = (lane.height - lane.words.height) / 2
    items: list[Item] = [replace(text, y=text.y + top + middle) for text in lane.words.items]
    down = top + lane.above
    for tenure, (above, below) in zip(lane.tenures, lane.spans, strict=True):
        left, right = stage.sides(tenure.period)
        look = form.look(
            page, tenure.holder, tenure.role, named=tenure.named, in_part=tenure.in_part
        )
        box = (left, down + above, right, down + below)
        fade = form.fade_of(tenure, stage.axis.per_day)
        title = tenure_words(stage.courses.registry, course, tenure)
        items += form.bar(page, tenure.role, look, box, fade, key=tenure.key, title=title)
    return items


def arrows(
    stage: Stage, lanes: Sequence[Lane], tops: Sequence[float], moves: Sequence[Move]
) -> list[Item]:
    """From the giver's bar to the taker's, on the date; those of one date stand side by side."""
    place = {(lane.holder.type, lane.holder.id): number for number, lane in enumerate(lanes)}
    page, unit = stage.page, stage.unit
    thick = THICK * unit
    items: list[Item] = []
    taken: dict[date, int] = {}
    for move in moves:
        when = move.handover.transfer.date
        number = taken.get(when.first, 0)
        taken[when.first] = number + 1
        giver = place[move.giver.type, move.giver.id]
        taker = place[move.taker.type, move.taker.id]
        x = stage.axis.x(when.first) + number * (thick + 3 * unit)
        x = min(max(x, stage.axis.left + thick), stage.axis.right - thick)
        down = taker > giver
        start = _edge(stage, lanes[giver], tops[giver], when.first, lower=down)
        end = _edge(stage, lanes[taker], tops[taker], when.first, lower=not down)
        items += arrow(
            (x, start),
            (x, end + (-1 if down else 1) * unit),
            thick=thick,
            unit=unit,
            colour=form.swatch(page, move.giver).edge,
            paper=page.colours.paper,
            certain=when.exact,
            upright=True,
            key=move.key,
            title=move_words(stage.courses.registry, move),
        )
    return items


def _edge(stage: Stage, one: Lane, top: float, day: date, *, lower: bool) -> float:
    """The y at which an arrow leaves or meets the bars of a lane that begin or end at the day."""
    touching = [
        span
        for tenure, span in zip(one.tenures, one.spans, strict=True)
        if min(abs(tenure.period.start - day), abs(tenure.period.end - day)) < _NEAR
    ]
    spans = touching or list(one.spans) or [(0.0, stage.low)]
    edge = max(below for _, below in spans) if lower else min(above for above, _ in spans)
    return top + one.above + edge
