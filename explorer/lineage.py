"""Who a body came from and what became of it: the whole closure, one line at a time.

Where only a part passed, the body at the other end is shown but what lies behind it is not, unless
asked for: else a share of one percent would bring in the ancestors of a whole county.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from explorer.breaks import COMMISSIONER, Break, check_line, in_part, line_breaks
from explorer.checks.changes import DUTIES
from explorer.errors import ExplorerError
from explorer.model import Registry, Succession
from explorer.naming import find
from explorer.walk import Walk, walk

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
NO_LINE = ""  # the line of the focus itself, and of a body that is in no line


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


@dataclass(frozen=True, eq=False)
class Lineage:
    """Relatives by role (in the order of `ROLES`), line, generation and id; arcs by date.

    `collapsed` counts, for each body that was not followed, the bodies behind it that the lineage
    does not hold on that side anyway. `breaks` tells where a line ends.
    """

    registry: Registry
    focus: str
    lines: tuple[str, ...]
    relatives: tuple[Relative, ...]
    successions: tuple[Succession, ...]
    collapsed: Mapping[str, int]
    breaks: tuple[Break, ...]

    def ids(self, *roles: str) -> tuple[str, ...]:
        """The bodies in any of these roles (in any role if none is named), each once."""
        return tuple(
            dict.fromkeys(r.organisation_id for r in self.relatives if not roles or r.role in roles)
        )


def lineage(
    registry: Registry,
    org_id: str,
    *,
    back: int | None = None,
    forward: int | None = None,
    lines: tuple[str, ...] | None = None,
    through_parts: bool = False,
    least_share: float = 0.0,
    relatives: bool = True,
) -> Lineage:
    """Everything that became this body and that it became.

    `back` and `forward` limit the generations (None: all). `lines` defaults to every line that the
    body is in. `through_parts` follows part transfers too; an arc whose known share is below
    `least_share` is shown and not followed. `relatives=False` leaves out co-predecessors,
    co-successors and duties. Raises UnknownOrganisation and UnknownName.
    """
    for generations in (back, forward):
        if generations is not None and generations < 0:
            raise ExplorerError(f"{generations} generations were asked for; 0 is the fewest.")
    focus = find(registry, org_id).id
    walked = lines_of(registry, focus) if lines is None else tuple(dict.fromkeys(lines))
    for line in walked:
        check_line(registry, line)

    def follows(arc: Succession) -> bool:
        return (through_parts or not in_part(arc)) and (
            arc.share is None or arc.share >= least_share
        )

    strands = [
        _strand(registry, focus, line, ((True, back), (False, forward)), follows, full=relatives)
        for line in walked
    ]
    own_breaks = () if walked else line_breaks(registry, (focus,), NO_LINE)
    return Lineage(
        registry=registry,
        focus=focus,
        lines=walked,
        relatives=(
            Relative(focus, "self", 0, NO_LINE),
            *sorted({kin for strand in strands for kin in strand.relatives}, key=_order),
        ),
        successions=tuple(
            sorted({arc for strand in strands for arc in strand.arcs}, key=_order_of_arc)
        ),
        collapsed=MappingProxyType(dict(sum((s.collapsed for s in strands), Counter()))),
        breaks=(*own_breaks, *(found for strand in strands for found in strand.breaks)),
    )


def lines_of(registry: Registry, organisation_id: str) -> tuple[str, ...]:
    """The lines a body is in, `commissioner` first. Whoever gave or got duties is in that line."""
    arcs = (*registry.into.get(organisation_id, ()), *registry.out_of.get(organisation_id, ()))
    lines = {COMMISSIONER if arc.line == DUTIES else arc.line for arc in arcs}
    return tuple(sorted(lines, key=lambda line: (line != COMMISSIONER, line)))


@dataclass(frozen=True, slots=True)
class _Strand:
    """What a lineage owes to one line."""

    relatives: tuple[Relative, ...]
    arcs: tuple[Succession, ...]
    collapsed: Counter[str]
    breaks: tuple[Break, ...]


def _strand(
    registry: Registry,
    focus: str,
    line: str,
    limits: tuple[tuple[bool, int | None], ...],
    follows: Callable[[Succession], bool],
    *,
    full: bool,
) -> _Strand:
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
    return _Strand(
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


def _order(kin: Relative) -> tuple[int, str, int, str]:
    return ROLES.index(kin.role), kin.line, kin.generation, kin.organisation_id


def _order_of_arc(arc: Succession) -> tuple:
    return arc.date.first, arc.event_id, arc.from_id, arc.to_id
