"""Sizes of boxes: columns as wide as their words need, boxes as high as their words and bodies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from explorer.drawing.page import Page
from explorer.drawing.textbox import block_height, measure, wrap
from explorer.layout.icicle.boxes import Box, walk

_PER_BODY = 1.1  # px of height for each body of a box of many, at 1600 px
LINE = 1.62  # height of a box of one line, in sizes of a label
_PAD = 6.0  # px between the edge of a box and its words
_HIGH = 3  # a box with more than so many at its right is high
_WIDEST = 17.0  # no column claims more than so many sizes of a label


@dataclass(frozen=True, eq=False)
class Plan:
    """`labels` gives the words that may stand in a box, the longest first."""

    page: Page
    labels: Callable[[Box], tuple[str, ...]]

    def pad(self) -> float:
        return _PAD * self.page.unit

    def bold(self, box: Box) -> bool:
        return bool(box.children)

    def columns(self, found: Sequence[Box]) -> tuple[float, ...]:
        """Widths from the left; together the page's inside."""
        size, page = self.page.label, self.page
        natural: dict[int, float] = {}
        least: dict[int, float] = {}
        for box in walk(found):
            bold = self.bold(box)
            texts = self.labels(box)
            wide = measure(texts[0], size, bold=bold)
            longest = max(measure(word, size, bold=True) for word in texts[-1].split())
            extra = 2 * self.pad() + 3 * page.unit
            # a high box has room for several lines
            need = 0.55 * wide if len(box.children) > _HIGH else min(wide, _WIDEST * size)
            natural[box.depth] = max(natural.get(box.depth, 0), need + extra)
            least[box.depth] = max(least.get(box.depth, 0), longest + extra)
        widths = [max(natural[depth], least[depth]) for depth in sorted(natural)]
        total = sum(widths)
        if total >= page.inner:
            return _squeezed(widths, [least[depth] for depth in sorted(least)], page.inner)
        return tuple(width * page.inner / total for width in widths)

    def lines(self, box: Box, width: float) -> tuple[str, ...]:
        """The words of a box, in as few lines as they need: the first label that fits in one,
        else the one with the fewest lines."""
        size, bold = self.page.label, self.bold(box)
        room = width - 2 * self.pad()
        choices = [wrap(text, room, size, bold=bold) for text in self.labels(box)]
        return min(choices, key=lambda lines: (len(lines), choices.index(lines)))

    def least(self, box: Box, widths: Sequence[float]) -> float:
        """The height that the box itself and those at its right need."""
        words = block_height(len(self.lines(box, widths[box.depth])), self.page.label)
        own = max(LINE * self.page.label, words + 0.75 * self.page.label)
        if not box.named:
            own = max(own, box.count * _PER_BODY * self.page.unit)
        return max(own, sum(self.least(child, widths) for child in box.children))

    def height(self, found: Sequence[Box]) -> float:
        widths = self.columns(found)
        gaps = max(0, len(found) - 1) * self.gap
        return sum(self.least(box, widths) for box in found) + gaps

    @property
    def gap(self) -> float:
        """Between the trees of the forest."""
        return 5.0 * self.page.unit


def _squeezed(wanted: Sequence[float], least: Sequence[float], total: float) -> tuple[float, ...]:
    """Widths of `total` px together: what is above the least of each is cut in proportion."""
    floor = sum(least)
    if floor >= total:
        return tuple(width * total / floor for width in least)
    above = sum(want - low for want, low in zip(wanted, least, strict=True))
    part = (total - floor) / above if above else 0.0
    return tuple(low + (want - low) * part for want, low in zip(wanted, least, strict=True))
