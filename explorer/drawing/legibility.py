"""What a reader could not read in a scene: words on words, words cut off, words too small or faint.

Each check returns the offenders and is empty for a drawing that may be published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from explorer.drawing.geometry import Box, Point, bounds, flatten, polygons
from explorer.drawing.scene import Item, Line, Path, Rect, Scene, Text
from explorer.drawing.textbox import box

SLACK = 0.75  # px that boxes may share: less than the empty edge of a letter


def overlaps(scene: Scene) -> tuple[tuple[Text, Text], ...]:
    """Pairs of texts whose boxes overlap."""
    placed = sorted(
        ((box(text), i, text) for i, text in enumerate(scene.texts)), key=lambda p: p[0][1]
    )
    found = []
    for at, (one, _, text) in enumerate(placed):
        for other, _, further in placed[at + 1 :]:
            if other[1] > one[3] - SLACK:
                break
            if _meet(one, other):
                found.append((text, further))
    return tuple(found)


def outside(scene: Scene) -> tuple[Item, ...]:
    """Items that reach beyond the page."""
    page = (-SLACK, -SLACK, scene.width + SLACK, scene.height + SLACK)
    found = []
    for item in scene.items:
        left, top, right, bottom = box(item) if isinstance(item, Text) else bounds(item)
        if left < page[0] or top < page[1] or right > page[2] or bottom > page[3]:
            found.append(item)
    return tuple(found)


def crossed(scene: Scene) -> tuple[tuple[Text, Item], ...]:
    """Texts without a plate that the edge of a shape, a line or a mark runs through.

    A text wholly inside a filled shape stands on it as its background, which is no fault, and
    hides what was painted before.
    """
    edges = [(bounds(item), item) for item in scene.drawn if _visible(item)]
    found = []
    for text in scene.texts:
        if text.plate:
            continue
        words = _inner(box(text))
        backs = [
            (i, *_solid(item)) for i, (limits, item) in enumerate(edges) if _backs(item, words)
        ]
        for i, (limits, item) in enumerate(edges):
            if not _meet(words, limits):
                continue
            hiding = [(left, right) for at, left, right in backs if at > i]
            if any(
                _cuts(a, b, words) and not _hidden(a, b, words, hiding) for a, b in _segments(item)
            ):
                found.append((text, item))
    return tuple(found)


def small(scene: Scene, floor: float) -> tuple[Text, ...]:
    """Texts under `floor` px."""
    return tuple(text for text in scene.texts if text.size < floor)


def faint(scene: Scene, least: float = 4.5) -> tuple[tuple[Text, float], ...]:
    """Texts whose contrast with what lies under their middle is below `least`, with the contrast.

    4.5 to 1 is the least of WCAG 2.2 for text of ordinary size.
    """
    painted = [(bounds(item), item) for item in scene.drawn if item.fill]
    found = []
    for text in scene.texts:
        ratio = contrast(text.fill, text.plate or _background(scene.paper, painted, text))
        if ratio < least:
            found.append((text, round(ratio, 2)))
    return tuple(found)


def _background(paper: str, painted: Sequence[tuple[Box, Item]], text: Text) -> str:
    """The colour under the middle of `text`, with all fills that lie there blended."""
    left, top, right, bottom = box(text)
    x, y = (left + right) / 2, (top + bottom) / 2
    colour = paper
    for (low_x, low_y, high_x, high_y), item in painted:
        near = low_x <= x <= high_x and low_y <= y <= high_y
        if near and any(_inside((x, y), polygon) for polygon in polygons(item)):
            colour = blend(item.fill, colour, item.opacity)
    return colour


def blend(over: str, under: str, opacity: float) -> str:
    """The colour seen where `over` is painted on `under` with `opacity`."""
    pairs = zip(_channels(over), _channels(under), strict=True)
    return "#" + "".join(f"{round(a * opacity + b * (1 - opacity)):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (v / 255 for v in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _channels(colour: str) -> tuple[int, int, int]:
    return (int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16))


def _meet(one: Box, other: Box) -> bool:
    return (
        one[0] < other[2] - SLACK
        and other[0] < one[2] - SLACK
        and one[1] < other[3] - SLACK
        and other[1] < one[3] - SLACK
    )


def _inner(words: Box) -> Box:
    # descenders may touch a rule below: the check looks at the body of the letters
    return (
        words[0] + SLACK,
        words[1] + SLACK,
        words[2] - SLACK,
        words[3] - SLACK - 0.1 * (words[3] - words[1]),
    )


def _backs(item: Item, words: Box) -> bool:
    """Whether an opaque rectangle lies under all of the words."""
    if not (isinstance(item, Rect) and item.fill and item.opacity == 1):
        return False
    left, top, right, bottom = bounds(item)
    return left <= words[0] and top <= words[1] and words[2] <= right and words[3] <= bottom


def _solid(item: Rect) -> tuple[float, float]:
    """From where to where across a rectangle does not fade."""
    left = item.x + (item.fade_px if item.fade in ("left", "both") else 0)
    right = item.x + item.width - (item.fade_px if item.fade in ("right", "both") else 0)
    return left, right


def _hidden(a: Point, b: Point, words: Box, hiding: list[tuple[float, float]]) -> bool:
    """Whether the part of an edge under the words is covered by what was painted later."""
    low, high = max(min(a[0], b[0]), words[0]), min(max(a[0], b[0]), words[2])
    return any(left <= low and high <= right for left, right in hiding)


def _visible(item: Item) -> bool:
    return bool(item.fill or item.stroke) and item.opacity > 0


def _segments(item: Item) -> Iterator[tuple[Point, Point]]:
    if isinstance(item, Line):
        yield (item.x1, item.y1), (item.x2, item.y2)
        return
    parts = polygons(item) or (flatten(item.steps) if isinstance(item, Path) else ())
    closed = not isinstance(item, Path) or item.closed
    for part in parts:
        yield from pairwise(part)
        if closed:
            yield part[-1], part[0]


def _cuts(a: Point, b: Point, words: Box) -> bool:
    """Whether the line from a to b enters the box (Liang and Barsky)."""
    enter, leave = 0.0, 1.0
    for start, step, low, high in (
        (a[0], b[0] - a[0], words[0], words[2]),
        (a[1], b[1] - a[1], words[1], words[3]),
    ):
        if step == 0:
            if not low < start < high:
                return False
            continue
        first, last = sorted(((low - start) / step, (high - start) / step))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _inside(point: Point, polygon: tuple[Point, ...]) -> bool:
    x, y = point
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
