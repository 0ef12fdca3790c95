"""A scene as SVG: text stays text, pointing shows an item's words, equal scenes give equal bytes.

Hatching is drawn as lines and fades as gradients: both survive the way into office programs,
where patterns and masks are often lost.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from explorer.drawing.geometry import Point, arrow_head
from explorer.drawing.pieces import HATCH_WIDTH, edge, fade_stops, hatch, number, path_data
from explorer.drawing.scene import Item, Line, Mark, Rect, Scene, Text
from explorer.drawing.textbox import plates
from explorer.export.glyphs import seen
from explorer.look import FONT_STACK


def svg(scene: Scene, size: tuple[str, str] | None = None) -> str:
    """The whole drawing. Ids begin with the scene's name, so that two drawings fit on one page.

    `size` is the width and height to be shown at, such as ("594mm", "841mm"); by default the px of
    the scene.
    """
    writer = _Writer(scene)
    body = [*map(writer.item, (*scene.drawn, *plates(scene.texts))), *map(writer.item, scene.texts)]
    width, height = number(scene.width), number(scene.height)
    wide, high = size or (width, height)
    title, description = f"{scene.name}-title", f"{scene.name}-desc"
    defs = ["<defs>", *writer.gradients.values(), "</defs>"] if writer.gradients else []
    paper = f'<rect width="{width}" height="{height}" fill="{scene.paper}"/>'
    long_form = " ".join(part for part in (scene.alt, scene.description) if part)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" '
            f'viewBox="0 0 {width} {height}" role="img" lang="en-GB" '
            f'aria-labelledby="{title} {description}" font-family="{FONT_STACK}">',
            f'<title id="{title}">{_words(scene.headline or scene.alt)}</title>',
            f'<desc id="{description}">{_words(long_form)}</desc>',
            *defs,
            *([paper] if scene.paper else []),
            *body,
            "</svg>",
            "",
        ]
    )


def _words(text: str) -> str:
    return escape(seen(text))


class _Writer:
    """Writes items one by one and remembers the gradients and ids already given."""

    def __init__(self, scene: Scene) -> None:
        self.name = scene.name
        self.gradients: dict[tuple, str] = {}
        self._ids: Counter[str] = Counter()

    def item(self, item: Item) -> str:
        """One item; with a key or words of its own it becomes a group that carries them."""
        drawn = "".join(self._text(item) if isinstance(item, Text) else self._shape(item))
        if not (item.key or item.title):
            return drawn
        key = f' id="{self._id(item.key)}" data-key={_attribute(item.key)}' if item.key else ""
        title = f"<title>{_words(item.title)}</title>" if item.title else ""
        return f"<g{key}>{title}{drawn}</g>"

    def _id(self, key: str) -> str:
        plain = f"{self.name}-{re.sub('[^A-Za-z0-9_.-]', '_', key)}"
        self._ids[plain] += 1
        return plain if self._ids[plain] == 1 else f"{plain}--{self._ids[plain]}"

    def _text(self, text: Text) -> list[str]:
        style = "".join(
            (
                ' font-weight="700"' if text.bold else "",
                ' font-style="italic"' if text.italic else "",
                ' text-decoration="line-through"' if text.struck else "",
                f' text-anchor="{text.anchor}"' if text.anchor != "start" else "",
            )
        )
        place = f'x="{number(text.x)}" y="{number(text.y)}" font-size="{number(text.size)}"'
        return [f'<text {place} fill="{text.fill}"{style}>{_words(text.text)}</text>']

    def _shape(self, item: Item) -> list[str]:
        parts = []
        if item.fill or item.stroke:
            parts.append(f"<{_form(item)}{self._paint(item)}/>")
        if item.hatch:
            lines = path_data(_open(hatch(item)), closed=False)
            colour = self._colour(item, item.hatch)
            parts.append(
                f'<path d="{lines}" fill="none" stroke="{colour}" '
                f'stroke-width="{number(HATCH_WIDTH)}"{_opacity(item)}/>'
            )
        if isinstance(item, Line) and item.arrow:
            head = path_data(arrow_head(item), closed=True)
            parts.append(f'<path d="{head}" fill="{item.stroke}"{_opacity(item)}/>')
        return parts

    def _paint(self, item: Item) -> str:
        closed = edge(item)[1]
        fill = self._colour(item, item.fill) if item.fill and closed else "none"
        stroke = ""
        if item.stroke:
            stroke = (
                f' stroke="{self._colour(item, item.stroke)}"'
                f' stroke-width="{number(item.stroke_width)}"'
            )
            if item.dash:
                stroke += f' stroke-dasharray="{",".join(map(number, item.dash))}"'
        return f' fill="{fill}"{stroke}{_opacity(item)}'

    def _colour(self, item: Item, colour: str) -> str:
        """The colour itself, or a gradient over the page where the item fades."""
        if not (item.fade and item.fade_px > 0):
            return colour
        stops = fade_stops(item)
        left, right = stops[0][0], stops[-1][0]
        if (colour, stops) not in self.gradients:
            offsets = "".join(
                f'<stop offset="{number((x - left) / (right - left or 1))}" '
                f'stop-color="{colour}" stop-opacity="{number(alpha)}"/>'
                for x, alpha in stops
            )
            self.gradients[colour, stops] = (
                f'<linearGradient id="{self.name}-fade-{len(self.gradients) + 1}" '
                f'gradientUnits="userSpaceOnUse" x1="{number(left)}" x2="{number(right)}" '
                f'y1="0" y2="0">{offsets}</linearGradient>'
            )
        place = list(self.gradients).index((colour, stops)) + 1
        return f"url(#{self.name}-fade-{place})"


def _form(item: Item) -> str:
    """The element and its place; signs that SVG knows stay what they are."""
    if isinstance(item, Rect):
        corner = f' rx="{number(item.radius)}"' if item.radius else ""
        return (
            f'rect x="{number(item.x)}" y="{number(item.y)}" '
            f'width="{number(item.width)}" height="{number(item.height)}"{corner}'
        )
    if isinstance(item, Mark) and item.shape == "disc":
        return f'circle cx="{number(item.x)}" cy="{number(item.y)}" r="{number(item.size / 2)}"'
    return f'path d="{path_data(*edge(item))}"'


def _open(lines: Sequence[tuple[Point, Point]]) -> tuple:
    return tuple(step for a, b in lines for step in (("M", *a), ("L", *b)))


def _opacity(item: Item) -> str:
    return "" if item.opacity == 1 else f' opacity="{number(item.opacity)}"'


def _attribute(text: str) -> str:
    return quoteattr(seen(text))
