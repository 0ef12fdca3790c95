"""Who existed on a day, and who answered to whom: any day of the record, whole or in part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import networkx as nx

from explorer.days.caveats import end_not_known, may_exist, notes, planned
from explorer.days.scope import scope_of
from explorer.days.standing import Body, standing
from explorer.errors import DateError
from explorer.graph import frozen, index
from explorer.model import Organisation, Plan, Registry, Relationship

TIERS = (
    *("national", "regional", "local", "arrangement"),
    *("advisory", "voice", "scheme", "provider-side"),
)


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many bodies of a kind there were, and of how many it is not certain.

    A `group` row adds the bodies that published counts of the kind include on that day, such as
    care trusts among primary care trusts; every body is in one other row as well.
    """

    kind: str
    count: int
    uncertain: int
    group: bool = False


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The record of one day, or the part of it that was asked for.

    `bodies` are in order of tier, kind, name and id; `relations` have both ends among them.
    `end_not_known` and `may_exist` are not counted: bodies last seen before the day, and bodies
    whose first day is not known and of which nothing dated is known until later. `planned` holds,
    for a day after the last evidence, what was planned for that day or earlier. `by` are the kinds
    of relation kept; () is all of them.
    """

    registry: Registry
    day: date
    kind: str | None
    region: str | None
    place: str | None
    under: str | None
    bodies: tuple[Body, ...]
    relations: tuple[Relationship, ...]
    counts: tuple[KindCount, ...]
    end_not_known: tuple[Organisation, ...]
    may_exist: tuple[Organisation, ...]
    planned: tuple[Plan, ...]
    notes: tuple[str, ...]
    by: tuple[str, ...] = ()

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(body.id for body in self.bodies)

    def body(self, organisation_id: str) -> Body | None:
        """A body of this snapshot, or None."""
        return self._by_id.get(organisation_id)

    @cached_property
    def _by_id(self) -> dict[str, Body]:
        return {body.id: body for body in self.bodies}

    @cached_property
    def graph(self) -> nx.DiGraph:
        """A frozen graph with an edge from each child to its parent.

        Nodes carry `name`, `name_type`, `legal_name`, `code`, `kind`, `tier`, `region`, `certain`
        and `source_id`; edges carry `relations` and `source_ids`, tuples of one length.
        """
        graph = nx.DiGraph(day=self.day, edition=self.registry.edition.version)
        for body in self.bodies:
            graph.add_node(
                body.id,
                name=body.name,
                name_type=body.name_type,
                legal_name=body.legal_name,
                code=body.code,
                kind=body.kind,
                tier=self.registry.kinds[body.kind].tier,
                region=body.organisation.region,
                certain=body.certain,
                source_id=body.organisation.source_id,
            )
        for link in self.relations:
            before = graph.get_edge_data(link.child_id, link.parent_id) or {}
            graph.add_edge(
                link.child_id,
                link.parent_id,
                relations=(*before.get("relations", ()), link.relation),
                source_ids=(*before.get("source_ids", ()), link.source_id),
            )
        return frozen(graph)


def snapshot(
    registry: Registry,
    day: date,
    *,
    kind: str | None = None,
    region: str | None = None,
    place: str | None = None,
    under: str | None = None,
    exact: bool = False,
) -> Snapshot:
    """The bodies of `day`: all, or those of a kind, of a region, of a place, or around one body.

    `kind` includes the kinds counted as it on that day unless `exact`. Without a kind, a region or
    a place (a council, county or town) comes with everything above its bodies; `under` (an id, a
    code or a name) keeps that body with everything above and below it, by the relations of the day.
    Raises DateError, UnknownName and UnknownOrganisation.
    """
    check_day(registry, day)
    scope = scope_of(registry, day, kind=kind, region=region, place=place, under=under, exact=exact)
    found = index(registry)
    links = found.in_force(day)
    ids = scope.part(registry, found.alive(day), links)
    bodies = ordered(registry, (standing(registry, name, day) for name in ids))
    if scope.narrowed:
        kept = frozenset(ids)
        links = tuple(x for x in links if x.child_id in kept and x.parent_id in kept)
    counts = _counts(registry, bodies, day, scope.kinds, exact=exact)
    lost = end_not_known(registry, day, scope, ids)
    early = may_exist(registry, day, scope)
    plans = planned(registry, day, scope, ids)
    return Snapshot(
        registry=registry,
        day=day,
        kind=kind,
        region=region,
        place=place,
        under=scope.under,
        bodies=bodies,
        relations=links,
        counts=counts,
        end_not_known=lost,
        may_exist=early,
        planned=plans,
        notes=notes(registry, day, scope, bodies, lost, early, plans),
    )


def by_relations(whole: Snapshot, relations: Collection[str]) -> Snapshot:
    """The same bodies with the relations of these kinds only; () is all of them."""
    if not relations:
        return whole
    kept = tuple(link for link in whole.relations if link.relation in relations)
    return replace(whole, relations=kept, by=tuple(relations))


def check_day(registry: Registry, day: date) -> None:
    """Raises DateError for a day outside the record."""
    first, last = registry.edition.first_day, registry.edition.last_day
    if not first <= day <= last:
        raise DateError(f"{day} is outside the record, which runs from {first} to {last}.")


def regions(registry: Registry, day: date) -> tuple[str, ...]:
    """The regions that bodies of `day` belong to, in the words of their own time."""
    check_day(registry, day)
    bodies = (registry.organisations[name] for name in index(registry).alive(day))
    return tuple(sorted({body.region for body in bodies} - {""}))


def tier_rank(registry: Registry, kind: str) -> int:
    """The place of a kind's tier, from national downwards; tiers of one's own come last."""
    tier = registry.kinds[kind].tier
    return TIERS.index(tier) if tier in TIERS else len(TIERS)


def ordered(registry: Registry, bodies: Iterable[Body]) -> tuple[Body, ...]:
    """Bodies by tier, kind, name and id."""
    rank = {kind: (tier_rank(registry, kind), kind) for kind in registry.kinds}
    return tuple(sorted(bodies, key=lambda body: (rank[body.kind], body.name, body.id)))


def _counts(
    registry: Registry,
    bodies: Iterable[Body],
    day: date,
    kinds: frozenset[str] | None,
    *,
    exact: bool,
) -> tuple[KindCount, ...]:
    """By exact kind, each followed by its group where another kind counts as it on that day."""
    tally = Counter(body.kind for body in bodies)
    doubtful = Counter(body.kind for body in bodies if not body.certain)
    rows = [KindCount(kind, count, doubtful[kind]) for kind, count in tally.items()]
    groups: dict[str, set[str]] = {}
    for rule in registry.counted_as:
        asked = not exact and (kinds is None or rule.counted_as in kinds)
        if asked and day in rule.period and tally[rule.kind]:
            groups.setdefault(rule.counted_as, {rule.counted_as}).add(rule.kind)
    for kind, members in groups.items():
        total, unsure = (sum(map(column.__getitem__, members)) for column in (tally, doubtful))
        rows.append(KindCount(kind, total, unsure, group=True))
    return tuple(sorted(rows, key=lambda r: (tier_rank(registry, r.kind), r.kind, r.group)))
