"""Drawings of functions, plans and money, with the tables of their facts."""

from __future__ import annotations

from functools import partial

from explorer.duties.courses import courses as courses_of
from explorer.duties.handovers import handovers_at
from explorer.duties.holders import find_function
from explorer.export.picture import View
from explorer.layout.milestones.agenda import WHITE_PAPER_2010
from explorer.layout.money.picture import money_scene
from explorer.layout.plans import plans_scene
from explorer.layout.responsibilities.picture import responsibilities_scene
from explorer.layout.transfers.path import function_path_scene
from explorer.layout.transfers.picture import transfers_scene
from explorer.model import Registry
from explorer.money import money as money_of
from explorer.plans import plans as plans_of
from explorer.sheets import budgets as budget_sheets
from explorer.sheets import courses as course_sheets
from explorer.sheets import duties as duty_sheets


def responsibilities(
    registry: Registry, first_year: int | None = None, last_year: int | None = None
) -> View:
    """Who held which function when."""
    found = courses_of(registry, first_year=first_year, last_year=last_year)
    return View(
        registry,
        partial(responsibilities_scene, found),
        {"responsibilities": partial(course_sheets.courses, found)},
    )


def function(registry: Registry, function_id: str) -> View:
    """One function through its holders."""
    found = courses_of(registry, functions=(find_function(registry, function_id).id,))
    return View(
        registry,
        partial(function_path_scene, found),
        {"holders": partial(course_sheets.courses, found)},
    )


def transfers(registry: Registry, when: str) -> View:
    """The functions handed over on a date. Raises DateError where there were none."""
    found = handovers_at(registry, when)
    rows = tuple(move.handover for move in (*found.moves, *found.perhaps))
    return View(
        registry,
        partial(transfers_scene, found),
        {"transfers": partial(duty_sheets.transfers, rows)},
    )


def plans(registry: Registry, subject: str | None = None) -> View:
    """What was planned and what became of it; without a subject the White Paper of 2010."""
    found = plans_of(registry, subject)
    agenda = None if subject else WHITE_PAPER_2010
    shown = found if subject else tuple(m for m in found if m.id in WHITE_PAPER_2010.milestones)
    return View(
        registry,
        partial(plans_scene, registry, shown, agenda),
        {"plans": partial(duty_sheets.plans, registry, shown)},
    )


def money(registry: Registry, subject: str | None = None) -> View:
    """Published budgets."""
    found = money_of(registry, subject)
    return View(
        registry,
        partial(money_scene, registry, found),
        {"budgets": partial(budget_sheets.budgets, found)},
    )
