"""The key at the foot of the poster: the names of bars that are too short to hold them."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.drawing.page import Page
from explorer.drawing.scene import Text
from explorer.drawing.textbox import measure
from explorer.layout.lineage.names import ShortName

TITLE = "Letters in bars stand for these names"
_LINE, _AHEAD, _APART = 1.45, 2.6, 1.3  # line to line, above the first, between names; in sizes
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mark(number: int) -> str:
    """a to z, then aa, ab …: short, and no number, for these count bodies. From 0."""
    place, letter = divmod(number, len(_LETTERS))
    return f"{mark(place - 1) if place else ''}{_LETTERS[letter]}"


def key_items(names: Sequence[ShortName], page: Page, size: float) -> tuple[list[Text], float]:
    """The key in as many lines as it needs, from y = 0 down, and its height; 0 without names."""
    if not names:
        return [], 0.0
    y = _AHEAD * size
    ink = {"size": size, "fill": page.colours.ink}
    items = [Text(page.left, y, TITLE, 1.25 * size, bold=True, fill=page.colours.ink)]
    x, y = page.left, y + _LINE * 1.1 * size
    for number, name in enumerate(names):
        sign = mark(number)
        ahead = measure(sign, size, bold=True) + 0.4 * size
        wide = ahead + measure(name.text, size, italic=name.label)
        if x > page.left and x + wide > page.right:
            x, y = page.left, y + _LINE * size
        items.append(Text(x, y, sign, bold=True, **ink))
        items.append(Text(x + ahead, y, name.text, italic=name.label, **ink))
        x += wide + _APART * size
    return items, y + 0.5 * size
