"""Givers at the left with what they gave, takers at the right, and an arrow for every hand-over.

A giver's functions stand one under the other beside its block, so that only the arrows to the right
can cross; givers and takers are ordered so that few do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Rect, Text
from explorer.drawing.textbox import CAP, Block, block, block_height, wrap
from explorer.duties.handovers import Move
from explorer.duties.holder_names import HolderName
from explorer.layout.parts import NOTHING, Part
from explorer.layout.responsibilities.form import swatch
from explorer.layout.spread import push_apart
from explorer.layout.transfers.arrow import arrow
from explorer.layout.transfers.columns import BLOCK, Columns, columns
from explorer.layout.transfers.ordering import orders
from explorer.layout.transfers.words import amount, move_words
from explorer.model import Registry

_THICK = 10.0  # px of an arrow at 1600 px
_ROW = 1.62  # least height of a row, in sizes of a label


def flow(page: Page, registry: Registry, moves: Sequence[Move], *, certain: bool = True) -> Part:
    """Drawn from y = 0 downwards. Arrows of hand-overs that are not `certain` are dashed."""
    if not moves:
        return NOTHING
    at = columns(page)
    ordered = sorted(moves, key=lambda move: (move.handover.function.name, move.key))
    pairs = Counter((move.giver, move.taker) for move in ordered)
    givers, takers = orders(pairs)
    rank = {name: number for number, name in enumerate(takers)}
    rows = {
        giver: sorted((m for m in ordered if m.giver == giver), key=lambda m: rank[m.taker])
        for giver in givers
    }
    twice = Counter((move.handover.function.id, move.giver) for move in moves)
    left, ys, foot = _left(page, at, rows, twice)
    right, slots = _right(page, at, takers, rows, ys)
    arrows = [
        item
        for giver in givers
        for move in rows[giver]
        for item in _arrow(page, registry, at, move, ys[move.key], slots[move.key], certain)
    ]
    items = (*arrows, *left, *right)
    shift = -min(0.0, *(_top(item) for item in right))
    items = tuple(shifted(item, 0, shift) for item in items) if shift else items
    bottom = max([foot, *(_bottom(item) for item in right)])
    return Part(items, bottom + shift)


def has_parts(moves: Sequence[Move]) -> bool:
    """Whether a giver handed one function to several takers."""
    counts = Counter((move.handover.function.id, move.giver) for move in moves)
    return any(count > 1 for count in counts.values())


def _left(page: Page, at: Columns, rows, twice) -> tuple[list[Item], dict[str, float], float]:
    """Blocks of givers with their functions; also the y of each function's arrow, and the foot."""
    items: list[Item] = []
    ys: dict[str, float] = {}
    y, gap = 0.0, 15 * page.unit
    width = at.start - at.words - 10 * page.unit
    for giver, moves in rows.items():
        label = _holder(page, giver, amount(moves, "given"), at.giver, "end", at.giver - page.left)
        texts = [_function(page, at, move, twice, width) for move in moves]
        heights = [max(_ROW * page.label, text.height + 0.62 * page.label) for text in texts]
        total = sum(heights)
        tall = max(total, label.height + 0.5 * page.label)
        row_y = y + (tall - total) / 2
        for move, text, height in zip(moves, texts, heights, strict=True):
            top = row_y + (height - text.height) / 2
            items += [_down(one, top) for one in text.items]
            ys[move.key] = row_y + height / 2
            row_y += height
        items.append(_block(page, giver, at.giver + 9 * page.unit, y, tall))
        items += [_down(one, y + (tall - label.height) / 2) for one in label.items]
        y += tall + gap
    return items, ys, y - gap


def _right(page: Page, at: Columns, takers, rows, ys) -> tuple[list[Item], dict[str, float]]:
    """Blocks of takers, each as near as can be to the arrows it takes; and the y of each arrow."""
    taken = {
        taker: [move for moves in rows.values() for move in moves if move.taker == taker]
        for taker in takers
    }
    pitch, gap = 1.35 * _THICK * page.unit, 15 * page.unit
    width = page.right - at.taker
    labels = {
        taker: _holder(page, taker, amount(moves, "taken"), at.taker, "start", width)
        for taker, moves in taken.items()
    }
    heights = [
        max(len(taken[taker]) * pitch, labels[taker].height + 0.4 * page.label) for taker in takers
    ]
    wanted = [sum(ys[m.key] for m in taken[t]) / len(taken[t]) for t in takers]
    distances = [(one + other) / 2 + gap for one, other in pairwise(heights)]
    middles = push_apart(wanted, distances)
    items: list[Item] = []
    slots: dict[str, float] = {}
    for taker, middle, height in zip(takers, middles, heights, strict=True):
        items.append(_block(page, taker, at.end, middle - height / 2, height))
        label = labels[taker]
        items += [_down(one, middle - label.height / 2) for one in label.items]
        first = middle - (len(taken[taker]) - 1) * pitch / 2
        for number, move in enumerate(taken[taker]):
            slots[move.key] = first + number * pitch
    return items, slots


def _holder(page: Page, holder: HolderName, said: str, x: float, anchor, width: float) -> Block:
    """The name in bold and what is said of it below; y from 0."""
    ink, muted = page.colours.ink, page.colours.muted
    like = Text(x, 0, "", page.label, bold=True, anchor=anchor, fill=ink)
    name = block(holder.text, like, width)
    below = block(
        said,
        Text(x, name.height + 0.38 * page.small, "", page.small, anchor=anchor, fill=muted),
        width,
    )
    height = name.height + 0.38 * page.small + below.height
    return Block((*name.items, *below.items), max(name.width, below.width), height)


def _function(page: Page, at: Columns, move: Move, twice, width: float) -> Block:
    name = move.handover.function.name
    if twice[move.handover.function.id, move.giver] > 1:
        name = f"{name} (part)"
    like = Text(at.words, 0, "", page.label, fill=page.colours.ink)
    lines = wrap(name, width, page.label)
    return Block(block(lines, like).items, width, block_height(len(lines), page.label))


def _block(page: Page, holder: HolderName, x: float, y: float, height: float) -> Rect:
    own = swatch(page, holder)
    line = 1.6 * page.unit
    return Rect(
        x + line / 2,
        y + line / 2,
        BLOCK * page.unit - line,
        height - line,
        fill=own.fill,
        stroke=own.edge,
        stroke_width=line,
        title=holder.text,
    )


def _arrow(
    page: Page, registry: Registry, at: Columns, move: Move, y1: float, y2: float, certain: bool
) -> list[Item]:
    return arrow(
        (at.start, y1),
        (at.end - 2 * page.unit, y2),
        thick=_THICK * page.unit,
        unit=page.unit,
        colour=swatch(page, move.giver).edge,
        paper=page.colours.paper,
        certain=certain,
        key=move.key,
        title=move_words(registry, move),
    )


def _down(item: Text, by: float) -> Text:
    return replace(item, y=item.y + by)


def _top(item: Item) -> float:
    return item.y - CAP * item.size if isinstance(item, Text) else item.y


def _bottom(item: Item) -> float:
    return item.y + 0.21 * item.size if isinstance(item, Text) else item.y + item.height
