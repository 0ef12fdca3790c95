"""The wall poster as a file: A1 or A3, vector, exact in size."""

from __future__ import annotations

from explorer.export.formats import format_of
from explorer.export.pdf import POINTS_A_MM, pdf
from explorer.export.svg import svg
from explorer.model import Registry
from explorer.poster.papers import SHEETS
from explorer.poster.picture import poster_scene

ENDINGS = ("pdf", "svg")


def poster(
    registry: Registry, paper: str = "a1", ending: str = "pdf", *, grey: bool = False
) -> bytes:
    """The whole file. Raises UnknownSheet, UnknownFormat and NothingToDraw."""
    suffix = format_of(ending, ENDINGS).suffix
    scene = poster_scene(registry, paper, "grey" if grey else "light")
    sheet = SHEETS[paper]
    if suffix == "svg":
        return svg(scene, (f"{sheet.wide}mm", f"{sheet.high}mm")).encode()
    return pdf(scene, width=sheet.wide * POINTS_A_MM, author=registry.edition.title)
