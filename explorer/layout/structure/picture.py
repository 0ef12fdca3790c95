"""The structure of commissioning on one day as a scene."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.days.tier_rows import Row
from explorer.days.tiers import GOVERNMENT_LEVEL, NATIONAL_LEVEL, Tiers
from explorer.drawing.page import framed
from explorer.drawing.page import page as page_of
from explorer.drawing.scene import Line, Scene
from explorer.layout.parts import Part, overlaid, stacked
from explorer.layout.structure import captions
from explorer.layout.structure.beside import Group, by_region, cells, groups, listed_names, told
from explorer.layout.structure.chain import chain
from explorer.layout.structure.links import links
from explorer.layout.structure.margin import PANEL, Entry, content, panel, tier
from explorer.layout.structure.national import government, national
from explorer.layout.structure.planned import planned
from explorer.layout.structure.signs import Signs
from explorer.layout.structure.spine import COMMANDING, FEW, FEW_IN_COLUMNS, Spine
from explorer.layout.structure.words import (
    ALONGSIDE,
    GOVERNMENT,
    PLANNED,
    SCHEMES,
    brief,
    heading,
    one,
    relation,
)
from explorer.look import counted, source_line
from explorer.model import Registry

_SCHEME = "scheme"
_FEW_IN_A_CELL = 12  # names that fit into one column of a band


def structure_scene(
    tiers: Tiers,
    width: float = 1200,
    theme: str = "light",
    *,
    opened: Iterable[str] = (),
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """The bodies of a day in tiers, from a snapshot of the whole record or of a part of it.

    Those below the bodies `opened` (ids) are named, where the tiers would only mark and count them.
    """
    page = page_of(width, theme)
    signs, spine = Signs(page, tiers), Spine(tiers, frozenset(opened))
    beside = groups(spine)
    drawing = _drawing(signs, spine, beside, captions.reading(tiers))
    reading = captions.reading(tiers, drawing.items)
    if reading != captions.reading(tiers):  # the panel tells only what occurs in the drawing
        drawing = _drawing(signs, spine, beside, reading)
    notes = captions.notes(spine, beside)
    if PANEL not in drawing.boxes:
        notes = (*filter(None, [" ".join(reading)]), *notes)
    return framed(
        page,
        "structure",
        drawing.items,
        drawing.height,
        headline=captions.headline(spine, beside) if headline is None else headline,
        standfirst=captions.standfirst(tiers) if standfirst is None else standfirst,
        notes=notes,
        source_line=source_line(tiers.snapshot.registry.edition),
        alt=captions.alt(spine, beside),
        description=captions.description(spine, beside),
    )


def _drawing(signs: Signs, spine: Spine, beside: Sequence[Group], reading: Sequence[str]) -> Part:
    page = signs.page
    gap = 2.2 * page.label
    ladder = stacked(_ladder(signs, spine, gap, reading), gap)
    side = content(page)[0] - 0.7 * page.label
    lines = Part(tuple(links(page, ladder, signs.tiers.nodes, gap, side)), 0.0)
    body = stacked((ladder, *_bands(signs, spine, beside)), 1.2 * page.label)
    return overlaid((lines, body))


def _ladder(signs: Signs, spine: Spine, gap: float, reading: Sequence[str]) -> list[Part]:
    """Government, national bodies, and the tiers below them."""
    page, tiers = signs.page, signs.tiers
    x, width = content(page)
    parts = []
    for row in tiers.ladder:
        if row.level == GOVERNMENT_LEVEL:
            parts.append(tier(page, [Entry(GOVERNMENT)], government(signs, row, x, width), gap))
        elif row.level == NATIONAL_LEVEL:
            words = Entry(counted(row.count, "national body", "national bodies"))
            found = national(signs, row, x, width, gap, spine.order)
            parts.append(tier(page, [words], found, gap))
    if spine.rows:
        entries = [_entry(spine, row) for row in spine.rows]
        found = chain(signs, spine, x, width, gap, lambda *place: panel(page, reading, *place))
        parts.append(tier(page, entries, found, gap))
    return parts


def _entry(spine: Spine, row: Row) -> Entry:
    registry = spine.tiers.snapshot.registry
    lines = [relation(spine.tiers, row)]
    marked = not spine.boxed and row in spine.levels[-1]
    if marked and len(row.parents) > 1 and row.spread[1] > 1:
        low, high = row.spread
        lines.append(f"{low} to {high} in each" if low < high else f"{low} in each")
    for count in row.published:
        if count.comparable and count.count != row.count:
            lines.append(f"{count.count:,.0f} in a published count")
    return Entry(
        heading(registry, row.kind, row.count),
        tuple(filter(None, lines)),
        tuple((kind, _meaning(registry, row, kind)) for kind in row.kinds) if marked else (),
    )


def _meaning(registry: Registry, row: Row, kind: str) -> str:
    """`one trust`; of a kind counted among others how many there are: `5 care trusts`."""
    number = sum(node.body.kind == kind for node in row.nodes)
    return one(registry, kind) if kind == row.kind else brief(registry, kind, number)


def _apart(signs: Signs, group: Group, x: float, width: float) -> Part:
    """Bodies of a commanding tier that the record leaves without a link."""
    if len(group.nodes) <= FEW_IN_COLUMNS:
        return listed_names(signs, group.nodes, x, width)
    return by_region(signs, group.nodes, x, width)


def _bands(signs: Signs, spine: Spine, beside: Sequence[Group]) -> list[Part]:
    """Bands under the chain, each below a rule: large kinds by region, then small ones together."""
    page, tiers = signs.page, signs.tiers
    x, width = content(page)
    shown = tiers.snapshot
    part_of_record = bool(shown.region or shown.place or shown.under)
    bands, small, schemes = [], [], []
    for group in beside:
        words = Entry(group.heading, tuple(filter(None, [group.words])))
        if group.tier == _SCHEME:
            schemes.extend(group.nodes)
        elif group.unplaced or (not spine.rows and group.tier in COMMANDING):
            bands.append((words, _apart(signs, group, x, width)))
        elif group.many:
            bands.append((words, by_region(signs, group.nodes, x, width)))
        elif part_of_record and _FEW_IN_A_CELL < len(group.nodes) <= FEW:
            bands.append((words, listed_names(signs, group.nodes, x, width)))
        else:
            small.append(group)
    bands.append((Entry(ALONGSIDE), cells(signs, small, x, width, part_of_record)))
    if schemes:
        bands.append((Entry(SCHEMES), told(signs, schemes, x, width)))
    bands.append(
        (Entry(PLANNED), planned(page, tiers.snapshot.registry, tiers.snapshot.planned, x, width))
    )
    rule = Line(page.left, 0, page.right, 0, stroke=page.colours.rule, stroke_width=1)
    return [
        stacked((Part((rule,), 0.1), tier(page, [words], found)), 1.2 * page.label)
        for words, found in bands
        if found.height
    ]
