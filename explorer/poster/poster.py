"""The wall poster on A1 or A3: one sheet, vector, exact in size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from explorer.errors import ExplorerError
from explorer.export.formats import format_of
from explorer.export.pdf import POINTS_A_MM, pdf
from explorer.export.sizes import spread
from explorer.export.svg import svg
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.names import short_names
from explorer.look import counted, day_words, lower_first
from explorer.model import Registry
from explorer.narrative.credits import credits
from explorer.page import Page, framed, page
from explorer.poster.forest import Branch, forest
from explorer.poster.paint import Painter, Tally, years
from explorer.poster.sheet import HEAD, Part, Strip, placed, strips
from explorer.scene import Item, Rect, Scene, Text
from explorer.textbox import measure

ENDINGS = ("pdf", "svg")
WIDTH = 2376.0  # px of every poster, whatever its size on paper


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper in mm. Kinds in `folded` are only counted where they ended before `until`."""

    wide: float
    high: float
    columns: int
    folded: tuple[str, ...]
    until: date


SHEETS = MappingProxyType(
    {
        "a1": Sheet(594, 841, 3, (), date.min),
        "a3": Sheet(
            297,
            420,
            3,
            ("primary_care_group", "primary_care_trust", "care_trust",
             "area_health_authority", "district_health_authority"),
            date(2006, 10, 1),
        ),
    }
)  # fmt: skip
_SOUTH = 50.0  # degrees of latitude: a region without coordinates comes last
_ERAS = (  # title, kinds
    (
        "Authorities, 1974 to 2002",
        ("area_health_authority", "district_health_authority", "health_authority"),
    ),
    (
        "Groups, trusts and boards since 1999",
        (
            "primary_care_group",
            "primary_care_trust",
            "care_trust",
            "clinical_commissioning_group",
            "integrated_care_board",
        ),
    ),
)


class UnknownSheet(ExplorerError):
    def __init__(self, asked: str) -> None:
        super().__init__(f"Unknown size of poster '{asked}'. Known sizes: {', '.join(SHEETS)}.")


def poster_scene(registry: Registry, paper: str = "a1", theme: str = "light") -> Scene:
    """The whole line of local commissioners on one sheet. Raises UnknownSheet."""
    if paper not in SHEETS:
        raise UnknownSheet(paper)
    return _Maker(registry, SHEETS[paper], _page(theme)).scene()


def poster(
    registry: Registry, paper: str = "a1", ending: str = "pdf", *, grey: bool = False
) -> bytes:
    """The poster as a file. Raises UnknownSheet and UnknownFormat."""
    suffix = format_of(ending, ENDINGS).suffix
    scene = poster_scene(registry, paper, "grey" if grey else "light")
    sheet = SHEETS[paper]
    if suffix == "svg":
        return svg(scene, (f"{sheet.wide}mm", f"{sheet.high}mm")).encode()
    edition = registry.edition
    return pdf(scene, width=sheet.wide * POINTS_A_MM, author=edition.title)


def _page(theme: str) -> Page:
    sizes = {"headline": 66, "standfirst": 31, "strong": 24, "label": 20, "small": 17, "margin": 56}
    return replace(page(1600, theme), width=WIDTH, **sizes)


