"""Lines of a scene put together again: what was wrapped is one passage, to be read or edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.drawing.scene import Text
from explorer.drawing.textbox import LEADING, measure


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines of one style, one below the other at the usual distance."""

    lines: tuple[Text, ...]

    @property
    def first(self) -> Text:
        return self.lines[0]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(line.text for line in self.lines)

    @property
    def width(self) -> float:
        """Of the longest line, in px."""
        like = self.first
        return max(
            measure(text, like.size, bold=like.bold, italic=like.italic) for text in self.texts
        )

    @property
    def left(self) -> float:
        return (
            self.first.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[self.first.anchor] * self.width
        )


def passages(texts: Iterable[Text]) -> tuple[Passage, ...]:
    """In the order of their first lines. Lines about different bodies are never joined."""
    found: list[list[Text]] = []
    for text in texts:
        if found and _goes_on(found[-1][-1], text):
            found[-1].append(text)
        else:
            found.append([text])
    return tuple(Passage(tuple(lines)) for lines in found)


def _goes_on(above: Text, below: Text) -> bool:
    step = below.y - above.y
    like = replace(below, text=above.text, y=above.y)
    return like == above and not above.plate and abs(step - LEADING * above.size) < 0.05
