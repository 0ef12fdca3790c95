"""Who a body came from and what became of it: the whole closure, one line at a time.

Where only a part passed, the body at the other end is shown but what lies behind it is not, unless
asked for: else a share of one percent would bring in the ancestors of a whole county.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from explorer.errors import ExplorerError
from explorer.model import DUTIES, Registry, Succession
from explorer.naming import find
from explorer.paths.breaks import COMMISSIONER, Break, check_line, in_part, line_breaks
from explorer.paths.kin import ROLES, Relative, strand

NO_LINE = ""  # the line of the focus itself, and of a body that is in no line


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
        strand(registry, focus, line, ((True, back), (False, forward)), follows, full=relatives)
        for line in walked
    ]
    own_breaks = () if walked else line_breaks(registry, (focus,), NO_LINE)
    return Lineage(
        registry=registry,
        focus=focus,
        lines=walked,
        relatives=(
            Relative(focus, "self", 0, NO_LINE),
            *sorted({kin for found in strands for kin in found.relatives}, key=_order),
        ),
        successions=tuple(
            sorted({arc for found in strands for arc in found.arcs}, key=_order_of_arc)
        ),
        collapsed=MappingProxyType(dict(sum((found.collapsed for found in strands), Counter()))),
        breaks=(*own_breaks, *(at for found in strands for at in found.breaks)),
    )


def lines_of(registry: Registry, organisation_id: str) -> tuple[str, ...]:
    """The lines a body is in, `commissioner` first. Whoever gave or got duties is in that line."""
    arcs = (*registry.into.get(organisation_id, ()), *registry.out_of.get(organisation_id, ()))
    lines = {COMMISSIONER if arc.line == DUTIES else arc.line for arc in arcs}
    return tuple(sorted(lines, key=lambda line: (line != COMMISSIONER, line)))


def _order(kin: Relative) -> tuple[int, str, int, str]:
    return ROLES.index(kin.role), kin.line, kin.generation, kin.organisation_id


def _order_of_arc(arc: Succession) -> tuple:
    return arc.date.first, arc.event_id, arc.from_id, arc.to_id
