"""Bars stretched over what they took over: their bands run level, their height is no size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from explorer.layout.lineage.places import Slab
from explorer.layout.lineage.plot import Bar, Sketch, Tail, boxes
from explorer.layout.lineage.ports import Flow, Port


def spanning(
    sketch: Sketch,
    flows: Sequence[Flow],
    ports: Mapping[Flow, tuple[Port, Port]],
    slabs: Sequence[Slab],
    top: Mapping[str, float],
    height: Mapping[str, float],
) -> tuple[dict[str, float], dict[str, float], frozenset[str]]:
    """Bars that stand alone in their time span what they took over, so that bands run level."""
    top, height, found = dict(top), dict(height), set()
    for name, bar in sorted(sketch.bars.items(), key=lambda item: (item[1].actor.start, item[0])):
        into = [f for f in flows if f.end == name]
        born = all(f.day <= bar.actor.start and f.share is not None for f in into)
        if bar.actor.size.counted or not into or not born:
            continue
        alone = all(
            other.id == name or box[0] >= bar.right - 0.5 or box[2] <= bar.left + 0.5
            for other in slabs
            for box in other.boxes
        )
        if len(into) == 1 and not (into[0].start in found and into[0].share >= 0.995):
            continue
        if alone:
            ends = [_outer(f, ports, top, height, found) for f in into]
            upper, lower = min(e[0] for e in ends), max(e[1] for e in ends)
            old = top[name], height[name]
            if lower - upper > height[name]:
                top[name], height[name] = upper, lower - upper
                found.add(name)
                if _collides(sketch, name, top, height):
                    top[name], height[name] = old
                    found.discard(name)
    return top, height, frozenset(found)


def _collides(
    sketch: Sketch, name: str, top: Mapping[str, float], height: Mapping[str, float]
) -> bool:
    """Whether a bar, or its label, now lies on another bar or label."""
    things: dict[str, Bar | Tail] = {**sketch.bars, **sketch.tails}
    unit = sketch.page.unit
    placed = {
        other: [
            (box[0], box[1] + top[other], box[2], box[3] + top[other])
            for box in boxes(thing, unit, height[other])
        ]
        for other, thing in things.items()
    }
    return any(
        one[0] < box[2] - 0.5
        and box[0] < one[2] - 0.5
        and one[1] < box[3] - 0.5
        and box[1] < one[3] - 0.5
        for one in placed[name]
        for other, others in placed.items()
        if other != name
        for box in others
    )


def _outer(
    flow: Flow,
    ports: Mapping[Flow, tuple[Port, Port]],
    top: Mapping[str, float],
    height: Mapping[str, float],
    spanned: set[str],
) -> tuple[float, float]:
    """Top and foot of the beginning of a band; of the whole bar where that was stretched."""
    if flow.start in spanned:
        return top[flow.start], top[flow.start] + height[flow.start]
    port = ports[flow][0]
    return top[flow.start] + port.top, top[flow.start] + port.top + port.width
