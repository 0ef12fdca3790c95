"""Where the bars of both columns stand: neighbours that share a successor adjacent, few crossings,
each bar as level as it can be with what it passes to or comes from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explorer.layout.order import layered
from explorer.layout.ribbon.sides import ALONE, SMALL, Link, Node, Sides
from explorer.layout.spread import push_apart

_ROUNDS = 16
_LOOSE = 0.05  # weight of a body that nothing joins to the other side


@dataclass(frozen=True, slots=True)
class Size:
    """Px of a bar, and of the room that it takes with its label."""

    bar: float
    slot: float


@dataclass(frozen=True, eq=False)
class Placed:
    """Nodes of both columns from top to bottom, the y of the middle of each, and the height."""

    before: tuple[Node, ...]
    after: tuple[Node, ...]
    middle: Mapping[str, float]
    height: float


def arranged(sides: Sides) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Both columns in order: groups of bodies that belong together, by region and name."""
    node_of = {f"<{n.key}": n for n in sides.before} | {f">{n.key}": n for n in sides.after}
    rank = {key: i for i, key in enumerate(node_of)}
    groups = sorted(_groups(sides, list(node_of)), key=lambda keys: _by_region(keys, node_of, rank))
    before, after = [], []
    for keys in groups:
        keys.sort(key=rank.__getitem__)
        level = {key: 0 if key[0] == "<" else 1 for key in keys}
        arcs = [
            (f"<{link.start}", f">{link.end}", 0.2 + link.weight + link.unknown)
            for link in sides.links
            if f"<{link.start}" in level and f">{link.end}" in level
        ]
        for layer in layered(keys, level, arcs):
            for key in layer:
                (before if key[0] == "<" else after).append(node_of[key])
    return tuple(before), tuple(after)


def _by_region(
    keys: list[str], node_of: Mapping[str, Node], rank: Mapping[str, int]
) -> tuple[bool, str, int]:
    """By the first body of the first day; those that nothing joins stand last."""
    first = min(keys, key=lambda key: (key[0] != "<", rank[key]))
    return node_of[first].group == ALONE, node_of[first].region, rank[first]


def _groups(sides: Sides, keys: list[str]) -> list[list[str]]:
    """Bodies joined by more than traces, each group once."""
    near = defaultdict(list)
    size = {node.key: len(node.members) for node in sides.before}
    for link in sides.links:
        if link.unknown or link.weight >= SMALL * size[link.start]:
            near[f"<{link.start}"].append(f">{link.end}")
            near[f">{link.end}"].append(f"<{link.start}")
    groups, met = [], set()
    for key in keys:
        if key in met:
            continue
        met.add(key)
        group, todo = [key], [key]
        while todo:
            for other in near[todo.pop()]:
                if other not in met:
                    met.add(other)
                    group.append(other)
                    todo.append(other)
        groups.append(group)
    return _with_traces(sides, groups)


def _with_traces(sides: Sides, groups: list[list[str]]) -> list[list[str]]:
    """A body that only traces reached stands in the group from which most of them came."""
    home = {key: number for number, group in enumerate(groups) for key in group}
    for number, group in enumerate(groups):
        if len(group) > 1 or group[0][0] == "<":
            continue
        into = [link for link in sides.links if link.end == group[0][1:]]
        if into:
            most = max(into, key=lambda link: (link.weight, link.start))
            groups[home[f"<{most.start}"]].append(group[0])
            groups[number] = []
    return [group for group in groups if group]


def placed(
    before: Sequence[Node],
    after: Sequence[Node],
    links: Sequence[Link],
    size: Mapping[str, Size],
    px: Mapping[Link, float],
) -> Placed:
    """`size` is by `<key` and `>key`; `px` is the width of each ribbon."""
    columns = ([f"<{n.key}" for n in before], [f">{n.key}" for n in after])
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for link in links:
        start, end, weight = f"<{link.start}", f">{link.end}", max(px[link], 0.5)
        near[start].append((end, weight))
        near[end].append((start, weight))
    middle: dict[str, float] = {}
    for column in columns:
        y = 0.0
        for key in column:
            middle[key] = y + size[key].slot / 2
            y += size[key].slot
    for step in range(_ROUNDS):
        column = columns[(step + 1) % 2]
        wanted, weights = [], []
        for key in column:
            pull = sum(weight for _, weight in near[key])
            mean = sum(middle[other] * weight for other, weight in near[key])
            wanted.append(mean / pull if pull else None)
            weights.append(pull or _LOOSE)
        distances = [(size[a].slot + size[b].slot) / 2 for a, b in pairwise(column)]
        wanted = _beside(wanted, distances)
        middle.update(zip(column, push_apart(wanted, distances, weights), strict=True))
    top = min((middle[key] - size[key].slot / 2 for key in middle), default=0.0)
    foot = max((middle[key] + size[key].slot / 2 for key in middle), default=0.0)
    middle = {key: y - top for key, y in middle.items()}
    return Placed(tuple(before), tuple(after), middle, foot - top)


def _beside(wanted: list[float | None], distances: list[float]) -> list[float]:
    """Those that want no place of their own stand close to the one before, or the one after."""
    found = list(wanted)
    first = next((i for i, want in enumerate(found) if want is not None), 0)
    if found and found[first] is None:
        found[first] = 0.0
    for i in range(first + 1, len(found)):
        if found[i] is None:
            found[i] = found[i - 1] + distances[i - 1]
    for i in range(first - 1, -1, -1):
        found[i] = found[i + 1] - distances[i]
    return found
