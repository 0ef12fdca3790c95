"""Items of a scene as DrawingML: autoshapes, freeforms, connectors and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from explorer.export.glyphs import seen
from explorer.export.passages import Passage
from explorer.geometry import Box, bounds
from explorer.pieces import HATCH_WIDTH, edge, fade_stops, hatch
from explorer.scene import Item, Line, Mark, Path, Rect, Step
from explorer.textbox import DESCENT, LEADING

FONT = "Arial"  # on every machine with an office program, and as wide as the bundled font
POINT = 12_700  # EMU

_ASCENT = 0.905  # of Arial, in sizes: where office programs put the first baseline of a box
_LINE = 1.149  # of Arial: its own distance of lines
_SIGNS = {
    "disc": "ellipse",
    "square": "rect",
    "triangle": "triangle",
    "triangle_right": "triangle",
    "diamond": "diamond",
    "hexagon": "hexagon",
    "cross": "plus",
}
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


@dataclass(frozen=True, slots=True)
class Slide:
    """`unit` is one px of the scene in EMU."""

    unit: float
    paper: str

    def emu(self, px: float) -> int:
        return round(px * self.unit)

    # shapes -----------------------------------------------------------------------------------

    def shapes(self, item: Item, number: int) -> Iterator[str]:
        """The shape of an item; a second one for hatching that fades, which has no fill of its
        own kind."""
        faded = bool(item.fade and item.fade_px > 0)
        if item.fill or item.stroke or (item.hatch and not faded):
            yield self._shape(item, number)
        if item.hatch and faded:
            steps: tuple[Step, ...] = tuple(
                step for a, b in hatch(item) for step in (("M", *a), ("L", *b))
            )
            if steps:
                lines = {"stroke": item.hatch, "stroke_width": HATCH_WIDTH, "fade": item.fade}
                drawn = Path(steps, opacity=item.opacity, fade_px=item.fade_px, **lines)
                yield self._shape(drawn, number)

    def _shape(self, item: Item, number: int) -> str:
        name = seen(item.key or type(item).__name__.lower())
        head = _named(number, f"{name} {number}", item.title)
        paint = f"{self._fill(item)}{self._stroke(item)}"
        if isinstance(item, Line):
            return (
                f"<p:cxnSp><p:nvCxnSpPr>{head}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
                f"<p:spPr>{self._line_place(item)}{paint}</p:spPr></p:cxnSp>"
            )
        return (
            f"<p:sp><p:nvSpPr>{head}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr>{self._place(item)}{paint}</p:spPr></p:sp>"
        )

    def _line_place(self, line: Line) -> str:
        flips = (' flipH="1"' if line.x2 < line.x1 else "") + (
            ' flipV="1"' if line.y2 < line.y1 else ""
        )
        return f'{self._box(bounds(line), flips)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'

    def _place(self, item: Item) -> str:
        if isinstance(item, Rect):
            form, adjust = "rect", ""
            short = min(item.width, item.height)
            if item.radius and short:
                form = "roundRect"
                share = round(50_000 * min(1.0, 2 * item.radius / short))
                adjust = f'<a:gd name="adj" fmla="val {share}"/>'
            return self._preset(bounds(item), form, adjust)
        if isinstance(item, Mark):
            adjust = '<a:gd name="adj" fmla="val 33500"/>' if item.shape == "cross" else ""
            if item.shape == "triangle_right":
                return self._turned(bounds(item))
            return self._preset(bounds(item), _SIGNS[item.shape], adjust)
        return self._freeform(item)

    def _preset(self, limits: Box, form: str, adjust: str = "", flips: str = "") -> str:
        return (
            f'{self._box(limits, flips)}<a:prstGeom prst="{form}"><a:avLst>{adjust}</a:avLst>'
            "</a:prstGeom>"
        )

    def _turned(self, limits: Box) -> str:
        """A triangle that points to the right: the box is that of the shape before the turn."""
        left, top, right, bottom = limits
        x, y = (left + right) / 2, (top + bottom) / 2
        half, rest = (bottom - top) / 2, (right - left) / 2
        return self._preset(
            (x - half, y - rest, x + half, y + rest), "triangle", "", ' rot="5400000"'
        )

    def _freeform(self, item: Item) -> str:
        steps, closed = edge(item)
        left, top, right, bottom = limits = bounds(item)
        wide, high = max(1, self.emu(right - left)), max(1, self.emu(bottom - top))
        words, begun = [], False
        for command, *numbers in steps:
            points = "".join(
                f'<a:pt x="{self.emu(x - left)}" y="{self.emu(y - top)}"/>'
                for x, y in zip(numbers[::2], numbers[1::2], strict=True)
            )
            if command == "M" and begun and closed:
                words.append("<a:close/>")
            tag = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo"}[command]
            words.append(f"<a:{tag}>{points}</a:{tag}>")
            begun = True
        words.append("<a:close/>" if closed else "")
        fill = "" if closed else ' fill="none"'
        return (
            f"{self._box(limits)}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="{wide}" h="{high}"{fill}>'
            f"{''.join(words)}</a:path></a:pathLst></a:custGeom>"
        )

    def _box(self, limits: Box, flips: str = "") -> str:
        left, top, right, bottom = limits
        return (
            f'<a:xfrm{flips}><a:off x="{self.emu(left)}" y="{self.emu(top)}"/>'
            f'<a:ext cx="{self.emu(right - left)}" cy="{self.emu(bottom - top)}"/></a:xfrm>'
        )

    # paint ------------------------------------------------------------------------------------

    def _fill(self, item: Item) -> str:
        if isinstance(item, Line) or not edge(item)[1]:
            return ""
        if item.hatch and not (item.fade and item.fade_px > 0):
            over, under = item.hatch, item.fill or self.paper
            return (
                f'<a:pattFill prst="wdUpDiag"><a:fgClr>{_colour(over, item.opacity)}</a:fgClr>'
                f"<a:bgClr>{_colour(under, item.opacity)}</a:bgClr></a:pattFill>"
            )
        return _paint(item, item.fill) if item.fill else "<a:noFill/>"

    def _stroke(self, item: Item) -> str:
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
        return (
            f'<a:ln w="{self.emu(item.stroke_width)}" cap="flat">{_paint(item, item.stroke)}'
            f"{dash}<a:miter/>{head}</a:ln>"
        )

    # words ------------------------------------------------------------------------------------

    def words(self, passage: Passage, number: int) -> str:
        like = passage.first
        name = seen(passage.texts[0])[:60] or "words"
        return (
            f"<p:sp><p:nvSpPr>{_named(number, name, like.title, text=True)}"
            f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f"<p:spPr>{self.words_place(passage)}"
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{self._plate(passage)}</p:spPr>'
            f"{self.words_body(passage)}</p:sp>"
        )

    def words_place(self, passage: Passage) -> str:
        """The box of a passage, with room for letters that come out a little wider."""
        like = passage.first
        spare = 0.4 * like.size + 0.03 * passage.width
        shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[like.anchor] * spare
        left = passage.left - shift
        top = like.y - (_ASCENT + _extra(passage)) * like.size
        bottom = passage.lines[-1].y + DESCENT * like.size
        return self._box((left, top, left + passage.width + spare, bottom))

    def words_body(self, passage: Passage, tag: str = "p:txBody") -> str:
        like = passage.first
        style = "".join(
            (
                ' b="1"' if like.bold else ' b="0"',
                ' i="1"' if like.italic else "",
                ' strike="sngStrike"' if like.struck else "",
            )
        )
        size = round(like.size * self.unit / POINT * 100)
        look = (
            f'<a:rPr lang="en-GB" sz="{size}"{style} dirty="0">{_paint(like, like.fill)}'
            f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
        )
        line = f"<a:br>{look}</a:br>" if not like.role else ""
        glue = line or f"<a:r>{look}<a:t> </a:t></a:r>"
        runs = glue.join(
            f"<a:r>{look}<a:t>{escape(seen(text))}</a:t></a:r>" for text in passage.texts
        )
        spacing = round((1 + _extra(passage) / _LINE) * 100_000)
        return (
            f'<{tag}><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" '
            f'rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr marL="0" indent="0" '
            f'algn="{_ALIGN[like.anchor]}"><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
            f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>{runs}</a:p></{tag}>'
        )

    def _plate(self, passage: Passage) -> str:
        plate = passage.first.plate
        return f"<a:solidFill>{_colour(plate)}</a:solidFill>" if plate else "<a:noFill/>"


def _extra(passage: Passage) -> float:
    """Space above each line beyond the font's own, in sizes; programs add it to the first too."""
    return LEADING - _LINE if len(passage.lines) > 1 else 0.0


