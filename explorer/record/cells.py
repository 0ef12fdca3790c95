"""Cells of text become numbers and dates; an empty cell is `None`."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.period import PartialDate, partial

Row = Mapping[str, str]


def when(text: str) -> PartialDate | None:
    return partial(text) if text else None


def number(text: str) -> float | None:
    return float(text) if text else None


def whole(text: str) -> int | None:
    return int(text) if text else None
