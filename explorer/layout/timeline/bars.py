"""A lane of bars: one for each body, as long as it lived, in as few rows as they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from explorer.drawing.geometry import Box
from explorer.drawing.scene import Item, Line, Rect, Text
from explorer.drawing.textbox import CAP
from explorer.layout.timeline.captions import ARROW, Caption, caption
from explorer.layout.timeline.ends import Ends, ends
from explorer.layout.timeline.hover import bar_words, plan_words
from explorer.layout.timeline.stage import Part, Stage, title, title_room
from explorer.look import Swatch
from explorer.period import Precision, after_last_day
from explorer.policy.lanes import Lane
from explorer.timeline import Bar

_HEIGHT = {1: 1.6, 2: 2.75}  # of a bar with one or two lines of words, in sizes of a label
_APART = 0.28  # between rows
_LEADING = 1.2
_THIN = 8.0  # px


def bar_lane(stage: Stage, lane: Lane) -> Part:
    """The lane, or nothing where no bar of it lies on the axis."""
    bars = [
        bar
        for bar in stage.timeline.bars
        if bar.lane == lane.id
        and (stage.close or not bar.close)
        and stage.shows(bar.body.lifetime.start, bar.body.lifetime.end)
    ]
    if not bars:
        return Part((), 0)
    bars.sort(key=lambda bar: (_juniority(bar), bar.body.lifetime.start, bar.body.id))
    label = stage.page.label
    captions = [caption(stage, bar) for bar in bars]
    numbers = packed([(c.need, ends(stage, b)) for b, c in zip(bars, captions, strict=True)])
    y = title_room(stage) + 0.2 * label
    items: list[Item] = []
    solid: list[Box] = []
    for row in range(max(numbers) + 1):
        members = [i for i, number in enumerate(numbers) if number == row]
        height = _HEIGHT[max(captions[i].lines for i in members)] * label
        for i in members:
            drawn, boxes = draw_bar(stage, bars[i], captions[i], y, height)
            items += drawn
            solid += boxes
        y += height + _APART * label
    named = title(stage, lane.title, 0.0 if stage.page.narrow else 0.6 * label)
    height = max(y, named.height + 0.6 * label)
    return Part((*items, *named.items), height, tuple(solid))


def _juniority(bar: Bar) -> bool:
    """Departments first."""
    return bar.kind.id != "government_department"


def packed(bars: Sequence[tuple[tuple[float, float], Ends]]) -> tuple[int, ...]:
    """The first row for each bar in which what it needs is free of the others, and theirs of it:
    two bars may overlap where neither is certain."""
    rows: list[list[tuple[tuple[float, float], Ends]]] = []
    found = []
    for bar in bars:
        row = next(
            (i for i, row in enumerate(rows) if not any(_clash(bar, one) for one in row)), len(rows)
        )
        if row == len(rows):
            rows.append([])
        rows[row].append(bar)
        found.append(row)
    return tuple(found)


def _clash(one: tuple[tuple[float, float], Ends], other: tuple[tuple[float, float], Ends]) -> bool:
    return any(
        need[0] < max(need_too[1], whole.right) - 0.01
        and min(need_too[0], whole.left) < need[1] - 0.01
        for (need, _), (need_too, whole) in ((one, other), (other, one))
    )


def draw_bar(
    stage: Stage, bar: Bar, words: Caption, top: float, height: float
) -> tuple[list[Item], list[Box]]:
    """A bar with its words, its ends as they are known and what is planned for it; and the areas
    that no line may be seen through."""
    one = ends(stage, bar)
    swatch = stage.colours.of(bar.kind.id, bar.body.id)
    key = bar.body.id
    width = max(one.right - one.left, 1.5)
    items: list[Item] = list(_rects(stage, bar, one, top, height))
    items += [Line(x, top, x, top + height, stroke=swatch.edge, stroke_width=1) for x in words.cuts]
    boxes = [(one.left, top, one.left + width, top + height)]
    middle = top + height / 2
    for x, way, is_open, told in (
        (one.right, 1, one.open_right, "end not known"),
        (one.left, -1, one.open_left, "first day not known"),
    ):
        if is_open:
            items.append(_arrow(stage, x, middle, way, swatch, key, told))
    for plan in planned(stage, bar, top, height):
        items.append(plan)
        boxes.append((plan.x, top, plan.x + plan.width, top + height))
    texts = _texts(stage, words, middle, swatch)
    items += (replace(text, key=key, title=bar_words(bar)) for text in texts)
    return items, boxes


def _rects(stage: Stage, bar: Bar, one: Ends, top: float, height: float) -> Iterator[Rect]:
    """The bar; in two halves where its ends fade over different lengths."""
    swatch = stage.colours.of(bar.kind.id, bar.body.id)
    words = {"key": bar.body.id, "title": bar_words(bar)}
    # an edge round a thin bar would hide the gap to the next one
    edged = height > _THIN and not (swatch.fill == swatch.edge and _uneven(one))
    stroke = {"stroke": swatch.edge, "stroke_width": 1.2} if edged else {}
    if _uneven(one) and swatch.fill != stage.colours.paper:
        # the seam lies where the left fade ends: words in the certain part begin right of it
        middle = one.certain[0]
        for left, right, fade, px in (
            (one.left, middle, "left", one.left_fade),
            (middle, one.right, "right", one.right_fade),
        ):
            yield Rect(
                left, top, right - left, height, fill=swatch.fill, fade=fade, fade_px=px, **words
            )
        return
    fade = {(True, True): "both", (True, False): "left", (False, True): "right"}.get(
        (one.left_fade > 0, one.right_fade > 0), ""
    )
    yield Rect(
        one.left,
        top,
        max(one.right - one.left, 1.5),
        height,
        fill=swatch.fill,
        fade=fade,
        fade_px=max(one.left_fade, one.right_fade),
        **stroke,
        **words,
    )


def _uneven(one: Ends) -> bool:
    low, high = sorted((one.left_fade, one.right_fade))
    return low > 0 and high > 1.5 * low


def _texts(stage: Stage, words: Caption, middle: float, swatch: Swatch) -> Iterator[Text]:
    for one in words.words:
        fill = swatch.text if one.inside else stage.colours.ink
        first = middle + (CAP / 2 - (len(one.lines) - 1) * _LEADING / 2) * one.size
        for i, line in enumerate(one.lines):
            yield Text(one.x, first + i * _LEADING * one.size, line, one.size, fill=fill)


def _arrow(
    stage: Stage, x: float, y: float, way: int, swatch: Swatch, key: str, words: str
) -> Line:
    end = min(max(x + way * ARROW * stage.unit, stage.page.left), stage.page.right)
    head = 6 * stage.unit
    return Line(
        x, y, end, y, stroke=swatch.edge, stroke_width=1.3, arrow=head, key=key, title=words
    )


def planned(stage: Stage, bar: Bar, top: float, height: float) -> list[Rect]:
    """From what is known to the last planned day, fading over a year that only is known."""
    if not bar.plans or bar.body.lifetime.end or stage.axis.last <= stage.known_until:
        return []
    last = max((plan.planned for plan in bar.plans), key=lambda day: day.first)
    vague = last.precision is Precision.YEAR
    until: date = after_last_day(last.last) if vague else last.first
    right = stage.axis.within(until, stage.axis.right)
    if right <= stage.ahead:
        return []
    swatch = stage.colours.planned
    fade = right - stage.axis.within(last.first, right) if vague else 0.0
    return [
        Rect(
            stage.ahead,
            top,
            right - stage.ahead,
            height,
            fill=swatch.fill,
            stroke=swatch.edge,
            stroke_width=1,
            dash=(3, 3),
            fade="right" if fade else "",
            fade_px=fade,
            key=bar.body.id,
            title="; ".join(plan_words(plan) for plan in bar.plans),
        )
    ]
