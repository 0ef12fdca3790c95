"""Scenes as PNG of exact size, with their words and licence in the file."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from dataclasses import replace

from explorer.drawing.scene import Scene
from explorer.errors import ExplorerError
from explorer.export.glyphs import printed
from explorer.export.svg import svg
from explorer.export.typeset import typeset

MOST = 60_000_000  # pixels: about what browsers and office programs still open

# A page of whole points, painted at 72 dots an inch, has as many pixels. typst paints an SVG apart,
# on whole pixels rounded upwards, and samples it from there: a picture that is a hair too large
# for its pixels would lose a row and a column of them, so it is told to be a hair smaller.
_MAIN = b"""#let page-of = json("page.json")
#set page(
  width: page-of.width * 1pt,
  height: page-of.height * 1pt,
  margin: 0pt,
  fill: rgb(page-of.paper),
)
#image("scene.svg", width: 100%, height: 100% - 0.03pt, fit: "stretch")
"""
_HAIR = 0.02  # px
_SIGNATURE = 8
_INCH = 0.0254  # metres


class TooLarge(ExplorerError):
    """A picture with more pixels, or with smaller letters, than its size can carry."""


def png(scene: Scene, width: int | None = None, *, dpi: int = 96) -> bytes:
    """The scene on `width` pixels (by default one for each px), its height in proportion.

    `dpi` tells printers the size on paper. Raises TooLarge.
    """
    width, height = pixels(scene, width)
    high = height - _HAIR
    whole = replace(scene, height=high * scene.width / width)
    page = {"width": width, "height": height, "paper": scene.paper}
    files = {
        "main.typ": _MAIN,
        "page.json": json.dumps(page).encode(),
        "scene.svg": svg(printed(whole), (str(width), f"{high:.2f}")).encode(),
    }
    words = {
        "Title": scene.headline,
        "Description": scene.alt,
        "Source": scene.source_line,
    }
    return _marked(typeset(files, "png", ppi=72.0), dpi, words)


def pixels(scene: Scene, width: int | None = None) -> tuple[int, int]:
    """Width and height of the picture. Raises TooLarge."""
    width = width or round(scene.width)
    height = round(scene.height * width / scene.width)
    if width * height > MOST:
        raise TooLarge(
            f"A picture of {width:,} by {height:,} pixels is too large: {MOST:,} is the most. "
            "Choose a smaller size, or PDF or SVG, which have none."
        )
    return width, height


def _marked(picture: bytes, dpi: int, words: Mapping[str, str]) -> bytes:
    """The file with its dots an inch and its words, put after the first chunk."""
    dots = round(dpi / _INCH)
    chunks = [_chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))]
    for key, text in words.items():
        if text:
            chunks.append(_chunk(b"iTXt", key.encode() + b"\0\0\0\0\0" + text.encode()))
    head = _SIGNATURE + 4 + 4 + 13 + 4  # signature and IHDR
    rest, own = picture[head:], b""
    while rest:  # typst writes dots an inch of its own: there may be only one such chunk
        length = struct.unpack(">I", rest[:4])[0] + 12
        own += b"" if rest[4:8] == b"pHYs" else rest[:length]
        rest = rest[length:]
    return picture[:head] + b"".join(chunks) + own


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(name + content)
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
