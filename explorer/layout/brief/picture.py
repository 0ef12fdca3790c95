"""The brief drawing of any view that has one: what a class can read from the back row."""

from __future__ import annotations

from explorer.drawing.scene import Scene
from explorer.layout.brief.amounts import Amounts, amounts_scene
from explorer.layout.brief.lives import Lives, lives_scene
from explorer.layout.brief.of_change import of_change
from explorer.layout.brief.of_cycle import cycle_brief
from explorer.layout.brief.of_days import of_day
from explorer.layout.brief.of_lives import of_function, of_lineage
from explorer.layout.brief.of_tables import (
    of_claims,
    of_counts,
    of_handovers,
    of_milestone,
    of_plans,
)
from explorer.layout.brief.sheet import LEAST, Sheet
from explorer.layout.brief.told import Told, told_scene
from explorer.model import Registry
from explorer.teaching.address import Address
from explorer.teaching.cycle import cycle

_AXIS = 2 * LEAST  # px of a drawing along time that hold no row


def brief_scene(registry: Registry, view: Address, theme: str, room: float) -> Scene | None:
    """The view in a few rows within `room` px; None for a view that has no brief drawing."""
    sheet = Sheet(registry, theme, room)
    if view.page == "cycle":
        return cycle_brief(sheet, cycle(registry, view.view.day))
    match _asked(registry, view, sheet.held(_AXIS)):
        case Amounts() as found:
            return amounts_scene(sheet, found)
        case Lives() as found:
            return lives_scene(sheet, found) if found.rows else None
        case Told() as found:
            return told_scene(sheet, found)
    return None


def _asked(registry: Registry, view: Address, held: int) -> Amounts | Lives | Told | None:
    state = view.view
    match view.page, state.show:
        case "structure", None:
            return of_day(registry, state)
        case "changes", _:
            return of_change(registry, state, held)
        case "lineage", _:
            return of_lineage(registry, state, held)
        case "functions", "function":
            return of_function(registry, state)
        case "functions", "handovers":
            return of_handovers(registry, state)
        case "plans", None if state.milestone is None:
            return of_plans(registry)
        case "plans", None:
            return of_milestone(registry, state)
        case "counts", _:
            return of_counts(registry, state)
        case "claims", _:
            return of_claims(registry, state)
    return None
