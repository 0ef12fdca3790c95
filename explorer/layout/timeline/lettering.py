"""Numbers in bold and names beside them, as the labels of bands are set."""

from __future__ import annotations

from explorer.drawing.scene import Text
from explorer.drawing.textbox import measure, run
from explorer.layout.timeline.stage import Stage

PAD = 0.3  # between a label and the edge of its band, in sizes of a label


def bold(stage: Stage, text: str, x: float, y: float, size: float, fill: str = "") -> Text:
    return Text(x, y, text, size, bold=True, fill=fill or stage.colours.ink)


def named(stage: Stage, text: str, x: float, y: float, fill: str = "") -> Text:
    return Text(x, y, text, stage.page.label, fill=fill or stage.colours.ink)


def on_line(stage: Stage, x: float, y: float, number: str, name: str, size: float) -> tuple:
    return run((bold(stage, number, x, y, size), named(stage, name, x, y)))


def line_width(stage: Stage, number: str, name: str, size: float) -> float:
    return on_line(stage, 0, 0, number, name, size)[-1].x + measure(name, stage.page.label)
