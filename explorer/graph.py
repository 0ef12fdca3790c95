"""The NetworkX model, and the dated indexes beside it that make questions fast.

Inside: columns of days (int32, half-open) sorted by date, so that a question about two days costs
two binary searches. Outside: values, and `networkx` graphs made from them on demand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from types import MappingProxyType

import networkx as nx
import numpy as np

from explorer.model import ChangeEvent, Organisation, Registry, Relationship, Succession
from explorer.period import ONE_DAY

OPEN_END = np.iinfo(np.int32).max
LONG_AGO = np.iinfo(np.int32).min


@dataclass(frozen=True, eq=False)
class Index:
    """Columns of one registry. Row numbers follow the order of `registry.organisations`."""

    registry: Registry
    ids: tuple[str, ...]
    start: np.ndarray  # first day, as a proleptic ordinal
    end: np.ndarray  # exclusive end; OPEN_END where there is none

    @cached_property
    def row(self) -> Mapping[str, int]:
        return MappingProxyType({name: row for row, name in enumerate(self.ids)})

    @cached_property
    def _openings(self) -> tuple[np.ndarray, np.ndarray]:
        return _log(self.start)

    @cached_property
    def _closings(self) -> tuple[np.ndarray, np.ndarray]:
        return _log(self.end)

    @cached_property
    def _arc_days(self) -> list[date]:
        return [arc.date.first for arc in self.registry.successions]

    @cached_property
    def _events(self) -> tuple[tuple[ChangeEvent, ...], list[date]]:
        events = tuple(self.registry.events.values())
        return events, [event.date.first for event in events]

    @cached_property
    def _relation_columns(self) -> tuple[np.ndarray, np.ndarray]:
        return _columns(relation.period for relation in self.registry.relationships)

    @cached_property
    def change_days(self) -> tuple[date, ...]:
        """Every day of the record on which a body opens or has just ended, or an arc is dated."""
        days = {*self.start.tolist(), *self.end.tolist()} - {OPEN_END, LONG_AGO}
        edition = self.registry.edition
        inside = (edition.first_day, edition.last_day)
        found = {date.fromordinal(day) for day in days if 0 < day <= date.max.toordinal()}
        found |= set(self._arc_days)
        return tuple(sorted(day for day in found if inside[0] <= day <= inside[1]))

    def alive(self, day: date) -> tuple[str, ...]:
        """Ids of the bodies that count as existing on `day`, in the order of the registry."""
        when = day.toordinal()
        return self._ids(np.flatnonzero((self.start <= when) & (when < self.end)))

    def is_alive(self, organisation_id: str, day: date) -> bool:
        return day in self.registry.organisations[organisation_id].lifetime

    def opened_between(self, after: date, until: date) -> tuple[str, ...]:
        """Bodies whose first day d has after < d <= until, in order of day."""
        return self._ids(_slice(self._openings, after, until))

    def closed_between(self, after: date, until: date) -> tuple[str, ...]:
        """Bodies whose first day of absence d has after < d <= until, in order of day."""
        return self._ids(_slice(self._closings, after, until))

    def arcs_between(self, after: date, until: date) -> tuple[Succession, ...]:
        """Successions dated after < d <= until, in order of date."""
        days = self._arc_days
        return self.registry.successions[bisect_right(days, after) : bisect_right(days, until)]

    def events_between(self, after: date, until: date) -> tuple[ChangeEvent, ...]:
        """Change events dated after < d <= until, in order of date."""
        events, days = self._events
        return events[bisect_right(days, after) : bisect_right(days, until)]

    def in_force(self, day: date) -> tuple[Relationship, ...]:
        """Relationships in force on `day`, in the order of the registry."""
        start, end = self._relation_columns
        when = day.toordinal()
        held = np.flatnonzero((start <= when) & (when < end))
        return tuple(self.registry.relationships[row] for row in held.tolist())

    def next_change(self, day: date) -> date | None:
        place = bisect_right(self.change_days, day)
        return self.change_days[place] if place < len(self.change_days) else None

    def previous_change(self, day: date) -> date | None:
        place = bisect_right(self.change_days, day - ONE_DAY)
        return self.change_days[place - 1] if place else None

    def codes_on(self, organisation_id: str, day: date, scheme: str = "ODS") -> tuple[str, ...]:
        held = self.registry.codes.get(organisation_id, ())
        return tuple(code.code for code in held if code.scheme == scheme and day in code.period)

    def _ids(self, rows: np.ndarray) -> tuple[str, ...]:
        return tuple(self.ids[row] for row in rows.tolist())


@lru_cache(maxsize=8)
def index(registry: Registry) -> Index:
    """The dated index of a registry, made once."""
    bodies = registry.organisations.values()
    start, end = _columns(body.lifetime for body in bodies)
    return Index(registry, tuple(registry.organisations), start, end)


def _columns(periods: Iterable) -> tuple[np.ndarray, np.ndarray]:
    pairs = [
        (
            period.start.toordinal() if period.start else LONG_AGO,
            period.end.toordinal() if period.end else OPEN_END,
        )
        for period in periods
    ]
    columns = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    columns.flags.writeable = False
    return columns[:, 0], columns[:, 1]


def _log(days: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Days in order, and the row that each came from."""
    order = np.argsort(days, kind="stable")
    return days[order], order


