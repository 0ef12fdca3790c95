"""Handouts as PDF: A4, tagged, real text, in one ink, the answers on a page of their own."""

from __future__ import annotations

import json
from pathlib import Path

from explorer.drawing.page import unframed
from explorer.export.glyphs import printable, printed
from explorer.export.svg import svg
from explorer.export.textures import textured
from explorer.export.typeset import typeset
from explorer.handouts.handout import Asked, Block, Handout, Heading, Picture, Words

_TEMPLATE = Path(__file__).with_name("page.typ")
_SHORT = 38  # letters of an option that fit into half the width
_LONG = 70  # questions and options that need closer setting to keep to two pages
_SOURCES, _FEWER = 14, 6  # sources written out, and on a long paper; the rest are counted


def handout_pdf(made: Handout) -> bytes:
    """The handout as PDF; the same handout gives the same bytes."""
    pictures: dict[str, bytes] = {}
    data = {
        **_type(made),
        "title": printable(made.title),
        "standfirst": printable(made.standfirst),
        "blocks": [_block(one, pictures) for one in made.blocks],
        "answers": [
            {"number": one.number, "text": f"{printable(one.text.rstrip('.'))}.",
             "why": printable(one.why)}
            for one in made.answers
        ],
        "sources": [printable(one) for one in _few(made)],
        "foot": printable(made.foot),
        "author": printable(made.author),
    }  # fmt: skip
    files = {"main.typ": _TEMPLATE.read_bytes(), "data.json": json.dumps(data).encode(), **pictures}
    return typeset(files, "pdf", pdf_standards="ua-1")


def _type(made: Handout) -> dict[str, float]:
    """The size of type in points and the distance of questions: a long paper is set closer."""
    return {"size": 9.0, "apart": 0.6} if _long(made) else {"size": 10.0, "apart": 1.0}


def _long(made: Handout) -> bool:
    return sum(len(one.options) + 2 for one in made.blocks if isinstance(one, Asked)) >= _LONG


def _few(made: Handout) -> tuple[str, ...]:
    """The first sources; those left out are counted, so that the answers keep to one page."""
    most = _FEWER if _long(made) else _SOURCES
    more = len(made.sources) - most
    rest = (f"And {more} more; see the record.",) if more > 0 else ()
    return (*made.sources[:most], *rest)


def _block(one: Block, pictures: dict[str, bytes]) -> dict:
    match one:
        case Heading(text):
            return {"sort": "heading", "text": printable(text)}
        case Words(text, lead):
            return {"sort": "words", "text": printable(text), "lead": printable(lead)}
        case Picture(scene, tall):
            name = f"{len(pictures)}.svg"
            pictures[name] = svg(printed(textured(unframed(scene)))).encode()
            return {"sort": "picture", "file": name, "alt": printable(scene.alt), "tall": tall}
        case Asked(number, text, options, ordered, lines):
            return {
                "sort": "asked",
                "number": number,
                "text": printable(text),
                "options": [printable(option) for option in options],
                "wide": ordered or any(len(option) > _SHORT for option in options),
                "lines": lines,
            }
