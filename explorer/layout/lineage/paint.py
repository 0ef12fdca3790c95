"""Bars and labels as items of a scene."""

from __future__ import annotations

from dataclasses import replace

from explorer.drawing.legibility import blend
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Rect, Text
from explorer.drawing.textbox import block
from explorer.layout.lineage.actors import FAINT, SELF, Actor
from explorer.layout.lineage.plot import Bar
from explorer.layout.lineage.solve import Drawn
from explorer.layout.lineage.tags import PAD, Tag
from explorer.look import life_words
from explorer.naming import display_name

FAINT_BAR = 0.32  # strength of a faint bar's colour


def bars(drawn: Drawn) -> list[Item]:
    items: list[Item] = []
    for name, bar in drawn.sketch.bars.items():
        items += _bar(drawn, bar, drawn.top[name], drawn.height[name])
    return items


def _bar(drawn: Drawn, bar: Bar, top: float, height: float) -> list[Item]:
    page, actor = drawn.sketch.page, bar.actor
    swatch = page.colours.of(actor.body.kind, actor.id)
    left, right = bar.left + bar.near, bar.right - bar.far
    side, fade_px = bar.fade
    outlined = swatch.fill == page.colours.paper or swatch.dashed
    faint = actor.part == FAINT  # solid, so that no line of the frame shows through
    shape = Rect(
        left,
        top,
        max(right - left, 1.0),
        height,
        fill=blend(swatch.fill, page.colours.paper, FAINT_BAR if faint else 1.0),
        stroke=blend(swatch.edge, page.colours.paper, 0.5 if faint else 1.0) if outlined else "",
        dash=(4.0, 3.0) if swatch.dashed else (),
        fade=side,
        fade_px=fade_px,
        key=actor.id,
        title=title(drawn, actor),
    )
    items: list[Item] = [shape]
    if actor.part == SELF:
        grow = 2.0 * page.unit
        items.append(
            Rect(
                left - grow,
                top - grow,
                right - left + 2 * grow,
                height + 2 * grow,
                stroke=page.colours.ink,
                stroke_width=1.6 * page.unit + 0.4,
            )
        )
    if actor.body.end_unknown:
        middle = top + height / 2
        tip, size = bar.tip(page.unit), 7 * page.unit
        items.append(Line(right, middle, tip, middle, stroke=swatch.edge, arrow=size))
    return items


def title(drawn: Drawn, actor: Actor) -> str:
    """What the reader sees on pointing: name, kind, life, size."""
    registry = drawn.sketch.cast.registry
    name = display_name(registry, actor.id)
    kind = registry.kinds[actor.body.kind].label
    words = f"{name.text} ({kind}), {life_words(actor.body)}"
    if name.is_label:
        words += "; our label, not a name"
    if actor.size.counted:
        words += f"; {actor.size.practices:.0f} GP practices"
    return words


def labels(drawn: Drawn) -> list[Text]:
    """The words of every bar and stub that has a place of its own."""
    page = drawn.sketch.page
    items: list[Text] = []
    for name, bar in drawn.sketch.bars.items():
        swatch = page.colours.of(bar.actor.body.kind, name)
        faint = bar.actor.part == FAINT
        on = page.colours.ink if faint or bar.tag.where != "in" else swatch.text
        left, right = bar.left + bar.near, bar.right - bar.far
        if bar.tag.where == "in" and bar.fade[0] in ("left", "both"):
            hazy = bar.fade[1] if bar.fade[0] == "both" else 0.0
            spare = right - hazy - left - bar.tag.width - 2 * PAD * page.unit
            left += max(0.0, min(bar.fade[1], spare))  # words stand clear of the haze
        items += _tag(
            page,
            bar.tag,
            left,
            bar.tip(page.unit) if bar.tag.where == "after" else right,
            drawn.top[name],
            drawn.height[name],
            page.colours.muted if faint and bar.tag.where != "in" else on,
            name,
        )
        if bar.ending:
            place = (bar.left, bar.tip(page.unit), drawn.top[name], drawn.height[name])
            items += _tag(page, bar.ending, *place, page.colours.muted, name)
    for name, tail in drawn.sketch.tails.items():
        items += _tag(
            page,
            tail.tag,
            tail.left,
            tail.right,
            drawn.top[name],
            tail.height,
            page.colours.muted,
            tail.stub.others[0],
        )
    return items


def _tag(
    page: Page, tag: Tag, left: float, right: float, top: float, height: float, fill: str, key: str
) -> tuple[Text, ...]:
    if not tag.lines:
        return ()
    unit = page.unit
    like = Text(
        left + PAD * unit,
        top + (height - tag.height) / 2,
        "",
        tag.size,
        bold=tag.words.bold,
        italic=tag.words.italic,
        fill=fill,
        key=key,
    )
    if tag.where == "above":
        like = replace(like, x=left, y=top - tag.height - 2 * unit, plate=page.colours.paper)
    elif tag.where == "below":
        like = replace(like, x=left, y=top + height + 3 * unit, plate=page.colours.paper)
    elif tag.where == "before":
        like = replace(like, x=left - 6 * unit, anchor="end", plate=page.colours.paper)
    elif tag.where == "after":
        like = replace(like, x=right + 6 * unit, plate=page.colours.paper)
    return block(tag.lines, like).items
