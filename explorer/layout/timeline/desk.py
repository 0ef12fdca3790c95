"""Finding a free place for a label: the first of several that touches nothing already there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from explorer.drawing.geometry import Box
from explorer.drawing.scene import Text
from explorer.drawing.textbox import box
from explorer.layout.timeline.stage import meet, padded


@dataclass(frozen=True, slots=True)
class Try:
    """Words at one place: `outside` of all shapes, `inside` of the boxes `areas` together."""

    outside: tuple[Text, ...] = ()
    inside: tuple[Text, ...] = ()
    areas: tuple[Box, ...] = ()

    @property
    def texts(self) -> tuple[Text, ...]:
        return (*self.outside, *self.inside)


@dataclass(slots=True)
class Desk:
    """The room of one lane that stands on `floor`. `solid` are shapes, `words` the boxes of labels
    already placed."""

    left: float
    right: float
    top: float
    floor: float
    solid: list[Box]
    words: list[Box] = field(default_factory=list)

    def first_free(self, tries: Iterable[Try], gap: float) -> tuple[Text, ...]:
        """The texts of the first try that fits, now placed; nothing where none does."""
        for one in tries:
            if all(self._free(box(text), gap) for text in one.texts) and (
                not any(self._blocked(box(text), gap) for text in one.outside)
                and all(within(padded(box(text), gap / 2), one.areas) for text in one.inside)
            ):
                self.words += [box(text) for text in one.texts]
                return one.texts
        return ()

    def _free(self, words: Box, gap: float) -> bool:
        if words[0] < self.left or words[2] > self.right or words[1] < self.top:
            return False
        return not any(meet(padded(words, gap), other) for other in self.words)

    def _blocked(self, words: Box, gap: float) -> bool:
        if words[1] < self.floor < words[3]:
            return True
        return any(meet(padded(words, gap / 2), solid) for solid in self.solid)


def within(words: Box, boxes: Sequence[Box]) -> bool:
    """Whether boxes that stand side by side cover the words wholly."""
    at = words[0]
    for left, top, right, bottom in sorted(boxes):
        if right <= at or left > at + 0.01:
            continue
        if top > words[1] or bottom < words[3]:
            return False
        at = right
        if at >= words[2]:
            return True
    return False
