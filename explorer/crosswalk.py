"""What share of each body of one day is in each body of another day.

Shares multiply along a path and add across paths; what cannot be mapped is returned beside what
can. Nothing is split equally, and a total below 1 is never rescaled.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from explorer.errors import DateError, UnknownName
from explorer.graph import index
from explorer.model import DUTIES, Registry
from explorer.naming import check_kind, in_kind
from explorer.paths import unmapped as notes
from explorer.paths.breaks import COMMISSIONER, check_line
from explorer.paths.flow import NOTHING, Held, Spread, arcs_of_window, met, spreads
from explorer.record.shares import BASIS_ORDER
from explorer.snapshot import check_day

MAPPED, PARTIAL, UNKNOWN, NO_SUCCESSOR, WRONG_KIND = STATUSES = (
    "mapped",
    "partial",
    "unknown_share",
    "no_successor",
    "wrong_kind",
)
WHOLE_WITHIN = 0.005  # shares are rounded, so a total this near to 1 is the whole


@dataclass(frozen=True, slots=True)
class Row:
    """A body of the first day and one of the last.

    `weight` is the fraction of the first that is in the last: None where a share on the way is
    unknown, and where there is no such body on the last day (`to_id` None).

    `status` is that of the first body over all its rows. `bases` names the measurements along the
    path in order; `hops` counts the changes on the longest path (0: it is the same body).
    """

    from_id: str
    to_id: str | None
    weight: float | None
    bases: tuple[str, ...]
    status: str
    line: str
    hops: int
    note: str


@dataclass(frozen=True, eq=False)
class Crosswalk:
    """Rows by first body (in order of the registry), the largest weight first.

    `unmapped` holds, for first bodies whose weights are all known, the rest below 1.
    """

    registry: Registry
    start: date
    end: date
    kind: str
    to_kind: str
    line: str
    rows: tuple[Row, ...]
    unmapped: Mapping[str, float]

    @property
    def coverage(self) -> Mapping[str, int]:
        """How many first bodies have each status, in the order of `STATUSES`."""
        counts = Counter({row.from_id: row.status for row in self.rows}.values())
        return MappingProxyType({status: counts[status] for status in STATUSES})


def crosswalk(
    registry: Registry,
    start: date,
    end: date,
    *,
    kind: str,
    to_kind: str,
    line: str | None = None,
    basis: str | None = None,
    exact: bool = False,
) -> Crosswalk:
    """Fractions of the bodies of `kind` on `start` that are in bodies of `to_kind` on `end`.

    Changes after `start` and up to `end` count. `line` is the line of the last hops; without it the
    line that leads most bodies to the kind. `basis` is used for every split that was wholly
    measured on it. Kinds include those counted as them unless `exact`. Raises DateError unless
    start < end, and UnknownName.
    """
    for day in (start, end):
        check_day(registry, day)
    if start >= end:
        raise DateError(
            f"A crosswalk runs from a day to a later one, but {start} is not before {end}."
        )
    for name in (kind, to_kind):
        check_kind(registry, name)
    if basis is not None and basis not in BASIS_ORDER:
        raise UnknownName("basis", basis, difflib.get_close_matches(basis, BASIS_ORDER))
    lines = (check_line(registry, line),) if line else _lines_to(registry, to_kind, exact=exact)
    alive = index(registry).alive
    bodies = registry.organisations
    originals = [b for b in alive(start) if in_kind(registry, bodies[b], kind, start, exact=exact)]
    targets = {b for b in alive(end) if in_kind(registry, bodies[b], to_kind, end, exact=exact)}
    arcs = arcs_of_window(registry, start, end)
    flows = {name: spreads(met(arcs, name, originals), name, targets, basis) for name in lines}
    chosen = max(lines, key=lambda name: _reaching(originals, targets, flows[name]))
    rows, unmapped = [], {}
    for body in originals:
        spread = flows[chosen].get(body) or {body: Held()}
        found = {holder: held for holder, held in spread.items() if holder in targets}
        weights = [held.weight for held in found.values()]
        rest = None if None in weights else 1 - sum(weights)
        if rest is not None and rest > NOTHING:
            unmapped[body] = rest
        status = _status(registry, spread, weights, rest, end)
        note = _note(registry, body, spread, status, rest, end, chosen)
        for holder, held in sorted(found.items(), key=_largest_first):
            row = Row(body, holder, held.weight, held.bases, status, chosen, held.hops, note)
            rows.append(row)
        if not found:
            rows.append(Row(body, None, None, (), status, chosen, 0, note))
    return Crosswalk(
        registry, start, end, kind, to_kind, chosen, tuple(rows), MappingProxyType(unmapped)
    )


def _lines_to(registry: Registry, to_kind: str, *, exact: bool) -> tuple[str, ...]:
    """The lines that ever ended in a body of the kind, `commissioner` first; duties are no line."""
    lines = {
        arc.line
        for arc in registry.successions
        if in_kind(registry, registry.organisations[arc.to_id], to_kind, exact=exact)
    } - {DUTIES}
    return tuple(sorted(lines, key=lambda line: (line != COMMISSIONER, line))) or (COMMISSIONER,)


def _reaching(originals: list[str], targets: set[str], flow: Mapping[str, Spread]) -> int:
    return sum(not targets.isdisjoint(flow.get(body) or (body,)) for body in originals)


def _largest_first(item: tuple[str, Held]) -> tuple[float, str]:
    holder, held = item
    return 0.0 if held.weight is None else -held.weight, holder


def _status(
    registry: Registry, spread: Spread, weights: list[float | None], rest: float | None, end: date
) -> str:
    if rest is None:
        return UNKNOWN
    if weights:
        return MAPPED if rest <= WHOLE_WITHIN else PARTIAL
    alive = any(end in registry.organisations[holder].lifetime for holder in spread)
    return WRONG_KIND if alive else NO_SUCCESSOR


def _note(
    registry: Registry,
    body: str,
    spread: Spread,
    status: str,
    rest: float | None,
    end: date,
    line: str,
) -> str:
    if status == UNKNOWN:
        return notes.unknown_share(spread)
    if status == PARTIAL:
        return notes.partial(rest)
    if status == NO_SUCCESSOR:
        return notes.no_successor(registry, body, spread, line)
    return notes.wrong_kind(registry, body, spread, end) if status == WRONG_KIND else ""
