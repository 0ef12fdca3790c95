"""Trees as bars on an axis of time: a bar is as high as all that came into it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from explorer.drawing.geometry import Box
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Path, Rect, Text
from explorer.drawing.textbox import CAP, DESCENT, LEADING, measure
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.names import ShortName
from explorer.layout.lineage.tags import Words
from explorer.look import counted, life_words
from explorer.model import Organisation, Registry
from explorer.poster.forest import Branch, Fold
from explorer.poster.key import mark

_NEAR = 0.5  # rows between bars that a thin line may join


@dataclass
class Tally:
    """What a painter could not show: `keyed` are bodies whose names stand in the key, in order."""

    keyed: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    unlinked: int = 0


@dataclass(frozen=True)
class Painter:
    """`row` is the height of a row, `size` that of letters, both in px."""

    registry: Registry
    page: Page
    names: Mapping[str, ShortName]
    row: float
    size: float
    tally: Tally

    def tree(
        self, tree: Branch, axis: TimeAxis, left: float, right: float, y: float
    ) -> Iterator[Item]:
        """A tree from `y` down. Names that find no room in their bars may stand beside the tree,
        between `left` and `right`."""
        spots: dict[str, Box] = {}
        texts: list[Text] = []
        yield from self._branch(tree, axis, (left, right), y, spots, texts)
        yield from self._links(tree, spots)
        yield from texts

    def _branch(
        self,
        branch: Branch,
        axis: TimeAxis,
        free: tuple[float, float],
        y: float,
        spots: dict[str, Box],
        texts: list[Text],
    ) -> Iterator[Item]:
        below, (left, _) = y, free
        for child in branch.children:
            # right of a child stands the body that it became
            yield from self._branch(child, axis, (left, 0.0), below, spots, texts)
            below += child.rows * self.row
        body, life, hair = branch.body, branch.body.lifetime, 0.06 * self.row
        start = axis.within(life.start, axis.left)
        end = axis.within(life.end, axis.right)
        top, bottom = y + hair, y + branch.rows * self.row - hair
        spots[body.id] = spot = (start, top, end, bottom)
        unsure = {"fade": "left", "fade_px": 1.6 * self.row} if _blurred(body) else {}
        yield Rect(
            start + hair,
            top,
            max(end - start - 2 * hair, 0.5),
            bottom - top,
            fill=self.page.colours.of(body.kind).fill,
            key=body.id,
            title=f"{body.name}, {life_words(body)}",
            **unsure,
        )
        for fold in branch.folds:
            yield from self._fold(fold, axis, start, (top, bottom), texts)
        if branch.children or branch.folds:
            free = (end, free[1])  # left of it stand the bodies that it came from
        texts += self._label(branch, spot, free)

    def _label(self, branch: Branch, spot: Box, free: tuple[float, float]) -> list[Text]:
        """The name in the bar, else left or right of it, else a letter of the key in it; nothing
        where that finds no room either."""
        name, size = self.names[branch.body.id], self.size
        start, top, end, bottom = spot
        words, pad = Words(name.text, italic=name.label), 0.35 * self.size
        lines = words.wrapped(max(end - start - 2 * pad, 1.0), size)
        wide = words.width(name.text, size) + pad
        ink, anchor, x = self.page.colours.ink, "start", start + pad
        if lines and _height(len(lines), size) <= bottom - top:
            ink = self.page.colours.of(branch.body.kind).text
        elif start - wide >= free[0]:
            x, anchor, lines = start - pad, "end", (name.text,)
        elif end + wide <= free[1]:
            x, lines = end + pad, (name.text,)
        else:
            return self._mark(branch.body, spot)
        first = (top + bottom) / 2 - _height(len(lines), size) / 2 + CAP * size
        like = Text(x, first, "", size, fill=ink, anchor=anchor, italic=name.label)
        return [
            replace(like, text=line, y=first + i * LEADING * size) for i, line in enumerate(lines)
        ]

    def _mark(self, body: Organisation, spot: Box) -> list[Text]:
        start, top, end, bottom = spot
        sign = mark(len(self.tally.keyed))
        if measure(sign, self.size, bold=True) > end - start or self.size * CAP > bottom - top:
            self.tally.nameless.append(body.id)
            return []
        self.tally.keyed.append(body.id)
        y = (top + bottom) / 2 + CAP / 2 * self.size
        ink = self.page.colours.of(body.kind).text
        middle = (start + end) / 2
        return [Text(middle, y, sign, self.size, bold=True, fill=ink, anchor="middle")]

    def _fold(
        self,
        fold: Fold,
        axis: TimeAxis,
        start: float,
        sides: tuple[float, float],
        texts: list[Text],
    ) -> Iterator[Item]:
        """One bar for all bodies of a kind that came into a branch, with their number."""
        left = axis.within(fold.start, axis.left)
        right = min(axis.within(fold.end, axis.right), start)
        top, bottom = sides
        hair = 0.06 * self.row
        kind = self.registry.kinds[fold.kind]
        swatch = self.page.colours.of(fold.kind)
        yield Rect(
            left + hair,
            top,
            max(right - left - 2 * hair, 0.5),
            bottom - top,
            fill=swatch.fill,
            title=counted(fold.number, kind.label, kind.plural),
        )
        number = str(fold.number)
        if measure(number, self.size) < right - left and CAP * self.size < bottom - top:
            y = (top + bottom) / 2 + CAP / 2 * self.size
            middle = (left + right) / 2
            texts.append(Text(middle, y, number, self.size, fill=swatch.text, anchor="middle"))

    def _links(self, tree: Branch, spots: Mapping[str, Box]) -> Iterator[Item]:
        """A thin line for every part that passed to another bar of the same tree."""
        for branch in tree.walk():
            for arc in branch.given:
                if arc.from_id not in spots or arc.to_id not in spots:
                    self.tally.unlinked += 1
                    continue
                giver, taker = spots[arc.from_id], spots[arc.to_id]
                if max(taker[1] - giver[3], giver[1] - taker[3]) > _NEAR * self.row:
                    self.tally.unlinked += 1
                    continue
                down = taker[1] > giver[1]
                y1 = giver[3] - 0.2 * self.row if down else giver[1] + 0.2 * self.row
                y2 = min(max(y1, taker[1] + 0.2 * self.row), taker[3] - 0.2 * self.row)
                bend = 0.55 * self.row
                x1, x2 = giver[2] - bend, taker[0] + bend
                steps = (("M", x1, y1), ("C", giver[2], y1, taker[0], y2, x2, y2))
                yield Path(
                    steps,
                    stroke=self.page.colours.ink,
                    stroke_width=0.07 * self.row,
                    opacity=0.6,
                    title=f"A part of {self.names[arc.from_id].text}",
                )


def _blurred(body: Organisation) -> bool:
    return body.opened is None or not body.opened.exact


def _height(lines: int, size: float) -> float:
    return (CAP + DESCENT + (lines - 1) * LEADING) * size


def years(axis: TimeAxis, page: Page, size: float, top: float, foot: float) -> Iterator[Item]:
    """The years at the head of a column, and faint lines down through it."""
    for year in axis.years(measure("2000", size) * 1.3):
        x = axis.x(date(year, 1, 1))
        yield Line(x, top + 1.4 * size, x, foot, stroke=page.colours.rule, stroke_width=0.06 * size)
        yield Text(x, top + size, str(year), size, anchor="middle", fill=page.colours.muted)
