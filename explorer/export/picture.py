"""A drawing as a finished file: under the words of the reader, at a named size, in any format."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from explorer.drawing.page import page, reworded
from explorer.drawing.scene import Scene
from explorer.export.formats import format_of
from explorer.export.html import html
from explorer.export.pdf import pdf
from explorer.export.png import pixels, png
from explorer.export.sizes import Draw, Size, fitted, size_of
from explorer.export.svg import svg
from explorer.export.textures import textured
from explorer.model import Registry
from explorer.narrative.credits import credits
from explorer.sheets.sheet import Sheet

WRITERS = ("svg", "pdf", "png", "pptx", "html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reader may choose. Empty words keep those that the drawing proposes; `note` is put
    before its notes. `address` is where the view can be seen again."""

    size: str = "web"
    grey: bool = False
    headline: str = ""
    standfirst: str = ""
    note: str = ""
    address: str = ""

    @property
    def theme(self) -> str:
        return "grey" if self.grey else "light"


@dataclass(frozen=True, eq=False)
class View:
    """What is shown: a drawing, and by name the tables of the same facts, made when asked for."""

    registry: Registry
    draw: Draw
    tables: Mapping[str, Callable[[], Sheet]] = field(default_factory=dict)

    @cached_property
    def headline(self) -> str:
        """The one that the drawing proposes."""
        return self.draw(width=1200, theme="light").headline

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        return {name: make() for name, make in self.tables.items()}


def finished(view: View, wish: Wish = Wish()) -> Scene:
    """The scene as it goes out, with the publishers of its facts. Raises TooLarge, UnknownSize."""

    def drawn(width: int) -> Scene:
        scene = view.draw(width=width, theme=wish.theme)
        return reworded(
            page(width, wish.theme),
            scene,
            headline=wish.headline,
            standfirst=wish.standfirst,
            notes=(*filter(None, [wish.note]), *scene.notes),
            source_line=credits(view.registry, sources(view.sheets), address=wish.address),
        )

    scene = fitted(drawn, size_of(wish.size))
    return textured(scene) if wish.grey else scene


def sources(sheets: Mapping[str, Sheet]) -> Iterator[str]:
    """The source of every row."""
    for sheet in sheets.values():
        if "source_id" in sheet.keys:
            place = sheet.keys.index("source_id")
            for row in sheet.rows:
                yield from str(row[place] or "").split(";")


def picture(view: View, ending: str, wish: Wish = Wish()) -> bytes:
    """The whole file. Raises UnknownFormat, UnknownSize and TooLarge."""
    suffix = format_of(ending, WRITERS).suffix
    return written(view, finished(view, wish), suffix, size_of(wish.size))


def check(scene: Scene, suffix: str, size: Size) -> None:
    """Raises TooLarge where the format cannot hold the finished scene."""
    if suffix == "png":
        pixels(scene, size.pixels)
    elif suffix == "pptx":
        from explorer.export.pptx import slide_height

        slide_height(scene, size.points)


def written(view: View, scene: Scene, suffix: str, size: Size) -> bytes:
    """A finished scene in one of the formats of `WRITERS`."""
    edition = view.registry.edition
    if suffix == "svg":
        return svg(scene).encode()
    if suffix == "pdf":
        return pdf(scene, width=size.points, author=edition.title)
    if suffix == "png":
        return png(scene, size.pixels, dpi=size.dpi)
    if suffix == "pptx":
        from explorer.export.pptx import pptx  # late: few readers want it, and all would wait

        return pptx(scene, known_on=edition.as_known_on, width=size.points, author=edition.title)
    return html(scene, view.sheets).encode()
