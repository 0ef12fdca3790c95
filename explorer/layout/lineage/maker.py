"""Making bars and stubs: their px on the axis, their heights, and where their labels go.

Heights: GP practices, all on one scale, where most are known; one least height where they are not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.drawing.page import Page
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.actors import FAINT, Actor, Cast, Stub
from explorer.layout.lineage.near import Near, neighbourhood
from explorer.layout.lineage.plot import ARROW, PULL, THIN, Bar, Label, Plan, Sketch, Tail
from explorer.layout.lineage.sizes import sizes
from explorer.layout.lineage.tags import PAD, Tag, Words, beside, least_height, rows_needed, tag
from explorer.model import Organisation

_STUB = 46.0  # px at 1600 of a stub's length
_SLOT = 46.0  # px at 1600 that a body gets on average where heights are sizes
_LEAST = 400.0  # px at 1600 of the fullest moment, where it has bodies enough
_FEW_SLOT = 120.0
_LOW = 9.0  # px at 1600 of the lowest bar
_FADE = 36.0  # px at 1600 over which an end that is not known at all thins out
_SHORT = 150.0  # px at 1600: bars this short at the left edge have their names before them


def sketch(plan: Plan, axis: TimeAxis) -> Sketch:
    cast = plan.cast
    guess, order = plan.arranged
    maker = _Maker(plan, axis, scale(cast, plan.page), neighbourhood(cast, order))
    outside = maker.outside()
    bars: dict[str, Bar] = {}
    for actor in sorted(cast.actors, key=lambda a: (a.start, a.end, a.id)):
        came = sum(
            (arc.share or 0.0) * bars[arc.from_id].height
            for arc in cast.arcs
            if arc.to_id == actor.id and arc.from_id in bars and maker.scale is not None
        )
        bars[actor.id] = maker.bar(actor, actor.body.kind in outside, came)
    tails = {stub.id: maker.tail(stub, bars[stub.at]) for stub in cast.stubs}
    return Sketch(cast, plan.page, axis, bars, tails, tuple(order), guess, maker.scale)


def scale(cast: Cast, page: Page) -> float | None:
    """Px of one practice: so that the fullest moment has a slot for each body alive.

    Where faint partners are far larger than the lineage itself, up to twice that. None where the
    sizes of most bodies are not known.
    """
    if 2 * sum(actor.size.practices is not None for actor in cast.actors) <= len(cast.actors):
        return None
    moments = sorted({actor.start for actor in cast.actors})
    alive = [[a for a in cast.actors if a.start <= day < a.end] for day in moments]
    most = max(len(those) for those in alive)
    room = max(min(_LEAST, _FEW_SLOT * most), _SLOT * most) * page.unit
    whole = max(sum(a.size.practices or 0 for a in those) for those in alive)
    own = max(sum(a.size.practices or 0 for a in those if a.part != FAINT) for those in alive)
    return min(room / max(own, 1.0), 2 * room / whole)


@dataclass(frozen=True, eq=False)
class _Maker:
    plan: Plan
    axis: TimeAxis
    scale: float | None
    near: Mapping[str, Near]

    def outside(self) -> set[str]:
        """Kinds whose names all stand before their short bars, since most of them do not fit."""
        unit, axis = self.plan.page.unit, self.axis
        fit: dict[str, list[bool]] = defaultdict(list)
        for actor in self.plan.cast.actors:
            left, right = axis.x(actor.start), axis.x(actor.end)
            early = left <= axis.left + 0.2 * (axis.right - axis.left)
            came = any(day <= actor.start for day in self.near[actor.id].into)
            if early and right - left < _SHORT * unit and not came:
                fit[actor.body.kind].append(self.bar(actor, False).tag.where == "in")
        return {kind for kind, each in fit.items() if len(each) > 3 and 2 * sum(each) < len(each)}

    def bar(self, actor: Actor, outside: bool, came: float = 0.0) -> Bar:
        """`came` are the px of all known shares that came into it."""
        page, near, label = self.plan.page, self.near[actor.id], self.plan.labels[actor.id]
        left, right = self.axis.x(actor.start), self.axis.x(actor.end)
        pull = min(PULL * page.unit, 0.28 * (right - left))
        first = pull if any(day <= actor.start for day in near.into) else 0.0
        last = pull if any(day >= actor.end for day in near.out) else 0.0
        fade = _fade(actor.body, self.axis, right - left, page)
        hazy = fade[1] if fade[0] in ("right", "both") and near.out else 0.0
        free = right - left - first - max(last, hazy) - 2 * PAD * page.unit
        if self.scale is None or actor.size.practices is None:
            lines = rows_needed(label.variants[-1], free, page, 4)
            room = near.bands * (THIN + 3) * page.unit
            height = max(least_height(lines, page), room, came)
        else:
            height = max(actor.size.practices * self.scale, _LOW * page.unit)
        avoid = self.plan.avoid.get(actor.id, frozenset())
        if outside and not first:
            avoid |= {"in"}
        if label.ending:
            avoid |= {"after"}
        placed = tag(
            label.variants,
            label.dated,
            page,
            span=(left, right),
            free=(free, height - 4 * page.unit),
            before=not first,
            after=not last,
            above=near.top,
            below=near.bottom,
            avoid=avoid,
        )
        tip = right + (ARROW * page.unit if actor.body.end_unknown else 0.0)
        ending = self._ending(label, tip)
        return Bar(actor, left, right, first, last, height, placed, label.dated, ending, fade)

    def _ending(self, label: Label, right: float) -> Tag | None:
        page = self.plan.page
        room = min(page.right - right - 10 * page.unit, 0.3 * page.inner)
        return beside(label.ending, "after", room, 9, page) if label.ending else None

    def tail(self, stub: Stub, at: Bar) -> Tail:
        page = self.plan.page
        unit, edge, words = page.unit, self.axis.x(stub.date), Words(self.plan.stubs[stub.id])
        height = self._carried(stub, at) or THIN * unit
        if stub.into:
            right = edge - PULL * unit
            left = max(page.left, right - _STUB * unit)
            where, room = "before", left - page.left
        else:
            left = edge + PULL * unit
            right = min(page.right, left + _STUB * unit)
            where, room = "after", page.right - right
        room = min(room - 8 * unit, 190 * unit)
        placed = beside(words, where, room, 6, page) if room > 40 * unit else None
        return Tail(stub, left, right, height, placed or Tag(words, "loose"))

    def _carried(self, stub: Stub, at: Bar) -> float | None:
        """Px of what passed; None where the share is not stated or nothing can measure it."""
        if stub.share is None:
            return None
        if not stub.into:
            return max(2.0, stub.share * at.height)
        known = sizes(self.plan.cast.registry)
        practices = [known[arc.from_id].practices for arc in stub.arcs]
        if self.scale is None or None in practices:
            return None
        carried = sum(a.share * size for a, size in zip(stub.arcs, practices, strict=True))
        return max(2.0, carried * self.scale)


def _fade(body: Organisation, axis: TimeAxis, width: float, page: Page) -> tuple[str, float]:
    """Which ends are not known to the day, and the px over which they thin out."""
    limit, full = 0.4 * width, _FADE * page.unit
    start = min(full, limit) if body.opened is None else 0.0
    end = min(full, limit) if body.end_unknown or body.closed_by else 0.0
    for part in body.doubt:
        length = min(max((part.end - part.start).days * axis.per_day, 6.0), limit)
        if body.opened and not body.opened.exact and part.start == body.lifetime.start:
            start = length
        elif not body.closed_by:
            end = max(end, length)
    side = "both" if start and end else "left" if start else "right" if end else ""
    return side, max(start, end)
