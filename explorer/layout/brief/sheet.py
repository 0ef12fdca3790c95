"""What drawings for a slide share: their width, their one size of type, and how rows share room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.colours import Palette, palette
from explorer.drawing.scene import Item, Line, Rect, Scene, Text
from explorer.drawing.textbox import CAP, measure, wrap
from explorer.look import source_line
from explorer.model import Registry

WIDTH = 1216.0  # px of a slide between its margins, shown as laid out
SIZE = 24.0  # px of all type: it can be read from the back row
LEAST, MOST = 36.0, 68.0  # px from row to row
_DASH = (6, 4)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A place to draw on: `room` px high if the rows can be had in them."""

    registry: Registry
    theme: str
    room: float

    @property
    def colours(self) -> Palette:
        return palette(self.theme)

    def held(self, taken: float = 0.0) -> int:
        """How many rows there is room for below `taken` px; three in any case."""
        return max(3, int((self.room - taken) // LEAST))

    def pitch(self, rows: int, taken: float = 0.0) -> float:
        """Px from row to row when `rows` share the room below `taken` px."""
        return min(max((self.room - taken) / max(rows, 1), LEAST), MOST)

    def words(self, x: float, middle: float, text: str, **more) -> Text:
        """One line of words whose capitals stand round `middle`."""
        like = {"fill": self.colours.ink} | more
        return Text(x, middle + CAP * SIZE / 2, text, SIZE, **like)

    def bar(
        self, x: float, middle: float, width: float, height: float, kind: str, body: str = ""
    ) -> Rect:
        """A bar in the colour of its kind; of arrangements the edge is dashed."""
        swatch = self.colours.of(kind, body)
        return Rect(
            x,
            middle - height / 2,
            max(width, 3.0),
            height,
            fill=swatch.fill,
            stroke=swatch.edge,
            stroke_width=2,
            dash=_DASH if swatch.dashed else (),
            key=body,
        )

    def rule(self, y: float) -> Line:
        return Line(0, y, WIDTH, y, stroke=self.colours.rule, stroke_width=1)

    def scene(self, items: Iterable[Item], height: float, headline: str, alt: str) -> Scene:
        items, height = tuple(items), round(height, 2)
        return Scene(
            name="brief",
            width=WIDTH,
            height=height,
            items=items,
            paper=self.colours.paper,
            headline=headline,
            source_line=source_line(self.registry.edition),
            alt=alt,
            inside=len(items),
            top=0.0,
            foot=height,
        )


def cut(text: str, width: float, *, bold: bool = False) -> str:
    """The words of one line of that width, with an ellipsis where some had to go."""
    if measure(text, SIZE, bold=bold) <= width:
        return text
    return f"{wrap(text, width - SIZE, SIZE, bold=bold, balanced=False)[0]}…"
