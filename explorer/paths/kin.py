"""The relatives of a body along one line, and in which role each stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from explorer.model import DUTIES, Registry, Succession
from explorer.paths.breaks import Break, in_part, line_breaks
from explorer.paths.walk import Walk, walk

ROLES = (
    "self",
    "predecessor",
    "successor",
    "part_giver",
    "part_taker",
    "co_predecessor",
    "co_successor",
    "duties_from",
    "duties_to",
)


@dataclass(frozen=True, slots=True)
class Relative:
    """One body of a lineage. `generation` counts the changes between it and the focus.

    Roles: `predecessor` and `successor` passed on whole; `part_giver` gave a part and lived on,
    `part_taker` received one; `co_predecessor` went into the same successor in the same event,
    `co_successor` came out of the same predecessor; `duties_from` and `duties_to` by line
    `function`, one hop. A body may stand on both sides: NHS Improvement took a part of NHS England
    and later went into it.
    """

    organisation_id: str
    role: str
    generation: int
    line: str


@dataclass(frozen=True, slots=True)
class Strand:
    """What a lineage owes to one line."""

    relatives: tuple[Relative, ...]
    arcs: tuple[Succession, ...]
    collapsed: Counter[str]
    breaks: tuple[Break, ...]


def strand(
    registry: Registry,
    focus: str,
    line: str,
    limits: tuple[tuple[bool, int | None], ...],
    follows: Callable[[Succession], bool],
    *,
    full: bool,
) -> Strand:
    sides = [
        _Side(
            line, back, limit, walk(registry, focus, line, back=back, limit=limit, follows=follows)
        )
        for back, limit in limits
    ]
    kin = [relative for side in sides for relative in side.kin(focus)]
    arcs = [arc for side in sides for arc, _ in side.walk.arcs]
    met = {relative.organisation_id for relative in kin} | {focus}
    for side in sides if full else ():
        for arc, relative in (*side.siblings(registry, follows), *side.duties()):
            arcs.append(arc)
            if relative.organisation_id not in met:
                kin.append(relative)
    ends = (focus, *(r.organisation_id for r in kin if r.role == "successor"))
    return Strand(
        relatives=tuple(_nearest(kin)),
        arcs=tuple(arcs),
        collapsed=sum((side.hidden(registry) for side in sides), Counter()),
        breaks=line_breaks(registry, ends, line),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One direction of one line."""

    line: str
    back: bool
    limit: int | None
    walk: Walk

    def kin(self, focus: str) -> Iterator[Relative]:
        whole, part = ("predecessor", "part_giver") if self.back else ("successor", "part_taker")
        for name, generation in self.walk.steps.items():
            if name != focus:
                role = whole if name in self.walk.whole else part
                yield Relative(name, role, generation, self.line)

    def duties(self) -> Iterator[tuple[Succession, Relative]]:
        for arc, generation in self.walk.duties:
            other, role = (arc.from_id, "duties_from") if self.back else (arc.to_id, "duties_to")
            yield arc, Relative(other, role, generation, DUTIES)

    def siblings(
        self, registry: Registry, follows: Callable[[Succession], bool]
    ) -> Iterator[tuple[Succession, Relative]]:
        """The other arcs of the same event at the far end: back at the predecessor, forward at the
        successor."""
        for arc, generation in self.walk.arcs:
            if in_part(arc) or not follows(arc):
                continue
            far = registry.out_of[arc.from_id] if self.back else registry.into[arc.to_id]
            for other in far:
                if other.event_id == arc.event_id and other != arc:
                    name = other.to_id if self.back else other.from_id
                    role = "co_successor" if self.back else "co_predecessor"
                    yield other, Relative(name, role, generation, self.line)

    def hidden(self, registry: Registry) -> Counter[str]:
        """For each body that was not followed, the bodies behind it that the walk does not hold."""
        behind: dict[str, set[str]] = {}
        for stop in self.walk.stops:
            beyond = walk(
                registry,
                stop.organisation_id,
                self.line,
                back=self.back,
                limit=None if self.limit is None else self.limit - stop.generation,
                follows=lambda arc: True,
                beyond=stop.depth,
            )
            met = behind.setdefault(stop.organisation_id, set())
            met.update(beyond.steps.keys() - self.walk.steps.keys())
        return Counter({name: len(bodies) for name, bodies in behind.items() if bodies})


def _nearest(kin: Iterable[Relative]) -> Iterator[Relative]:
    """Each body once in each role, at its fewest generations."""
    seen = set()
    for relative in sorted(kin, key=lambda r: r.generation):
        key = (relative.organisation_id, relative.role)
        if key not in seen:
            seen.add(key)
            yield relative
