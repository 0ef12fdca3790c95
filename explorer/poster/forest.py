"""The line of local commissioners as trees that grow together to the right.

Every body stands once: under its main successor, which took the largest part of it. A body that
only parts of others made is a leaf beside the body that gave it most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from explorer.model import LIVES_ON, Organisation, Registry, Succession
from explorer.paths.breaks import COMMISSIONER


@dataclass(frozen=True, slots=True)
class Fold:
    """Bodies of one kind that came into a branch and are only counted."""

    kind: str
    number: int
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Branch:
    """A body with those that mainly passed into it, one below the other. `rows` is its height.

    `given` are the arcs by which parts of others came to it.
    """

    body: Organisation
    children: tuple[Branch, ...]
    given: tuple[Succession, ...]
    folds: tuple[Fold, ...] = ()

    @property
    def rows(self) -> int:
        return max(1, sum(child.rows for child in self.children))

    @property
    def start(self) -> date:
        return self.body.lifetime.start

    def walk(self) -> Iterable[Branch]:
        yield self
        for child in self.children:
            yield from child.walk()


def forest(
    registry: Registry, kinds: Collection[str], *, folded: Collection[str] = (), until: date
) -> tuple[Branch, ...]:
    """The trees of bodies of these kinds, each under a root that nothing followed.

    Bodies that ended before `until` and whose kind is in `folded` are only counted where another
    body followed them.
    """
    bodies = {b.id: b for b in registry.organisations.values() if b.kind in kinds}
    arcs = [
        arc
        for arc in registry.successions
        if arc.line == COMMISSIONER
        and arc.kind not in LIVES_ON
        and arc.from_id in bodies
        and arc.to_id in bodies
    ]
    main = _main(arcs)
    into: dict[str, list[Succession]] = defaultdict(list)
    sources: dict[str, list[str]] = defaultdict(list)
    for arc in arcs:
        if main[arc.from_id] is arc:
            sources[arc.to_id].append(arc.from_id)
        else:
            into[arc.to_id].append(arc)

    def branch(name: str) -> Branch:
        kept, gone = [], []
        for child in sources[name]:
            ended = bodies[child].lifetime.end
            fold = bodies[child].kind in folded and ended is not None and ended <= until
            (gone if fold else kept).append(child)
        return Branch(
            bodies[name],
            _ordered([branch(child) for child in kept]),
            tuple(into[name]),
            _folds(bodies[one] for child in gone for one in _all(child, sources)),
        )

    return tuple(branch(name) for name in bodies if name not in main)


def _main(arcs: Iterable[Succession]) -> dict[str, Succession]:
    """The arc that took most of each body. One that took all needs no share to be stated."""
    found: dict[str, Succession] = {}
    for arc in sorted(arcs, key=lambda arc: (-(arc.share or 0.0), arc.to_id)):
        found.setdefault(arc.from_id, arc)
    return found


def _all(name: str, sources: dict[str, list[str]]) -> Iterable[str]:
    yield name
    for child in sources[name]:
        yield from _all(child, sources)


def _folds(bodies: Iterable[Organisation]) -> tuple[Fold, ...]:
    groups: dict[str, list[Organisation]] = defaultdict(list)
    for body in bodies:
        groups[body.kind].append(body)
    found = (
        Fold(
            kind,
            len(group),
            min(body.lifetime.start for body in group),
            max(body.lifetime.end or body.lifetime.start for body in group),
        )
        for kind, group in groups.items()
    )
    return tuple(sorted(found, key=lambda fold: fold.start))


def _ordered(children: list[Branch]) -> tuple[Branch, ...]:
    """North to south; a body made of parts stands below the neighbour that gave it most."""
    own = {one.body.id: child for child in children for one in child.walk()}
    places: dict[str, tuple] = {}
    for child in children:
        giver = max(child.given, key=lambda arc: arc.share or 0.0, default=None)
        host = own.get(giver.from_id) if giver and not child.children else None
        if host is None or host is child:
            places[child.body.id] = (*_north(child), 0, "")
        else:
            places[child.body.id] = (*_north(host), 1, child.body.id)
    return tuple(sorted(children, key=lambda child: places[child.body.id]))


def _north(branch: Branch) -> tuple[float, str]:
    lat = branch.body.lat
    return (-lat if lat is not None else 0.0, branch.body.id)
