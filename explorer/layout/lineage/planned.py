"""What is planned for the bodies in force: dashed grey boxes, and the plans in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from explorer.drawing.scene import Item, Line, Rect, Text
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.actors import FAINT, Cast
from explorer.layout.lineage.margins import PLANNED_WIDTH
from explorer.layout.lineage.solve import Drawn
from explorer.look import day_words
from explorer.model import Plan
from explorer.naming import display_name


@dataclass(frozen=True, slots=True)
class Pending:
    """What is planned for bodies still in force, in words; `day` where a first day is given."""

    ids: tuple[str, ...]
    day: date | None
    words: str


def pending(cast: Cast) -> tuple[Pending, ...]:
    """Plans not carried out on the day as known: of the bodies in force that are drawn in full, of
    the clusters they are in, and of their kind."""
    registry = cast.registry
    in_force = [a for a in cast.actors if a.in_force and a.part != FAINT]
    if not in_force:
        return ()
    known = registry.edition.as_known_on
    subject: dict[tuple[str, str], list[str]] = {}
    for actor in in_force:
        clusters = [
            link.parent_id
            for link in registry.parents.get(actor.id, ())
            if link.relation == "part_of_cluster" and known in link.period
        ]
        for name in (actor.id, *clusters):
            subject.setdefault(("organisation", name), []).append(actor.id)
        if actor.body.kind != "integrated_care_board":
            subject.setdefault(("kind", actor.body.kind), []).append(actor.id)
    found = []
    for plan in registry.plans:
        ids = subject.get((plan.subject_type, plan.subject_id))
        if ids and plan.status == "pending":
            day = plan.planned_from or plan.planned
            ahead = day.first if day and day.first > known else None
            found.append(Pending(tuple(ids), ahead, _planned_words(cast, plan)))
    return tuple(sorted(found, key=lambda p: (p.day or date.max, p.words)))


def _planned_words(cast: Cast, plan: Plan) -> str:
    when = plan.planned or plan.planned_from
    date_words = day_words(when) if when else "no date"
    subject = ""
    if plan.subject_type == "organisation" and plan.subject_id not in cast.ids:
        subject = f" ({display_name(cast.registry, plan.subject_id).text})"
    return f"{date_words}: {plan.what}{subject}"


def boxes(drawn: Drawn, axis: TimeAxis, plans: Sequence[Pending]) -> list[Item]:
    """A dashed grey box after each bar in force for which something is planned on a day."""
    first: dict[str, date] = {}
    for plan in plans:
        for name in plan.ids if plan.day else ():
            first[name] = min(first.get(name, plan.day), plan.day)
    items: list[Item] = []
    for name, day in sorted(first.items()):
        said = "; ".join(plan.words for plan in plans if name in plan.ids)
        items += _box(drawn, axis.x(day), name, f"planned: {said}")
    return items


def _box(drawn: Drawn, left: float, name: str, title: str) -> list[Item]:
    page = drawn.sketch.page
    colours, swatch = page.colours, page.colours.planned
    top, height = drawn.top[name], drawn.height[name]
    wide, middle = PLANNED_WIDTH * page.unit, top + height / 2
    grey = {"stroke": swatch.edge, "stroke_width": 1.2}
    word = Text(
        left + wide / 2,
        middle + 0.36 * page.small,
        "planned",
        page.small,
        fill=colours.muted,
        anchor="middle",
        plate=colours.panel,
    )
    return [
        Line(drawn.sketch.bars[name].right, middle, left, middle, dash=(2.0, 3.0), **grey),
        Rect(
            left,
            top,
            wide,
            height,
            fill=colours.panel,
            dash=(4.0, 3.0),
            key=name,
            title=title,
            **grey,
        ),
        word,
    ]
