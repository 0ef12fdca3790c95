"""A key: samples with words, set one after the other and broken into lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Text
from explorer.drawing.textbox import CAP, measure, wrap
from explorer.layout.parts import Part

_STEP = 1.75  # distance of lines, in sizes of the type


@dataclass(frozen=True, slots=True)
class Entry:
    """`sample(left, middle)` paints a sign `width` px wide; `strong` words come first, in bold."""

    words: str
    strong: str = ""
    italic: bool = False
    width: float = 0.0
    sample: Callable[[float, float], Sequence[Item]] | None = None


def legend(page: Page, entries: Iterable[Entry], left: float, right: float) -> Part:
    """The entries between `left` and `right` in small type; long words are wrapped."""
    size, unit = page.small, page.unit
    items: list[Item] = []
    x, row = left, 0
    for entry in entries:
        wide = _width(page, entry)
        if x > left and x + wide > right:
            x, row = left, row + 1
        middle = (row + 0.5) * _STEP * size
        base = middle + CAP * size / 2
        if entry.sample:
            items += entry.sample(x, middle)
        at = x + (entry.width + 6 * unit if entry.width else 0)
        if entry.strong:
            items.append(Text(at, base, entry.strong, size, bold=True, fill=page.colours.ink))
            at += measure(entry.strong, size, bold=True) + 0.35 * size
        lines = wrap(entry.words, right - at, size, italic=entry.italic)
        for number, line in enumerate(lines):
            y = base + number * _STEP * size * 0.75
            items.append(Text(at, y, line, size, italic=entry.italic, fill=page.colours.muted))
        row += (len(lines) - 1) if lines else 0
        x += wide + 22 * unit
    return Part(tuple(items), (row + 1) * _STEP * size if items else 0.0)


def _width(page: Page, entry: Entry) -> float:
    words = measure(entry.words, page.small, italic=entry.italic)
    strong = measure(entry.strong, page.small, bold=True) + 0.35 * page.small if entry.strong else 0
    return words + strong + (entry.width + 6 * page.unit if entry.width else 0)
