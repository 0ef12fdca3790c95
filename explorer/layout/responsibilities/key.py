"""The keys: the forms of bars that are on view, and the short names that stand in them."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Rect
from explorer.duties.holder_names import HolderName
from explorer.layout.legend import Entry, legend
from explorer.layout.parts import Part
from explorer.layout.responsibilities import form
from explorer.layout.responsibilities.lanes import Bar
from explorer.layout.responsibilities.stage import Stage
from explorer.layout.responsibilities.words import role_in_the_key
from explorer.look import lower_first
from explorer.responsibilities import ROLES


def key_of_forms(stage: Stage) -> Part:
    page = stage.page
    return legend(page, form_entries(stage), page.left, page.right)


def form_entries(stage: Stage) -> list[Entry]:
    """Samples of the roles and signs that are on view, and of no others."""
    courses, page, unit = stage.courses, stage.page, stage.unit
    bars = courses.tenures
    roles = {tenure.role for tenure in bars}
    ordered = [role for role in ROLES if role in roles] + sorted(roles - set(ROLES))
    entries = [_sample(page, role, role_in_the_key(role)) for role in ordered]
    if any(tenure.in_part for tenure in bars):
        entries.append(_sample(page, "shared", "dashed: part of England only", in_part=True))
    if any(not tenure.named for tenure in bars):
        words = "pale: only a general role in the source"
        entries.append(_sample(page, "responsible", words, named=False, italic=True))
    if any(tenure.start_doubt or tenure.end_doubt for tenure in bars):
        entries.append(_sample(page, "responsible", "faded: day not known", faded=True))
    if any(course.gaps for course in courses.all):
        entries.append(Entry("gap in the record", "", True, 34 * unit, _gap_sample(page)))
    return entries


_SAMPLE = HolderName("kind", "", "", "", "health_authority", "")


def _sample(
    page: Page,
    role: str,
    words: str,
    *,
    named: bool = True,
    in_part: bool = False,
    faded: bool = False,
    italic: bool = False,
) -> Entry:
    width, half = 34 * page.unit, 8 * page.unit
    look = form.look(page, _SAMPLE, role, named=named, in_part=in_part)
    fade = form.Fade(left=0.7 * width) if faded else form.Fade()

    def paint(left: float, middle: float) -> list[Item]:
        return form.bar(page, role, look, (left, middle - half, left + width, middle + half), fade)

    return Entry(words, "", italic, width, paint)


def _gap_sample(page: Page):
    def paint(left: float, middle: float) -> list[Item]:
        half = 8 * page.unit
        return [Rect(left, middle - half, 34 * page.unit, 2 * half, fill=page.colours.panel)]

    return paint


def key_of_names(stage: Stage, bars: Iterable[Bar]) -> Part:
    """The short names that stand in bars, with the whole ones."""
    page, unit = stage.page, stage.unit
    short = {bar.label.name: bar.tenure.holder for bar in bars if bar.label and bar.label.short}
    entries = []
    for name in sorted(short, key=str.casefold):
        holder = short[name]
        own = form.swatch(page, holder)
        entries.append(
            Entry(
                lower_first(holder.text) if holder.many else holder.text,
                name,
                False,
                14 * unit,
                _dot(page, own.fill, own.edge),
            )
        )
    return legend(page, entries, page.left, page.right)


def _dot(page: Page, fill: str, edge: str):
    def paint(left: float, middle: float) -> list[Item]:
        size = 12 * page.unit
        return [Rect(left, middle - size / 2, size, size, fill=fill, stroke=edge, stroke_width=1.2)]

    return paint
