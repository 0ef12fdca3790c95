"""The one door to typst, which sets pages and paints SVG without any library of the system."""

from __future__ import annotations

from collections.abc import Mapping

import typst

from explorer.drawing.textbox import FONTS
from explorer.errors import ExplorerError


class NotTypeset(ExplorerError):
    """A page that could not be set; says why in typst's words."""


def typeset(files: Mapping[str, bytes], form: str, **settings) -> bytes:
    """`main.typ` of `files` as "pdf" or as "png" (one page), with the bundled fonts only."""
    try:
        return typst.compile(
            dict(files), format=form, font_paths=[str(FONTS)], ignore_system_fonts=True, **settings
        )
    except typst.TypstError as error:
        raise NotTypeset(f"The {form.upper()} could not be made: {error}.") from error
