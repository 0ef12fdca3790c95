"""Fills, outlines and names of shapes."""

from __future__ import annotations

from xml.sax.saxutils import quoteattr

from explorer.drawing.pieces import edge, fade_stops
from explorer.drawing.scene import Item, Line
from explorer.export.glyphs import seen

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def named(number: int, name: str, title: str, *, text: bool = False) -> str:
    """Name and alternative text; a shape without words of its own is marked as decoration."""
    words = f" descr={quoteattr(seen(title))}" if title else ""
    return (
        f'<p:cNvPr id="{number}" name={quoteattr(name)}{words}>'
        f"{'' if title or text else _DECORATIVE}</p:cNvPr>"
    )


def fill(item: Item, paper: str) -> str:
    """Hatching is the pattern that programs have for it, on `paper` where there is no fill."""
    if isinstance(item, Line) or not edge(item)[1]:
        return ""
    if item.hatch:
        over, under = item.hatch, item.fill or paper
        return (
            f'<a:pattFill prst="wdUpDiag"><a:fgClr>{colour(over, item.opacity)}</a:fgClr>'
            f"<a:bgClr>{colour(under, item.opacity)}</a:bgClr></a:pattFill>"
        )
    return paint(item, item.fill) if item.fill else "<a:noFill/>"


def outline(item: Item, width: int) -> str:
    """`width` is that of the stroke in EMU."""
    if not item.stroke:
        return "<a:ln><a:noFill/></a:ln>"
    dash = "".join(
        f'<a:ds d="{_share(on, item)}" sp="{_share(off, item)}"/>'
        for on, off in zip(item.dash[::2], item.dash[1::2], strict=False)
    )
    dash = f"<a:custDash>{dash}</a:custDash>" if dash else ""
    head = ""
    if isinstance(item, Line) and item.arrow:
        ratio = item.arrow / item.stroke_width
        size = "sm" if ratio < 2.5 else "med" if ratio < 4 else "lg"
        head = f'<a:tailEnd type="triangle" w="{size}" len="{size}"/>'
    return f'<a:ln w="{width}" cap="flat">{paint(item, item.stroke)}{dash}<a:miter/>{head}</a:ln>'


def paint(item: Item, ink: str) -> str:
    """One colour, or a gradient where the item fades."""
    if not (item.fade and item.fade_px > 0):
        return f"<a:solidFill>{colour(ink, item.opacity)}</a:solidFill>"
    stops = fade_stops(item)
    left, right = stops[0][0], stops[-1][0]
    marks = "".join(
        f'<a:gs pos="{round(100_000 * (x - left) / ((right - left) or 1))}">'
        f"{colour(ink, item.opacity * alpha)}</a:gs>"
        for x, alpha in stops
    )
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{marks}</a:gsLst><a:lin ang="0"/></a:gradFill>'


def colour(ink: str, opacity: float = 1.0) -> str:
    alpha = "" if opacity == 1 else f'<a:alpha val="{round(100_000 * opacity)}"/>'
    return f'<a:srgbClr val="{ink.lstrip("#")}">{alpha}</a:srgbClr>'


def _share(length: float, item: Item) -> int:
    return round(100_000 * length / item.stroke_width)
