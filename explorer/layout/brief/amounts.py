"""Rows with a bar and a number in one column or several: so many of each, on each day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from explorer.drawing.scene import Item, Scene
from explorer.drawing.textbox import measure
from explorer.layout.brief.sheet import SIZE, WIDTH, Sheet, cut
from explorer.look import counted

_WIDEST = 700.0  # px of the words at the left
_GAP = 22.0
_HEAD = 40.0
_BAR = 0.6  # of a row


@dataclass(frozen=True, slots=True)
class Amount:
    """A row. Of `values` None is not known, and `said` stands there; `aside` stands at the end."""

    label: str
    values: tuple[float | None, ...]
    kind: str = ""
    said: str = ""
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Amounts:
    """A drawing to be: `heads` over the columns, rows, the word for more of them than fit."""

    headline: str
    heads: tuple[str, ...]
    rows: tuple[Amount, ...]
    more: tuple[str, str] = ("row", "rows")


def amounts_scene(sheet: Sheet, asked: Amounts) -> Scene:
    """The rows one below the other. Those for which there is no room are counted at the foot."""
    head = _HEAD if any(asked.heads) else 0.0
    held = sheet.held(head)
    shown = asked.rows if len(asked.rows) <= held else asked.rows[: held - 1]
    pitch = sheet.pitch(len(shown) + (len(shown) < len(asked.rows)), head)
    label = min(max((measure(row.label, SIZE) for row in shown), default=0.0), _WIDEST)
    columns = _columns(asked, label)
    items: list[Item] = []
    if head:
        items += [
            sheet.words(left, head / 2 - 4, words, bold=True)
            for (left, _), words in zip(columns, asked.heads, strict=True)
        ]
    scale = _scale(shown, columns)
    for place, row in enumerate(shown):
        middle = head + (place + 0.5) * pitch
        items.append(sheet.words(0, middle, cut(row.label, label)))
        for (left, _), value in zip(columns[:-1], row.values[:-1], strict=True):
            items += _value(sheet, replace(row, aside=""), value, left, middle, pitch, scale)
        items += _value(sheet, row, row.values[-1], columns[-1][0], middle, pitch, scale)
    if left_out := len(asked.rows) - len(shown):
        middle = head + (len(shown) + 0.5) * pitch
        words = f"and {counted(left_out, *asked.more)} in the whole view"
        items.append(sheet.words(0, middle, words, fill=sheet.colours.muted))
    lines = len(shown) + bool(left_out)
    return sheet.scene(items, head + lines * pitch, asked.headline, _alt(asked))


def _columns(asked: Amounts, label: float) -> list[tuple[float, float]]:
    """Left end and width of the column of each number."""
    left = label + _GAP
    wide = (WIDTH - left) / len(asked.heads)
    return [(left + place * wide, wide - _GAP) for place in range(len(asked.heads))]


def _scale(rows: Sequence[Amount], columns: list[tuple[float, float]]) -> float:
    """Px of one, so that every bar leaves room for its number and what stands beside it."""
    wide = columns[0][1] - 14
    fits = [
        max(wide - measure(said, SIZE, bold=True), 0.2 * wide) / value
        for row in rows
        for place, value in enumerate(row.values)
        if value
        for said in (_after(row, value) if place == len(columns) - 1 else f"{value:,.12g}",)
    ]
    return min(fits, default=1.0)


def _after(row: Amount, value: float | None) -> str:
    number = row.said if value is None else f"{value:,.12g}"
    return f"{number}  {row.aside}" if row.aside else number


def _told(row: Amount) -> str:
    said = [row.said if value is None else f"{value:,.12g}" for value in row.values]
    aside = f" ({row.aside})" if row.aside and row.values[-1] is not None else ""
    return f"{' then '.join(said)}{aside}"


def _value(
    sheet: Sheet,
    row: Amount,
    value: float | None,
    left: float,
    middle: float,
    pitch: float,
    scale: float,
) -> list[Item]:
    if value is None:
        said = cut(row.said, WIDTH - left)
        return [sheet.words(left, middle, said, fill=sheet.colours.muted)] if said else []
    items: list[Item] = []
    right = left
    if value:
        items.append(sheet.bar(left, middle, value * scale, _BAR * pitch, row.kind))
        right = left + max(value * scale, 3.0) + 12
    number = f"{value:,.12g}"
    ink = sheet.colours.ink if value else sheet.colours.muted
    items.append(sheet.words(right, middle, number, bold=bool(value), fill=ink))
    if row.aside:
        beyond = right + measure(number, SIZE, bold=True) + 14
        words = cut(row.aside, max(WIDTH - beyond, 3 * SIZE))
        items.append(sheet.words(beyond, middle, words, fill=sheet.colours.muted))
    return items


def _alt(asked: Amounts) -> str:
    rows = "; ".join(f"{row.label}: {_told(row)}" for row in asked.rows)
    return f"{asked.headline}. {rows}."