def _slice(log: tuple[np.ndarray, np.ndarray], after: date, until: date) -> np.ndarray:
    days, rows = log
    first, last = np.searchsorted(days, (after.toordinal(), until.toordinal()), side="right")
    return rows[first:last]


@lru_cache(maxsize=8)
def lineage_graph(registry: Registry) -> nx.MultiDiGraph:
    """The whole record as a frozen graph: a node for each body, an arc for each dated link.

    Nodes carry `name`, `kind`, `status`, `region`, and `start` and `end` (half-open, `date` or
    None). Arcs of `type="succession"` run from original to resulting body and carry `date`,
    `event`, `change`, `line`, `share`, `basis`; arcs of `type="relationship"` run from child to
    parent and carry `relation`, `start`, `end`. Both carry `source_id`. Attributes are read-only.
    """
    graph = nx.MultiDiGraph(edition=registry.edition.version)
    for body in registry.organisations.values():
        graph.add_node(body.id, **_node(body))
    for arc in registry.successions:
        graph.add_edge(
            arc.from_id,
            arc.to_id,
            key=("succession", arc.event_id),
            type="succession",
            date=arc.date.first,
            event=arc.event_id,
            change=arc.kind,
            line=arc.line,
            share=arc.share,
            basis=arc.basis,
            source_id=arc.source_id,
        )
    for link in registry.relationships:
        graph.add_edge(
            link.child_id,
            link.parent_id,
            key=("relationship", link.relation, link.period.start),
            type="relationship",
            relation=link.relation,
            start=link.period.start,
            end=link.period.end,
            source_id=link.source_id,
        )
    return frozen(graph)


def _node(body: Organisation) -> dict:
    return {
        "name": body.name,
        "kind": body.kind,
        "status": body.status,
        "region": body.region,
        "start": body.lifetime.start,
        "end": body.lifetime.end,
        "source_id": body.source_id,
    }


def frozen(graph: nx.Graph) -> nx.Graph:
    """The same graph with nothing left to change: `nx.freeze` alone leaves attributes mutable."""
    for name, attributes in graph._node.items():
        graph._node[name] = MappingProxyType(attributes)
    for origin, targets in graph._adj.items():
        for target, found in targets.items():
            if graph.is_multigraph():
                for key, attributes in found.items():
                    found[key] = MappingProxyType(attributes)
            else:
                targets[target] = MappingProxyType(found)
                graph._pred[target][origin] = targets[target]
    return nx.freeze(graph)


def sequence_of_days(registry: Registry, after: date, until: date) -> Sequence[date]:
    """The change days d of the record with after < d <= until."""
    days = index(registry).change_days
    return days[bisect_right(days, after) : bisect_right(days, until)]
