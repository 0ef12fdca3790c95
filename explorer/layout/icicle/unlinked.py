"""Bodies without a link: rows of equal boxes, kinds of several bodies under a heading each."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Text
from explorer.drawing.textbox import block
from explorer.layout.icicle import words
from explorer.layout.icicle.boxes import Box
from explorer.layout.icicle.paint import box_items
from explorer.layout.icicle.plan import Plan
from explorer.layout.parts import NOTHING, Columns, Part, stacked
from explorer.snapshot import Snapshot

_SEVERAL = 4  # bodies of a kind that stand under a heading of their own


def without_links(
    page: Page,
    snapshot: Snapshot,
    plan: Plan,
    single: Sequence[Box],
    grid: Columns,
    *,
    headed: bool,
) -> Part:
    """`headed`: whether there is anything above it from which a heading must part it."""
    if not single:
        return NOTHING
    by_kind: dict[str, list[Box]] = {}
    for box in single:
        by_kind.setdefault(box.kind, []).append(box)
    few = [box for group in by_kind.values() if len(group) < _SEVERAL for box in group]
    parts = [_rows(page, snapshot, plan, few, grid)] if few else []
    short = Plan(page, lambda box: words.short_label(snapshot, box))
    for kind, group in by_kind.items():
        if len(group) >= _SEVERAL:
            text = f"{len(group)} {words.kind_words(snapshot.registry, kind, len(group))}"
            head = _heading(page, text, bold=False)
            parts.append(stacked((head, _rows(page, snapshot, short, group, grid)), 0))
    body = stacked(parts, 0.9 * page.label)
    return stacked((_heading(page, words.UNLINKED), body), 0.2 * page.label) if headed else body


def _heading(page: Page, text: str, *, bold: bool = True) -> Part:
    colours = page.colours
    size, fill = (page.label, colours.ink) if bold else (page.small, colours.muted)
    head = block(text, Text(page.left, 0, "", size, bold=bold, fill=fill), page.inner)
    return Part(head.items, head.height + 0.6 * size)


def _rows(page: Page, snapshot: Snapshot, plan: Plan, group: Sequence[Box], grid: Columns) -> Part:
    gap = 4 * page.unit
    items: list[Item] = []
    y = 0.0
    for start in range(0, len(group), grid.count):
        row = group[start : start + grid.count]
        height = max(plan.least(box, (grid.width,)) for box in row)
        for number, box in enumerate(row):
            items += box_items(page, snapshot, plan, box, (grid.x(number), y, grid.width, height))
        y += height + gap
    return Part(tuple(items), y - gap)
