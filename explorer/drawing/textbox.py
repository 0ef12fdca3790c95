"""Words with a size: widths from the bundled fonts, balanced lines, blocks of text.

Liberation Sans has the widths of Arial and Helvetica, so a label measured here also fits where a
reader's machine puts one of those in its place. No font of the system is ever read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from explorer.drawing.geometry import Box
from explorer.drawing.scene import Rect, Text

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
LEADING = 1.25  # distance of baselines, in sizes
CAP = 0.73  # height of a capital letter, in sizes
DESCENT = 0.21  # depth of the letter g, in sizes

_EM = 2048  # units of the fonts' design: at this size lengths are exact, free of hinting
_FILES = {
    (False, False): "LiberationSans-Regular.ttf",
    (True, False): "LiberationSans-Bold.ttf",
    (False, True): "LiberationSans-Italic.ttf",
    (True, True): "LiberationSans-BoldItalic.ttf",
}


@lru_cache(maxsize=4)
def _font(bold: bool, italic: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        str(FONTS / _FILES[bold, italic]), _EM, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=50_000)
def _ems(text: str, bold: bool, italic: bool) -> float:
    return _font(bold, italic).getlength(text) / _EM


def measure(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Width in px."""
    return _ems(text, bold, italic) * size


def fits(text: str, width: float, size: float, *, bold: bool = False, italic: bool = False) -> bool:
    return measure(text, size, bold=bold, italic=italic) <= width


def box(text: Text) -> Box:
    """The box of the words, from the top of capitals to the foot of descenders."""
    width = measure(text.text, text.size, bold=text.bold, italic=text.italic)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return (left, text.y - CAP * text.size, left + width, text.y + DESCENT * text.size)


def plates(texts: Iterable[Text]) -> tuple[Rect, ...]:
    """The plates behind those labels that have one."""
    return tuple(_plate(text) for text in texts if text.plate)


def _plate(text: Text) -> Rect:
    left, top, right, bottom = box(text)
    pad = 0.15 * text.size
    return Rect(left - pad, top - pad, right - left + 2 * pad, bottom - top + pad, fill=text.plate)


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    balanced: bool = True,
) -> tuple[str, ...]:
    """The fewest lines no wider than `width`, as equal in length as they can be if `balanced`.

    A word wider than `width` is cut: words are never lost and never stick out.
    """
    words = [part for word in text.split() for part in _cut(word, width, size, bold, italic)]
    if not words:
        return ()
    space = measure(" ", size, bold=bold, italic=italic)
    widths = [measure(word, size, bold=bold, italic=italic) for word in words]
    count = len(_greedy(widths, width, space))
    low, high = max(widths), width
    while balanced and high - low > 0.5:
        middle = (low + high) / 2
        low, high = (
            (low, middle) if len(_greedy(widths, middle, space)) <= count else (middle, high)
        )
    lines = _greedy(widths, high, space)
    return tuple(" ".join(words[first:end]) for first, end in lines)


def _greedy(widths: list[float], width: float, space: float) -> list[tuple[int, int]]:
    lines, first, used = [], 0, widths[0]
    for i, one in enumerate(widths[1:], start=1):
        if used + space + one <= width:
            used += space + one
        else:
            lines.append((first, i))
            first, used = i, one
    return [*lines, (first, len(widths))]


def _cut(word: str, width: float, size: float, bold: bool, italic: bool) -> list[str]:
    parts = []
    while len(word) > 1 and not fits(word, width, size, bold=bold, italic=italic):
        end = next(
            (
                i
                for i in range(len(word) - 1, 1, -1)
                if fits(word[:i], width, size, bold=bold, italic=italic)
            ),
            1,
        )
        parts.append(word[:end])
        word = word[end:]
    return [*parts, word]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text set one below the other. `height` runs from the top of the first line's
    capitals to the foot of the last line's descenders."""

    items: tuple[Text, ...]
    width: float
    height: float


def block(
    text: str | Iterable[str],
    like: Text,
    width: float = 0,
    leading: float = LEADING,
    *,
    balanced: bool = True,
) -> Block:
    """`text` wrapped to `width` (0: each text one line), set like `like`, whose `y` is the TOP."""
    face = {"bold": like.bold, "italic": like.italic}
    given = (text,) if isinstance(text, str) else tuple(text)
    lines = [
        line
        for one in given
        for line in (wrap(one, width, like.size, balanced=balanced, **face) if width else (one,))
    ]
    first = like.y + CAP * like.size
    items = tuple(
        replace(like, text=line, y=first + i * leading * like.size) for i, line in enumerate(lines)
    )
    widest = max((measure(line, like.size, **face) for line in lines), default=0.0)
    return Block(items, widest, block_height(len(lines), like.size, leading))


def block_height(lines: int, size: float, leading: float = LEADING) -> float:
    """Height of a block of so many lines."""
    return (CAP + DESCENT + (lines - 1) * leading) * size if lines else 0.0


def run(pieces: Iterable[Text], gap: float = 0.35) -> tuple[Text, ...]:
    """Pieces of different weight or colour on one line, each after the one before.

    All stand at the first piece's place; `gap` is in sizes of the piece that follows.
    """
    first, *rest = pieces
    placed = [first]
    for piece in rest:
        right = box(placed[-1])[2]
        placed.append(replace(piece, x=right + gap * piece.size, y=first.y, anchor="start"))
    return tuple(placed)
