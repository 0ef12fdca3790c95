"""The order of bodies within generations, with as few crossings of their arcs as can be had.

Two orders are tried: barycentre sweeps from the given (north to south) order, and Graphviz dot
from pygraphviz where that is installed. The one with the least weight of crossings wins; on a tie
the barycentre order, because it keeps north above south. Arcs that skip generations are led through
dummies. Equal input gives equal output: everything is sorted before it is handed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from explorer.layout.spread import push_apart

Arc = tuple[str, str, float]  # from, to, weight
Layers = tuple[tuple[str, ...], ...]

_SWEEPS = 12
_DUMMY = "\0"


def is_dummy(name: str) -> bool:
    return name.startswith(_DUMMY)


def chained(generation: Mapping[str, int], arcs: Sequence[Arc]) -> tuple[dict[str, int], list[Arc]]:
    """Generations with dummies, and arcs cut so that each spans one generation downwards.

    Arcs that do not lead to a later generation have no part in the order and are left out.
    """
    level, cut = dict(generation), []
    for number, (start, end, weight) in enumerate(arcs):
        first, last = generation[start], generation[end]
        if last <= first:
            continue
        chain = [start]
        for step in range(first + 1, last):
            dummy = f"{_DUMMY}{number}.{step}"
            level[dummy] = step
            chain.append(dummy)
        chain.append(end)
        cut += [(a, b, weight) for a, b in pairwise(chain)]
    return level, cut


def layered(preferred: Sequence[str], generation: Mapping[str, int], arcs: Sequence[Arc]) -> Layers:
    """Bodies and dummies of each generation from top to bottom. `preferred` holds every body, in
    the order wanted where nothing else decides."""
    if not preferred:
        return ()
    level, cut = chained({name: generation[name] for name in preferred}, arcs)
    rank = {name: i for i, name in enumerate(preferred)}
    for name in level:
        if is_dummy(name):  # a dummy is the body its arc comes from, living on
            rank[name] = rank[arcs[int(name[1:].split(".")[0])][0]]
    plain = _by_barycentre(level, cut, rank)
    best, cost = plain, crossings(plain, cut)
    if cost:
        drawn = _by_dot(level, cut, rank)
        if drawn and crossings(drawn, cut) < cost:
            best = drawn
    return best


def crossings(layers: Layers, arcs: Sequence[Arc]) -> float:
    """The summed products of weights of all pairs of arcs that cross."""
    place = {name: (i, j) for i, layer in enumerate(layers) for j, name in enumerate(layer)}
    between: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
    for start, end, weight in arcs:
        between[place[start][0]].append((place[start][1], place[end][1], weight))
    total = 0.0
    for strands in between.values():
        for i, (a, b, one) in enumerate(strands):
            for c, d, other in strands[i + 1 :]:
                if (a - c) * (b - d) < 0:
                    total += one * other
    return total


def places(layers: Layers, arcs: Sequence[Arc]) -> dict[str, float]:
    """A height for every body, one apart or more within its generation, near its neighbours."""
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for start, end, weight in arcs:
        near[start].append((end, weight))
        near[end].append((start, weight))
    widest = max((len(layer) for layer in layers), default=0)
    found = {
        name: float(i) + (widest - len(layer)) / 2
        for layer in layers
        for i, name in enumerate(layer)
    }
    for sweep in range(_SWEEPS):
        for layer in layers if sweep % 2 else reversed(layers):
            wanted = [_mean(near[name], found, found[name]) for name in layer]
            distances = [1.0] * (len(layer) - 1)
            found.update(zip(layer, push_apart(wanted, distances), strict=True))
    return found


def _mean(near: Sequence[tuple[str, float]], place: Mapping[str, float], otherwise: float) -> float:
    weight = sum(w for _, w in near)
    return sum(place[name] * w for name, w in near) / weight if weight else otherwise


def _by_barycentre(
    level: Mapping[str, int], arcs: Sequence[Arc], rank: Mapping[str, float]
) -> Layers:
    before: dict[str, list[tuple[str, float]]] = defaultdict(list)
    after: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for start, end, weight in arcs:
        after[start].append((end, weight))
        before[end].append((start, weight))
    layers = [
        sorted((n for n in level if level[n] == i), key=lambda n: (rank[n], n))
        for i in range(max(level.values()) + 1)
    ]
    best, least = tuple(map(tuple, layers)), crossings(tuple(map(tuple, layers)), arcs)
    for sweep in range(_SWEEPS):
        backwards = sweep % 2 == 0
        near = after if backwards else before
        for layer in reversed(layers) if backwards else layers:
            at = {name: i for one in layers for i, name in enumerate(one)}
            own = {name: i for i, name in enumerate(layer)}
            layer.sort(key=lambda n: (_mean(near[n], at, own[n]), rank[n], n))
        now = tuple(map(tuple, layers))
        cost = crossings(now, arcs)
        if cost < least:
            best, least = now, cost
    return best


def _by_dot(level: Mapping[str, int], arcs: Sequence[Arc], rank: Mapping[str, float]) -> Layers:
    """Empty where pygraphviz is not installed."""
    try:
        import pygraphviz
    except ImportError:
        return ()
    names = sorted(level, key=lambda n: (level[n], rank[n], n))
    number = {name: f"n{i}" for i, name in enumerate(names)}
    graph = pygraphviz.AGraph(directed=True, rankdir="LR", nodesep="0.1", ranksep="0.5")
    graph.node_attr.update(shape="box", width="0.1", height="0.1", fixedsize="true", label="")
    last = max(level.values())
    graph.add_nodes_from(number.values())
    for i in range(last + 1):
        layer = [number[name] for name in names if level[name] == i]
        graph.add_subgraph([f"g{i}", *layer], rank="same")
    for i in range(last):
        graph.add_edge(f"g{i}", f"g{i + 1}", style="invis")
    for start, end, weight in sorted(arcs, key=lambda a: (rank[a[0]], rank[a[1]], a)):
        graph.add_edge(number[start], number[end], weight=str(max(1, round(10 * weight))))
    graph.layout(prog="dot")
    height = {name: float(graph.get_node(number[name]).attr["pos"].split(",")[1]) for name in names}
    # dot does not know north from south: turn the picture over where that agrees better
    middle = sum(rank[n] for n in names) / len(names)
    upright = sum(height[n] * (rank[n] - middle) for n in names)
    sign = 1 if upright > 0 else -1
    return tuple(
        tuple(sorted((n for n in names if level[n] == i), key=lambda n: (sign * height[n], n)))
        for i in range(last + 1)
    )
