"""The structure of a day in rows: all that a drawing in layers needs, on any day of the record.

The ladder holds the kinds of body that stand in a chain of command: government, national bodies,
and below them whatever tiers the day had. Outside it stand the kinds that no such link joins:
councils and their boards, support units, networks, schemes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from explorer.days.standing import Body
from explorer.days.tier_rows import Row, beside, by_parent, by_region, row_of
from explorer.hierarchy import DEFAULT, Node, hierarchy, places
from explorer.model import PublishedCount, Relationship
from explorer.snapshot import Snapshot, tier_rank

COMMAND = ("reports_to", "local_office_of", "member_of")
BESIDE = tuple(relation for relation in DEFAULT if relation not in COMMAND)
NATIONAL = "national"
GOVERNMENT = "government_department"  # stands above the other national bodies, linked or not
GOVERNMENT_LEVEL, NATIONAL_LEVEL, HIGHEST_LEVEL_BELOW = 0, 1, 2


@dataclass(frozen=True, eq=False)
class Tiers:
    """`ladder` by level, tier and kind, `outside` by tier and kind; every body is in one row.

    `forest` holds the trees of the ladder. `other_links` are relations of the day that give no
    body its place here: second parents, and what hosts or clusters a body of the ladder.
    """

    snapshot: Snapshot
    forest: tuple[Node, ...]
    ladder: tuple[Row, ...]
    outside: tuple[Row, ...]
    other_links: tuple[Relationship, ...]

    @cached_property
    def nodes(self) -> Mapping[str, Node]:
        """Every body's place, by id."""
        return {node.id: node for row in (*self.ladder, *self.outside) for node in row.nodes}

    def row(self, kind: str) -> Row | None:
        """The row that holds the bodies of this kind on the day, or None."""
        return next((row for row in (*self.ladder, *self.outside) if kind in row.kinds), None)

    def linked_to(self, organisation_id: str) -> tuple[Relationship, ...]:
        """Relations by which bodies placed elsewhere belong to this one, such as a cluster."""
        return self._linked.get(organisation_id, ())

    @cached_property
    def _linked(self) -> Mapping[str, tuple[Relationship, ...]]:
        groups = defaultdict(list)
        for link in self.other_links:
            groups[link.parent_id].append(link)
        return {name: tuple(links) for name, links in groups.items()}


def tiers(snapshot: Snapshot) -> Tiers:
    """The bodies of the day in rows. Groups follow the order of their parents in the row above.

    Bodies with most below them come first, then by name.
    """
    trees = _by_size(hierarchy(snapshot, COMMAND))
    nodes = tuple(_walk(trees))
    in_ladder = _kinds_of_ladder(snapshot, nodes)
    kind_of_row = _kinds_of_rows(snapshot, in_ladder)
    members: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        members[kind_of_row[node.body.kind]].append(node)
    levels = _levels(snapshot, trees, kind_of_row)
    besides = places(snapshot, BESIDE)
    ladder, outside = [], []
    for kind, held in members.items():
        tier, published = snapshot.registry.kinds[kind].tier, _published(snapshot, kind)
        if kind in in_ladder:
            groups = by_parent(held)
            ladder.append(row_of(kind, groups, tier=tier, level=levels[kind], published=published))
        else:
            groups = by_region(beside(held, besides))
            outside.append(row_of(kind, groups, tier=tier, level=None, published=published))
    shown = {id(link) for link in places(snapshot, COMMAND).values()}
    shown |= {id(besides[node.id]) for row in outside for node in row.nodes if node.parent}
    rank = {kind: (tier_rank(snapshot.registry, kind), kind) for kind in members}
    return Tiers(
        snapshot=snapshot,
        forest=tuple(node for node in trees if node.body.kind in in_ladder),
        ladder=tuple(sorted(ladder, key=lambda row: (row.level, rank[row.kind]))),
        outside=tuple(sorted(outside, key=lambda row: rank[row.kind])),
        other_links=tuple(link for link in snapshot.relations if id(link) not in shown),
    )


def in_tiers(snapshot: Snapshot) -> tuple[Body, ...]:
    """Every body of the day in the order of its rows from the top: what stands below one body
    together, then what stands beside the ladder."""
    found = tiers(snapshot)
    return tuple(node.body for row in (*found.ladder, *found.outside) for node in row.nodes)


def _by_size(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """The same trees, those with most below them first, and so within each of them."""
    ordered = sorted(nodes, key=lambda node: (-node.size, node.body.name, node.id))
    return tuple(replace(node, children=_by_size(node.children)) for node in ordered)


def _walk(nodes: Iterable[Node]) -> Iterator[Node]:
    """Every node, each before its children."""
    for node in nodes:
        yield node
        yield from _walk(node.children)


def _kinds_of_ladder(snapshot: Snapshot, nodes: Iterable[Node]) -> frozenset[str]:
    """National kinds, and those of which any body is linked on the day by a chain of command."""
    kinds = snapshot.registry.kinds
    return frozenset(
        node.body.kind
        for node in nodes
        if node.parent or node.children or kinds[node.body.kind].tier == NATIONAL
    )


def _kinds_of_rows(snapshot: Snapshot, in_ladder: Collection[str]) -> dict[str, str]:
    """For each kind of the day the kind that names its row.

    National kinds share a row. So do a kind and those counted as it on the day, if it has bodies:
    strategic authorities, in law health authorities for half a year, keep a row of their own.
    """
    kinds = snapshot.registry.kinds
    shown = {body.kind for body in snapshot.bodies}
    national = sorted(k for k in shown if kinds[k].tier == NATIONAL and k != GOVERNMENT)
    named = {kind: national[0] if kind in national else kind for kind in shown}
    for rule in snapshot.registry.counted_as:
        pair = {rule.kind, rule.counted_as}
        alike = len({kind in in_ladder for kind in pair}) == 1
        if snapshot.day in rule.period and pair <= shown and alike:
            named[rule.kind] = named[rule.counted_as]
    return named


def _levels(
    snapshot: Snapshot, trees: Iterable[Node], kind_of_row: Mapping[str, str]
) -> Mapping[str, int]:
    """The lowest level at which a body of each row stands: one below the body above it."""
    kinds = snapshot.registry.kinds
    levels: dict[str, int] = defaultdict(int)

    def visit(nodes: Iterable[Node], above: int) -> None:
        for node in nodes:
            kind = node.body.kind
            if kind == GOVERNMENT:
                here = GOVERNMENT_LEVEL
            elif kinds[kind].tier == NATIONAL:
                here = NATIONAL_LEVEL
            else:
                here = max(HIGHEST_LEVEL_BELOW, above + 1)
            levels[kind_of_row[kind]] = max(levels[kind_of_row[kind]], here)
            visit(node.children, here)

    visit(trees, NATIONAL_LEVEL)
    return levels


def _published(snapshot: Snapshot, kind: str) -> tuple[PublishedCount, ...]:
    """Published numbers of the kind for this very day, if the whole record of it is shown."""
    if (snapshot.kind, snapshot.region, snapshot.place, snapshot.under) != (None,) * 4:
        return ()
    return tuple(
        count
        for count in snapshot.registry.counts
        if count.kind == kind and count.comparable and count.date.exact
        and count.date.first == snapshot.day
    )  # fmt: skip
