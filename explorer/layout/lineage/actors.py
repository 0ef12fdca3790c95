"""The parts of a lineage drawing: bodies as bars, stubs with words, and the arcs between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer.layout.lineage.sizes import Size
from explorer.lineage import Lineage
from explorer.model import Organisation, Registry, Succession

SELF, FULL, FAINT = "self", "full", "faint"


@dataclass(frozen=True, slots=True)
class Actor:
    """A body drawn as a bar over `[start, end)`, both inside what the record knows."""

    body: Organisation
    part: str  # SELF, FULL or FAINT
    start: date
    end: date
    size: Size

    @property
    def id(self) -> str:
        return self.body.id

    @property
    def begins_before_record(self) -> bool:
        return self.body.lifetime.start is not None and self.body.lifetime.start < self.start

    @property
    def in_force(self) -> bool:
        return self.body.lifetime.end is None


@dataclass(frozen=True, slots=True)
class Stub:
    """Parts that came from (`into`) or went to bodies which are not drawn. `behind` counts the
    bodies further off that are not drawn either."""

    id: str
    at: str  # the actor it touches
    into: bool
    arcs: tuple[Succession, ...]
    behind: int

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(arc.from_id if self.into else arc.to_id for arc in self.arcs)

    @property
    def date(self) -> date:
        return self.arcs[0].date.first

    @property
    def share(self) -> float | None:
        known = [arc.share for arc in self.arcs]
        return None if None in known else sum(known)


@dataclass(frozen=True, eq=False)
class Cast:
    """All that a drawing shows. `arcs` join actors; `duties` are of line `function`."""

    lineage: Lineage
    lines: tuple[str, ...]
    actors: tuple[Actor, ...]
    arcs: tuple[Succession, ...]
    stubs: tuple[Stub, ...]
    duties: tuple[Succession, ...]
    undrawn: int  # bodies of the closure that are not drawn

    @property
    def registry(self) -> Registry:
        return self.lineage.registry

    @property
    def focus(self) -> Organisation:
        return self.registry.organisations[self.lineage.focus]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(actor.id for actor in self.actors)
