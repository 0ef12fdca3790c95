"""Two days and what passed between them as a scene."""

from __future__ import annotations

from explorer.changeover import Changeover, of_crosswalk
from explorer.crosswalk import Crosswalk
from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page, framed, page
from explorer.drawing.scene import Item, Rect, Scene, Text
from explorer.drawing.textbox import block, box
from explorer.layout.ribbon import words
from explorer.layout.ribbon.fates import ENDED, UNKNOWN, Fates, fates
from explorer.layout.ribbon.measure import Measures, measures
from explorer.layout.ribbon.paint import Painter, fate_colours
from explorer.layout.ribbon.place import arranged, placed
from explorer.layout.ribbon.sides import Sides, sides
from explorer.look import source_line


def ribbon_scene(
    change: Changeover | Crosswalk,
    width: float = 1200,
    theme: str = "light",
    *,
    region: str = "",
    headline: str = "",
    standfirst: str = "",
) -> Scene:
    """The whole country, drawn by region where it has too many bodies, or what touches `region`.

    `headline` and `standfirst` replace the generated ones.
    """
    if isinstance(change, Crosswalk):
        change = of_crosswalk(change)
    shown, at = sides(change, region), page(width, theme)
    found = fates(shown)
    sizes = measures(shown, found, at)
    where = placed(*arranged(shown), shown.links, sizes.size, sizes.px)
    head, top = _head(shown, found, at, sizes)
    body = Painter(shown, found, at, sizes, where).items()
    return framed(
        at,
        "ribbon",
        [*head, *(shifted(item, 0, top) for item in body)],
        top + where.height,
        headline=headline or words.headline(shown),
        standfirst=standfirst or words.standfirst(shown),
        notes=words.notes(shown, sizes.by_practices),
        source_line=source_line(change.registry.edition),
        alt=words.alt(shown),
        description=words.description(shown, found),
    )


def _head(shown: Sides, found: Fates, at: Page, sizes: Measures) -> tuple[list[Item], float]:
    """What the colours mean, and over each column its day and its bodies; also their height."""
    colours, columns = at.colours, sizes.columns
    items: list[Item] = []
    y, x, square = 0.0, at.left, 12 * at.unit
    present = [fate for fate in fate_colours(at) if fate in set(found.of.values())]
    for fate in present:
        text = Text(x + square + 6 * at.unit, y + at.small, words.FATE[fate], at.small)
        right = box(text)[2]
        if right > at.right and x > at.left:
            x, y = at.left, y + 1.5 * at.small
            text = Text(x + square + 6 * at.unit, y + at.small, words.FATE[fate], at.small)
            right = box(text)[2]
        items.append(_swatch(x, y + at.small - square + at.unit, square, fate, at))
        items.append(_inked(text, colours.ink))
        x = right + 22 * at.unit
    if present:
        y += 2.4 * at.small
    foot = y
    ends = (
        (shown.change.start, shown.before, columns.left + columns.bar, "end", at.left),
        (shown.change.end, shown.after, columns.right, "start", at.right),
    )
    for day, nodes, x, anchor, edge in ends:
        like = Text(x, y, "", at.small, fill=colours.muted, anchor=anchor)
        date_words = block(words.day(day), like)
        top = y + date_words.height + 0.3 * at.small
        strong = Text(x, top, "", at.label, bold=True, fill=colours.ink, anchor=anchor)
        count = block(words.column(shown, nodes), strong, abs(edge - x))
        items += [*date_words.items, *count.items]
        foot = max(foot, top + count.height)
    return items, foot + 1.2 * at.small


def _inked(text: Text, fill: str) -> Text:
    return Text(text.x, text.y, text.text, text.size, fill=fill)


def _swatch(x: float, y: float, size: float, fate: str, at: Page) -> Rect:
    colour = fate_colours(at)[fate]
    if fate == UNKNOWN:
        return Rect(x, y, size, size, hatch=colour, stroke=colour, stroke_width=1)
    if fate == ENDED:
        return Rect(x, y, size, size, stroke=colour, stroke_width=1, dash=(3.0, 2.0))
    return Rect(x, y, size, size, fill=colour)
