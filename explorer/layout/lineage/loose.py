"""Labels that found no place of their own: put where there is room near the bar, else numbered.

A numbered bar carries its number; the names stand in a key under the drawing, so nothing is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.drawing.geometry import Box, bounds
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Text
from explorer.drawing.textbox import block, block_height, box, measure
from explorer.layout.lineage.actors import SELF
from explorer.layout.lineage.plot import Bar
from explorer.layout.lineage.solve import Drawn
from explorer.layout.lineage.tags import Words

_FAR = 34.0  # px at 1600 that a label may stand from its bar


@dataclass(frozen=True, slots=True)
class Loose:
    """Items for the labels that found room, and the names to be numbered: (number, words)."""

    items: tuple[Item, ...]
    key: tuple[tuple[int, str], ...]


def placed(drawn: Drawn, taken: Sequence[Box], bands: Iterable[Item], limits: Box) -> Loose:
    """`taken` are boxes that no label may touch, `bands` what it should keep off if it can."""
    page = drawn.sketch.page
    boxes = list(taken)
    crossed = [bounds(item) for item in bands]
    items: list[Item] = []
    key: list[tuple[int, str]] = []
    waiting = [bar for bar in drawn.sketch.bars.values() if bar.tag.where == "loose"]
    waiting += [tail for tail in drawn.sketch.tails.values() if tail.tag.where == "loose"]
    for bar in sorted(waiting, key=lambda b: (drawn.top[b.id], b.left, b.id)):
        words = bar.dated if isinstance(bar, Bar) else bar.tag.words
        left = bar.left + (bar.near if isinstance(bar, Bar) else 0)
        right = bar.right - (bar.far if isinstance(bar, Bar) else 0)
        top = drawn.top[bar.id]
        at = (left, top, right, top + drawn.height[bar.id])
        spot = _spot(words, at, boxes, crossed, limits, page)
        if spot:
            texts = spot
        elif isinstance(bar, Bar) and bar.actor.part == SELF:
            texts = ()  # it is outlined, and the note names it
        else:
            number = len(key) + 1
            key.append((number, words.text))
            texts = _number(number, drawn, bar, at, boxes, limits)
        for text in texts:
            items.append(text)
            boxes.append(box(text))
    return Loose(tuple(items), tuple(key))


def _spot(
    words: Words, at: Box, boxes: Sequence[Box], bands: Sequence[Box], limits: Box, page: Page
) -> tuple[Text, ...]:
    """The nearest free place above or below the bar; () where there is none within reach."""
    unit, size = page.unit, page.small
    best, least = (), None
    for width in (90 * unit, 140 * unit, 200 * unit, 280 * unit):
        lines = words.wrapped(width, size)
        if not lines or len(lines) > 3:
            continue
        wide, tall = words.widest(lines, size), block_height(len(lines), size)
        spots = [
            (x, y, step)
            for x in (at[0], at[2] - wide, (at[0] + at[2] - wide) / 2)
            for step in range(3, int(_FAR), 3)
            for y in (at[1] - step * unit - tall, at[3] + step * unit)
        ]
        level = (at[1] + at[3] - tall) / 2
        spots += [(at[2] + 6 * unit, level, 6), (at[0] - 6 * unit - wide, level, 6)]
        for x, y, step in spots:
            place = (x, y, x + wide, y + tall)
            if _free(place, boxes, limits, unit):
                cost = step + 6 * len(lines) + 40 * sum(_meet(place, b, 0) for b in bands)
                if least is None or cost < least:
                    least = cost
                    like = Text(
                        x,
                        y,
                        "",
                        size,
                        bold=words.bold,
                        italic=words.italic,
                        fill=page.colours.ink,
                        plate=page.colours.paper,
                    )
                    best = block(lines, like).items
    return best if least is not None and least < 60 else ()


def _number(
    number: int, drawn: Drawn, bar, at: Box, boxes: Sequence[Box], limits: Box
) -> tuple[Text, ...]:
    """The number in its bar, or on a plate beside it where the bar is too small."""
    page = drawn.sketch.page
    size, unit = page.small, page.unit
    wide, tall = measure(str(number), size, bold=True), block_height(1, size)
    x, y = (at[0] + at[2]) / 2, (at[1] + at[3]) / 2
    body = getattr(bar, "actor", None)
    fits = at[2] - at[0] >= wide + 2 * unit and at[3] - at[1] >= tall + 2 * unit
    if fits and body and body.part != "faint":
        swatch = page.colours.of(body.body.kind, body.id)
        like = Text(x, y - tall / 2, "", size, bold=True, fill=swatch.text, anchor="middle")
        return block((str(number),), like).items
    plate, fill = page.colours.paper, page.colours.ink
    spots = [
        (x + side * unit, centre)
        for side in (0, 10, -10, 20, -20, 34, -34)
        for step in range(0, 60, 3)
        for centre in (at[1] - tall / 2 - step * unit, at[3] + tall / 2 + step * unit)
    ]
    spot = next((s for s in spots if _free(_around(*s, wide, tall), boxes, limits, unit)), (x, y))
    like = Text(spot[0], spot[1] - tall / 2, "", size, bold=True, fill=fill, anchor="middle")
    return block((str(number),), replace(like, plate=plate)).items


def _around(x: float, y: float, wide: float, tall: float) -> Box:
    return (x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


def _free(place: Box, boxes: Sequence[Box], limits: Box, unit: float) -> bool:
    if place[0] < limits[0] or place[1] < limits[1] or place[2] > limits[2] or place[3] > limits[3]:
        return False
    return not any(_meet(place, other, 2 * unit) for other in boxes)


def _meet(one: Box, other: Box, space: float) -> bool:
    return (
        one[0] < other[2] + space
        and other[0] < one[2] + space
        and one[1] < other[3] + space
        and other[1] < one[3] + space
    )
