"""Published budgets as a scene: rows of figures, one for each series, under their subjects."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page, framed
from explorer.drawing.page import page as page_of
from explorer.drawing.scene import Item, Line, Scene, Text
from explorer.drawing.textbox import block, measure
from explorer.layout.legend import Entry, legend
from explorer.layout.money import words
from explorer.layout.money.row import Row, row
from explorer.layout.money.signs import bracket, stem
from explorer.layout.money.stage import Stage
from explorer.layout.parts import Part, stacked
from explorer.look import source_line, upper_first
from explorer.model import Registry
from explorer.money import BASES, Account, year_words

ALONE = "One published figure each"
_FEW = 3  # subjects with fewer rows need no years of their own


def money_scene(
    registry: Registry,
    accounts: Sequence[Account],
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """The chosen accounts; `money()` finds them."""
    page = page_of(width, theme)
    stage = _stage(page, registry, accounts)
    body, rounded = _body(stage, accounts)
    return framed(
        page,
        "money",
        body.items,
        body.height,
        headline=words.headline(accounts) if headline is None else headline,
        standfirst=words.standfirst(accounts) if standfirst is None else standfirst,
        notes=(*words.notes(accounts), *words.rounding(rounded)),
        source_line=source_line(registry.edition),
        alt=words.alt(accounts),
        description=words.description(accounts),
    )


def _stage(page: Page, registry: Registry, accounts: Sequence[Account]) -> Stage:
    figures = [f for account in accounts for f in account.figures if f.first_year is not None]
    first = min((figure.first_year for figure in figures), default=0)
    last = max((figure.first_year + figure.years - 1 for figure in figures), default=0)
    return Stage(page, registry, first, last)


def _body(stage: Stage, accounts: Sequence[Account]) -> tuple[Part, bool]:
    page = stage.page
    several = [account for account in accounts if len(account.figures) > 1]
    alone = [account for account in accounts if len(account.figures) == 1]
    if len(accounts) == 1:
        several, alone = list(accounts), []
    parts: list[Part] = [_key(stage, accounts)]
    rounded = False
    for account in several:
        rows = [row(stage, account, series) for series in account.series]
        years = len(rows) >= _FEW or account is several[0]
        parts.append(_section(stage, account.label, rows, years))
        rounded = rounded or any(one.rounded for one in rows)
    if alone:
        rows = [row(stage, one, series, named=True) for one in alone for series in one.series]
        parts.append(_section(stage, ALONE, rows, years=True))
        rounded = rounded or any(one.rounded for one in rows)
    if accounts:
        parts.append(_years(stage, 1.2 * page.small))
    return stacked(parts, 1.5 * page.label), rounded


def _section(stage: Stage, title: str, rows: Sequence[Row], years: bool) -> Part:
    """A heading over a rule, with the years along it, and the rows below it."""
    page = stage.page
    like = Text(page.left, 0, "", page.strong, bold=True, fill=page.colours.ink)
    width = page.inner if page.narrow else stage.text_width
    head = block(title, like, width)
    items: list[Item] = [*head.items]
    base = head.height
    if years:
        base += 1.6 * page.small if page.narrow else 0.0
        items += _years(stage, base - 0.2 * page.small).items
    y = base + 0.55 * page.strong
    items.append(Line(page.left, y, page.right, y, stroke=page.colours.rule, stroke_width=1.2))
    body = stacked([one.part for one in rows], 0.95 * page.label)
    top = y + 0.85 * page.label
    return Part((*items, *(shifted(item, 0, top) for item in body.items)), top + body.height)


def _years(stage: Stage, base: float) -> Part:
    """Financial years, every one or as many as there is room for."""
    page, size = stage.page, stage.page.small
    wide = measure(year_words(stage.first), size) + 10 * page.unit
    step = next((n for n in (1, 2, 3, 5, 10, 20) if n * stage.pitch >= wide), 50)
    items: list[Item] = []
    for year in range(stage.last, stage.first - 1, -step):
        half = measure(year_words(year), size) / 2
        x = stage.x(year)
        if x + half > page.right or x - half < page.left:
            continue
        muted = page.colours.muted
        items.append(Text(x, base, year_words(year), size, anchor="middle", fill=muted))
    return Part(tuple(items), base + 0.3 * size)


def _key(stage: Stage, accounts: Sequence[Account]) -> Part:
    page = stage.page
    found = {series.basis for account in accounts for series in account.series}
    entries = [_sample(page, basis) for basis in BASES if basis in found]
    if any(figure.years > 1 for account in accounts for figure in account.figures):
        entries.append(_bracket_sample(page))
    return legend(page, entries, page.left, page.right)


def _sample(page: Page, basis: str) -> Entry:
    ink, unit = page.colours.ink, page.unit

    def paint(left: float, middle: float) -> list[Item]:
        x = left + 6 * unit
        return stem(page, basis, ink, x, middle + 9 * unit, middle - 3 * unit, "", "")

    return Entry(upper_first(words.BASIS[basis]), width=14 * unit, sample=paint)


def _bracket_sample(page: Page) -> Entry:
    width = 30 * page.unit

    def paint(left: float, middle: float) -> list[Item]:
        return bracket(page, left, left + width, middle, page.colours.ink)

    return Entry(upper_first(words.SEVERAL), width=width, sample=paint)
