"""Two to six days beside each other as a scene: a column for each day, a row for each kind, and a
square of one size for each body."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page, framed
from explorer.drawing.page import page as page_of
from explorer.drawing.scene import Item, Line, Mark, Scene, Text
from explorer.drawing.textbox import CAP, block
from explorer.layout.multiples import words
from explorer.layout.parts import Part, stacked
from explorer.look import counted, day_words, source_line
from explorer.model import Registry
from explorer.snapshot import Snapshot, tier_rank

_NAMES, _NAMES_NARROW = 0.2, 0.27  # width of the names of kinds, in widths of the page's inside
_CELL = 9.5  # px from square to square at 1600 px
_SQUARE = 0.78  # of a cell
_GAP = 16.0  # px between columns at 1600 px


def multiples_scene(
    days: Sequence[Snapshot],
    registry: Registry,
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """The snapshots in their order; kinds from national to local, in one order for all days."""
    page = page_of(width, theme)
    body = _body(page, days, registry)
    return framed(
        page,
        "multiples",
        body.items,
        body.height,
        headline=words.headline(days) if headline is None else headline,
        standfirst=words.standfirst(days) if standfirst is None else standfirst,
        notes=words.notes(days),
        source_line=source_line(registry.edition),
        alt=words.alt(days),
        description=words.description(days),
    )


def _body(page: Page, days: Sequence[Snapshot], registry: Registry) -> Part:
    if not days:
        return Part((), 0.0)
    found = {kind for shown in days for kind in words.counts(shown)}
    kinds = sorted(found, key=lambda kind: (tier_rank(registry, kind), registry.kinds[kind].label))
    rows = [_row(page, days, registry, kind) for kind in kinds]
    return stacked((_head(page, days), *rows), 0.0)


def _columns(page: Page, count: int) -> tuple[list[float], float]:
    """The left edge of each day's column, and their width."""
    names = (_NAMES_NARROW if page.narrow else _NAMES) * page.inner
    gap = _GAP * page.unit
    width = (page.inner - names) / count - gap
    return [page.left + names + gap + at * (width + gap) for at in range(count)], width


def _head(page: Page, days: Sequence[Snapshot]) -> Part:
    """The days, in bold over their columns."""
    lefts, width = _columns(page, len(days))
    items: list[Item] = []
    height = 0.0
    for left, shown in zip(lefts, days, strict=True):
        like = Text(left, 0, "", page.strong, bold=True, fill=page.colours.ink,
                    key=f"day:{shown.day.isoformat()}")  # fmt: skip
        day = block(day_words(shown.day), like, width)
        base = day.height + 0.4 * page.small + CAP * page.small
        said = counted(len(shown.bodies), "body", "bodies")
        total = Text(left, base, said, page.small, fill=page.colours.muted)
        items += [*day.items, total]
        height = max(height, total.y)
    return Part(tuple(items), height + 0.9 * page.label)


def _row(page: Page, days: Sequence[Snapshot], registry: Registry, kind: str) -> Part:
    """The name of a kind, and on each day its number and its squares."""
    lefts, width = _columns(page, len(days))
    name = registry.kinds[kind]
    like = Text(page.left, 0, "", page.label, fill=page.colours.ink)
    label = block(name.plural, like, lefts[0] - page.left - _GAP * page.unit)
    items: list[Item] = list(label.items)
    height = label.height
    for left, shown in zip(lefts, days, strict=True):
        number, uncertain = words.counts(shown).get(kind, (0, 0))
        drawn, tall = _cell(page, kind, left, width, number, uncertain)
        items += drawn
        height = max(height, tall)
    top = 0.55 * page.label
    rule = Line(page.left, 0, page.right, 0, stroke=page.colours.rule, stroke_width=0.7)
    moved = [shifted(item, 0, top) for item in items]
    return Part((rule, *moved), height + 2 * top)


def _cell(
    page: Page, kind: str, left: float, width: float, number: int, uncertain: int
) -> tuple[list[Item], float]:
    """A number over as many squares; uncertain ones last, as crosses. Nothing for none."""
    if not number:
        return [], 0.0
    base = CAP * page.label
    ink = page.colours.ink
    items: list[Item] = [Text(left, base, f"{number:,}", page.label, bold=True, fill=ink)]
    own, pitch = page.colours.of(kind), _CELL * page.unit
    across = max(1, int(width // pitch))
    top = base + 0.55 * page.label
    for at in range(number):
        x = left + (at % across + 0.5) * pitch
        y = top + (at // across + 0.5) * pitch
        sure = at < number - uncertain
        shape, paint = ("square", own.fill) if sure else ("cross", own.edge)
        look = {"fill": paint, "stroke": own.edge if sure else "", "stroke_width": 0.7}
        items.append(Mark(x, y, _SQUARE * pitch, shape, **look))
    return items, top + (-(-number // across)) * pitch
