"""Drawings of a day, of a change, of a body and of the whole, with the tables of their facts."""

from __future__ import annotations

from datetime import date
from functools import partial

from explorer.changeover import changeover
from explorer.days.tiers import tiers
from explorer.diff import diff
from explorer.drawing.scene import Scene
from explorer.export.picture import View
from explorer.layout.lineage.picture import lineage_scene
from explorer.layout.ribbon.picture import ribbon_scene
from explorer.layout.structure.picture import structure_scene
from explorer.layout.timeline.drawing import timeline_scene
from explorer.lifestrip import life_strip
from explorer.lineage import lineage as lineage_of
from explorer.model import Registry
from explorer.sheets import bodies
from explorer.sheets import changes as change_sheets
from explorer.sheets import timeline as timeline_sheets
from explorer.sheets.lifestrip import life
from explorer.snapshot import by_relations, snapshot
from explorer.timeline import timeline as timeline_of


def structure(
    registry: Registry,
    day: date,
    *,
    kind: str | None = None,
    region: str | None = None,
    place: str | None = None,
    under: str | None = None,
    relations: tuple[str, ...] = (),
    opened: tuple[str, ...] = (),
) -> View:
    """Who answered to whom on a day, by `relations` only if any are named; those below the bodies
    `opened` by name."""
    whole = snapshot(registry, day, kind=kind, region=region, place=place, under=under)
    shown = by_relations(whole, relations)
    return View(
        registry,
        partial(structure_scene, tiers(shown), opened=opened),
        {"bodies": partial(bodies.bodies, shown), "numbers": partial(bodies.counts, shown)},
    )


def changes(
    registry: Registry,
    start: date,
    end: date,
    *,
    kind: str | None = None,
    region: str | None = None,
) -> View:
    """Who passed how much to whom between two days."""
    found = diff(registry, start, end, kind=kind, region=region)

    def draw(*, width: float, theme: str) -> Scene:
        change = changeover(registry, found.start, found.end)
        return ribbon_scene(change, width, theme, region=region or "")

    return View(
        registry,
        draw,
        {
            "changes": partial(change_sheets.changes, found),
            "successions": partial(change_sheets.arcs, found),
        },
    )


def lineage(
    registry: Registry,
    org: str,
    *,
    back: int | None = None,
    forward: int | None = None,
    lines: tuple[str, ...] | None = None,
    parts: bool = False,
) -> View:
    """Who a body came from, and what became of it."""
    found = lineage_of(registry, org, back=back, forward=forward, lines=lines, through_parts=parts)
    return View(
        registry,
        partial(lineage_scene, found),
        {
            "bodies": partial(bodies.relatives, found),
            "changes": partial(bodies.successions, found),
            "life": partial(life, life_strip(registry, found.focus)),
        },
    )


def timeline(
    registry: Registry, first_year: int | None = None, last_year: int | None = None
) -> View:
    """The whole record, or some years of it, on one axis of time."""
    found = timeline_of(registry)
    first = first_year or registry.edition.first_day.year
    last = last_year or registry.edition.last_day.year
    shown = timeline_sheets.shown_years(first, last)
    return View(
        registry,
        partial(timeline_scene, found, first, last),
        {
            "numbers": partial(timeline_sheets.numbers, found, shown),
            "events": partial(timeline_sheets.events, found, shown),
        },
    )
