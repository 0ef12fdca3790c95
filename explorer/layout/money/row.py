"""One series as a row: what it counts at the left, a stem and a sign for each year at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from explorer.drawing.geometry import shifted
from explorer.drawing.scene import Item, Line, Text
from explorer.drawing.textbox import Block, block, measure
from explorer.layout.money.signs import SIZE, bracket, stem, tint
from explorer.layout.money.stage import Stage
from explorer.layout.money.words import amounts, basis_words, figure_words, what_words
from explorer.layout.parts import Part
from explorer.money import Account, Figure, Series


@dataclass(frozen=True, slots=True)
class Row:
    """`rounded`: whether a figure had to be shortened for want of room."""

    part: Part
    rounded: bool


def row(stage: Stage, account: Account, series: Series, *, named: bool = False) -> Row:
    """Drawn from y = 0 downwards. `named`, for subjects with one figure only: the subject stands
    before what is counted, and the figure on the baseline, since there is none to compare."""
    page = stage.page
    plot, rounded, plain = _plot(stage, account, series, level=named)
    words = _words(stage, account, series, named, plain)
    if page.narrow:
        top = words.height + 0.5 * page.small
        items = (*words.items, *(_down(item, top) for item in plot.items))
        return Row(Part(items, top + plot.height), rounded)
    above = 0.55 * page.small  # between the words and the baseline, which runs below them
    height = max(words.height + above, plot.height)
    texts = tuple(_down(item, height - above - words.height) for item in words.items)
    drawn = tuple(_down(item, height - plot.height) for item in plot.items)
    return Row(Part((*texts, *drawn), height), rounded)


def _words(stage: Stage, account: Account, series: Series, named: bool, plain: bool) -> Block:
    page, width = stage.page, stage.text_width
    ink, muted = page.colours.ink, page.colours.muted
    items: list[Text] = []
    y = 0.0
    what = what_words(series)
    theme = account.subject_type == "theme"  # what is counted is its only name
    if named:
        name = block(
            what if theme else account.label,
            Text(page.left, y, "", page.label, bold=True, fill=ink),
            width,
        )
        items += name.items
        y += name.height + 0.35 * page.small
    if not (named and theme):
        told = block(what, Text(page.left, y, "", page.label, fill=ink), width)
        items += told.items
        y += told.height + 0.35 * page.small
    said = basis_words(stage.registry, series) + ("; £bn" if plain else "")
    basis = block(said, Text(page.left, y, "", page.small, fill=muted), width)
    return Block((*items, *basis.items), width, y + basis.height)


def _plot(
    stage: Stage, account: Account, series: Series, *, level: bool
) -> tuple[Part, bool, bool]:
    """The figures; whether any is rounded, and whether any stands without its unit."""
    page, unit = stage.page, stage.page.unit
    drawn = [figure for figure in series.figures if figure.first_year is not None]
    most = max(figure.budget.amount_gbp_bn for figure in account.figures)
    high = 0.0 if level or not most else stage.high / most
    tops = {figure.key: high * figure.budget.amount_gbp_bn for figure in drawn}
    size = page.small
    high = max(tops.values(), default=0.0) if series.years == 1 else 0.0
    above = 1.25 * size + SIZE * unit / 2
    base = high + above
    items: list[Item] = [
        Line(page.left, base, page.right, base, stroke=page.colours.rule, stroke_width=1)
    ]
    colour = tint(page, account)
    if series.years == 1:
        items += _joins(stage, series, drawn, tops, base, colour)
    items += _ticks(stage, base)
    form = _form(stage, drawn) if drawn else 0
    rounded = any(amounts(figure)[form] not in amounts(figure)[:2] for figure in drawn)
    for figure in drawn:
        title = figure_words(stage.registry, account, figure)
        text = amounts(figure)[form]
        if series.years == 1:
            x, y = stage.x(figure.first_year), base - tops[figure.key]
            items += stem(page, series.basis, colour, x, base, y, figure.key, title)
            at = y - SIZE * unit / 2 - 0.4 * size
        else:
            items += _several(stage, series, figure, base, colour, title)
            x = (stage.x(figure.first_year) + stage.x(figure.first_year + figure.years - 1)) / 2
            at = base - SIZE * unit / 2 - 0.5 * size
        half = measure(text, size, bold=True) / 2
        x = min(max(x, page.left + half), page.right - half)
        ink = page.colours.ink
        items.append(Text(x, at, text, size, bold=True, anchor="middle", fill=ink, title=title))
    return Part(tuple(items), base + 0.5 * unit), rounded, form > 0


def _joins(stage: Stage, series: Series, drawn, tops, base: float, colour: str) -> list[Item]:
    """A thin line from year to year, where they follow each other."""
    unit = stage.page.unit
    pairs = pairwise(drawn)
    return [
        Line(
            stage.x(one.first_year),
            base - tops[one.key],
            stage.x(other.first_year),
            base - tops[other.key],
            stroke=colour,
            stroke_width=1.2 * unit,
            opacity=0.55,
        )
        for one, other in pairs
        if other.first_year - one.first_year == 1
    ]


def _ticks(stage: Stage, base: float) -> list[Line]:
    """A short mark on the baseline for every year."""
    rule = stage.page.colours.rule
    return [
        Line(stage.x(year), base, stage.x(year), base + 4 * stage.page.unit, stroke=rule)
        for year in range(stage.first, stage.last + 1)
    ]


def _several(
    stage: Stage, series: Series, figure: Figure, base: float, colour: str, title: str
) -> list[Item]:
    """One figure for several years: a bracket along them, without a height."""
    unit = stage.page.unit
    half = stage.pitch / 2 - 2 * unit
    left = stage.x(figure.first_year) - half
    right = stage.x(figure.first_year + figure.years - 1) + half
    return bracket(stage.page, left, right, base - 5 * unit, colour, figure.key, title)


def _form(stage: Stage, drawn: Sequence[Figure]) -> int:
    """Which form of `amounts` all figures of the row take: the longest in which each keeps clear of
    its neighbours."""
    size, gap = stage.page.small, 3.0 * stage.page.unit
    years = [figure.first_year for figure in drawn]
    apart = min((later - earlier for earlier, later in pairwise(years)), default=99)
    forms = range(len(amounts(drawn[0])))
    return next(
        (
            form
            for form in forms
            if all(
                measure(amounts(figure)[form], size, bold=True) + gap <= apart * stage.pitch
                for figure in drawn
            )
        ),
        forms[-1],
    )


def _down(item: Item, by: float) -> Item:
    return shifted(item, 0, by)
