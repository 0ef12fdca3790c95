"""Scenes as PDF: vector, tagged (PDF/UA-1), with the bundled fonts inside and pages of exact size.

The words of the frame are set as headings and paragraphs, the drawing as a figure with its
alternative text; labels inside the figure are text that can be searched and copied.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from explorer.drawing.scene import Scene
from explorer.drawing.textbox import LEADING
from explorer.export.glyphs import printable, printed
from explorer.export.passages import Passage, passages
from explorer.export.svg import svg
from explorer.export.typeset import typeset

POINTS_A_PX = 0.75
POINTS_A_MM = 72 / 25.4

_TEMPLATE = Path(__file__).with_name("page.typ")
_LEVELS = {"headline": 1, "heading": 2}
_BEFORE = ("headline", "standfirst")  # read before the figure; all other words after it


def pdf(*scenes: Scene, width: float | None = None, title: str = "", author: str = "") -> bytes:
    """One page for each scene. `width` is that of the first page in points; by default a px of
    the scene is 0.75 points, as on the web."""
    scale = width / scenes[0].width if width else POINTS_A_PX
    made = [printed(scene) for scene in scenes]
    pages = [_page(scene, number, scale) for number, scene in enumerate(made)]
    data = {
        "title": printable(title) or made[0].headline or made[0].alt or made[0].name,
        "description": made[0].alt,
        "author": printable(author),
        "pages": pages,
    }
    files = {
        "main.typ": _TEMPLATE.read_bytes(),
        "data.json": json.dumps(data).encode(),
        **{
            page["figure"]: svg(_figure(scene)).encode()
            for page, scene in zip(pages, made, strict=True)
            if page["figure"]
        },
    }
    return typeset(files, "pdf", pdf_standards="ua-1")


def _figure(scene: Scene) -> Scene:
    """The drawing without the words of its frame, on no paper."""
    items = tuple(item for item in scene.items if not getattr(item, "role", ""))
    return replace(scene, items=items, paper="")


def _page(scene: Scene, number: int, scale: float) -> dict:
    framing = passages(text for text in scene.texts if text.role)
    before = [one for one in framing if one.first.role in _BEFORE]
    return {
        "width": scene.width * scale,
        "height": scene.height * scale,
        "paper": scene.paper,
        "figure": f"{number}.svg" if _figure(scene).items else None,
        "alt": scene.alt or None,
        "before": [_words(one, scale) for one in before],
        "after": [_words(one, scale) for one in framing if one not in before],
    }


def _words(passage: Passage, scale: float) -> dict:
    like = passage.first
    spare = like.size  # room for rounding: a line must never be broken again
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[like.anchor] * spare
    return {
        "level": _LEVELS.get(like.role, 0),
        "x": (passage.left - shift) * scale,
        "y": like.y * scale,
        "width": (passage.width + spare) * scale,
        "size": like.size * scale,
        "leading": LEADING * like.size * scale,
        "fill": like.fill,
        "weight": 700 if like.bold else 400,
        "style": "italic" if like.italic else "normal",
        "anchor": like.anchor,
        "lines": passage.texts,
    }
