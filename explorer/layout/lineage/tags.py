"""Where the name of a bar goes: in it, before it, after it, above it, or wherever there is room."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explorer.drawing.geometry import Box
from explorer.drawing.page import Page
from explorer.drawing.textbox import block_height, measure

PAD = 5.0  # px between a bar's edge and the words in it, at 1600 px


_SOFT = "\u00ad"  # a hyphen that shows only at the end of a line


def _at_spaces(text: str) -> list[str]:
    return [piece for piece in re.split(r"(?<= )", text) if piece]


def _at_hyphens(text: str) -> list[str]:
    return [part for piece in _at_spaces(text) for part in re.split(r"(?<=\w-)(?=\w)", piece)]


def _inside_words(text: str) -> list[str]:
    soft = re.compile(r"(?<=\w{4})(?=(?:shire|borough)\b)")
    return [
        part + (_SOFT if i < len(parts) - 1 else "")
        for parts in (soft.split(piece) for piece in _at_hyphens(text))
        for i, part in enumerate(parts)
    ]


_BREAKS = (_at_spaces, _at_hyphens, _inside_words)


@dataclass(frozen=True, slots=True)
class Words:
    """A label before it has a place."""

    text: str
    bold: bool = False
    italic: bool = False

    def wrapped(self, width: float, size: float) -> tuple[str, ...]:
        """The fewest lines, balanced; () where a word is too wide.

        Words part after their hyphens, and long ones before "shire" and "borough", only where
        they must; they are never cut.
        """
        for breaks in _BREAKS:
            pieces = breaks(self.text)
            if all(self.width(piece.strip(), size) <= width for piece in pieces):
                break
        else:
            return ()
        count = len(self._filled(pieces, width, size))
        low, high = max(self.width(piece.strip(), size) for piece in pieces), width
        while high - low > 0.5:
            middle = (low + high) / 2
            if len(self._filled(pieces, middle, size)) <= count:
                high = middle
            else:
                low = middle
        return self._filled(pieces, high, size)

    def _filled(self, pieces: list[str], width: float, size: float) -> tuple[str, ...]:
        lines = [pieces[0]]
        for piece in pieces[1:]:
            joined = lines[-1].removesuffix(_SOFT) + piece
            if self.width(joined.strip(), size) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
        return tuple(line.strip().replace(_SOFT, "-") for line in lines)

    def width(self, text: str, size: float) -> float:
        return measure(text.replace(_SOFT, "-"), size, bold=self.bold, italic=self.italic)

    def widest(self, lines: tuple[str, ...], size: float) -> float:
        return max((self.width(line, size) for line in lines), default=0.0)


@dataclass(frozen=True, slots=True)
class Tag:
    """Words with a place: in, before, after, above or below a bar, or loose: not placed yet."""

    words: Words
    where: str
    lines: tuple[str, ...] = ()
    size: float = 0.0

    @property
    def height(self) -> float:
        return block_height(len(self.lines), self.size)

    @property
    def width(self) -> float:
        return self.words.widest(self.lines, self.size)

    def box(self, left: float, right: float, height: float, unit: float) -> Box | None:
        """Its box where the bar's top is 0; None where it needs no room of its own."""
        if self.where in ("in", "loose"):
            return None
        if self.where == "above":
            return (left, -self.height - 3 * unit, left + self.width, 0.0)
        if self.where == "below":
            return (left, height, left + self.width, height + self.height + 3 * unit)
        top = (height - self.height) / 2
        edge = left - 6 * unit if self.where == "before" else right + 6 * unit
        x = edge - self.width if self.where == "before" else edge
        return (x - 2 * unit, top, x + self.width + 2 * unit, top + self.height)


def tag(
    variants: tuple[Words, ...],
    dated: Words,
    page: Page,
    *,
    span: tuple[float, float],
    free: tuple[float, float],
    before: bool,
    after: bool,
    above: bool,
    below: bool,
    avoid: frozenset[str] = frozenset(),
) -> Tag:
    """The first of these that fits, with the fullest of `variants`: in the bar, before it, after
    it, above it as wide as it is, and with years above or below it; loose where none does.

    `span` is the bar from left to right, `free` the px in it for words. `before` and `after` say
    that no band comes in or goes out there, `above` and `below` that the bar stands first or last.
    """
    unit, words = page.unit, variants[-1]
    for one in variants if "in" not in avoid else ():
        if found := inside(one, *free, page):
            return found
    rooms = (
        ("before", before, min(span[0] - page.left - 8 * unit, 0.25 * page.inner), 3),
        ("after", after, min(page.right - span[1] - 8 * unit, 0.25 * page.inner), 4),
    )
    for where, allowed, room, most in rooms:
        for one in variants if allowed and where not in avoid else ():
            if found := beside(one, where, room, most, page):
                return found
    lines = words.wrapped(free[0] + PAD * unit, page.small) if free[0] > 60 * unit else ()
    if "above" not in avoid and 0 < len(lines) <= 2:
        return Tag(words, "above", lines, page.small)
    lines = dated.wrapped(min(150 * unit, page.right - span[0]), page.small)
    for where, allowed in (("above", above), ("below", below)):
        if allowed and where not in avoid and 0 < len(lines) <= 3:
            return Tag(dated, where, lines, page.small)
    return Tag(words, "loose")


def inside(words: Words, width: float, height: float, page: Page) -> Tag | None:
    """The tag in a bar with `width` and `height` px free, in the larger size that fits."""
    for size in (page.label, page.small):
        lines = words.wrapped(width, size)
        if lines and block_height(len(lines), size) <= height:
            return Tag(words, "in", lines, size)
    return None


def rows_needed(words: Words, width: float, page: Page, most: int) -> int:
    """Lines of type that a bar of `width` px needs for its words; 1 where they cannot fit."""
    lines = words.wrapped(width, page.small)
    return len(lines) if 0 < len(lines) <= most else 1


def least_height(lines: int, page: Page) -> float:
    """Of a bar that holds so many lines."""
    return block_height(lines, page.label) + 6 * page.unit


def beside(words: Words, where: str, room: float, most: int, page: Page) -> Tag | None:
    """The tag before or after a bar in `room` px, in at most so many lines."""
    lines = words.wrapped(room, page.small)
    if lines and len(lines) <= most:
        return Tag(words, where, lines, page.small)
    return None
