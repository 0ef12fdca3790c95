"""Who answered to whom on a day, as a forest in which every body stands once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from explorer.days.reach import reach
from explorer.days.standing import Body
from explorer.errors import UnknownOrganisation
from explorer.look import listed
from explorer.model import Relationship
from explorer.snapshot import Snapshot

# The closed list, in the order in which a body with several parents is placed.
RELATIONS = MappingProxyType(
    {
        "reports_to": "reports to",
        "local_office_of": "local office of",
        "member_of": "member of",
        "committee_of": "committee of",
        "hosted_by": "hosted by",
        "oversees": "overseen by",  # the parent watches over the child
        "part_of_cluster": "part of the cluster",
    }
)
DEFAULT = tuple(RELATIONS)


@dataclass(frozen=True, slots=True)
class Node:
    """A body in its place, with all that stands below it.

    `relation` is how it stands to `parent`; both are None at the top of a tree. `size` counts the
    bodies below, `below` the same by exact kind, in order of tier and kind.
    """

    body: Body
    relation: str | None
    parent: str | None
    children: tuple[Node, ...]
    size: int
    below: tuple[tuple[str, int], ...]

    @property
    def id(self) -> str:
        return self.body.id


def by_words(snapshot: Snapshot) -> str:
    """The relations that the snapshot was narrowed to, in quotation marks; "" if to none."""
    return listed(f"“{RELATIONS[relation]}”" for relation in snapshot.by)


def hierarchy(snapshot: Snapshot, relations: Sequence[str] = DEFAULT) -> tuple[Node, ...]:
    """The forest of the day by these relations; trees and children in the order of the snapshot.

    A body with several parents stands under the one whose relation comes first in `relations`, of
    several by one relation under the first in the snapshot; it is never counted twice. A parent
    that itself stands below the body is passed over.
    """
    place = places(snapshot, relations)
    children = defaultdict(list)
    for body in snapshot.bodies:
        children[place[body.id].parent_id if body.id in place else None].append(body)
    rank = {body.kind: number for number, body in enumerate(snapshot.bodies)}
    return tuple(_node(body, place, children, rank) for body in children[None])


def places(snapshot: Snapshot, relations: Sequence[str] = DEFAULT) -> Mapping[str, Relationship]:
    """By child, the one relation by which it has its place; a body at the top has no key."""
    wanted = {relation: number for number, relation in enumerate(relations)}
    order = {body.id: number for number, body in enumerate(snapshot.bodies)}
    links = sorted(
        (link for link in snapshot.relations if link.relation in wanted),
        key=lambda x: (order[x.child_id], wanted[x.relation], order[x.parent_id]),
    )
    place: dict[str, Relationship] = {}
    for link in links:
        if link.child_id not in place and not _stands_below(place, link.parent_id, link.child_id):
            place[link.child_id] = link
    return place


def _stands_below(place: Mapping[str, Relationship], organisation_id: str, other: str) -> bool:
    """Whether the body is `other` or stands below it."""
    while organisation_id != other and organisation_id in place:
        organisation_id = place[organisation_id].parent_id
    return organisation_id == other


def _node(
    body: Body,
    place: Mapping[str, Relationship],
    children: Mapping[str | None, Iterable[Body]],
    rank: Mapping[str, int],
) -> Node:
    link = place.get(body.id)
    nodes = tuple(_node(child, place, children, rank) for child in children.get(body.id, ()))
    below = Counter()
    for node in nodes:
        below.update({node.body.kind: 1})
        below.update(dict(node.below))
    return Node(
        body=body,
        relation=link.relation if link else None,
        parent=link.parent_id if link else None,
        children=nodes,
        size=below.total(),
        below=tuple(sorted(below.items(), key=lambda item: rank[item[0]])),
    )


def above(snapshot: Snapshot, organisation_id: str) -> tuple[str, ...]:
    """Every body above this one by any relation of the day, nearest first."""
    return _reach(snapshot, organisation_id, upward=True)


def below(snapshot: Snapshot, organisation_id: str) -> tuple[str, ...]:
    """Every body below this one by any relation of the day, nearest first."""
    return _reach(snapshot, organisation_id, upward=False)


def _reach(snapshot: Snapshot, organisation_id: str, *, upward: bool) -> tuple[str, ...]:
    if organisation_id not in snapshot.ids:
        raise UnknownOrganisation(organisation_id)
    return reach(snapshot.relations, organisation_id, upward=upward)
