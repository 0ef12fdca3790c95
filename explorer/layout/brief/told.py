"""Rows of two columns of words: what was said, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.drawing.scene import Item, Scene, Text
from explorer.drawing.textbox import Block, block
from explorer.layout.brief.sheet import SIZE, WIDTH, Sheet
from explorer.look import counted

_HEAD = 40.0
_GAP = 40.0
_APART = 12.0  # px between rows
_LEFT = 0.56  # of the width


@dataclass(frozen=True, slots=True)
class Told:
    """`rows` are pairs; `more` the word for those that do not fit."""

    headline: str
    heads: tuple[str, str]
    rows: tuple[tuple[str, str], ...]
    more: tuple[str, str] = ("row", "rows")


def told_scene(sheet: Sheet, asked: Told) -> Scene:
    """As many rows as there is room for, one in any case; the others are counted at the foot."""
    left, right = _LEFT * WIDTH - _GAP, (1 - _LEFT) * WIDTH
    items: list[Item] = []
    if any(asked.heads):
        items += [
            sheet.words(x, _HEAD / 2 - 4, words, bold=True)
            for x, words in zip((0.0, _LEFT * WIDTH), asked.heads, strict=True)
        ]
    y = _HEAD if items else 0.0
    drawn = 0
    for place, row in enumerate(asked.rows):
        spare = 0.0 if place == len(asked.rows) - 1 else 2 * SIZE  # for the words at the foot
        said = (_set(sheet, row[0], 0.0, y + _APART / 2, left),
                _set(sheet, row[1], _LEFT * WIDTH, y + _APART / 2, right))  # fmt: skip
        height = max(one.height for one in said) + _APART
        if drawn and y + height + spare > sheet.room:
            break
        items += [sheet.rule(y), *said[0].items, *said[1].items]
        y += height
        drawn += 1
    if drawn < len(asked.rows):
        words = f"and {counted(len(asked.rows) - drawn, *asked.more)} in the whole view"
        items += [sheet.rule(y), sheet.words(0, y + SIZE, words, fill=sheet.colours.muted)]
        y += 2 * SIZE
    return sheet.scene(items, y, asked.headline, _alt(asked))


def _set(sheet: Sheet, words: str, x: float, y: float, width: float) -> Block:
    return block(words, Text(x, y, "", SIZE, fill=sheet.colours.ink), width, 1.15, balanced=False)


def _alt(asked: Told) -> str:
    return f"{asked.headline}. {'; '.join(f'{said}: {then}' for said, then in asked.rows)}."
