"""A drawing as values: what to paint, where and in which colours, in px with y downwards.

A layout makes a `Scene`; writers turn the same scene into a Plotly figure, SVG and further formats.
Items are painted in their order; texts are painted last, above everything, so that every writer
shows the same picture. Colours are hex; an empty colour paints nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

SHAPES = ("disc", "square", "triangle", "triangle_right", "diamond", "hexagon", "cross")

Anchor: TypeAlias = Literal["start", "middle", "end"]
Fade: TypeAlias = Literal["", "left", "right", "both"]
Step: TypeAlias = tuple[str, *tuple[float, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every item has. `hatch` is the colour of diagonal lines painted over the fill.

    `fade` names the sides whose end is not known: there the item thins out over `fade_px`.
    `key` is the id of the body or event that the item stands for, `title` the words shown when
    the reader points at it.
    """

    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.5
    dash: tuple[float, ...] = ()
    opacity: float = 1.0
    hatch: str = ""
    fade: Fade = ""
    fade_px: float = 0.0
    key: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Rect(Item):
    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Path(Item):
    """Steps ("M", x, y), ("L", x, y) and ("C", x1, y1, x2, y2, x, y), absolute; see `geometry`."""

    steps: tuple[Step, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Line(Item):
    """A straight line; `arrow` puts a head of that many px on its end."""

    x1: float
    y1: float
    x2: float
    y2: float
    arrow: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark(Item):
    """One sign of `shape` (see SHAPES) centred on (x, y) in a box of `size` px.

    A ring is a disc with a stroke and no fill.
    """

    x: float
    y: float
    size: float
    shape: str = "disc"


@dataclass(frozen=True, slots=True)
class Text(Item):
    """One line of words: `fill` is its colour, `y` its baseline.

    `plate` is the colour of a plate behind the words, for a label that must lie on a line.
    `role` tells the frame's words from the drawing's: headline, standfirst, note, source or "".
    """

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    italic: bool = False
    struck: bool = False
    anchor: Anchor = "start"
    plate: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """A finished drawing. `alt` is one sentence, `description` the long form in words.

    `name` is the kind of drawing ("structure", "lineage", ...); `paper` the background colour.
    The first `inside` items are the drawing itself, between `top` and `foot`; the rest is the
    frame of words round it.
    """

    name: str
    width: float
    height: float
    items: tuple[Item, ...]
    paper: str
    headline: str = ""
    standfirst: str = ""
    notes: tuple[str, ...] = ()
    source_line: str = ""
    alt: str = ""
    description: str = ""
    inside: int = 0
    top: float = 0.0
    foot: float = 0.0

    @property
    def texts(self) -> tuple[Text, ...]:
        return tuple(item for item in self.items if isinstance(item, Text))

    @property
    def drawn(self) -> tuple[Item, ...]:
        """Everything but the texts, in order of painting."""
        return tuple(item for item in self.items if not isinstance(item, Text))

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(item.key for item in self.items if item.key)
