"""Items of a scene as autoshapes, freeforms and connectors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from explorer.drawing.geometry import Box, bounds
from explorer.drawing.pieces import edge
from explorer.drawing.scene import Item, Line, Mark, Rect
from explorer.export.drawingml.paint import fill, named, outline
from explorer.export.glyphs import seen

POINT = 12_700  # EMU

_SIGNS = {
    "disc": "ellipse",
    "square": "rect",
    "triangle": "triangle",
    "triangle_right": "triangle",
    "diamond": "diamond",
    "hexagon": "hexagon",
    "cross": "plus",
}


def shapes(item: Item, number: int, unit: float, paper: str) -> Iterator[str]:
    """The shape of an item, named by `number`, and its covers, named by the numbers after it;
    `unit` is one px of the scene in EMU.

    Patterns cannot fade, and outlines not in every program: covers in the colour of the paper,
    which can, lie over the faded ends of such items.
    """
    if not (item.fill or item.stroke or item.hatch):
        return
    covered = needs_covers(item)
    yield _shape(replace(item, fade="") if covered else item, number, unit, paper)
    if covered:
        for beyond, cover in enumerate(_covers(item, paper), 1):
            yield _shape(cover, number + beyond, unit, paper)


def needs_covers(item: Item) -> bool:
    """Whether the item fades and has a pattern or, round an area, an outline."""
    outlined = item.stroke and not isinstance(item, Line) and edge(item)[1]
    return bool(item.fade and item.fade_px > 0 and (item.hatch or outlined))


def _covers(item: Item, paper: str) -> Iterator[Rect]:
    left, top, right, bottom = bounds(item)
    both = item.fade == "both"
    wide = min(item.fade_px, (right - left) / 2 if both else right - left)
    out = item.stroke_width if item.stroke else 0.0
    for side, other in (("left", "right"), ("right", "left")):
        if item.fade in (side, "both"):
            x = left - out if side == "left" else right - wide
            fading = {"fill": paper, "fade": other, "fade_px": wide + out}
            yield Rect(x, top - out, wide + out, bottom - top + 2 * out, **fading)


def _shape(item: Item, number: int, unit: float, paper: str) -> str:
    name = seen(item.key or type(item).__name__.lower())
    head = named(number, f"{name} {number}", item.title)
    paint = f"{fill(item, paper)}{outline(item, round(item.stroke_width * unit))}"
    if isinstance(item, Line):
        return (
            f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
            f"<p:spPr>{_line(item, unit)}{paint}</p:spPr></p:cxnSp>"
        )
    return (
        f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr>{_place(item, unit)}{paint}</p:spPr></p:sp>"
    )


def box_of(limits: Box, unit: float, turn: str = "") -> str:
    """Where a shape stands, and how it is turned."""
    left, top, right, bottom = limits
    return (
        f'<a:xfrm{turn}><a:off x="{round(left * unit)}" y="{round(top * unit)}"/>'
        f'<a:ext cx="{round((right - left) * unit)}" cy="{round((bottom - top) * unit)}"/></a:xfrm>'
    )


def _line(line: Line, unit: float) -> str:
    turn = (' flipH="1"' if line.x2 < line.x1 else "") + (' flipV="1"' if line.y2 < line.y1 else "")
    return _preset(bounds(line), unit, "line", turn=turn)


def _place(item: Item, unit: float) -> str:
    if isinstance(item, Rect):
        short = min(item.width, item.height)
        if not (item.radius and short):
            return _preset(bounds(item), unit, "rect")
        share = round(50_000 * min(1.0, 2 * item.radius / short))
        return _preset(bounds(item), unit, "roundRect", share)
    if isinstance(item, Mark):
        if item.shape == "triangle_right":
            return _turned(bounds(item), unit)
        share = 33_500 if item.shape == "cross" else None
        return _preset(bounds(item), unit, _SIGNS[item.shape], share)
    return _freeform(item, unit)


def _preset(
    limits: Box, unit: float, form: str, share: int | None = None, *, turn: str = ""
) -> str:
    adjust = "" if share is None else f'<a:gd name="adj" fmla="val {share}"/>'
    return (
        f'{box_of(limits, unit, turn)}<a:prstGeom prst="{form}"><a:avLst>{adjust}</a:avLst>'
        "</a:prstGeom>"
    )


def _turned(limits: Box, unit: float) -> str:
    """A triangle that points to the right: the box is that of the shape before the turn."""
    left, top, right, bottom = limits
    x, y = (left + right) / 2, (top + bottom) / 2
    half, rest = (bottom - top) / 2, (right - left) / 2
    upright = (x - half, y - rest, x + half, y + rest)
    return _preset(upright, unit, "triangle", turn=' rot="5400000"')


def _freeform(item: Item, unit: float) -> str:
    steps, closed = edge(item)
    left, top, right, bottom = limits = bounds(item)
    wide, high = (max(1, round(side * unit)) for side in (right - left, bottom - top))
    words, begun = [], False
    for command, *numbers in steps:
        points = "".join(
            f'<a:pt x="{round((x - left) * unit)}" y="{round((y - top) * unit)}"/>'
            for x, y in zip(numbers[::2], numbers[1::2], strict=True)
        )
        if command == "M" and begun and closed:
            words.append("<a:close/>")
        tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}[command]
        words.append(f"<a:{tag}>{points}</a:{tag}>")
        begun = True
    words.append("<a:close/>" if closed else "")
    unfilled = "" if closed else ' fill="none"'
    return (
        f"{box_of(limits, unit)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}"{unfilled}>'
        f"{''.join(words)}</a:path></a:pathLst></a:custGeom>"
    )
