"""The icicle of a day as a scene."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.drawing.page import Page, framed
from explorer.drawing.page import page as page_of
from explorer.drawing.scene import Item, Rect, Scene
from explorer.hierarchy import DEFAULT, hierarchy
from explorer.layout.icicle import words
from explorer.layout.icicle.boxes import Box, boxes, loose, walk
from explorer.layout.icicle.paint import box_items
from explorer.layout.icicle.plan import LINE, Plan
from explorer.layout.icicle.unlinked import without_links
from explorer.layout.legend import Entry, legend
from explorer.layout.parts import Part, columns, stacked
from explorer.look import source_line
from explorer.snapshot import Snapshot

_CELL = 15.0  # least width of the boxes of bodies without a link, likewise
_LEAST_ROWS = 8  # of such boxes, however high the icicle above them is
ROOM = 88  # lines of type: so high may an icicle be before bodies are drawn together


def icicle_scene(
    snapshot: Snapshot,
    width: float = 1200,
    theme: str = "light",
    *,
    relations: Sequence[str] = DEFAULT,
    room: int = ROOM,
    opened: Iterable[str] = (),
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """The bodies of a snapshot by these relations. `room` is the height in lines of type beyond
    which bodies of a kind share a box; where even that is too little, the icicle is higher. Those
    below the bodies `opened` (ids) have a box each, however high it is."""
    page = page_of(width, theme)
    plan = Plan(page, lambda box: words.labels(snapshot, box))
    forest = hierarchy(snapshot, relations)
    high = room * LINE * page.label
    rooted = [node for node in forest if node.children]
    trees = boxes(rooted, plan.height, high, frozenset(opened))
    rows = max(_LEAST_ROWS, int((high - plan.height(trees)) / (1.25 * LINE * page.label)))
    grid = columns(page.left, page.inner, _CELL * page.label, 6 * page.unit, 9)
    single = loose([node for node in forest if not node.children], rows * grid.count)
    found = (*trees, *single)
    parts = (
        _key(page, snapshot, plan, trees, single),
        _drawn(page, snapshot, plan, trees),
        without_links(page, snapshot, plan, single, grid, headed=bool(trees)),
    )
    body = stacked(parts, page.label)
    return framed(
        page,
        "icicle",
        body.items,
        body.height,
        headline=words.headline(snapshot, found) if headline is None else headline,
        standfirst=words.standfirst(snapshot, found) if standfirst is None else standfirst,
        notes=words.notes(snapshot, found),
        source_line=source_line(snapshot.registry.edition),
        alt=words.alt(snapshot, found),
        description=words.description(snapshot, found),
    )


def _key(
    page: Page, snapshot: Snapshot, plan: Plan, trees: Sequence[Box], single: Sequence[Box]
) -> Part:
    """The kinds with their colours and how many there are: key, counts and acronyms in one."""
    widths = plan.columns(trees) if trees else ()
    short = {
        box.kind: found
        for box in walk(trees)
        if (found := words.acronym(snapshot, box, plan.lines(box, widths[box.depth])))
    }
    entries = []
    for kind, count in words.kinds_shown(snapshot.registry, (*trees, *single)):
        text = words.kind_words(snapshot.registry, kind, count)
        text = f"{text} ({short[kind]})" if kind in short else text
        entries.append(Entry(text, f"{count}", False, 13 * page.unit, _swatch(page, kind)))
    return legend(page, entries, page.left, page.right)


def _swatch(page: Page, kind: str):
    own, size = page.colours.of(kind), 12 * page.unit

    def paint(left: float, middle: float) -> list[Item]:
        top = middle - size / 2
        return [Rect(left, top, size, size, fill=own.fill, stroke=own.edge, stroke_width=1.2)]

    return paint


def _drawn(page: Page, snapshot: Snapshot, plan: Plan, found: Sequence[Box]) -> Part:
    widths = plan.columns(found) if found else ()
    items: list[Item] = []
    y = 0.0
    for box in found:
        height = plan.least(box, widths)
        items += _placed(page, snapshot, plan, box, widths, y, height)
        y += height + plan.gap
    return Part(tuple(items), max(0.0, y - plan.gap))


def _placed(
    page: Page,
    snapshot: Snapshot,
    plan: Plan,
    box: Box,
    widths: Sequence[float],
    top: float,
    height: float,
) -> list[Item]:
    """The box and all at its right; what it has to spare they share in proportion."""
    left = page.left + sum(widths[: box.depth])
    items = box_items(page, snapshot, plan, box, (left, top, widths[box.depth], height))
    needs = [plan.least(child, widths) for child in box.children]
    scale = height / sum(needs) if needs else 1.0
    y = top
    for child, need in zip(box.children, needs, strict=True):
        items += _placed(page, snapshot, plan, child, widths, y, need * scale)
        y += need * scale
    return items
