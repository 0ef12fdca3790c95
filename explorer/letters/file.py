"""Letters as files: one body as PDF or SVG, or all bodies of a kind in one zip."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from explorer.colours import palette
from explorer.drawing.geometry import shifted
from explorer.drawing.scene import Item, Line, Scene
from explorer.errors import ExplorerError
from explorer.export.files import file_name, zipped
from explorer.export.formats import format_of
from explorer.export.pdf import pdf
from explorer.export.svg import svg
from explorer.letters.content import letter
from explorer.letters.pages import HEIGHT, WIDTH, letter_pages
from explorer.model import Registry
from explorer.naming import check_kind, find

ENDINGS = ("pdf", "svg")
A4 = 210 / 25.4 * 72  # the width in points


class NoBodies(ExplorerError):
    """A kind of which the record holds no body."""


def letter_file(
    registry: Registry, asked: str, ending: str = "pdf", *, grey: bool = False, address: str = ""
) -> bytes:
    """The letter about a body. Raises UnknownOrganisation and UnknownFormat."""
    suffix = format_of(ending, ENDINGS).suffix
    said = letter(registry, asked, address=address)
    pages = letter_pages(said, "grey" if grey else "light")
    if suffix == "svg":
        return svg(in_one(pages)).encode()
    return pdf(*pages, width=A4, title=said.title, author=registry.edition.title)


def in_one(pages: Sequence[Scene]) -> Scene:
    """All pages one below the other, for formats without pages."""
    items: list[Item] = []
    for place, scene in enumerate(pages):
        y = place * HEIGHT
        items += [shifted(item, 0, y) for item in scene.items]
        if place:
            rule = palette().rule
            items.append(Line(0, y, WIDTH, y, stroke=rule, stroke_width=1))
    return replace(pages[0], items=tuple(items), height=HEIGHT * len(pages))


def letter_name(registry: Registry, asked: str, ending: str = "pdf") -> str:
    """The name of its file."""
    body = find(registry, asked)
    return file_name(f"record-{body.id}", "", registry.edition, format_of(ending, ENDINGS).suffix)


def letters_zip(
    registry: Registry,
    kind: str,
    ending: str = "pdf",
    *,
    progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """A letter for every body of exactly this kind; `progress` hears how many of them are done.

    Raises UnknownName, UnknownFormat and NoBodies.
    """
    check_kind(registry, kind)
    ids = [body.id for body in registry.organisations.values() if body.kind == kind]
    if not ids:
        raise NoBodies(f"The record holds no body of the kind '{kind}'.")
    files = []
    for done, name in enumerate(ids, 1):
        files.append((letter_name(registry, name, ending), letter_file(registry, name, ending)))
        if progress:
            progress(done, len(ids))
    return zipped(files)
