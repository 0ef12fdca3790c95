"""Lanes beside the main one: bars in packed rows, each with its name in it or beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Rect, Text
from explorer.drawing.textbox import CAP, Block, block, block_height, measure, wrap
from explorer.layout.axis import rows

ROW_GAP = 7.0  # px at 1600 between rows


@dataclass(frozen=True, slots=True)
class Entry:
    """A bar of a lane with its name: `ink` is the colour of words in it, `paint` all else."""

    left: float
    right: float
    words: str
    ink: str
    paint: dict = field(default_factory=dict)
    italic: bool = False


@dataclass(frozen=True, eq=False)
class Lane:
    """Items from y = 0 down to `height`; `middles` are the y of the middle of each entry's bar."""

    items: tuple[Item, ...]
    height: float
    middles: tuple[float, ...]


def lane(entries: Sequence[Entry], page: Page, left: float, right: float, bar: float) -> Lane:
    """Entries packed into rows of bars `bar` px high, with words between `left` and `right`."""
    placed = [_placed(entry, page, left, right, bar) for entry in entries]
    row_of = rows([(one[0], one[1]) for one in placed], 10 * page.unit)
    step = max([bar, *(one[3] for one in placed)]) + ROW_GAP * page.unit
    items: list[Item] = []
    middles = []
    for entry, (_, _, make, _), row in zip(entries, placed, row_of, strict=True):
        top = row * step
        middle = top + (step - ROW_GAP * page.unit) / 2
        middles.append(middle)
        width = max(entry.right - entry.left, 2.0)
        items.append(Rect(entry.left, middle - bar / 2, width, bar, **entry.paint))
        items += make(middle)
    count = max(row_of, default=-1) + 1
    return Lane(tuple(items), max(0.0, count * step - ROW_GAP * page.unit), tuple(middles))


def _placed(entry: Entry, page: Page, left: float, right: float, bar: float):
    """Left and right of bar and words together, a maker of the words, and their height."""
    size, pad = page.small, 6 * page.unit
    colours = page.colours
    width = measure(entry.words, size, italic=entry.italic)
    free = entry.right - entry.left - 2 * pad
    like = Text(0, 0, "", size, italic=entry.italic, fill=entry.ink)
    if width <= free:
        make = _maker((entry.words,), like, entry.left + pad, "start", "")
        return entry.left, entry.right, make, bar
    like = Text(0, 0, "", size, italic=entry.italic, fill=colours.ink)
    after, before = right - entry.right - pad, entry.left - left - pad
    for lines_allowed in (1, 2, 3, 4):
        for room, side in ((after, "after"), (before, "before")):
            if room < min(width, 6 * size):
                continue
            lines = wrap(entry.words, min(room, max(width / lines_allowed * 1.15, 7 * size)), size)
            wide = max(measure(line, size, italic=entry.italic) for line in lines)
            if len(lines) > lines_allowed or wide > room:
                continue
            tall = block_height(len(lines), size)
            if side == "after":
                x = entry.right + pad
                return entry.left, x + wide, _maker(lines, like, x, "start", colours.paper), tall
            x = entry.left - pad
            return x - wide, entry.right, _maker(lines, like, x, "end", colours.paper), tall
    lines = wrap(entry.words, max(after, before, 4 * size), size)
    tall = block_height(len(lines), size)
    if after >= before:
        x = entry.right + pad
        return entry.left, right, _maker(lines, like, x, "start", colours.paper), tall
    x = entry.left - pad
    return left, entry.right, _maker(lines, like, x, "end", colours.paper), tall


def _maker(lines, like: Text, x: float, anchor: str, plate: str):
    def make(middle: float) -> tuple[Text, ...]:
        tall = block_height(len(lines), like.size)
        at = Text(
            x,
            middle - tall / 2,
            "",
            like.size,
            italic=like.italic,
            fill=like.fill,
            anchor=anchor,
            plate=plate,
        )
        return block(lines, at).items

    return make


def heading(title: str, sentence: str, page: Page, y: float) -> Block:
    """A bold title and a muted sentence that runs on after it, from `y` down."""
    size, colours = page.label, page.colours
    like = Text(page.left, y, "", size, bold=True, fill=colours.ink, plate=colours.paper)
    head = block(title, like)
    gap = 0.6 * size
    room = page.right - page.left - head.width - gap
    lines = wrap(sentence, room, page.small) if room > 200 else ()
    left, top = page.left + head.width + gap, y + CAP * (size - page.small)
    if not lines or len(lines) > 2:
        left, top = page.left, y + head.height + 0.3 * size
        lines = wrap(sentence, page.right - page.left, page.small)
    plain = Text(left, top, "", page.small, fill=colours.muted, plate=colours.paper)
    tail = block(lines, plain)
    foot = max(y + head.height, top + tail.height)
    return Block((*head.items, *tail.items), head.width, foot - y)


def listing(title: str, lines: Sequence[str], page: Page, y: float) -> Block:
    """A bold title and under it the lines, in two columns where there are many."""
    size, colours = page.small, page.colours
    head = block(title, Text(page.left, y, "", page.label, bold=True, fill=colours.ink))
    items = list(head.items)
    columns = 1 if page.narrow or len(lines) < 6 else 3
    gap = 24 * page.unit
    width = (page.right - page.left - gap * (columns - 1)) / columns
    top = y + head.height + 0.5 * size
    per = -(-len(lines) // columns)
    foot = top
    for column in range(columns):
        at = top
        for line in lines[column * per : (column + 1) * per]:
            like = Text(page.left + column * (width + gap), at, "", size, fill=colours.ink)
            made = block(line, like, width)
            items += made.items
            at += made.height + 0.4 * size
        foot = max(foot, at)
    return Block(tuple(items), page.right - page.left, foot - y)
