"""A row of a drawing in layers: bodies of one kind, grouped by parent or by region."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explorer.hierarchy import Node
from explorer.model import PublishedCount, Relationship


@dataclass(frozen=True, slots=True)
class Group:
    """Bodies drawn together: in the ladder those of one parent, outside it those of one region.

    In the ladder a `parent` of None means that the record holds no such link on the day.
    """

    parent: str | None
    region: str
    nodes: tuple[Node, ...]

    @property
    def count(self) -> int:
        return len(self.nodes)


@dataclass(frozen=True, slots=True)
class Row:
    """The bodies of a kind with those of the kinds counted as it; or all national bodies.

    `level` is 0 for government and grows downwards; None outside the ladder. `relation` is the one
    by which most of the bodies stand to `parents`, the bodies above or, outside the ladder, beside.
    `published` are numbers that sources give for this very day.
    """

    kind: str
    kinds: tuple[str, ...]
    tier: str
    level: int | None
    relation: str | None
    parents: tuple[str, ...]
    groups: tuple[Group, ...]
    published: tuple[PublishedCount, ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(node for group in self.groups for node in group.nodes)

    @property
    def count(self) -> int:
        return sum(group.count for group in self.groups)

    @property
    def uncertain(self) -> int:
        """How many of the bodies may not have existed on the day."""
        return sum(not node.body.certain for node in self.nodes)

    @property
    def spread(self) -> tuple[int, int] | None:
        """Fewest and most bodies under one parent, of the parents that have any."""
        sizes = [group.count for group in self.groups if group.parent]
        return (min(sizes), max(sizes)) if sizes else None


def row_of(
    kind: str,
    groups: Iterable[Group],
    *,
    tier: str,
    level: int | None,
    published: tuple[PublishedCount, ...],
) -> Row:
    groups = tuple(groups)
    nodes = tuple(node for group in groups for node in group.nodes)
    relations = Counter(node.relation for node in nodes if node.relation)
    return Row(
        kind=kind,
        kinds=(kind, *sorted({node.body.kind for node in nodes} - {kind})),
        tier=tier,
        level=level,
        relation=relations.most_common(1)[0][0] if relations else None,
        parents=tuple(dict.fromkeys(node.parent for node in nodes if node.parent)),
        groups=groups,
        published=published,
    )


def beside(nodes: Iterable[Node], links: Mapping[str, Relationship]) -> Iterator[Node]:
    """The nodes with the link, if any, by which each is hosted, overseen or the like."""
    for node in nodes:
        link = links.get(node.id)
        yield replace(node, relation=link.relation, parent=link.parent_id) if link else node


def by_parent(nodes: Iterable[Node]) -> Iterator[Group]:
    """One group for each parent, in order of first mention; last those without a parent."""
    groups: dict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.parent].append(node)
    for parent in sorted(groups, key=lambda parent: parent is None):
        regions = {node.body.organisation.region for node in groups[parent]}
        yield Group(parent, regions.pop() if len(regions) == 1 else "", tuple(groups[parent]))


def by_region(nodes: Iterable[Node]) -> Iterator[Group]:
    """One group for each region, by name; last those without a region."""
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        groups[node.body.organisation.region].append(node)
    for region in sorted(groups, key=lambda region: (region == "", region)):
        yield Group(None, region, tuple(groups[region]))
