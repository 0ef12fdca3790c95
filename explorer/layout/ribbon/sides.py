"""The two columns of a ribbon drawing as values: who stands on each side, and what joins them.

With too many bodies on a side they are drawn together, a bar for each region and kind; a reader
who chooses a region sees them one by one.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explorer.changeover import Changeover, Passage
from explorer.errors import UnknownName
from explorer.layout.kinds import kind_count, kind_groups
from explorer.layout.lineage.names import short_names
from explorer.layout.lineage.sizes import sizes
from explorer.look import upper_first
from explorer.model import Registry

MANY = 60  # bodies on a side: more are drawn together by region
FEW = 5  # bodies of a kind that nothing joins to the other side: more are drawn as one
WHOLE = 0.995  # a share so near to 1 is the whole
SMALL = 0.02
REGION, ALONE = "region", "alone"


@dataclass(frozen=True, slots=True)
class Node:
    """A bar: one body (`group` is ""), all bodies of a kind in a "region", or those of a kind that
    are "alone": joined to nothing on the other side.

    `outside`: drawn only because a part came from here or went there.
    """

    key: str
    name: str
    kind: str
    region: str
    members: tuple[str, ...]
    group: str = ""
    label: bool = False
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """What passed from a node to a node: bodies' worth (`weight`), and the number of bodies with a
    share not stated."""

    start: str
    end: str
    weight: float
    unknown: int


@dataclass(frozen=True, eq=False)
class Sides:
    """`before` and `after` by region, kind and name; `fold` tells which side is drawn together."""

    change: Changeover
    region: str
    before: tuple[Node, ...]
    after: tuple[Node, ...]
    links: tuple[Link, ...]
    fold: tuple[bool, bool]
    practices: Mapping[str, float] | None  # of each node before; None unless known for all

    @property
    def registry(self) -> Registry:
        return self.change.registry


def sides(change: Changeover, region: str = "") -> Sides:
    """The columns of `change`, or of what touches `region`, in the words of either day."""
    before, after, outside = _within(change, region)
    kept = [p for p in change.passages if p.from_id in set(before) and p.to_id in set(after)]
    joined = {p.from_id for p in kept}, {p.to_id for p in kept}
    fold = (len(before) > MANY, len(after) > MANY)
    left = _nodes(change.registry, before, fold[0], outside, joined[0])
    right = _nodes(change.registry, after, fold[1], outside, joined[1])
    left_of = {name: node.key for node in left for name in node.members}
    right_of = {name: node.key for node in right for name in node.members}
    found: dict[tuple[str, str], list[Passage]] = defaultdict(list)
    for one in kept:
        found[left_of[one.from_id], right_of[one.to_id]].append(one)
    links = tuple(
        Link(
            start,
            end,
            sum(one.weight or 0.0 for one in passed),
            sum(one.weight is None for one in passed),
        )
        for (start, end), passed in sorted(found.items())
    )
    return Sides(change, region, left, right, links, fold, _practices(change, left))


def _within(change: Changeover, region: str) -> tuple[list[str], list[str], set[str]]:
    """Bodies of both days that belong to the drawing, and those of them that are of elsewhere."""
    if not region:
        return list(change.before), list(change.after), set()
    bodies = change.registry.organisations
    both = (*change.before, *change.after)
    here = {name for name in both if bodies[name].region == region}
    if not here:
        known = sorted({bodies[name].region for name in both} - {""})
        raise UnknownName("region", region, difflib.get_close_matches(region, known) or known)
    left = {name for name in change.before if name in here}
    right = {name for name in change.after if name in here}
    taken, given = set(right), set(left)
    for one in change.passages:
        if one.from_id in left:
            taken.add(one.to_id)
        if one.to_id in right and not left:
            given.add(one.from_id)
    before = [name for name in change.before if name in given]
    after = [name for name in change.after if name in taken]
    outside = _mostly_elsewhere(change, set(before)) if left else set()
    return before, after, outside & set(after) - right | ({*before} - here if not left else set())


def _mostly_elsewhere(change: Changeover, before: set[str]) -> set[str]:
    """Bodies of the last day that took less than half of what they took from these."""
    inside, total = defaultdict(float), defaultdict(float)
    for one in change.passages:
        weight = 1.0 if one.weight is None else one.weight
        total[one.to_id] += weight
        inside[one.to_id] += weight if one.from_id in before else 0.0
    return {name for name in total if 2 * inside[name] < total[name]}


def _nodes(
    registry: Registry, ids: list[str], fold: bool, outside: set[str], joined: set[str]
) -> tuple[Node, ...]:
    """The bars of one side by region, kind and name; those of bodies drawn as one come last."""
    bodies = registry.organisations
    group_of = kind_groups(registry, (bodies[name].kind for name in ids))
    if fold:
        nodes = _by_region(registry, ids, group_of)
        return tuple(sorted(nodes, key=lambda node: (node.region, node.kind)))
    alone: dict[str, list[str]] = defaultdict(list)
    for name in ids:
        if name not in joined:
            alone[group_of[bodies[name].kind]].append(name)
    alone = {kind: own for kind, own in alone.items() if len(own) > FEW}
    hidden = {name for own in alone.values() for name in own}
    names = short_names(registry, ids)
    single = [
        Node(
            name,
            names[name].text,
            bodies[name].kind,
            bodies[name].region,
            (name,),
            label=names[name].label,
            outside=name in outside,
        )
        for name in ids
        if name not in hidden
    ]
    single.sort(key=lambda node: (node.region, group_of[node.kind], node.name, node.key))
    return (
        *single,
        *(
            Node(
                f"alone:{kind}",
                upper_first(kind_count(registry.kinds[kind], len(own))),
                kind,
                "",
                tuple(sorted(own, key=lambda name: (names[name].text, name))),
                group=ALONE,
            )
            for kind, own in sorted(alone.items())
        ),
    )


def _by_region(
    registry: Registry, ids: Iterable[str], group_of: Mapping[str, str]
) -> Iterable[Node]:
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in ids:
        body = registry.organisations[name]
        groups[body.region, group_of[body.kind]].append(name)
    for (region, kind), own in groups.items():
        name = region or "No region recorded"
        yield Node(f"region:{region}:{kind}", name, kind, region, tuple(own), group=REGION)


def _practices(change: Changeover, nodes: tuple[Node, ...]) -> Mapping[str, float] | None:
    known = sizes(change.registry)
    found = {}
    for node in nodes:
        counts = [known[name] for name in node.members]
        if not counts or not all(size.counted for size in counts):
            return None
        found[node.key] = sum(size.practices for size in counts)
    return found or None
