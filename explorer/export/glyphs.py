"""Letters that can be printed: those of the bundled fonts, without marks that steer direction."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from explorer.drawing.scene import Scene, Text
from explorer.drawing.textbox import FONTS

MISSING = "□"  # stands for a letter that the fonts lack, as it does on most screens

# Marks that override direction, and other letters without a form, could turn round the words that
# follow them; XML forbids some even when escaped. Line ends and tabs are spaces here.
_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff"
    "\ufe00-\ufe0f\ufeff\ufff0-\ufffb\ufffe\uffff]"
)


def seen(text: str) -> str:
    """`text` on one line, without letters that have no form: what a name shows and no more."""
    return _UNSEEN.sub("", _SPACES.sub(" ", text))


@lru_cache(maxsize=20_000)
def printable(text: str) -> str:
    """`text` on one line, in letters of the bundled fonts."""
    return "".join(letter if ord(letter) in letters() else MISSING for letter in seen(text))


@lru_cache(maxsize=1)
def letters() -> frozenset[int]:
    """The code points for which Liberation Sans has a form: its `cmap` table, format 4.

    The four faces of the family hold the same letters, and none beyond U+FFFF.
    """
    font = (FONTS / "LiberationSans-Regular.ttf").read_bytes()
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {
        font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0]
        for at in range(12, 12 + 16 * count, 16)
    }
    start = tables[b"cmap"]
    subtables = [
        start + struct.unpack_from(">I", font, start + 8 + 8 * i)[0]
        for i in range(struct.unpack_from(">H", font, start + 2)[0])
    ]
    at = next(place for place in subtables if struct.unpack_from(">H", font, place)[0] == 4)
    return frozenset(_format_4(font, at))


def _format_4(font: bytes, at: int) -> Iterator[int]:
    segments = struct.unpack_from(">H", font, at + 6)[0] // 2
    row = f">{segments}H"
    ends = struct.unpack_from(row, font, at + 14)
    starts = struct.unpack_from(row, font, at + 16 + 2 * segments)
    deltas = struct.unpack_from(row, font, at + 16 + 4 * segments)
    offsets_at = at + 16 + 6 * segments
    offsets = struct.unpack_from(row, font, offsets_at)
    for i, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offsets[i]:
                place = offsets_at + 2 * i + offsets[i] + 2 * (code - first)
                glyph = struct.unpack_from(">H", font, place)[0]
                if not glyph:
                    continue
            if (glyph + deltas[i]) % 0x10000:
                yield code


def printed(scene: Scene) -> Scene:
    """The scene with every word in printable letters."""
    items = tuple(
        replace(item, text=printable(item.text)) if isinstance(item, Text) else item
        for item in scene.items
    )
    return replace(
        scene,
        items=items,
        headline=printable(scene.headline),
        alt=printable(scene.alt),
        description=printable(scene.description),
    )
