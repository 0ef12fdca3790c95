"""A sketch with heights on the page: where every bar and band lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from explorer.layout.lineage.places import Slab, Tie, settled
from explorer.layout.lineage.plot import Bar, Sketch, Tail, boxes
from explorer.layout.lineage.ports import Flow, Port, flows_of, ports_of
from explorer.layout.lineage.spanning import spanning

_SPACE = 8.0  # px at 1600 between bars
_LABEL_SPACE = 5.0
_ROW = 46.0  # px at 1600 of one body in the first guess


@dataclass(frozen=True, eq=False)
class Drawn:
    """Tops and heights of bars and tails, in px from the top, and both ends of every flow."""

    sketch: Sketch
    top: Mapping[str, float]
    height: Mapping[str, float]
    flows: tuple[tuple[Flow, Port, Port], ...]
    foot: float
    spanned: frozenset[str]  # bars whose height is the span of what they took over, not a size


def solved(sketch: Sketch) -> Drawn:
    page = sketch.page
    things: dict[str, Bar | Tail] = {**sketch.bars, **sketch.tails}
    flows = flows_of(sketch)
    order = sketch.order
    rank = {name: i for i, name in enumerate(order)}
    height = {name: thing.height for name, thing in things.items()}
    ports = ports_of(sketch, flows, height, rank)
    slabs = [Slab(name, boxes(things[name], page.unit)) for name in order]
    ties = [
        Tie(f.start, f.end, ports[f][0].middle, ports[f][1].middle, max(4.0, ports[f][0].width))
        for f in flows
    ]
    guess = {name: sketch.guess[name] * _ROW * page.unit for name in order}
    top = settled(slabs, ties, guess, _SPACE * page.unit, _LABEL_SPACE * page.unit)
    spanned = frozenset()
    if sketch.per_practice is not None:
        top, height, spanned = spanning(sketch, flows, ports, slabs, top, height)
        ports = ports_of(sketch, flows, height, rank, {n: top[n] for n in spanned}, ports, top)
    extents = [_extent(things[name], top[name], height[name], page.unit) for name in order]
    least, foot = min(e[0] for e in extents), max(e[1] for e in extents)
    top = {name: y - least for name, y in top.items()}
    foot -= least
    return Drawn(sketch, top, height, tuple((f, *ports[f]) for f in flows), foot, spanned)


def _extent(thing: Bar | Tail, top: float, height: float, unit: float) -> tuple[float, float]:
    found = boxes(thing, unit, height)
    return top + min(box[1] for box in found), top + max(box[3] for box in found)


def moved(drawn: Drawn, dy: float) -> Drawn:
    """The same drawing lower by `dy`."""
    return replace(
        drawn,
        top={name: y + dy for name, y in drawn.top.items()},
        foot=drawn.foot + dy,
    )
