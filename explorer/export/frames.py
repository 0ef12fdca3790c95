"""A change through time as frames: one drawing for each day on which something changed.

All frames have one scale and one size; over each stands its day, what changed on it, and where it
lies in the time shown. Below that strip a frame is the drawing of its day and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.diff import diff
from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Mark, Rect, Scene, Text
from explorer.drawing.textbox import block, block_height
from explorer.errors import ExplorerError
from explorer.export.png import TooLarge
from explorer.graph import index
from explorer.look import day_words
from explorer.model import Registry
from explorer.narrative.steps import step_words
from explorer.period import ONE_DAY

MOST = 60  # frames: one a second and a half is a minute and a half


class NoFrames(ExplorerError):
    """Nothing changed in the time asked for."""


@dataclass(frozen=True, eq=False)
class Frame:
    day: date
    caption: str
    scene: Scene


def change_days(
    registry: Registry, start: date, end: date, *, kind: str | None = None
) -> tuple[date, ...]:
    """The days after `start`, up to `end`, on which the record changes; with `kind`, those on
    which a body of that kind opens or ends. Raises NoFrames and TooLarge."""
    days = [day for day in index(registry).change_days if start < day <= end]
    if kind:
        days = [
            day
            for day in days
            if (step := diff(registry, day - ONE_DAY, day, kind=kind)).opened or step.closed
        ]
    if not days:
        raise NoFrames(
            f"Nothing changed between {day_words(start)} and {day_words(end)}: there is nothing "
            "to animate."
        )
    if len(days) > MOST:
        raise TooLarge(
            f"Between {day_words(start)} and {day_words(end)} there are {len(days)} days with "
            f"changes; an animation has at most {MOST} frames. Choose a shorter time or one kind."
        )
    return tuple(days)


def frames(
    registry: Registry,
    days: Sequence[date],
    draw: Callable[[date], Scene],
    *,
    kind: str | None = None,
) -> Iterator[Frame]:
    """The drawing of each day with what changed on it."""
    for day in days:
        step = diff(registry, day - ONE_DAY, day, kind=kind)
        yield Frame(day, step_words(step), draw(day))


def strip_height(page: Page, found: Sequence[Frame]) -> float:
    """Room for the longest caption."""
    lines = max(len(_caption(page, frame).items) for frame in found)
    return _caption_top(page) + block_height(lines, page.standfirst) + 3.2 * page.label


def captioned(page: Page, found: Sequence[Frame], place: int) -> Scene:
    """One frame under its strip, as high as the highest of all."""
    frame, head = found[place], strip_height(page, found)
    height = head + max(one.scene.height for one in found)
    strip = _strip(page, found, place, head)
    moved = [shifted(item, 0, head) for item in frame.scene.items]
    return replace(
        frame.scene,
        height=height,
        items=(*strip, *moved),
        inside=0,
        headline=f"{day_words(frame.day)}: {frame.scene.headline}",
    )


def _strip(page: Page, found: Sequence[Frame], place: int, head: float) -> list[Item]:
    frame, colours = found[place], page.colours
    first, last = found[0].day, found[-1].day
    span = (last - first).days or 1
    left, right, y = page.left, page.right, head - 1.6 * page.label

    def x(day: date) -> float:
        return left + (right - left) * (day - first).days / span

    items: list[Item] = [
        Rect(0, 0, page.width, head, fill=colours.panel),
        Line(left, y, right, y, stroke=colours.faint, stroke_width=2),
    ]
    for at, one in enumerate(found):
        now = at == place
        colour = colours.accent if at <= place else colours.faint
        size = (0.95 if now else 0.45) * page.label
        items.append(Mark(x(one.day), y, size, fill=colour, title=day_words(one.day)))
    day = Text(left, 0.7 * page.margin + page.headline * 0.73, day_words(frame.day), page.headline)
    items.append(replace(day, bold=True, fill=colours.ink))
    number = Text(right, day.y, f"{place + 1} of {len(found)}", page.standfirst, anchor="end")
    items.append(replace(number, fill=colours.muted))
    items += _caption(page, frame).items
    return items


def _caption_top(page: Page) -> float:
    return 0.7 * page.margin + 1.25 * page.headline


def _caption(page: Page, frame: Frame):
    like = Text(page.left, _caption_top(page), "", page.standfirst, fill=page.colours.ink)
    return block(frame.caption, like, page.inner)
