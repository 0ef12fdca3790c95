"""A letter as one or two A4 pages: scenes of words, with a small drawing where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from explorer.colours import palette
from explorer.drawing.geometry import shifted
from explorer.drawing.page import page, unframed
from explorer.drawing.scene import Item, Line, Scene, Text
from explorer.drawing.textbox import block
from explorer.layout.lineage.picture import lineage_scene
from explorer.letters.content import Letter, Taker
from explorer.letters.flow import Unit, paged, paragraph
from explorer.lineage import lineage
from explorer.look import counted, day_words
from explorer.narrative.citation import DIGITS
from explorer.narrative.sentence import Sentence, source_line

WIDTH, HEIGHT = 794.0, 1123.0  # A4 in px of 96 to the inch
MOST = 2  # pages

_SIDE, _TOP, _FOOT = 60.0, 52.0, 84.0
_INNER = WIDTH - 2 * _SIDE
_ROOM = HEIGHT - _TOP - _FOOT
_TITLE, _SUB, _HEAD, _BODY, _SMALL = 26.0, 15.0, 15.0, 13.5, 11.5
_COLUMNS = (0.0, 0.17, 0.55, 0.93)  # of the table, in parts of its width
_TALLEST = 0.9  # of a page that the drawing may take
_ALL_KNOWN = "Nothing about this body is marked in the record as unknown, and its sources agree."
_NO_TAKER = "The record names nobody who took it on."


def letter_pages(letter: Letter, theme: str = "light") -> tuple[Scene, ...]:
    """One or two pages. Where they do not suffice the drawing gives way first, then the list of
    sources and then the rows of the table are cut, and say how much they leave out."""
    writer = _Writer(letter, theme)
    drawing = writer.drawing()
    for shown, cut in writer.cuts(drawing):
        pages = paged(writer.units(shown, cut), _ROOM)
        if len(pages) <= MOST:
            return writer.scenes(pages)
    raise AssertionError("a letter cut to its story is longer than two pages")


@dataclass(frozen=True)
class _Writer:
    letter: Letter
    theme: str

    def cuts(self, drawing: list[Unit]) -> Iterator[tuple[list[Unit], tuple[int, int]]]:
        """What to try in turn: the drawing, and how many sources and rows stand in full."""
        sources, rows = len(self.letter.sources), len(self.letter.takers)
        if drawing:
            yield drawing, (sources, rows)
        for number in range(sources, -1, -1):
            yield [], (number, rows)
        for number in range(rows, -1, -1):
            yield [], (0, number)

    # parts ------------------------------------------------------------------------------------

    def units(self, drawing: list[Unit], cut: tuple[int, int]) -> list[Unit]:
        letter, (sources, rows) = self.letter, cut
        units = self._text(letter.title, _TITLE, 6, role="headline", bold=True, keep=True)
        units += self._text(letter.subtitle, _SUB, 16, role="standfirst", muted=True)
        for section in letter.sections:
            units += self._heading(section.heading)
            units += self._said(section.sentences)
        if letter.takers or letter.body.closed:
            units += self._heading("Who took on each part")
            units += self._table(letter.takers[:rows], len(letter.takers) - rows)
        units += self._heading("What is not known, or not agreed")
        units += self._said(letter.unknown or (Sentence(_ALL_KNOWN),))
        units += self._heading("Sources")
        numbered = [
            f"[{number}] {source_line(source)}"
            for number, source in enumerate(letter.sources[:sources], 1)
        ]
        if left := len(letter.sources) - sources:
            numbered.append(f"{counted(left, 'more source', 'more sources')} in the record.")
        for line in numbered:
            units += self._text(line, _SMALL, 3)
        units[-1] = replace(units[-1], gap=14)
        units += self._heading("How to cite this page")
        edition = letter.registry.edition
        cited = " ".join(
            (letter.citation, f"Licence: {edition.licence}.", *edition.attribution[:2])
        )
        return [*units, *self._text(cited, _SMALL, 22 if drawing else 0), *drawing]

    def drawing(self) -> list[Unit]:
        """The body with its neighbours one step away; nothing where it has none or too many."""
        letter = self.letter
        near = lineage(letter.registry, letter.body.id, back=1, forward=1)
        if len(near.relatives) < 2:
            return []
        at = page(WIDTH - 2 * (_SIDE - 20), self.theme)
        whole = lineage_scene(near, at.width, self.theme)
        scene = unframed(whole)
        if scene.height > _TALLEST * _ROOM:
            return []
        dx = _SIDE - at.left
        items = tuple(shifted(item, dx, 0) for item in scene.items)
        heading = self._heading("The body with those before and after it")
        notes = self._text(" ".join(whole.notes), _SMALL, 14, muted=True)
        return [*heading, Unit(items, scene.height, 8, keep=True), *notes]

    def _heading(self, words: str) -> list[Unit]:
        return self._text(words, _HEAD, 5, role="heading", bold=True, keep=True)

    def _said(self, sentences: Sequence[Sentence]) -> list[Unit]:
        marked = " ".join(
            f"{one.text} {self.letter.marks(one.source_ids)}".strip() for one in sentences
        )
        return self._text(marked, _BODY, 14)

    def _text(
        self,
        words: str,
        size: float,
        gap: float,
        *,
        role: str = "paragraph",
        bold: bool = False,
        muted: bool = False,
        keep: bool = False,
    ) -> list[Unit]:
        colours = palette(self.theme)
        fill = colours.muted if muted else colours.ink
        like = Text(_SIDE, 0, "", size, bold=bold, fill=fill, role=role)
        return paragraph(words, like, _INNER, gap, keep=keep)

    def _table(self, rows: Sequence[Taker], left: int) -> list[Unit]:
        if not rows and not left:
            return self._text(_NO_TAKER, _BODY, 14)
        units = [self._row(("From", "Taken on by", "What of it", ""), bold=True)] if rows else []
        for taker in rows:
            marks = self.letter.marks((taker.source_id,))
            units.append(self._row((taker.when, taker.who, taker.what, marks)))
        if left:
            units += self._text(
                f"{counted(left, 'more row', 'more rows')} in the record.", _BODY, 0
            )
        units[-1] = replace(units[-1], gap=16)
        return units

    def _row(self, cells: Sequence[str], *, bold: bool = False) -> Unit:
        colours = palette(self.theme)
        items, tallest = [], 0.0
        for words, start, end in zip(cells, _COLUMNS, (*_COLUMNS[1:], 1.0), strict=True):
            like = Text(
                _SIDE + start * _INNER, 5, "", _BODY, bold=bold, fill=colours.ink, role="paragraph"
            )
            cell = block(words, like, (end - start) * _INNER - 12) if words else None
            if cell:
                items += cell.items
                tallest = max(tallest, cell.height)
        height = tallest + 10
        colour = colours.muted if bold else colours.rule
        rule = Line(_SIDE, height, WIDTH - _SIDE, height, stroke=colour, stroke_width=1)
        return Unit((rule, *items), height + 1, 0, bold)

    # pages ------------------------------------------------------------------------------------

    def scenes(self, pages: Sequence[Sequence[Item]]) -> tuple[Scene, ...]:
        letter, colours = self.letter, palette(self.theme)
        return tuple(
            Scene(
                name="letter",
                width=WIDTH,
                height=HEIGHT,
                items=(
                    *(shifted(item, 0, _TOP) for item in items),
                    *self._foot(place, len(pages)),
                ),
                paper=colours.paper,
                headline=letter.title,
                standfirst=letter.subtitle,
                source_line=letter.citation,
                alt=self._alt(items),
            )
            for place, items in enumerate(pages)
        )

    def _alt(self, items: Sequence[Item]) -> str:
        """What a drawing on the page shows; pages of words need no alternative."""
        if not any(item.key for item in items):
            return ""
        return f"{self.letter.name} on an axis of time, with the bodies just before and after it."

    def _foot(self, place: int, number: int) -> list[Item]:
        colours, edition = palette(self.theme), self.letter.registry.edition
        y = HEIGHT - _FOOT + 30
        known = f"as known on {day_words(edition.as_known_on)}"
        words = f"{edition.title}, edition {edition.version} ({edition.digest[:DIGITS]}), {known}"
        like = Text(_SIDE, y + 20, words, _SMALL, fill=colours.muted, role="source")
        number_of = replace(like, x=WIDTH - _SIDE, text=f"{place + 1} of {number}", anchor="end")
        rule = Line(_SIDE, y, WIDTH - _SIDE, y, stroke=colours.rule, stroke_width=1)
        return [rule, like, number_of]
