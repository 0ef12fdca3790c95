"""The page round a drawing: sizes of type for a width, margins, headline, notes, source line.

Everything scales with the width asked for: 1600 px is paper and slides (shown at 1000 px, 16 px
of type are still 10), 1200 a screen, 760 a narrow column. A page grows downwards; nothing is cut.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from explorer.drawing.geometry import shifted
from explorer.drawing.scene import Item, Line, Scene, Text
from explorer.drawing.textbox import Block, block
from explorer.look import Palette, palette

_ANCHORS = {  # width: sizes in px
    760: {
        "headline": 25,
        "standfirst": 15.5,
        "strong": 14.5,
        "label": 13.5,
        "small": 12.5,
        "margin": 20,
    },
    1200: {
        "headline": 31,
        "standfirst": 18,
        "strong": 16,
        "label": 14.5,
        "small": 13.5,
        "margin": 30,
    },
    1600: {"headline": 36, "standfirst": 21, "strong": 19, "label": 17, "small": 16, "margin": 40},
}
NARROW = 900  # px: below it drawings choose their narrow form


@dataclass(frozen=True, slots=True)
class Page:
    """A width with its sizes in px and the colours of a theme ("light", "dark" or "grey").

    `strong` is for names of rows and bodies, `label` for labels, `small` for notes; no text of a
    drawing is smaller than `small`.
    """

    width: float
    theme: str
    colours: Palette
    headline: float
    standfirst: float
    strong: float
    label: float
    small: float
    margin: float

    @property
    def left(self) -> float:
        return self.margin

    @property
    def right(self) -> float:
        return self.width - self.margin

    @property
    def inner(self) -> float:
        return self.width - 2 * self.margin

    @property
    def narrow(self) -> bool:
        return self.width < NARROW

    @property
    def unit(self) -> float:
        """1 px of the drawings' proportions at 1600 px, for strokes, gaps and marks."""
        return self.label / 17


def page(width: float = 1200, theme: str = "light") -> Page:
    """Sizes between the widths of `_ANCHORS` are interpolated, to half pixels."""
    widths = sorted(_ANCHORS)
    at = min(max(width, widths[0]), widths[-1])
    low, high = next((a, b) for a, b in pairwise(widths) if at <= b)
    part = (at - low) / (high - low)
    sizes = {
        name: round(2 * (_ANCHORS[low][name] * (1 - part) + _ANCHORS[high][name] * part)) / 2
        for name in _ANCHORS[low]
    }
    return Page(width=width, theme=theme, colours=palette(theme), **sizes)


def framed(
    page: Page,
    name: str,
    body: Iterable[Item],
    body_height: float,
    *,
    headline: str,
    standfirst: str = "",
    notes: Iterable[str] = (),
    source_line: str,
    alt: str,
    description: str = "",
) -> Scene:
    """The scene of a drawing whose `body` was drawn from y = 0 downwards between `page.left` and
    `page.right`; headline and standfirst are set above it, notes and source line below."""
    colours, notes = page.colours, tuple(notes)
    y = page.margin * 0.7
    words: list[Text] = []

    def put(
        text: str | tuple[str, ...], size: float, fill: str, role: str, bold: bool = False
    ) -> None:
        nonlocal y
        texts = (text,) if isinstance(text, str) else text
        for one in texts:
            set_text = _set(page, one, y, size, fill, role, bold)
            words.extend(set_text.items)
            y += set_text.height + 0.42 * size

    put(headline, page.headline, colours.ink, "headline", bold=True)
    if standfirst:
        put(standfirst, page.standfirst, colours.muted, "standfirst")
    top = y = y + page.margin * 0.5
    drawn = [shifted(item, 0, top) for item in body]
    y += body_height + page.margin * 0.7
    rule = Line(page.left, y, page.right, y, stroke=colours.rule, stroke_width=1)
    y += page.margin * 0.5
    put(notes, page.small, colours.muted, "note")
    put(source_line, page.small, colours.muted, "source")
    height = round(y + page.margin * 0.4)
    return Scene(
        name=name,
        width=page.width,
        height=height,
        items=(*drawn, rule, *words),
        paper=colours.paper,
        headline=headline,
        standfirst=standfirst,
        notes=notes,
        source_line=source_line,
        alt=alt,
        description=description,
        inside=len(drawn),
        top=top,
        foot=top + body_height,
    )


def unframed(scene: Scene) -> Scene:
    """The drawing alone, from its top to its foot."""
    items = tuple(shifted(item, 0, -scene.top) for item in scene.items[: scene.inside])
    height = scene.foot - scene.top
    return replace(scene, items=items, height=height, top=0.0, foot=height)


def reworded(
    page: Page,
    scene: Scene,
    *,
    headline: str = "",
    standfirst: str = "",
    notes: Iterable[str] | None = None,
    source_line: str = "",
) -> Scene:
    """A framed scene, drawn on `page`, under other words; what is not given stays as it was."""
    return framed(
        page,
        scene.name,
        unframed(scene).items,
        scene.foot - scene.top,
        headline=headline or scene.headline,
        standfirst=standfirst or scene.standfirst,
        notes=scene.notes if notes is None else notes,
        source_line=source_line or scene.source_line,
        alt=scene.alt,
        description=scene.description,
    )


def _set(page: Page, text: str, top: float, size: float, fill: str, role: str, bold: bool) -> Block:
    # long lines of small type are hard to follow: notes keep to about 150 letters
    small = role in ("note", "source")
    width = min(page.inner, size * 72) if small else page.inner
    like = Text(page.left, top, "", size, bold=bold, fill=fill, role=role)
    return block(text, like, width, balanced=not small)
