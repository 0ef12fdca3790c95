"""Drawings of functions, plans and money, with the tables of their facts."""

from __future__ import annotations

from datetime import date
from functools import partial

from explorer.duties.courses import courses as courses_of
from explorer.duties.courses import span_years
from explorer.duties.handovers import handovers_at, moves_of
from explorer.duties.holders import find_function
from explorer.duties.kinds import kind_holding_most
from explorer.errors import ExplorerError
from explorer.export.picture import View
from explorer.layout.milestones.agenda import WHITE_PAPER_2010
from explorer.layout.money.picture import money_scene
from explorer.layout.plans import plans_scene
from explorer.layout.responsibilities.picture import responsibilities_scene
from explorer.layout.transfers.path import function_path_scene
from explorer.layout.transfers.picture import transfers_scene
from explorer.look import day_words, lower_first
from explorer.model import Registry
from explorer.money import money as money_of
from explorer.period import years_within
from explorer.plans import Milestone
from explorer.plans import plans as plans_of
from explorer.responsibilities import held_by
from explorer.sheets import budgets as budget_sheets
from explorer.sheets import courses as course_sheets
from explorer.sheets import duties as duty_sheets

ALL, PENDING = "all", "pending"  # which plans; without a word those of the White Paper of 2010


class NothingHeld(ExplorerError):
    """A kind of body that held no function on a day."""

    def __init__(self, kind: str, day: date) -> None:
        said = f"The record has no function that {lower_first(kind)} held on {day_words(day)}."
        super().__init__(said)


def responsibilities(
    registry: Registry, first_year: int | None = None, last_year: int | None = None
) -> View:
    """Who held which function when."""
    found = courses_of(registry, **_years(registry, first_year, last_year))
    return View(
        registry,
        partial(responsibilities_scene, found),
        {
            "holders": partial(course_sheets.courses, found),
            "handovers": partial(duty_sheets.transfers, found.handovers),
        },
    )


def function(
    registry: Registry,
    function_id: str,
    first_year: int | None = None,
    last_year: int | None = None,
) -> View:
    """One function through its holders. Raises UnknownName."""
    name = find_function(registry, function_id).id
    found = courses_of(registry, functions=(name,), **_years(registry, first_year, last_year))
    moved = [move.handover for move in moves_of(registry, name)]
    return View(
        registry,
        partial(function_path_scene, found),
        {
            "holders": partial(course_sheets.courses, found),
            "handovers": partial(duty_sheets.transfers, moved),
        },
    )


def _years(registry: Registry, first: int | None, last: int | None) -> dict[str, int]:
    """What was asked for, as far as the record tells of functions."""
    limits = span_years(registry)
    first, last = years_within((first or limits[0], last or limits[1]), limits)
    return {"first_year": first, "last_year": last}


def holdings(registry: Registry, day: date, kind: str | None = None) -> View:
    """What a kind of body held on a day, and who held it at other times; without a kind
    the one that held most. Raises NothingHeld."""
    name = kind or kind_holding_most(registry, day)
    held = held_by(registry, "kind", name, day)
    if not held:
        raise NothingHeld(registry.kinds[name].plural if name else "any kind", day)
    found = courses_of(
        registry, functions=dict.fromkeys(each.responsibility.function_id for each in held)
    )
    said = f"What {lower_first(registry.kinds[name].plural)} held on {day_words(day)}"
    return View(
        registry,
        partial(
            responsibilities_scene, found, headline=f"{said}, and who held it before and after"
        ),
        {"held": partial(duty_sheets.holdings, registry, held)},
    )


def transfers(registry: Registry, when: str) -> View:
    """The functions handed over on a date. Raises DateError where there were none."""
    found = handovers_at(registry, when)
    rows = tuple(move.handover for move in (*found.moves, *found.perhaps))
    return View(
        registry,
        partial(transfers_scene, found),
        {"handovers": partial(duty_sheets.transfers, rows)},
    )


def plans(registry: Registry, which: str | None = None, milestone: str | None = None) -> View:
    """What was planned and what became of it: of one milestone, or of those of `chosen_plans`."""
    found = chosen_plans(registry, which, milestone)
    names = tuple(each.id for each in found)
    agenda = WHITE_PAPER_2010 if names == WHITE_PAPER_2010.milestones else None
    return View(
        registry,
        partial(plans_scene, registry, found, agenda),
        {"plans": partial(duty_sheets.plans, registry, found)},
    )


def chosen_plans(
    registry: Registry, which: str | None = None, milestone: str | None = None
) -> tuple[Milestone, ...]:
    """One milestone; else ALL, or those PENDING, or those of the White Paper of 2010 in its order.
    A record without the White Paper gives all."""
    every = plans_of(registry)
    if milestone:
        return tuple(each for each in every if each.id == milestone)
    if which == PENDING:
        return tuple(each for each in every if any(plan.verdict == PENDING for plan in each.plans))
    order = {name: place for place, name in enumerate(WHITE_PAPER_2010.milestones)}
    found = sorted((each for each in every if each.id in order), key=lambda each: order[each.id])
    return every if which == ALL else tuple(found) or every


def money(registry: Registry, subject: str | None = None) -> View:
    """Published budgets."""
    found = money_of(registry, subject)
    return View(
        registry,
        partial(money_scene, registry, found),
        {"figures": partial(budget_sheets.budgets, registry, found)},
    )
