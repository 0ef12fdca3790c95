"""Who appears in a lineage drawing, and how: as a bar, as a faint bar, or as a stub with words.

The focus and all who passed on to it, or it to them, by two percent or more (or by a share not
stated) are bars. Partners in a merger are faint bars. What is smaller, was given by a body that
lived on, or led away from the focus is a stub beside the bar it touches, with its share in words;
what lies behind a stub is counted and not drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from explorer.layout.lineage.actors import FAINT, FULL, SELF, Actor, Cast, Stub
from explorer.layout.lineage.closure import behind, core_of, large, partners
from explorer.layout.lineage.sizes import sizes
from explorer.lineage import Lineage
from explorer.model import DUTIES, Succession
from explorer.period import after_last_day

ARRANGEMENTS = ("cluster", "place", "system")  # lines of shared work and of places, beside the law


def main_lines(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines that the bands follow: those of the law, or of shared work where there are none."""
    lines = tuple(line for line in lines if line != DUTIES)
    legal = tuple(line for line in lines if line not in ARRANGEMENTS)
    return legal or lines


def cast(lineage: Lineage) -> Cast:
    lines = main_lines(lineage.lines)
    arcs = tuple(arc for arc in lineage.successions if arc.line in lines)
    roles = _roles(lineage, lines)
    whole = {name for name, role in roles.items() if role in ("self", "predecessor", "successor")}
    core = core_of(lineage.focus, arcs, whole)
    faint = partners(lineage, arcs, roles, core)
    drawn = core | faint
    hidden = behind(arcs, whole - core)
    stubs = _stubs(arcs, core, drawn, hidden, lineage.collapsed)
    shown = {name for stub in stubs for name in stub.others}
    actors = tuple(
        _actor(lineage, name, _part(name, lineage.focus, core), arcs)
        for name in roles
        if name in drawn
    )
    return Cast(
        lineage=lineage,
        lines=lines,
        actors=actors,
        arcs=tuple(arc for arc in arcs if _joins(arc, core, drawn)),
        stubs=stubs,
        duties=tuple(
            a
            for a in lineage.successions
            if a.line == DUTIES and (a.from_id in core or a.to_id in core)
        ),
        undrawn=len(whole - core - shown),
    )


def _joins(arc: Succession, core: set[str], drawn: set[str]) -> bool:
    """Whether both ends are drawn; two faint bars are not joined."""
    ends = {arc.from_id, arc.to_id}
    return ends <= drawn and not ends.isdisjoint(core)


def _part(name: str, focus: str, core: set[str]) -> str:
    return SELF if name == focus else FULL if name in core else FAINT


def _roles(lineage: Lineage, lines: tuple[str, ...]) -> dict[str, str]:
    """The first role of each relative on the lines drawn, in the order of the lineage."""
    roles: dict[str, str] = {}
    for relative in lineage.relatives:
        if relative.role == "self" or relative.line in lines:
            roles.setdefault(relative.organisation_id, relative.role)
    return roles


def _stubs(
    arcs: Iterable[Succession],
    core: set[str],
    drawn: set[str],
    further: Mapping[tuple[str, bool], int],
    collapsed: Mapping[str, int],
) -> tuple[Stub, ...]:
    """One stub for each part; one for all partners, or all small parts, of one place and day."""
    at: dict[tuple[str, date, bool], list[Succession]] = defaultdict(list)
    for arc in arcs:
        if arc.to_id in core and arc.from_id not in drawn:
            at[arc.to_id, arc.date.first, True].append(arc)
        elif arc.from_id in core and arc.to_id not in drawn:
            at[arc.from_id, arc.date.first, False].append(arc)
    stubs = []
    for (name, day, into), found in at.items():
        small = [arc for arc in found if not large(arc)]
        partners = [arc for arc in found if into and large(arc) and (arc.share or 0) >= 0.5]
        together = small if len(small) > 2 else partners if len(partners) > 1 else []
        groups = [[arc] for arc in found if arc not in together] + ([together] if together else [])
        for group in groups:
            others = [arc.from_id if into else arc.to_id for arc in group]
            hidden = sum(collapsed.get(o, further.get((o, into), 0)) for o in others)
            key = f"{'from' if into else 'to'}:{others[0]}:{name}:{day}"
            stubs.append(Stub(key, name, into, tuple(group), hidden))
    return tuple(sorted(stubs, key=lambda stub: stub.id))


def _actor(lineage: Lineage, name: str, part: str, arcs: tuple[Succession, ...]) -> Actor:
    """The bar of a body. Where a first or last day is known to the month or year only, a change
    dated inside it says more, and the bar begins or ends there."""
    registry = lineage.registry
    body = registry.organisations[name]
    known = after_last_day(registry.edition.as_known_on)
    first = registry.edition.first_day
    start = max(body.lifetime.start or first, first)
    end = min(body.lifetime.end or known, max(known, start))
    came = [a.date.first for a in arcs if a.to_id == name]
    went = [a.date.first for a in arcs if a.from_id == name]
    if body.opened and not body.opened.exact:
        start = min((day for day in came if start < day <= body.opened.last), default=start)
    if body.closed and not body.closed.exact and not body.closed_by:
        inside = (day for day in went if body.closed.first < day <= end)
        end = max(inside, default=end)
    return Actor(body, part, min(start, end), end, sizes(registry)[name])
