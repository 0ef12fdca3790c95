"""Passages of a scene as text boxes that can be edited."""

from __future__ import annotations

from xml.sax.saxutils import escape

from explorer.drawing.textbox import DESCENT, LEADING
from explorer.export.drawingml.paint import colour, named, paint
from explorer.export.drawingml.shapes import POINT, box_of
from explorer.export.glyphs import seen
from explorer.export.passages import Passage

FONT = "Arial"  # on every machine with an office program, and as wide as the bundled font

_ASCENT = 0.905  # of Arial, in sizes: where office programs put the first baseline of a box
_LINE = 1.149  # of Arial: its own distance of lines
_ALIGN = {"start": "l", "middle": "ctr", "end": "r"}


def text_box(passage: Passage, number: int, unit: float) -> str:
    """The whole box; `unit` is one px of the scene in EMU."""
    like = passage.first
    plate = f"<a:solidFill>{colour(like.plate)}</a:solidFill>" if like.plate else "<a:noFill/>"
    name = seen(passage.texts[0])[:60] or "words"
    return (
        f"<p:sp><p:nvSpPr>{named(number, name, like.title, text=True)}"
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{place(passage, unit)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{plate}'
        f"</p:spPr>{body(passage, unit)}</p:sp>"
    )


def place(passage: Passage, unit: float) -> str:
    """Where the box stands, with room for letters that come out a little wider."""
    like = passage.first
    spare = 0.4 * like.size + 0.03 * passage.width
    left = passage.left - {"start": 0.0, "middle": 0.5, "end": 1.0}[like.anchor] * spare
    top = like.y - (_ASCENT + _extra(passage)) * like.size
    bottom = passage.lines[-1].y + DESCENT * like.size
    return box_of((left, top, left + passage.width + spare, bottom), unit)


def body(passage: Passage, unit: float) -> str:
    """The words. Those of the frame run on, so that they can be edited; labels keep their lines."""
    like = passage.first
    style = f' b="{int(like.bold)}" i="{int(like.italic)}"'
    style += ' strike="sngStrike"' if like.struck else ""
    size = round(like.size * unit / POINT * 100)
    look = (
        f'<a:rPr lang="en-GB" sz="{size}"{style} dirty="0">{paint(like, like.fill)}'
        f'<a:latin typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:rPr>'
    )
    glue = f"<a:r>{look}<a:t> </a:t></a:r>" if like.role else f"<a:br>{look}</a:br>"
    runs = glue.join(f"<a:r>{look}<a:t>{escape(seen(text))}</a:t></a:r>" for text in passage.texts)
    spacing = round((1 + _extra(passage) / _LINE) * 100_000)
    return (
        '<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t" '
        'rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr marL="0" indent="0" '
        f'algn="{_ALIGN[like.anchor]}"><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/></a:pPr>{runs}</a:p></p:txBody>'
    )


def _extra(passage: Passage) -> float:
    """Space above each line beyond the font's own, in sizes; programs add it to the first too."""
    return LEADING - _LINE if len(passage.lines) > 1 else 0.0
