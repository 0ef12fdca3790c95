"""What all parts of the timeline share: the page, the axis, and how closely it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer.drawing.geometry import Box, bounds
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Text
from explorer.drawing.textbox import Block, block, box
from explorer.layout.axis import TimeAxis
from explorer.look import Palette
from explorer.period import after_last_day
from explorer.timeline import Timeline

CLOSE_YEARS = 27  # a span of so many years or fewer shows the kinds that only a close look shows
_GUTTER = 9.2  # width of the lanes' titles, in sizes of a label


@dataclass(frozen=True, eq=False)
class Stage:
    """`axis` runs from the first day shown to the day after the last one."""

    timeline: Timeline
    page: Page
    axis: TimeAxis

    @property
    def colours(self) -> Palette:
        return self.page.colours

    @property
    def unit(self) -> float:
        return self.page.unit

    @property
    def years(self) -> float:
        return (self.axis.last - self.axis.first).days / 365.25

    @property
    def close(self) -> bool:
        return self.years <= CLOSE_YEARS + 0.5

    @property
    def known_until(self) -> date:
        """The first day about which the record knows nothing but plans."""
        return after_last_day(self.timeline.registry.edition.as_known_on)

    @property
    def ahead(self) -> float:
        """Px where the future begins, kept on the axis."""
        return self.axis.within(self.known_until, self.axis.right)

    def holds(self, day: date) -> bool:
        """Whether the day lies on the axis."""
        return self.axis.first <= day < self.axis.last

    def shows(self, start: date | None, end: date | None) -> bool:
        """Whether any of [start, end) lies on the axis, as far as it is known."""
        first = max(start or date.min, self.axis.first)
        last = min(end or self.known_until, self.axis.last)
        return first < last

    def left(self, start: date | None) -> float:
        return self.axis.within(start, self.axis.left)

    def right(self, end: date | None) -> float:
        return self.axis.within(end, self.ahead)


def stage(timeline: Timeline, page: Page, first_year: int, last_year: int) -> Stage:
    edition = timeline.registry.edition
    gutter = 0 if page.narrow else _GUTTER * page.label
    axis = TimeAxis(
        left=page.left + gutter,
        right=page.right,
        first=max(date(first_year, 1, 1), edition.first_day),
        last=min(date(last_year + 1, 1, 1), after_last_day(edition.last_day)),
    )
    return Stage(timeline, page, axis)


@dataclass(frozen=True, eq=False)
class Part:
    """A strip drawn from y = 0 downwards. `solid` are areas that no line may be seen through."""

    items: tuple[Item, ...]
    height: float
    solid: tuple[Box, ...] = ()


def title(stage: Stage, words: str, top: float) -> Block:
    """The name of a lane: in the gutter or, on a narrow page, above the lane on a line of its own.

    `top` is the top of its capitals.
    """
    page = stage.page
    width = 0 if page.narrow else stage.axis.left - page.left - 0.8 * page.label
    like = Text(page.left, top, "", page.label, bold=True, fill=stage.colours.ink)
    return block(words, like, width)


def title_room(stage: Stage) -> float:
    """Height that a title takes above its lane."""
    return 1.9 * stage.page.label if stage.page.narrow else 0.0


def padded(one: Box, by: float) -> Box:
    return (one[0] - by, one[1] - by, one[2] + by, one[3] + by)


def limits(item: Item) -> Box:
    """The box of words or of a shape."""
    return box(item) if isinstance(item, Text) else bounds(item)


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
