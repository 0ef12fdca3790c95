"""The lanes above and below the line of succession: duties that passed, members, arrangements, and
the names, codes and bodies above of the body itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from explorer.drawing.geometry import Box, shifted
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line
from explorer.layout.axis import TimeAxis
from explorer.layout.lanes import ROW_GAP, Entry, heading, lane
from explorer.layout.lineage import around, own, words
from explorer.layout.lineage.actors import Cast
from explorer.layout.lineage.around import Beside
from explorer.layout.lineage.frame import upright
from explorer.layout.lineage.solve import Drawn

_BAR = 1.7  # height of a bar, in sizes of its words
_LANES = (  # title, what it holds, where from, with dashed outlines?
    ("Members", "who took part in it", around.members, False),
    (
        "Arrangements",
        "shared work, places and hosts beside the line of succession",
        around.arrangements,
        True,
    ),
    ("Its own life", "its names, its codes and the bodies above it", own.own_life, False),
)


@dataclass(frozen=True, slots=True)
class Link:
    """Duties that passed on `day`: the middles of the bars of the lane, the bars drawn, and who
    passed them to whom in words."""

    day: date
    middles: tuple[float, ...]
    ids: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Below:
    """Items of a lane, the y under it, and its links to the bars drawn."""

    items: tuple[Item, ...]
    foot: float
    links: tuple[Link, ...] = ()


def beside(cast: Cast, page: Page, axis: TimeAxis, y: float) -> Below:
    """Members, arrangements and the body's own life, from `y` down."""
    items: list[Item] = []
    y += 10 * page.unit
    for title, sentence, group_of, shared in _LANES:
        group = group_of(cast)
        if group.bars:
            more = f"; {group.left_out} more not drawn" if group.left_out else ""
            made, y, _ = _titled(page, axis, title, sentence + more, group.bars, y, shared)
            items += made
    return Below(tuple(items), y)


def duties(cast: Cast, page: Page, axis: TimeAxis, y: float, *, came: bool) -> Below:
    """Who gave duties to the bars drawn (`came`), or who took them from these."""
    inside = {actor.id for actor in cast.actors}
    arcs = [a for a in cast.duties if (a.to_id if came else a.from_id) in inside]
    if not arcs:
        return Below((), y)
    outer = {arc: arc.from_id if came else arc.to_id for arc in arcs}
    bars = around.holders_of_duties(cast, [name for name in outer.values() if name not in inside])
    y += 0 if came else 10
    sentence = words.duties(cast.registry, arcs)
    items, y, middles = _titled(page, axis, "Duties", sentence, bars, y)
    where = dict(zip((bar.id for bar in bars), middles, strict=True))
    links = []
    for day in sorted({arc.date.first for arc in arcs}):
        of_day = [arc for arc in arcs if arc.date.first == day]
        ends = {where[outer[arc]] for arc in of_day if outer[arc] in where}
        ids = dict.fromkeys(arc.to_id if came else arc.from_id for arc in of_day)
        said = words.duties_passed(cast.registry, of_day)
        links.append(Link(day, tuple(sorted(ends)), tuple(ids), said))
    if came:
        items.append(_rule(page, y))
        y += 12 * page.unit
    return Below(tuple(items), y, tuple(links))


def connectors(
    drawn: Drawn, axis: TimeAxis, links: Sequence[Link], covers: Sequence[Box], *, came: bool
) -> list[Item]:
    """One dashed line for each day, behind the bars, with an arrow to each who took duties."""
    page, items = drawn.sketch.page, []
    arrow = 7 * page.unit
    style = {"stroke": page.colours.muted, "stroke_width": 1.5, "dash": (5.0, 3.5)}
    for link in links:
        x = axis.x(link.day)
        middles = {name: drawn.top[name] + drawn.height[name] / 2 for name in link.ids}
        ys = (*link.middles, *middles.values())
        items += upright(x, min(ys), max(ys), covers, title=link.words, **style)
        for name, y in middles.items() if came else ():
            bar = drawn.sketch.bars[name]
            if bar.left > x - 0.5:
                items.append(Line(x, y, bar.left + max(bar.near, 2), y, arrow=arrow, **style))
            else:
                top = drawn.top[name]
                items.append(Line(x, top - arrow, x, top, arrow=arrow, **style))
        for y in () if came else link.middles:
            top = y - _BAR * page.small / 2
            items.append(Line(x, top - arrow, x, top, arrow=arrow, **style))
    return items


def _rule(page: Page, y: float) -> Line:
    return Line(page.left, y, page.right, y, stroke=page.colours.rule, stroke_width=1)


def _titled(
    page: Page,
    axis: TimeAxis,
    title: str,
    sentence: str,
    bars: Sequence[Beside],
    y: float,
    shared: bool = False,
) -> tuple[list[Item], float, tuple[float, ...]]:
    """A lane under a rule and its title: items, the y below it, the middles of its bars."""
    items: list[Item] = [_rule(page, y)]
    head = heading(title, sentence, page, y + 8 * page.unit)
    items += head.items
    y += head.height + 17 * page.unit
    if not bars:
        return items, y, ()
    middles: list[float] = []
    for _, those in groupby(bars, key=lambda bar: bar.row):
        entries = [_entry(page, axis, bar, shared) for bar in those]
        made = lane(entries, page, page.left, page.right, _BAR * page.small)
        items += [shifted(item, 0, y) for item in made.items]
        middles += [y + middle for middle in made.middles]
        y += made.height + ROW_GAP * page.unit
    return items, y + (10 - ROW_GAP) * page.unit, tuple(middles)


def _entry(page: Page, axis: TimeAxis, bar: Beside, shared: bool) -> Entry:
    """`shared` work has a dashed outline. A lane may begin before the axis, on the same scale."""
    colours, swatch = page.colours, page.colours.of(bar.kind, bar.id)
    left = max(page.left, min(axis.x(bar.start), axis.right))
    right = max(left, min(axis.x(bar.end), page.right))
    fade = {(True, True): "both", (True, False): "left", (False, True): "right"}
    paint = {
        "fill": colours.paper if shared or bar.hollow else swatch.fill,
        "stroke": colours.ink if shared else swatch.edge,
        "stroke_width": 1.3,
        "dash": (4.0, 3.0) if shared else (),
        "fade": fade.get((bar.before, bar.beyond), ""),
        "fade_px": min(26 * page.unit, 0.3 * (right - left)),
        "key": bar.id,
        "title": bar.words,
    }
    ink = colours.ink if shared or bar.hollow else swatch.text
    return Entry(left, right, bar.words, ink, paint, bar.label)
