"""Two lanes of events: Acts, White Papers and policies above, reforms below them.

Labels climb as a staircase over their stems. The stem of a reform goes on down through all lanes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.drawing.scene import Item, Line, Mark, Text
from explorer.drawing.textbox import CAP, measure, run
from explorer.layout.timeline.choice import date_label
from explorer.layout.timeline.stage import Part, Stage, title, title_room
from explorer.layout.timeline.staircase import Place, Room, Stem, staircase
from explorer.layout.timeline.tags import Tag, policy_tags, reform_tags

_ROW = 1.55  # distance of rows, in sizes of a label
_LIFT = 0.9  # from the line to the lowest label's baseline
_MARK, _SMALL_MARK = 0.62, 0.32
_CLOSE_ROWS = 12  # of labels, at most
_ROWS_YEARS = 55.0  # the longest axis on which labels do not crowd
_ROWS_WIDTH = 9_600.0  # px: a wide view has 6 rows on a page of 1600, 8 on one of 1200
_POLICY = "Acts, White Papers, policies"
_SIGNS = (("act", "Act"), ("white_paper", "White Paper"), ("plan", "plan, report, policy"))


@dataclass(frozen=True, slots=True)
class Head:
    """The lane of reforms, and the days on which its stems go on down: (day, words, planned)."""

    part: Part
    days: tuple[tuple[date, str, bool], ...]


def policy_lane(stage: Stage) -> Part:
    """Acts, White Papers and other policy. All entries of a close view have a mark."""
    tags = policy_tags(stage)
    if not tags:
        return Part((), 0)
    least = 0.0 if stage.page.narrow else _legend_foot(stage)
    part, _ = _lane(stage, _POLICY, tags, least)
    return Part((*part.items, *_legend(stage)), part.height)


def reform_lane(stage: Stage, bodies: frozenset[str] | None = None) -> Head:
    """Reforms with what they opened and closed, on a close view in words; only those that concern
    `bodies`, if these are given."""
    tags = reform_tags(stage, bodies)
    if not tags:
        return Head(Part((), 0), ())
    part, places = _lane(stage, "Reforms", tags, 2.2 * stage.page.label)
    labelled = {place.stem.key for place in places}
    by_day: dict[date, list[Tag]] = {}
    for tag in tags:
        if tag.key in labelled:
            by_day.setdefault(tag.date.first, []).append(tag)
    days = (
        (day, "; ".join(tag.wordings[0][0] for tag in found), all(tag.planned for tag in found))
        for day, found in sorted(by_day.items())
    )
    return Head(part, tuple(days))


def _lane(
    stage: Stage, name: str, tags: Sequence[Tag], least: float
) -> tuple[Part, tuple[Place, ...]]:
    """A line with a mark for each tag and, over it, the labels that fit. The line lies at `least`
    px or lower."""
    label = stage.page.label
    by_key = {tag.key: tag for tag in tags}
    stems = [_stem_of(stage, tag) for tag in tags if not tag.silent]
    room = Room(stage.axis.left, stage.page.right, _most_rows(stage), 0.9 * label)
    places = staircase(stems, room)
    labelled = {place.stem.key for place in places}
    rows = max((place.row for place in places), default=-1) + 1
    y = max(least, title_room(stage) + (rows * _ROW + _LIFT) * label)
    axis, rule = stage.axis, stage.colours.rule
    items: list[Item] = [Line(axis.left, y, axis.right, y, stroke=rule, stroke_width=1)]
    if stage.close:
        items += [
            _mark(stage, tag, axis.x(tag.date.first), y, _SMALL_MARK * label)
            for tag in tags
            if tag.key not in labelled
        ]
    for place in places:
        tag = by_key[place.stem.key]
        items += _label(stage, tag, place, y)
        items.append(_mark(stage, tag, place.stem.x, y, _MARK * label))
    items += title(stage, name, 0.0 if stage.page.narrow else 0.3 * label).items
    return Part(tuple(items), y + 0.9 * label), places


def _most_rows(stage: Stage) -> int:
    """The narrower the page and the longer the axis, the more the labels of a wide view crowd:
    they get more rows."""
    if stage.close:
        return _CLOSE_ROWS
    crowding = max(1.0, stage.years / _ROWS_YEARS)
    return round(crowding * min(8, _ROWS_WIDTH / stage.page.width))


def _stem_of(stage: Stage, tag: Tag) -> Stem:
    widths = []
    for words, after in tag.wordings:
        last = _pieces(stage, tag, 0, 0, words, after)[-1]
        widths.append(last.x + measure(last.text, last.size) + _gap(stage))
    return Stem(tag.key, stage.axis.x(tag.date.first), tuple(widths), tag.rank)


def _gap(stage: Stage) -> float:
    return 0.3 * stage.page.label


def _pieces(stage: Stage, tag: Tag, x: float, y: float, words: str, after: str) -> tuple[Text, ...]:
    label, colours = stage.page.label, stage.colours
    ink = colours.planned.text if tag.planned else colours.ink
    when = date_label(tag.date, stage.years)
    texts = [Text(x, y, when, label, bold=True, fill=ink), Text(x, y, words, label, fill=ink)]
    if after:
        texts.append(Text(x, y, after, stage.page.small, fill=colours.muted))
    return run(texts)


def _label(stage: Stage, tag: Tag, place: Place, line_y: float) -> list[Item]:
    """The words at their row, and the stem that joins them to the line."""
    label, stem_x = stage.page.label, place.stem.x
    y = line_y - (_LIFT + place.row * _ROW) * label
    x = stem_x - place.width if place.left else stem_x + _gap(stage)
    stem = Line(
        stem_x,
        y - CAP * label,
        stem_x,
        line_y,
        stroke=stage.colours.planned.edge if tag.planned else stage.colours.faint,
        stroke_width=1,
        dash=(3, 3) if tag.planned else (),
        key=tag.key,
        title=tag.hover,
    )
    words = _pieces(stage, tag, x, y, *tag.wordings[place.wording])
    return [stem, *(replace(text, key=tag.key, title=tag.hover) for text in words)]


def _mark(stage: Stage, tag: Tag, x: float, y: float, size: float) -> Mark:
    return _sign(stage, tag.sign, x, y, size, planned=tag.planned, key=tag.key, title=tag.hover)


def _sign(
    stage: Stage, sign: str, x: float, y: float, size: float, *, planned: bool = False, **words
) -> Mark:
    colours = stage.colours
    shape = {"act": "square", "statutory_instrument": "square", "reform": "diamond"}.get(
        sign, "disc"
    )
    if planned:
        paint = {"fill": colours.paper, "stroke": colours.planned.edge, "dash": (2, 2)}
    elif sign == "white_paper":
        paint = {"fill": colours.paper, "stroke": colours.accent}
    elif sign == "reform":
        paint = {"fill": colours.ink}
    elif shape == "square":
        paint = {"fill": colours.accent}
    else:
        paint = {"fill": colours.rule, "stroke": colours.accent, "stroke_width": 1}
    return Mark(x, y, size, shape, **paint, **words)


def _legend_foot(stage: Stage) -> float:
    return (2 * 1.25 + 0.9 + 1.4 * len(_SIGNS)) * stage.page.label


def _legend(stage: Stage) -> list[Item]:
    """What the signs mean: below the title in the gutter or, on a narrow page, beside it."""
    page, label, muted = stage.page, stage.page.label, stage.colours.muted
    size = _MARK * label
    items: list[Item] = []
    x, y = page.left + size / 2, (0.3 + 2 * 1.25 + 0.9) * label
    if page.narrow:
        x, y = page.left + measure(_POLICY, label, bold=True) + 1.6 * label, CAP * label
    for sign, words in _SIGNS:
        items.append(_sign(stage, sign, x, y - 0.33 * label, size))
        items.append(Text(x + 0.75 * label, y, words, page.small, fill=muted))
        if page.narrow:
            x += measure(words, page.small) + 2.0 * label
        else:
            y += 1.4 * label
    return items
