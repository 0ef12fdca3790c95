"""Lineage and crosswalk again, slow and obvious: every path one by one, every change in turn.

Nothing here is shared with the fast code but the record itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from explorer.model import Registry, Succession

PARTS = {"transfer", "boundary-change"}
Path = tuple[Succession, ...]


def partial(arc: Succession) -> bool:
    return arc.kind in PARTS and arc.line != "function"


def paths(
    registry: Registry,
    body: str,
    line: str,
    *,
    back: bool,
    limit: int | None = None,
    follows: Callable[[Succession], bool] = lambda arc: True,
    after: date | None = None,
) -> Iterator[Path]:
    """Every path of arcs from `body` on which dates go strictly one way (`after` the day given)."""
    if limit == 0:
        return
    for arc in registry.successions:
        here, there = (arc.to_id, arc.from_id) if back else (arc.from_id, arc.to_id)
        day = arc.date.first
        on_time = after is None or (day < after if back else day > after)
        if here != body or arc.line != line or not on_time:
            continue
        yield (arc,)
        if follows(arc):
            shorter = None if limit is None else limit - 1
            rest = paths(
                registry, there, line, back=back, limit=shorter, follows=follows, after=day
            )
            yield from ((arc, *path) for path in rest)


def end(path: Path, *, back: bool) -> str:
    return path[-1].from_id if back else path[-1].to_id


def closure(
    registry: Registry, focus: str, line: str, *, back: bool, limit: int | None, through_parts: bool
) -> tuple[dict[str, tuple[bool, int]], set[Succession], dict[str, int]]:
    """Bodies (whole?, generation), arcs, and how many bodies stand behind those not followed."""

    def follows(arc: Succession) -> bool:
        return through_parts or not partial(arc)

    found = list(paths(registry, focus, line, back=back, limit=limit, follows=follows))
    bodies: dict[str, tuple[bool, int]] = {}
    for path in found:
        name = end(path, back=back)
        whole, generation = bodies.get(name, (False, len(path)))
        bodies[name] = (whole or not partial(path[-1]), min(generation, len(path)))
    bodies.pop(focus, None)
    behind = defaultdict(set)
    for path in found:
        name, day = end(path, back=back), path[-1].date.first
        follow_on = [
            other[-1].date.first
            for other in found
            if end(other, back=back) == name and follows(other[-1])
        ]
        seen_anyway = name == focus or any(
            other >= day if back else other <= day for other in follow_on
        )
        if follows(path[-1]) or seen_anyway:
            continue
        left = None if limit is None else limit - len(path)
        hidden = paths(registry, name, line, back=back, limit=left, after=day)
        behind[name] |= {end(other, back=back) for other in hidden} - {name, focus} - set(bodies)
    arcs = {arc for path in found for arc in path}
    return bodies, arcs, {name: len(hidden) for name, hidden in behind.items() if hidden}


def simulate(
    registry: Registry, start: date, last: date, body: str, line: str, targets: set[str]
) -> dict[str, float | None]:
    """Who holds how much of `body` at the end, applying one day's changes after another, forwards.

    A holder on line `commissioner` turns into `line` on the first day from which a target can
    still be reached that way; None marks a part of unknown size.
    """
    state: dict[tuple[str, bool], float | None] = {(body, line == "commissioner"): 1.0}
    days = sorted({arc.date.first for arc in registry.successions})
    for day in (day for day in days if start < day <= last):
        after: dict[tuple[str, bool], float | None] = {}
        for (holder, turned), weight in state.items():
            arcs, turning = _moves(registry, holder, turned, day, last, line, targets)
            for name, fraction in _shares(holder, arcs):
                key = (name, turned if name == holder else turned or turning)
                part = None if weight is None or fraction is None else weight * fraction
                before = after.get(key, 0.0)
                after[key] = None if part is None or before is None else before + part
        state = after
    total: dict[str, float | None] = {}
    for (holder, _), weight in state.items():
        before = total.get(holder, 0.0)
        total[holder] = None if weight is None or before is None else before + weight
    return total


def _moves(
    registry: Registry,
    holder: str,
    turned: bool,
    day: date,
    last: date,
    line: str,
    targets: set[str],
) -> tuple[list[Succession], bool]:
    """The arcs that a holder takes on a day, and whether they are those of the last line."""
    own = [a for a in registry.successions if a.from_id == holder and a.date.first == day]
    on_last = [arc for arc in own if arc.line == line]
    on_commissioner = [arc for arc in own if arc.line == "commissioner"]
    if turned:
        return on_last, True
    leads = any(_reaches(registry, arc.to_id, True, day, last, line, targets) for arc in on_last)
    stays = bool(on_last) and all(map(partial, on_last))
    if leads or (stays and _reaches(registry, holder, False, day, last, line, targets)):
        return on_last, True
    return on_commissioner, False


def _shares(holder: str, arcs: list[Succession]) -> Iterator[tuple[str, float | None]]:
    for arc in arcs:
        yield arc.to_id, arc.share
    if all(map(partial, arcs)):
        known = [arc.share for arc in arcs]
        rest = None if None in known else 1 - sum(known)
        if rest is None or rest > 1e-9:
            yield holder, rest


def _reaches(
    registry: Registry,
    body: str,
    turned: bool,
    day: date,
    last: date,
    line: str,
    targets: set[str],
) -> bool:
    """Whether any way at all leads from `body`, after `day`, to a target."""
    arcs = [a for a in registry.successions if a.from_id == body and day < a.date.first <= last]
    ends = [a for a in arcs if not partial(a) and a.line == (line if turned else "commissioner")]
    if body in targets and not ends:
        return True
    for arc in arcs:
        if arc.line == line and _reaches(
            registry, arc.to_id, True, arc.date.first, last, line, targets
        ):
            return True
        if (
            not turned
            and arc.line == "commissioner"
            and _reaches(registry, arc.to_id, False, arc.date.first, last, line, targets)
        ):
            return True
    return False