@dataclass(frozen=True)
class _Maker:
    registry: Registry
    sheet: Sheet
    page: Page

    def scene(self) -> Scene:
        height = WIDTH * self.sheet.high / self.sheet.wide
        frame = self._framed([], 0.0, Tally(["x"], 1))
        room = height - frame.height
        items, tally = self._body(room)
        # the notes may have grown shorter: the page is exactly as high as the paper all the same
        return spread(self._framed(items, room, tally), WIDTH, height)

    @property
    def parts(self) -> tuple[Part, ...]:
        return tuple(Part(title, self._regions(kinds)) for title, kinds in _ERAS)

    def _regions(self, kinds: Sequence[str]) -> tuple[tuple[str, tuple[Strip, ...]], ...]:
        found: dict[str, list[Branch]] = defaultdict(list)
        trees = forest(self.registry, kinds, folded=self.sheet.folded, until=self.sheet.until)
        for tree in trees:
            found[tree.body.region or "Region not known"].append(tree)
        order = {name: _mean_north(trees) for name, trees in found.items()}
        return tuple(
            (name, strips(found[name]))
            for name in sorted(
                found, key=lambda name: (name == "Region not known", -order[name], name)
            )
        )

    def _body(self, room: float) -> tuple[list[Item], Tally]:
        at, parts = self.page, self.parts
        legend, top = self._legend(parts)
        gutter = 36.0
        wide = (at.inner - gutter * (self.sheet.columns - 1)) / self.sheet.columns
        row, places = placed(parts, self.sheet.columns, room - top, 30.0)
        size = 0.8 * row
        ids = [branch.body.id for part in parts for branch in part.branches]
        tally = Tally()
        painter = Painter(self.registry, at, short_names(self.registry, ids), row, size, tally)
        items: list[Item] = list(legend)
        for place, one in enumerate(places):
            left = at.left + one.column * (wide + gutter)
            y = top + one.top * row
            axis = self._axis(parts[one.part], left + 0.155 * wide, left + wide)
            if one.strip:
                items += self._strip(painter, one.strip, axis, left, y)
                continue
            if one.title:
                items.append(
                    Text(
                        left, y + 1.6 * row, one.title, 1.25 * size, bold=True, fill=at.colours.ink
                    )
                )
            else:
                foot = self._foot(places[place + 1 :], one, room - top, row)
                head = Text(left, y + 1.1 * row, parts[one.part].title, 1.25 * size, bold=True)
                items.append(replace(head, fill=at.colours.ink))
                items += years(axis, at, size, y + (HEAD - 1.6) * row, top + foot)
        return items, tally

    def _strip(
        self, painter: Painter, strip: Strip, axis: TimeAxis, left: float, y: float
    ) -> Iterator[Item]:
        """Names beside bars keep to half the gap between two trees of a row."""
        starts = [axis.within(tree.start, axis.left) for tree in strip]
        ends = [axis.within(tree.body.lifetime.end, axis.right) for tree in strip]
        between = [(a + b) / 2 for a, b in zip(ends, starts[1:], strict=False)]
        for tree, sides in zip(strip, pairwise([left, *between, axis.right]), strict=True):
            yield from painter.tree(tree, axis, *sides, y)

    def _foot(self, later, head, room: float, row: float) -> float:
        """Where the faint lines of years end: at the last tree below the head."""
        ends = [
            (one.top + max(tree.rows for tree in one.strip)) * row
            for one in later
            if one.strip and (one.column, one.part) == (head.column, head.part)
        ]
        return max(ends, default=head.top * row)

    def _axis(self, part: Part, left: float, right: float) -> TimeAxis:
        starts = [branch.start for branch in part.branches]
        starts += [fold.start for branch in part.branches for fold in branch.folds]
        known = self.registry.edition.as_known_on
        ends = [tree.body.lifetime.end or known for tree in part.trees]
        return TimeAxis(left, right, min(starts), max(ends))

    def _legend(self, parts: Sequence[Part]) -> tuple[list[Item], float]:
        """Kinds with their numbers in as many lines as they need."""
        at, items = self.page, []
        x, y, size = at.left, 0.0, at.label
        for kind, number in self._numbers(parts).items():
            entry = self.registry.kinds[kind]
            words = counted(number, lower_first(entry.label), lower_first(entry.plural))
            width = 1.1 * size + measure(words, size, bold=True)
            if x + width > at.right:
                x, y = at.left, y + 1.6 * size
            items.append(Rect(x, y, 0.8 * size, 0.8 * size, fill=at.colours.of(kind).fill))
            said = Text(x + 1.1 * size, y + 0.75 * size, words, size, bold=True)
            items.append(replace(said, fill=at.colours.ink))
            x += width + 1.6 * size
        return items, y + 2.4 * size

    def _numbers(self, parts: Sequence[Part]) -> dict[str, int]:
        found: Counter[str] = Counter()
        for branch in (branch for part in parts for branch in part.branches):
            found[branch.body.kind] += 1
            for fold in branch.folds:
                found[fold.kind] += fold.number
        order = [kind for _, kinds in _ERAS for kind in kinds]
        return {kind: found[kind] for kind in order if found[kind]}

    def _framed(self, items: list[Item], height: float, tally: Tally) -> Scene:
        registry = self.registry
        numbers = self._numbers(self.parts)
        total = sum(numbers.values())
        known = day_words(registry.edition.as_known_on)
        ids = [branch.body.source_id for part in self.parts for branch in part.branches]
        return framed(
            self.page,
            "poster",
            items,
            height,
            headline=f"The {total:,} bodies that planned or bought local NHS care since 1974",
            standfirst=(
                "England. Each bar is one body from its first day to its last. Bodies that were "
                "merged stand one below the other, left of the body that they became."
            ),
            notes=tuple(self._notes(tally)),
            source_line=credits(registry, ids),
            alt=(
                f"Poster of the {total:,} local commissioners of NHS care in England since 1974, "
                f"each a bar on an axis of time beside the body it became. As known on {known}."
            ),
            description="\n".join(
                counted(number, registry.kinds[kind].label, registry.kinds[kind].plural)
                for kind, number in numbers.items()
            ),
        )

    def _notes(self, tally: Tally) -> Iterator[str]:
        yield (
            "A bar stands left of the body that took most of it; its height says how many bodies "
            "went into it and is no measure of size. Thin lines: a part passed to a neighbour. "
            "Bars in one row with years between them: no link in the record. Names in italics are "
            "our labels, not names. A bar that fades in: the first day is not known exactly. "
            "District authorities are not all named in the record."
        )
        if self.sheet.folded:
            yield (
                "Numbers in bars: bodies that ended before October 2006, counted and not named; "
                "the A1 poster names them."
            )
        left_out = [
            counted(len(tally.nameless), "bar too short for its name",
                    "bars too short for their names"),
            counted(tally.unlinked, "part that passed to a distant bar has no line",
                    "parts that passed to distant bars have no line"),
        ]  # fmt: skip
        yield f"Left out: {'; '.join(left_out)}. The record holds them all."


def _mean_north(trees: Sequence[Branch]) -> float:
    lats = [one.body.lat for tree in trees for one in tree.walk() if one.body.lat is not None]
    return sum(lats) / len(lats) if lats else _SOUTH
