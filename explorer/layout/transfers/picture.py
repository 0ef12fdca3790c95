"""Where every function went at one date, as a scene."""

from __future__ import annotations

from explorer.drawing.page import Page, framed
from explorer.drawing.page import page as page_of
from explorer.drawing.scene import Line, Scene, Text
from explorer.drawing.textbox import block
from explorer.duties.handovers import Handovers
from explorer.layout.parts import Part, stacked
from explorer.layout.transfers import words
from explorer.layout.transfers.columns import columns
from explorer.layout.transfers.flow import flow, has_parts
from explorer.look import source_line


def transfers_scene(
    shown: Handovers,
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """Givers, functions and takers of one date; `handovers_at()` finds them."""
    page = page_of(width, theme)
    body = stacked((_heads(page), *_flows(page, shown)), 1.1 * page.label)
    return framed(
        page,
        "transfers",
        body.items,
        body.height,
        headline=words.headline(shown) if headline is None else headline,
        standfirst=words.standfirst(shown) if standfirst is None else standfirst,
        notes=words.notes(shown, has_parts(shown.moves)),
        source_line=source_line(shown.registry.edition),
        alt=words.alt(shown),
        description=words.description(shown),
    )


def _flows(page: Page, shown: Handovers) -> list[Part]:
    found = [flow(page, shown.registry, shown.moves)]
    if shown.perhaps:
        dates = tuple(move.handover.transfer.date for move in shown.perhaps)
        text = words.perhaps_heading(dates)
        rule = Line(page.left, 0, page.right, 0, stroke=page.colours.rule, stroke_width=1)
        like = Text(page.left, 0.9 * page.label, "", page.strong, bold=True, fill=page.colours.ink)
        head = block(text, like, page.inner)
        found.append(Part((rule, *head.items), 0.9 * page.label + head.height))
        found.append(flow(page, shown.registry, shown.perhaps, certain=False))
    return [part for part in found if part.height]


def _heads(page: Page) -> Part:
    """What the columns are."""
    at = columns(page)
    muted = {"size": page.small, "fill": page.colours.muted}
    y = page.small
    return Part(
        (
            Text(at.giver, y, "from", anchor="end", **muted),
            Text(at.words, y, "function", **muted),
            Text((at.start + at.end) / 2, y, words.SHARE, italic=True, anchor="middle", **muted),
            Text(at.taker, y, "to", **muted),
        ),
        1.2 * page.small,
    )
