"""What stands beside the line of succession: duties that passed, arrangements, members."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explorer.layout.lineage.actors import FAINT, SELF, Cast
from explorer.layout.lineage.cast import ARRANGEMENTS
from explorer.layout.lineage.names import short_name
from explorer.layout.lineage.words import MEMBERS, ending_of_life
from explorer.look import FAMILY
from explorer.model import Organisation, Registry, Relationship
from explorer.naming import display_name
from explorer.period import after_last_day

TOGETHER = (*MEMBERS, "hosted_by")
MOST = 14  # bodies of one lane that are drawn; the rest is counted


@dataclass(frozen=True, slots=True)
class Beside:
    """A bar of a lane. `before` and `beyond`: its first or last day is not known to the day;
    `hollow`: an outline alone; bars with another `row` never share rows."""

    id: str
    kind: str
    words: str
    start: date
    end: date
    before: bool
    beyond: bool
    label: bool
    hollow: bool = False
    row: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Bars of a lane; `left_out` counts those that there was no room for."""

    bars: tuple[Beside, ...]
    left_out: int


def arrangements(cast: Cast) -> Group:
    """Clusters, partnerships, systems, places and hosts of the bodies drawn in full."""
    registry, drawn = cast.registry, cast.ids
    found: dict[str, Beside] = {}
    own: set[str] = set()
    for relative in cast.lineage.relatives:
        if relative.line in ARRANGEMENTS and relative.line not in cast.lines:
            body = registry.organisations[relative.organisation_id]
            if body.id not in drawn and relative.role in ("predecessor", "successor"):
                found[body.id] = _beside(cast, body)
                own.add(body.id)
    for actor in cast.actors:
        if actor.part == FAINT:
            continue
        for link in registry.parents.get(actor.id, ()):
            parent = registry.organisations[link.parent_id]
            if link.relation not in TOGETHER or parent.id in drawn:
                continue
            shared = shared_work(registry, parent.kind) or link.relation == "part_of_cluster"
            if not shared and link.relation == "member_of":
                continue
            key = parent.id if shared else f"{link.relation}:{parent.id}"
            beside = _beside(cast, parent) if shared else _hosted(cast, parent, link)
            found[key] = _joined(found[key], beside) if key in found else beside
            if actor.part == SELF:
                own.add(key)
    return _few(found, own)


def shared_work(registry: Registry, kind: str) -> bool:
    """Whether bodies of this kind are shared work rather than bodies in law."""
    return registry.kinds[kind].tier == "arrangement" or FAMILY.get(kind) == "arrangement"


def members(cast: Cast) -> Group:
    """Who took part in the focus, where that is an arrangement itself."""
    registry = cast.registry
    if not shared_work(registry, cast.focus.kind):
        return Group((), 0)
    found = {}
    for link in registry.children.get(cast.focus.id, ()):
        body = registry.organisations[link.child_id]
        if link.relation in MEMBERS and body.id not in cast.ids:
            found[body.id] = _beside(cast, body)
    return _few(found, set())


def holders_of_duties(cast: Cast, ids: Iterable[str]) -> tuple[Beside, ...]:
    bodies = (cast.registry.organisations[name] for name in dict.fromkeys(ids))
    return tuple(sorted((_beside(cast, body) for body in bodies), key=_by_time))


def _few(found: dict[str, Beside], own: set[str]) -> Group:
    """All of them, or those nearest to the focus where there are too many."""
    first = sorted(found.values(), key=lambda b: (b.id not in own, *_by_time(b)))
    return Group(tuple(sorted(first[:MOST], key=_by_time)), max(0, len(first) - MOST))


def _by_time(beside: Beside) -> tuple[date, date, str]:
    return beside.start, beside.end, beside.words


def _beside(cast: Cast, body: Organisation) -> Beside:
    registry = cast.registry
    name = short_name(registry, body.id)
    kind = registry.kinds[body.kind]
    spoken = kind.short in name.text or kind.tier == "national"
    words = name.text if spoken else f"{name.text} {kind.short}"
    life = body.lifetime
    start, end = inside(cast, life.start, life.end)
    return Beside(
        body.id,
        body.kind,
        words + ending_of_life(body),
        start,
        end,
        body.opened is None or not body.opened.exact,
        body.end_unknown or bool(body.closed and not body.closed.exact),
        name.label,
    )


def _hosted(cast: Cast, host: Organisation, link: Relationship) -> Beside:
    start, end = inside(cast, link.period.start, link.period.end)
    words = f"hosted by {display_name(cast.registry, host.id, start).text}"
    exact = (link.start is None or link.start.exact, link.end is None or link.end.exact)
    return Beside(host.id, host.kind, words, start, end, not exact[0], not exact[1], False)


def inside(cast: Cast, start: date | None, end: date | None) -> tuple[date, date]:
    """First day and day after the last, as far as the record knows them."""
    edition = cast.registry.edition
    known = after_last_day(edition.as_known_on)
    start = max(start or edition.first_day, edition.first_day)
    return start, max(min(end or known, known), start)


def _joined(one: Beside, other: Beside) -> Beside:
    first, last = min(one, other, key=_by_time), max(one, other, key=lambda b: b.end)
    return Beside(
        one.id,
        one.kind,
        one.words,
        first.start,
        last.end,
        first.before,
        last.beyond,
        one.label,
    )
