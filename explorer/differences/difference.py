"""A difference between two days, as a value: net changes, the events between, and the balance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from explorer.differences.facets import CODE, NAME, PARENT, Turn
from explorer.differences.kindred import kindred
from explorer.differences.what_changed import what_changed
from explorer.graph import index
from explorer.model import ChangeEvent, Reform, Registry, Succession
from explorer.snapshot import tier_rank


@dataclass(frozen=True, slots=True)
class Renaming:
    organisation_id: str
    before: str
    after: str
    name_type: str


@dataclass(frozen=True, slots=True)
class Move:
    """Parents by one relation; empty where no such link is recorded for the day."""

    organisation_id: str
    relation: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recoding:
    organisation_id: str
    scheme: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """Bodies of one exact kind: start + opened - closed + first_seen - last_seen = end.

    `first_seen` came into view without a known first day; `last_seen` went out of view, end not
    known. Bodies that lived only in between are in none of these columns. Going backwards, opened
    and closed change places, as do first and last seen.
    """

    kind: str
    start: int
    opened: int
    closed: int
    first_seen: int
    last_seen: int
    end: int


@dataclass(frozen=True, eq=False)
class Diff:
    """What changed after `start` up to and including `end`; backwards if `start` is the later day.

    `opened` are alive at the end and not at the start, `closed` the reverse; `first_seen` and
    `last_seen` are those of them that are sightings, not openings or closings. `turns` are the
    facets of living bodies that differ between the two days. `transferred` are successions whose
    original lived on. `unsure_at_start` and `unsure_at_end` may not have existed on that day.
    `within` are the bodies of the `region` and those next to them in the window; None is no limit.
    """

    registry: Registry
    start: date
    end: date
    kind: str | None
    exact: bool
    opened: tuple[str, ...]
    closed: tuple[str, ...]
    first_seen: tuple[str, ...]
    last_seen: tuple[str, ...]
    lived_between: tuple[str, ...]
    turns: tuple[Turn, ...]
    transferred: tuple[Succession, ...]
    events: tuple[ChangeEvent, ...]
    unsure_at_start: tuple[str, ...]
    unsure_at_end: tuple[str, ...]
    region: str | None = None
    within: frozenset[str] | None = None

    @property
    def backwards(self) -> bool:
        return self.start > self.end

    @property
    def empty(self) -> bool:
        """Whether nothing at all happened."""
        return not (self.opened or self.closed or self.lived_between or self.turns or self.events)

    @cached_property
    def continued(self) -> tuple[str, ...]:
        """Bodies alive on both days, in the order of the registry."""
        gone = set(self.closed)
        return tuple(name for name in self._alive(self.start) if name not in gone)

    @cached_property
    def openings(self) -> tuple[str, ...]:
        """Those of `opened` that opened; the others only came into view."""
        sighted = set(self.first_seen)
        return tuple(name for name in self.opened if name not in sighted)

    @cached_property
    def closings(self) -> tuple[str, ...]:
        """Those of `closed` that closed; the others only went out of view."""
        sighted = set(self.last_seen)
        return tuple(name for name in self.closed if name not in sighted)

    @cached_property
    def renamed(self) -> tuple[Renaming, ...]:
        """New names; a name that is recorded on one of the days only is no renaming."""
        return tuple(
            Renaming(turn.facet.organisation_id, turn.before[0], turn.after[0], turn.facet.sort)
            for turn in self._turns(NAME)
            if turn.before and turn.after
        )

    @cached_property
    def moved(self) -> tuple[Move, ...]:
        return tuple(
            Move(turn.facet.organisation_id, turn.facet.sort, turn.before, turn.after)
            for turn in self._turns(PARENT)
        )

    @cached_property
    def recoded(self) -> tuple[Recoding, ...]:
        return tuple(
            Recoding(turn.facet.organisation_id, turn.facet.sort, turn.before, turn.after)
            for turn in self._turns(CODE)
        )

    @cached_property
    def recoded_only(self) -> tuple[Recoding, ...]:
        """Recodings of bodies of which nothing but a code changed."""
        return tuple(r for r in self.recoded if self.what_changed(r.organisation_id) == ("code",))

    @cached_property
    def uncertain(self) -> tuple[str, ...]:
        """Bodies whose partial first or last day lies astride a boundary: perhaps not by then."""
        return tuple(dict.fromkeys((*self.unsure_at_start, *self.unsure_at_end)))

    @cached_property
    def by_reform(self) -> tuple[tuple[Reform | None, tuple[ChangeEvent, ...]], ...]:
        """The events by national reorganisation, in order of first event; last those of none."""
        groups: dict[str | None, list[ChangeEvent]] = {}
        for event in self.events:
            groups.setdefault(event.reform_id, []).append(event)
        return tuple(
            (self.registry.reforms.get(reform), tuple(groups[reform]))
            for reform in sorted(groups, key=lambda reform: reform is None)
        )

    @cached_property
    def successions(self) -> tuple[Succession, ...]:
        """Those of the events; with a region only those that touch it: an event may reach far."""
        bodies = self.registry.organisations
        return tuple(
            arc
            for event in self.events
            for arc in event.successions
            if self.region is None
            or self.region in (bodies[arc.from_id].region, bodies[arc.to_id].region)
        )

    @cached_property
    def balance(self) -> tuple[BalanceLine, ...]:
        """A line for each kind alive on either day, by tier and kind."""
        start, end = self._tally(self._alive(self.start)), self._tally(self._alive(self.end))
        first, last = self._tally(self.first_seen), self._tally(self.last_seen)
        opened, closed = self._tally(self.opened), self._tally(self.closed)
        return tuple(
            BalanceLine(
                kind=kind,
                start=start[kind],
                opened=opened[kind] - first[kind],
                closed=closed[kind] - last[kind],
                first_seen=first[kind],
                last_seen=last[kind],
                end=end[kind],
            )
            for kind in sorted(start | end, key=lambda k: (tier_rank(self.registry, k), k))
        )

    def what_changed(self, organisation_id: str) -> tuple[str, ...]:
        """Of name, code, parent, legal form and area, those that changed for this body.

        A body that opened or closed is compared with those that it came from or passed to.
        """
        turned = {
            turn.facet.aspect
            for turn in self.turns
            if turn.facet.organisation_id == organisation_id
            and (turn.facet.aspect != NAME or (turn.before and turn.after))
        }
        return what_changed(self.registry, organisation_id, self.start, self.end, turned)

    def _turns(self, aspect: str) -> Iterator[Turn]:
        return (turn for turn in self.turns if turn.facet.aspect == aspect)

    def _alive(self, day: date) -> Iterator[str]:
        belongs = kindred(self.registry, self.kind, exact=self.exact, within=self.within)
        return filter(belongs, index(self.registry).alive(day))

    def _tally(self, ids: Iterable[str]) -> Counter[str]:
        return Counter(self.registry.organisations[name].kind for name in ids)
