"""Where bands leave and arrive on the sides of bars."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from explorer.layout.lineage.plot import THIN, Sketch
from explorer.model import Succession


@dataclass(frozen=True, slots=True)
class Flow:
    """One band: an arc between bars, or a stub and its bar. `share` is None where not stated."""

    start: str
    end: str
    day: date
    arcs: tuple[Succession, ...]
    share: float | None


@dataclass(frozen=True, slots=True)
class Port:
    """The end of a band: `top` below the top of its bar, and `width` px."""

    top: float
    width: float

    @property
    def middle(self) -> float:
        return self.top + self.width / 2


def flows_of(sketch: Sketch) -> list[Flow]:
    cast = sketch.cast
    found = [Flow(a.from_id, a.to_id, a.date.first, (a,), a.share) for a in cast.arcs]
    for stub in cast.stubs:
        start, end = (stub.id, stub.at) if stub.into else (stub.at, stub.id)
        found.append(Flow(start, end, stub.date, stub.arcs, stub.share))
    return found


def ports_of(
    sketch: Sketch,
    flows: Sequence[Flow],
    height: Mapping[str, float],
    rank: Mapping[str, int],
    fixed: Mapping[str, float] | None = None,
    known: Mapping[Flow, tuple[Port, Port]] | None = None,
    top: Mapping[str, float] | None = None,
) -> dict[Flow, tuple[Port, Port]]:
    """Both ends of each flow. `fixed` bars take their bands level, at the heights in `top`."""
    fixed = fixed or {}
    thin = THIN * sketch.page.unit
    leaving, arriving = defaultdict(list), defaultdict(list)
    for flow in flows:
        leaving[flow.start, flow.day].append(flow)
        arriving[flow.end, flow.day].append(flow)
    starts: dict[Flow, Port] = {}
    for (name, _), group in leaving.items():
        group.sort(key=lambda f: rank[f.end])
        widths = [
            height[name] if name in sketch.tails else _width(f, height[name], thin) for f in group
        ]
        starts.update(zip(group, _stacked(sketch, group, name, widths, height, rank), strict=True))
    ends: dict[Flow, Port] = {}
    for (name, _), group in arriving.items():
        group.sort(key=lambda f: rank[f.start])
        if name in fixed:
            for f in group:
                port = starts[f]
                ends[f] = Port(top[f.start] + port.top - top[name], port.width)
            continue
        widths = [starts[f].width for f in group]
        if name in sketch.tails:
            widths = [height[name]]
        elif all(f.share is not None for f in group) and _whole(sketch, group, name):
            factor = height[name] / sum(widths)
            widths = [w * factor for w in widths]
        ends.update(zip(group, _stacked(sketch, group, name, widths, height, rank), strict=True))
    return {flow: (starts[flow], ends[flow]) for flow in flows}


def _width(flow: Flow, height: float, thin: float) -> float:
    return min(thin, height) if flow.share is None else max(1.5, flow.share * height)


def _whole(sketch: Sketch, group: Sequence[Flow], name: str) -> bool:
    """Whether these flows are all that the bar began with."""
    return name in sketch.bars and group[0].day <= sketch.bars[name].actor.start


def _stacked(
    sketch: Sketch,
    group: Sequence[Flow],
    name: str,
    widths: Sequence[float],
    height: Mapping[str, float],
    rank: Mapping[str, int],
) -> list[Port]:
    """Ports one under the other on the side of a bar; at its edge where the bar lives on."""
    total, room = sum(widths), height[name]
    if total > room:
        widths = [w * room / total for w in widths]
        total = room
    bar = sketch.bars.get(name)
    day = group[0].day
    if bar and bar.actor.start < day < bar.actor.end:
        others = [f.end if f.start == name else f.start for f in group]
        upper, found, lower = 0.0, [], room
        for other, width in zip(others, widths, strict=True):
            if rank[other] < rank[name]:
                found.append(Port(upper, width))
                upper += width
            else:
                found.append(Port(0.0, width))
        for i in range(len(group) - 1, -1, -1):
            if rank[others[i]] >= rank[name]:
                lower -= widths[i]
                found[i] = Port(lower, widths[i])
        return found
    spare = room - total
    # unknown shares stand spread over the bar; known ones close together in its middle
    loose = any(f.share is None for f in group)
    step = spare / len(group) if loose else 0.0
    y, found = (step / 2 if loose else spare / 2), []
    for width in widths:
        found.append(Port(y, width))
        y += width + step
    return found
