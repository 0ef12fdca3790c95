"""Drawings of one day or several beside each other, with the tables of their facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from explorer.export.picture import View
from explorer.layout.cycle import cycle_scene
from explorer.layout.icicle.picture import icicle_scene
from explorer.layout.multiples.picture import multiples_scene
from explorer.model import Registry
from explorer.policy.eras import turning_points
from explorer.sheets import bodies
from explorer.sheets import cycle as cycle_sheets
from explorer.snapshot import by_relations, snapshot
from explorer.teaching.cycle import cycle as cycle_of

LATEST = 4  # days where none are chosen


def icicle(
    registry: Registry,
    day: date,
    *,
    relations: tuple[str, ...] = (),
    opened: tuple[str, ...] = (),
    **part: str | None,
) -> View:
    """Who answered to whom on a day, as nested boxes; by `relations` only, if any are named, and
    those below the bodies `opened` by name. `part` narrows the bodies as in `snapshot`."""
    shown = by_relations(snapshot(registry, day, **part), relations)
    return View(
        registry,
        partial(icicle_scene, shown, opened=opened),
        {"bodies": partial(bodies.bodies, shown), "numbers": partial(bodies.counts, shown)},
    )


def days(registry: Registry, chosen: Iterable[date] = (), **part: str | None) -> View:
    """How many bodies of each kind there were on several days; without a choice on those of the
    latest large reforms."""
    shown = [snapshot(registry, day, **part) for day in chosen_days(registry, chosen)]
    return View(
        registry,
        partial(multiples_scene, shown, registry),
        {"numbers": partial(bodies.counts_on, tuple(shown))},
    )


def chosen_days(registry: Registry, chosen: Iterable[date]) -> tuple[date, ...]:
    """The chosen days in order; without a choice those of the latest large reforms."""
    latest = [reform.date.first for reform in turning_points(registry)][-LATEST:]
    return tuple(sorted({*chosen} or {*latest}))


def cycle(registry: Registry, day: date) -> View:
    """The commissioning cycle: who held the duties of each of its steps on a day."""
    found = cycle_of(registry, day)
    return View(
        registry, partial(cycle_scene, found), {"holders": partial(cycle_sheets.cycle, found)}
    )
