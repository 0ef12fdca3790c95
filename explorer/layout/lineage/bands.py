"""Bands and stubs as items: solid where the share is known, hatched and thin where it is not."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

from explorer.drawing.geometry import band, cut, flatten, polyline
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Path, Rect
from explorer.layout.lineage.actors import FAINT
from explorer.layout.lineage.notes import arc_words
from explorer.layout.lineage.plot import PULL, Bar, Tail
from explorer.layout.lineage.ports import Flow, Port
from explorer.layout.lineage.solve import Drawn
from explorer.look import Swatch

BAND = 0.38  # opacity of a band whose share is known


def bands(drawn: Drawn) -> list[Item]:
    """Bands lie under the bars; those whose share is not stated over the others."""
    known = [one for one in drawn.flows if one[0].share is not None]
    unknown = [one for one in drawn.flows if one[0].share is None]
    return [item for one in (*known, *unknown) for item in _band(drawn, *one)]


def _band(drawn: Drawn, flow: Flow, start: Port, end: Port) -> list[Item]:
    sketch = drawn.sketch
    x1, x2 = ends(drawn, flow)
    top1, top2 = drawn.top[flow.start] + start.top, drawn.top[flow.end] + end.top
    swatch = _source(drawn, flow)
    faint = any(
        name in sketch.bars and sketch.bars[name].actor.part == FAINT
        for name in (flow.start, flow.end)
    )
    paint = {"title": flow_words(drawn, flow), "key": flow.arcs[0].event_id}
    if flow.share is None:
        strong = _strong(swatch, sketch.page)
        paint |= {"hatch": strong, "stroke": strong, "stroke_width": 0.8}
    else:
        paint |= {"fill": _strong(swatch, sketch.page), "opacity": BAND * (0.5 if faint else 1)}
    tail = sketch.tails.get(flow.start) or sketch.tails.get(flow.end)
    items: list[Item] = [
        _ribbon((x1, top1, start.width), (x2, top2, end.width), sketch.page, paint)
    ]
    if tail:
        items.append(_tail(drawn, tail, paint))
    return items


def _ribbon(
    start: tuple[float, float, float], end: tuple[float, float, float], page: Page, paint: Mapping
) -> Item:
    """A band. Steep thin ones keep their width across the way they run, else they would vanish."""
    (x1, top1, width1), (x2, top2, width2) = start, end
    steep = abs((top2 + width2 / 2) - (top1 + width1 / 2)) > x2 - x1
    if not steep or max(width1, width2) > 14 * page.unit:
        return band(x1, top1, top1 + width1, x2, top2, top2 + width2, **paint)
    middle, y1, y2 = (x1 + x2) / 2, top1 + width1 / 2, top2 + width2 / 2
    centre = flatten((("M", x1, y1), ("C", middle, y1, middle, y2, x2, y2)))[0]
    upper, lower = [], []
    for i, (x, y) in enumerate(centre):
        (ax, ay), (bx, by) = centre[max(0, i - 1)], centre[min(len(centre) - 1, i + 1)]
        length = hypot(bx - ax, by - ay) or 1.0
        half = (width1 + (width2 - width1) * i / (len(centre) - 1)) / 2
        across = ((ay - by) / length * half, (bx - ax) / length * half)
        upper.append((x - across[0], y - across[1]))
        lower.append((x + across[0], y + across[1]))
    return polyline((*upper, *reversed(lower)), closed=True, **paint)


def _strong(swatch: Swatch, page: Page) -> str:
    return swatch.edge if swatch.fill == page.colours.paper else swatch.fill


def ends(drawn: Drawn, flow: Flow) -> tuple[float, float]:
    """The px where a band leaves and arrives."""
    sketch = drawn.sketch
    x = sketch.axis.x(flow.day)
    pull = PULL * sketch.page.unit
    start, end = sketch.bars.get(flow.start), sketch.bars.get(flow.end)
    x1 = (
        sketch.tails[flow.start].right
        if start is None
        else min(x, start.right) - (start.far or pull)
    )
    x2 = sketch.tails[flow.end].left if end is None else max(x, end.left) + (end.near or pull)
    if start and start.right > x + 0.5:  # it lives on: the band comes out from under it
        x1 = max(x - pull, start.left)
    if end and end.left < x - 0.5:
        x2 = min(x + pull, end.right)
    return x1, x2


def _source(drawn: Drawn, flow: Flow) -> Swatch:
    registry, page = drawn.sketch.cast.registry, drawn.sketch.page
    body = registry.organisations[flow.arcs[0].from_id]
    return page.colours.of(body.kind, body.id)


def _tail(drawn: Drawn, tail: Tail, paint: Mapping) -> Item:
    top = drawn.top[tail.id]
    return Rect(
        tail.left,
        top,
        tail.right - tail.left,
        tail.height,
        fade="left" if tail.stub.into else "right",
        fade_px=(tail.right - tail.left) * 0.9,
        **paint,
    )


def flow_words(drawn: Drawn, flow: Flow) -> str:
    return "; ".join(arc_words(drawn.sketch.cast.registry, arc) for arc in flow.arcs)


def crossed_labels(drawn: Drawn) -> dict[str, frozenset[str]]:
    """Labels outside their bars that a band runs through, with the places they have."""
    areas = [flatten(item.steps)[0] for item in bands(drawn) if isinstance(item, Path)]
    limits = [(min(x for x, _ in a), max(x for x, _ in a)) for a in areas]
    found = {}
    for name, thing in {**drawn.sketch.bars, **drawn.sketch.tails}.items():
        left = thing.left + (thing.near if isinstance(thing, Bar) else 0)
        right = thing.right - (thing.far if isinstance(thing, Bar) else 0)
        place = thing.tag.box(left, right, drawn.height[name], drawn.sketch.page.unit)
        if place is None or isinstance(thing, Tail):
            continue
        top = drawn.top[name]
        for area, (low, high) in zip(areas, limits, strict=True):
            if high <= place[0] + 1 or low >= place[2] - 1:
                continue
            ys = [y for _, y in cut(area, place[0] + 1, place[2] - 1)]
            if ys and min(ys) < top + place[3] - 2 and max(ys) > top + place[1] + 2:
                found[name] = frozenset({thing.tag.where})
    return found
