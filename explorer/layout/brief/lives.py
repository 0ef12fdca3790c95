"""Rows with a bar on one axis of time: how long each of a few bodies, or kinds of body, lasted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer.drawing.scene import Item, Line, Rect, Scene
from explorer.drawing.textbox import measure, wrap
from explorer.layout.axis import TimeAxis
from explorer.layout.brief.sheet import LEAST, SIZE, WIDTH, Sheet, cut

_WIDEST = 560.0  # px of the words at the left
_GAP = 22.0
_HEAD = 40.0
_BAR = 0.76  # of a row


@dataclass(frozen=True, slots=True)
class Life:
    """A row over `[start, end)`. `said` are its years in words, and what it gave or took.

    `unsure` fades its beginning, `open` its end. The one that the drawing is about is `strong`, a
    label of ours `italic`.
    """

    label: str
    start: date
    end: date
    said: str
    kind: str = ""
    body: str = ""
    strong: bool = False
    italic: bool = False
    unsure: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class Lives:
    headline: str
    rows: tuple[Life, ...]
    foot: str = ""


def lives_scene(sheet: Sheet, asked: Lives) -> Scene:
    """The rows one below the other under an axis of years, all of them."""
    foot = LEAST if asked.foot else 0.0
    pitch = sheet.pitch(len(asked.rows), _HEAD + foot)
    widths = [measure(row.label, SIZE, bold=row.strong) for row in asked.rows]
    left = min(max(widths), _WIDEST) + _GAP
    first = min(row.start for row in asked.rows)
    last = max(row.end for row in asked.rows)
    axis = TimeAxis(left, WIDTH - 4, first, last)
    bottom = _HEAD + len(asked.rows) * pitch
    items: list[Item] = []
    for year in axis.years(3.4 * SIZE):
        x = axis.x(date(year, 1, 1))
        items.append(Line(x, _HEAD - 4, x, bottom, stroke=sheet.colours.rule, stroke_width=1))
        anchor = "start" if x < left + SIZE else "end" if x > WIDTH - 1.2 * SIZE else "middle"
        items.append(
            sheet.words(x, _HEAD / 2 - 4, str(year), anchor=anchor, fill=sheet.colours.muted)
        )
    for place, row in enumerate(asked.rows):
        items += _row(sheet, axis, row, _HEAD + (place + 0.5) * pitch, pitch)
    if asked.foot:
        words = cut(asked.foot, WIDTH)
        items.append(sheet.words(0, bottom + foot / 2, words, fill=sheet.colours.muted))
    return sheet.scene(items, bottom + foot, asked.headline, _alt(asked))


def _row(sheet: Sheet, axis: TimeAxis, row: Life, middle: float, pitch: float) -> list[Item]:
    label = _label(sheet, row, middle, pitch, axis.left - _GAP)
    start, end = axis.x(row.start), axis.x(row.end)
    swatch = sheet.colours.of(row.kind, row.body)
    fade = "both" if row.unsure and row.open else "left" if row.unsure else "right" * row.open
    bar = Rect(start, middle - _BAR * pitch / 2, max(end - start, 4.0), _BAR * pitch,
               fill=swatch.fill, stroke=swatch.edge, stroke_width=4 if row.strong else 2,
               fade=fade, fade_px=min(40.0, (end - start) / 3), key=row.body)  # fmt: skip
    inside = end - start > measure(row.said, SIZE) + 16
    if inside:
        words = sheet.words(start + 10, middle, row.said, fill=swatch.text)
    elif end + 8 + measure(row.said, SIZE) < WIDTH:
        words = sheet.words(end + 8, middle, row.said, plate=sheet.colours.paper)
    else:
        words = sheet.words(start - 8, middle, row.said, anchor="end", plate=sheet.colours.paper)
    return [*label, bar, words]


def _label(sheet: Sheet, row: Life, middle: float, pitch: float, width: float) -> list[Item]:
    """The words at the left: two lines where the row is high enough for them."""
    face = {"bold": row.strong, "italic": row.italic}
    lines = wrap(row.label, width, SIZE, bold=row.strong)
    if len(lines) == 2 and pitch >= 2.1 * SIZE:
        return [
            sheet.words(0, middle + shift * SIZE, line, **face)
            for line, shift in zip(lines, (-0.53, 0.53), strict=True)
        ]
    return [sheet.words(0, middle, cut(row.label, width, bold=row.strong), **face)]


def _alt(asked: Lives) -> str:
    rows = "; ".join(f"{row.label}: {row.said}" for row in asked.rows)
    return f"{asked.headline}. {rows}."
