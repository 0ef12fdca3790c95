"""Sizes of a ribbon drawing: columns, heights of bars, widths of ribbons, blocks of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.drawing.page import Page
from explorer.drawing.scene import Text
from explorer.drawing.textbox import Block, block, measure
from explorer.layout.ribbon.fates import Fates
from explorer.layout.ribbon.place import Size
from explorer.layout.ribbon.sides import Link, Node, Sides

THIN = 6.0  # px at 1600 of a ribbon whose share is not stated
LOW = 4.0  # px at 1600 of the lowest bar
_GAP = 11.0  # px at 1600 between bars
_ROOM = 0.62  # of the height that the words need, for the bars
_LEAST = 260.0  # px at 1600 of all bars together
_MOST_EACH = 60.0  # px at 1600 of a bar on average


@dataclass(frozen=True, slots=True)
class Columns:
    """Px of the edges: words end at `left` - gap, bars and ribbons lie between, words follow."""

    left: float
    bar: float
    right: float
    gap: float


def columns(page: Page) -> Columns:
    words, ribbon = (0.27, 0.2) if page.narrow else (0.29, 0.26)
    bar, gap = 17 * page.unit, 9 * page.unit
    left = page.left + words * page.inner
    return Columns(left, bar, left + ribbon * page.inner, gap)


@dataclass(frozen=True, eq=False)
class Measures:
    """`size` by `<key` and `>key`, `px` by link, `words` by `<key` and `>key` from y = 0."""

    columns: Columns
    size: Mapping[str, Size]
    px: Mapping[Link, float]
    words: Mapping[str, Block]
    by_practices: bool


def measures(sides: Sides, fates: Fates, page: Page) -> Measures:
    at = columns(page)
    words = {f"<{n.key}": _left_words(n, fates.before[n.key], page, at) for n in sides.before}
    words |= {f">{n.key}": _right_words(n, fates.after[n.key], page, at) for n in sides.after}
    gap = _GAP * page.unit
    room = max(
        sum(words[f"<{n.key}"].height + gap for n in sides.before),
        sum(words[f">{n.key}"].height + gap for n in sides.after),
    )
    amount = sides.practices or {n.key: float(len(n.members)) for n in sides.before}
    total = sum(amount.values()) or 1.0
    most = _MOST_EACH * page.unit * len(sides.before)
    unit = min(max(_ROOM * room, _LEAST * page.unit), most) / total
    low = LOW * page.unit
    height = {f"<{n.key}": max(low, amount[n.key] * unit) for n in sides.before}
    px = {link: _width(link, sides, height, page) for link in sides.links}
    taken: dict[str, float] = defaultdict(float)
    for link, width in px.items():
        taken[f">{link.end}"] += width
    for node in sides.after:
        key = f">{node.key}"
        height[key] = max(low, taken[key]) if taken[key] else 14 * page.unit
    size = {key: Size(bar, max(bar, words[key].height) + gap) for key, bar in height.items()}
    return Measures(at, size, px, words, sides.practices is not None)


def _width(link: Link, sides: Sides, height: Mapping[str, float], page: Page) -> float:
    """Px of the known part of a ribbon, and a thin band more where any share is not stated."""
    members = next(len(node.members) for node in sides.before if node.key == link.start)
    known = link.weight / members * height[f"<{link.start}"]
    return max(known, 1.0 if link.weight else 0.0) + (THIN * page.unit if link.unknown else 0.0)


def _left_words(node: Node, said: str, page: Page, at: Columns) -> Block:
    right, width = at.left - at.gap, at.left - at.gap - page.left
    name = Text(
        right,
        0,
        "",
        page.label,
        bold=True,
        italic=node.label,
        fill=page.colours.muted if node.outside else page.colours.ink,
        anchor="end",
        key=node.key,
    )
    head = block(node.name, name, width)
    return _with_detail(head, said, width, page, right, "end")


def _right_words(node: Node, said: str, page: Page, at: Columns) -> Block:
    left = at.right + at.bar + at.gap
    width = page.right - left
    name = Text(
        left,
        0,
        "",
        page.label,
        bold=not node.outside,
        italic=node.label,
        fill=page.colours.muted if node.outside else page.colours.ink,
        key=node.key,
    )
    head = block(node.name, name, width)
    beside = head.width + 0.5 * page.label + measure(said, page.small)
    if len(head.items) == 1 and said and beside <= width:
        x = left + head.width + 0.5 * page.label
        tail = Text(x, head.items[0].y, said, page.small, fill=page.colours.muted)
        return Block((*head.items, tail), beside, head.height)
    return _with_detail(head, said, width, page, left, "start")


def _with_detail(head: Block, said: str, width: float, page: Page, x: float, anchor: str) -> Block:
    if not said:
        return head
    top = head.height + 0.16 * page.label
    like = Text(x, top, "", page.small, fill=page.colours.muted, anchor=anchor)
    tail = block(said, like, width)
    return Block((*head.items, *tail.items), max(head.width, tail.width), top + tail.height)
