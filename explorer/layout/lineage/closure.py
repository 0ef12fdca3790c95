"""Which bodies of a lineage are drawn: those reached by more than traces, and their partners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from explorer.lineage import Lineage
from explorer.model import Succession

SMALL = 0.02  # a share below it is a stub
WORTH = 0.05  # of the focus in a successor, for what led to that and what it led to
FEW = 12  # partners of one merger that are drawn one by one


def large(arc: Succession) -> bool:
    return arc.share is None or arc.share >= SMALL


def core_of(focus: str, arcs: tuple[Succession, ...], whole: set[str]) -> set[str]:
    """The closure without what is reached by small shares only, or beyond a successor that holds
    hardly anything of the focus."""
    reach = _reach(focus, arcs)
    back, forth = defaultdict(list), defaultdict(list)
    for arc in arcs:
        if large(arc) and arc.from_id in whole and arc.to_id in whole:
            back[arc.to_id].append(arc.from_id)
            if reach.get(arc.from_id, 1.0) >= WORTH:
                forth[arc.from_id].append(arc.to_id)
    found = {focus}
    for near in (back, forth):
        todo, met = [focus], {focus}
        while todo:
            for name in near[todo.pop()]:
                if name not in met:
                    met.add(name)
                    todo.append(name)
        found |= met
    return found


def partners(
    lineage: Lineage, arcs: tuple[Succession, ...], roles: dict[str, str], core: set[str]
) -> set[str]:
    """Bodies to draw faint: those that went into the same successor, if a twentieth or more of
    the focus did, and, where the focus came out of one body alone, its siblings."""
    parents = {arc.from_id for arc in arcs if arc.to_id == lineage.focus and large(arc)}
    near = {
        r.organisation_id
        for r in lineage.relatives
        if r.role == "co_predecessor"
        or (r.role == "co_successor" and r.generation <= 1 and len(parents) == 1)
    }
    near = {name for name in near if roles.get(name, "").startswith("co_")}
    reach = _reach(lineage.focus, arcs)
    into: dict[tuple, set[str]] = defaultdict(set)
    for arc in arcs:
        if not large(arc):
            continue
        if arc.from_id in near and arc.to_id in core and reach.get(arc.to_id, 1.0) >= WORTH:
            into[arc.to_id, arc.date.first].add(arc.from_id)
        if arc.to_id in near and arc.from_id in parents:
            into[arc.from_id, arc.date.first].add(arc.to_id)
    return {name for names in into.values() if len(names) <= FEW for name in names}


def _reach(focus: str, arcs: tuple[Succession, ...]) -> dict[str, float]:
    """How much of the focus is in each of its successors; not stated counts as the whole."""
    found: dict[str, float] = defaultdict(float)
    found[focus] = 1.0
    for arc in sorted(arcs, key=lambda a: a.date.first):
        if arc.from_id in found:
            part = 1.0 if arc.share is None else arc.share
            found[arc.to_id] = min(1.0, found[arc.to_id] + part * found[arc.from_id])
    return found


def behind(arcs: Iterable[Succession], hidden: set[str]) -> dict[tuple[str, bool], int]:
    """For each hidden body, how many hidden ones lie behind it (True) and beyond it (False)."""
    near: dict[bool, dict[str, list[str]]] = {True: defaultdict(list), False: defaultdict(list)}
    for arc in arcs:
        if arc.from_id in hidden and arc.to_id in hidden:
            near[True][arc.to_id].append(arc.from_id)
            near[False][arc.from_id].append(arc.to_id)
    found = {}
    for name in hidden:
        for back in (True, False):
            todo, met = [name], {name}
            while todo:
                for other in near[back][todo.pop()]:
                    if other not in met:
                        met.add(other)
                        todo.append(other)
            found[name, back] = len(met) - 1
    return found
