"""Where the columns of givers, functions, arrows and takers stand."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.drawing.page import Page

_SHARES = (0.2, 0.29, 0.25, 0.21)  # of the width: giver, functions, arrows, taker
BLOCK = 12.0  # width of a block


@dataclass(frozen=True, slots=True)
class Columns:
    """Px of the edges: words of givers end at `giver`, functions begin at `words`, arrows run from
    `start` to `end`, words of takers begin at `taker`."""

    giver: float
    words: float
    start: float
    end: float
    taker: float


def columns(page: Page) -> Columns:
    block_width, pad = BLOCK * page.unit, 9 * page.unit
    giver = page.left + _SHARES[0] * page.inner - pad
    words = page.left + _SHARES[0] * page.inner + block_width + pad
    start = words + _SHARES[1] * page.inner
    end = start + _SHARES[2] * page.inner
    return Columns(giver, words, start, end, end + block_width + pad)
