"""One place through time: which bodies commissioned care there, and why each one is listed.

The record has no table of places. A body is listed because a name it ever had, or a town in our
label for it, names the place; or because it came before or after such a body in line
`commissioner`; or, last, because it lies nearest in a time for which neither says anything. Every
hit tells which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from explorer.errors import UnknownName
from explorer.model import Organisation, Registry, Succession
from explorer.naming import near_words
from explorer.period import Period, after_last_day

LINE = "commissioner"
COUNCIL, BOARD = "local_authority", "health_and_wellbeing_board"
SMALL = 0.05  # what lies behind a known share below this is not followed
EARTH_KM = 6371.0
OF_COUNCILS = re.compile(
    r"\b(council|county|city|borough|metropolitan|district|london|royal|unitary|authority|of|the|and)\b"
)
OF_BODIES = re.compile(
    r"\b(nhs|icb|ccg|pct|primary|care|trust|teaching|group|clinical|commissioning|integrated|board|"
    r"health|authority|area|district|family|practitioner|committee|strategic)\b"
)


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A body listed for a place. `why` is `name`, `lineage` or `position`.

    `matched` is the name that names the place; `arc` the succession that leads to a body listed for
    its lineage, and `via` the body at its other end; `km` the distance of one listed for its
    position. `generation` counts the changes from a body named for the place.
    """

    organisation_id: str
    why: str
    matched: str = ""
    via: str = ""
    arc: Succession | None = None
    generation: int = 0
    km: float | None = None


@dataclass(frozen=True, eq=False)
class Place:
    """`hits` by first day; `gaps` are the periods for which no commissioner is listed at all."""

    registry: Registry
    text: str
    hits: tuple[PlaceHit, ...]
    councils: tuple[PlaceHit, ...]
    gaps: tuple[Period, ...]


def place(registry: Registry, text: str) -> Place:
    """The commissioners of the place called `text`. Raises UnknownName with near matches."""
    bodies = registry.organisations
    wanted = _plain(text)
    named = {hit.organisation_id: hit for hit in _named(registry, wanted)} if wanted else {}
    councils = tuple(
        h for h in named.values() if bodies[h.organisation_id].kind in (COUNCIL, BOARD)
    )
    found = {key: hit for key, hit in named.items() if hit not in councils}
    if not named:
        raise UnknownName("place", text, near_words(text, place_names(registry)))
    origins = {key for key, hit in found.items() if not _in_passing(hit, wanted)}
    for hit in _kin(registry, origins):
        found.setdefault(hit.organisation_id, hit)
    gaps = tuple(_gaps(registry, (bodies[key] for key in found)))
    for hit in _nearest(registry, (*councils, *found.values()), gaps):
        found.setdefault(hit.organisation_id, hit)
    order = sorted(
        found.values(), key=lambda h: (_start(bodies[h.organisation_id]), h.organisation_id)
    )
    return Place(registry, text, tuple(order), councils, gaps)


@lru_cache(maxsize=4)
def place_names(registry: Registry) -> tuple[str, ...]:
    """Names to choose from: councils, commissioners without their kind, towns in our labels."""
    found = set()
    for body in registry.organisations.values():
        for naming in registry.names.get(body.id, ()):
            if naming.name_type == "label" and _commissions(registry, body):
                found.update(_towns(naming.name))
            elif body.kind == COUNCIL:
                found.add(_short(naming.name, OF_COUNCILS))
            elif _commissions(registry, body):
                found.add(_short(naming.name, OF_BODIES))
    return tuple(sorted(name for name in found if re.fullmatch(r"[^\W\d][^\d]{2,}", name)))


def _towns(label: str) -> tuple[str, ...]:
    """The towns that our label is made of: `Primary care group 4EK58 (Corby / Wells)`."""
    inside = re.search(r"\((.*)\)", label)
    return tuple(town.strip() for town in inside[1].split("/")) if inside else ()


def _short(name: str, filler: re.Pattern) -> str:
    """A name without the words at its ends that tell only what sort of body it is."""
    words = re.sub(r"\(.*?\)", "", name).split()
    while words and filler.fullmatch(words[-1].casefold()):
        words.pop()
    while words and filler.fullmatch(words[0].casefold()):
        words.pop(0)
    return " ".join(words)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold().replace("'", "").replace("’", "")))


def _commissions(registry: Registry, body: Organisation) -> bool:
    kind = registry.kinds[body.kind]
    return kind.commissioner and kind.tier == "local" and body.kind != COUNCIL


def _named(registry: Registry, wanted: str) -> Iterator[PlaceHit]:
    for body in registry.organisations.values():
        if body.region == "Wales":
            continue
        if not (_commissions(registry, body) or body.kind in (COUNCIL, BOARD)):
            continue
        for naming in registry.names.get(body.id, ()):
            if f" {wanted} " in f" {_plain(naming.name)} ":
                yield PlaceHit(body.id, "name", matched=naming.name)
                break


def _in_passing(hit: PlaceHit, wanted: str) -> bool:
    """Whether the place is only a further town of our label: most of that body lay elsewhere."""
    towns = _towns(hit.matched)
    return bool(towns) and _plain(towns[0]) != wanted


def _kin(registry: Registry, named: Iterable[str]) -> Iterator[PlaceHit]:
    """What came before and after the named bodies, never zigzag: a neighbour is no ancestor."""
    for arcs, end in ((registry.out_of, "to_id"), (registry.into, "from_id")):
        seen, frontier, generation = set(named), set(named), 0
        while frontier:
            generation += 1
            reached = set()
            for body in sorted(frontier):
                for arc in arcs.get(body, ()):
                    other = getattr(arc, end)
                    if arc.line != LINE or other in seen:
                        continue
                    seen.add(other)
                    yield PlaceHit(other, "lineage", via=body, arc=arc, generation=generation)
                    if arc.share is None or arc.share >= SMALL:
                        reached.add(other)
            frontier = reached


def _nearest(
    registry: Registry, listed: Iterable[PlaceHit], gaps: Iterable[Period]
) -> Iterator[PlaceHit]:
    """For each kind that lived in a gap, the body of it nearest to the place."""
    bodies = registry.organisations
    named = [bodies[hit.organisation_id] for hit in listed if hit.why == "name"]
    points = [(body.lat, body.lon) for body in named if body.lat is not None]
    if not points:
        return
    centre = tuple(sum(values) / len(points) for values in zip(*points, strict=True))
    best: dict[str, tuple[float, str]] = {}
    for body in bodies.values():
        if body.lat is None or not _commissions(registry, body):
            continue
        if any(body.lifetime.overlaps(gap) for gap in gaps):
            here = (_kilometres(centre, (body.lat, body.lon)), body.id)
            best[body.kind] = min(best.get(body.kind, here), here)
    for km, name in best.values():
        yield PlaceHit(name, "position", km=km)


def _kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) pairs in degrees."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(h))


def _start(body: Organisation) -> date:
    return body.lifetime.start or date.min


def _gaps(registry: Registry, bodies: Iterable[Organisation]) -> Iterator[Period]:
    """The parts of the record for which none of `bodies` is alive."""
    end_of_record = after_last_day(registry.edition.as_known_on)
    reached = registry.edition.first_day
    for body in sorted(bodies, key=_start):
        start = _start(body)
        if start > reached:
            yield Period(reached, start)
        reached = max(reached, body.lifetime.end or end_of_record)
    if reached < end_of_record:
        yield Period(reached, end_of_record)
