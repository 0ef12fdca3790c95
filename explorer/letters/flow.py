"""Text that runs over pages: lines, headings and pieces that must not be torn apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from explorer.drawing.geometry import shifted
from explorer.drawing.scene import Item, Text
from explorer.drawing.textbox import LEADING, block


@dataclass(frozen=True, slots=True)
class Unit:
    """Items drawn from y = 0 down to `height`, with a `gap` after them.

    `keep` binds a unit to the next one: no page ends between them.
    """

    items: tuple[Item, ...]
    height: float
    gap: float = 0.0
    keep: bool = False


def paragraph(text: str, like: Text, width: float, gap: float, *, keep: bool = False) -> list[Unit]:
    """One unit for each line; the first two and the last two lines stay together."""
    lines = block(text, like, width, balanced=False).items
    step = LEADING * like.size
    units = []
    for place, line in enumerate(lines):
        last = place == len(lines) - 1
        bound = place == 0 or place == len(lines) - 2
        units.append(
            Unit(
                (shifted(line, 0, -place * step),),
                step,
                gap if last else 0.0,
                keep if last else bound,
            )
        )
    return units


def paged(units: Iterable[Unit], height: float) -> tuple[tuple[Item, ...], ...]:
    """The units on pages of `height`, drawn from y = 0; a page has at least one group of them."""
    pages: list[list[Item]] = [[]]
    y = 0.0
    for group in _bound(units):
        tall = sum(unit.height + unit.gap for unit in group) - group[-1].gap
        if y and y + tall > height:
            pages.append([])
            y = 0.0
        for unit in group:
            pages[-1] += [shifted(item, 0, y) for item in unit.items]
            y += unit.height + unit.gap
    return tuple(map(tuple, pages))


def _bound(units: Iterable[Unit]) -> Iterator[list[Unit]]:
    group: list[Unit] = []
    for unit in units:
        group.append(unit)
        if not unit.keep:
            yield group
            group = []
    if group:
        yield group