def _named(number: int, name: str, title: str, *, text: bool = False) -> str:
    """Name and alternative text; a shape without words of its own is marked as decoration."""
    words = f" descr={quoteattr(seen(title))}" if title else ""
    return (
        f'<p:cNvPr id="{number}" name={quoteattr(name)}{words}>'
        f"{'' if title or text else _DECORATIVE}</p:cNvPr>"
    )


def _paint(item: Item, colour: str) -> str:
    """One colour, or a gradient where the item fades."""
    if not (item.fade and item.fade_px > 0):
        return f"<a:solidFill>{_colour(colour, item.opacity)}</a:solidFill>"
    stops = fade_stops(item)
    left, right = stops[0][0], stops[-1][0]
    marks = "".join(
        f'<a:gs pos="{round(100_000 * (x - left) / ((right - left) or 1))}">'
        f"{_colour(colour, item.opacity * alpha)}</a:gs>"
        for x, alpha in stops
    )
    return f'<a:gradFill rotWithShape="1"><a:gsLst>{marks}</a:gsLst><a:lin ang="0"/></a:gradFill>'


def _colour(colour: str, opacity: float = 1.0) -> str:
    alpha = "" if opacity == 1 else f'<a:alpha val="{round(100_000 * opacity)}"/>'
    return f'<a:srgbClr val="{colour.lstrip("#")}">{alpha}</a:srgbClr>'


def _share(length: float, item: Item) -> int:
    return round(100_000 * length / item.stroke_width)
