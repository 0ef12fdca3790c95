"""The poster as a scene: a legend, columns of trees, and the words round them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page, framed, page
from explorer.drawing.scene import Item, Rect, Scene, Text
from explorer.drawing.textbox import measure
from explorer.export.sizes import spread
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.names import short_names
from explorer.look import counted, lower_first
from explorer.model import Registry
from explorer.narrative.credits import credits
from explorer.poster import words
from explorer.poster.key import key_items
from explorer.poster.paint import Painter, Tally, years
from explorer.poster.papers import SHEETS, Sheet, UnknownSheet, numbers, parts_of
from explorer.poster.sheet import HEAD, Part, Placed, Strip, placed

WIDTH = 2376.0  # px of every poster, whatever its size on paper

_SIZES = {"headline": 60, "standfirst": 28, "strong": 24, "label": 19, "small": 16, "margin": 48}
_GUTTER = 30.0  # px between columns
_MARGIN = 0.155  # of a column, left of its axis: room for the names of the first bodies
_TALLEST = 30.0  # px of a row
_LETTERS = 0.9  # of a row, the size of letters: as large as leaves bars apart
_TRIES = 5  # halvings of the room for the key


def poster_scene(registry: Registry, paper: str = "a1", theme: str = "light") -> Scene:
    """The whole line of local commissioners on one sheet. Raises UnknownSheet, NothingToDraw."""
    if paper not in SHEETS:
        raise UnknownSheet(paper)
    sheet = SHEETS[paper]
    at = replace(page(1600, theme), width=WIDTH, **_SIZES)
    return _Maker(registry, sheet, at, parts_of(registry, sheet)).scene()


@dataclass(frozen=True)
class _Maker:
    registry: Registry
    sheet: Sheet
    page: Page
    parts: tuple[Part, ...]

    def scene(self) -> Scene:
        height = WIDTH * self.sheet.high / self.sheet.wide
        room = height - self._framed([], 0.0, Tally(["x"], ["x"], 1)).height
        items, tally = self._body(room)
        # notes may take fewer lines than thought: the page is as high as the paper all the same
        return spread(self._framed(items, room, tally), WIDTH, height)

    def _body(self, room: float) -> tuple[list[Item], Tally]:
        """Columns, and the key below them in as little room as will do: the more it takes, the
        smaller are all letters and the less it needs."""
        items, tally, key, need = self._with_key(room, 0.0)
        little, much = 0.0, need
        for _ in range(_TRIES if need else 0):
            middle = (little + much) / 2
            found = self._with_key(room, middle)
            if found[3] <= middle:
                (items, tally, key, need), much = found, middle
            else:
                little = middle
        if need > much:  # no try was enough but the first
            items, tally, key, need = self._with_key(room, much)
        return [*items, *(shifted(item, 0.0, room - much) for item in key)], tally

    def _with_key(self, room: float, high: float) -> tuple[list[Item], Tally, list[Text], float]:
        """The columns above a key of that height, and the key with the height that it needs."""
        items, tally, size = self._columns(room - high)
        names = short_names(self.registry, tally.keyed)
        return items, tally, *key_items([names[name] for name in tally.keyed], self.page, size)

    def _columns(self, room: float) -> tuple[list[Item], Tally, float]:
        """Trees in columns as high as `room`, and the size of their letters."""
        at, parts, columns = self.page, self.parts, self.sheet.columns
        legend, top = self._legend()
        wide = (at.inner - _GUTTER * (columns - 1)) / columns
        row, places = placed(parts, columns, room - top, _TALLEST)
        size = _LETTERS * row
        ids = [branch.body.id for part in parts for branch in part.branches]
        tally = Tally()
        painter = Painter(self.registry, at, short_names(self.registry, ids), row, size, tally)
        items: list[Item] = list(legend)
        for place, one in enumerate(places):
            left = at.left + one.column * (wide + _GUTTER)
            y = top + one.top * row
            axis = self._axis(parts[one.part], left + _MARGIN * wide, left + wide)
            if one.strip:
                items += self._strip(painter, one.strip, axis, left, y)
                continue
            big = {"size": 1.25 * size, "bold": True, "fill": at.colours.ink}
            if one.title:
                items.append(Text(left, y + 1.6 * row, one.title, **big))
            else:
                foot = _foot(places[place + 1 :], one) * row
                items.append(Text(left, y + 1.1 * row, parts[one.part].title, **big))
                items += years(axis, at, size, y + (HEAD - 1.6) * row, top + foot)
        return items, tally, size

    def _strip(
        self, painter: Painter, strip: Strip, axis: TimeAxis, left: float, y: float
    ) -> Iterator[Item]:
        """Names beside bars keep to half the gap between two trees of a row."""
        starts = [axis.within(tree.start, axis.left) for tree in strip]
        ends = [axis.within(tree.body.lifetime.end, axis.right) for tree in strip]
        between = [(a + b) / 2 for a, b in zip(ends, starts[1:], strict=False)]
        for tree, sides in zip(strip, pairwise([left, *between, axis.right]), strict=True):
            yield from painter.tree(tree, axis, *sides, y)

    def _axis(self, part: Part, left: float, right: float) -> TimeAxis:
        starts = [branch.start for branch in part.branches]
        starts += [fold.start for branch in part.branches for fold in branch.folds]
        known = self.registry.edition.as_known_on
        ends = [tree.body.lifetime.end or known for tree in part.trees]
        return TimeAxis(left, right, min(starts), max(ends))

    def _legend(self) -> tuple[list[Item], float]:
        """Kinds with their numbers in as many lines as they need."""
        at, items = self.page, []
        x, y, size = at.left, 0.0, at.label
        for kind, number in numbers(self.parts).items():
            entry = self.registry.kinds[kind]
            said = counted(number, lower_first(entry.label), lower_first(entry.plural))
            width = 1.1 * size + measure(said, size, bold=True)
            if x + width > at.right:
                x, y = at.left, y + 1.6 * size
            items.append(Rect(x, y, 0.8 * size, 0.8 * size, fill=at.colours.of(kind).fill))
            label = Text(x + 1.1 * size, y + 0.75 * size, said, size, bold=True)
            items.append(replace(label, fill=at.colours.ink))
            x += width + 1.6 * size
        return items, y + 2.4 * size

    def _framed(self, items: list[Item], height: float, tally: Tally) -> Scene:
        found = numbers(self.parts)
        ids = [branch.body.source_id for part in self.parts for branch in part.branches]
        return framed(
            self.page,
            "poster",
            items,
            height,
            headline=words.headline(found),
            standfirst=words.STANDFIRST,
            notes=words.notes(tally, folded=bool(self.sheet.folded)),
            source_line=credits(self.registry, ids),
            alt=words.alt(self.registry, found),
            description=words.description(self.registry, found),
        )


def _foot(later: Sequence[Placed], head: Placed) -> float:
    """Where the faint lines of years end, in rows: at the last tree below the head."""
    ends = [
        one.top + max(tree.rows for tree in one.strip)
        for one in later
        if one.strip and (one.column, one.part) == (head.column, head.part)
    ]
    return max(ends, default=head.top)
