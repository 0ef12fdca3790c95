"""Upright lines that are broken where something stands in their way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.drawing.geometry import Box

LEAST = 2.0  # px: shorter pieces of a line are left out


def pieces_between(
    x: float, top: float, foot: float, hidden: Iterable[Box]
) -> Iterator[tuple[float, float]]:
    """The parts of the upright at `x` from `top` to `foot` that no box covers."""
    at = top
    crossing = sorted(
        (box_top, bottom)
        for left, box_top, right, bottom in hidden
        if left - 1 < x < right + 1 and bottom > top and box_top < foot
    )
    for start, end in [*crossing, (foot, foot)]:
        if start - at > LEAST:
            yield at, start
        at = max(at, end)
