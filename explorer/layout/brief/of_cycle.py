"""The commissioning cycle for a slide: four cards in a row, each with the names of its holders."""

from __future__ import annotations

from explorer.drawing.scene import Item, Line, Rect, Scene, Text
from explorer.drawing.textbox import CAP, block
from explorer.labels import GAP
from explorer.layout.brief.sheet import SIZE, WIDTH, Sheet
from explorer.layout.cycle_words import MAIN, alt, named
from explorer.look import day_words
from explorer.teaching.cycle import Cycle, Stage

_AISLE = 34.0  # between cards: the arrows run there
_PAD = 14.0
_SIDE = 17.0  # of the square before a name
_KEY = 40.0
_UNNAMED = ("advisory",)  # roles that only the whole drawing names


def cycle_brief(sheet: Sheet, found: Cycle) -> Scene:
    """A filled square is a responsible holder, a hollow one has a part in the step."""
    wide = (WIDTH - _AISLE * (len(found.stages) - 1)) / len(found.stages)
    cards = [_card(sheet, found, place, wide) for place in range(len(found.stages))]
    tall = max(height for _, height in cards)
    items: list[Item] = []
    for place, (drawn, _) in enumerate(cards):
        x = place * (wide + _AISLE)
        items.append(Rect(x, 1, wide, tall, radius=8, fill=sheet.colours.panel,
                          stroke=sheet.colours.rule, stroke_width=1))  # fmt: skip
        items += drawn
        if place:
            items.append(Line(x - _AISLE + 4, _PAD + SIZE / 2, x - 4, _PAD + SIZE / 2, arrow=18,
                              stroke=sheet.colours.accent, stroke_width=5))  # fmt: skip
    middle = tall + _KEY / 2 + 4
    ink = {"stroke": sheet.colours.ink, "stroke_width": 2}
    items += [
        Rect(0, middle - _SIDE / 2, _SIDE, _SIDE, fill=sheet.colours.ink, **ink),
        sheet.words(_SIDE + 10, middle, "responsible"),
        Rect(190, middle - _SIDE / 2, _SIDE, _SIDE, **ink),
        sheet.words(190 + _SIDE + 10, middle, "has a part in it"),
        sheet.words(WIDTH, middle, f"then round again from 1, {found.stages[0].title.lower()}",
                    anchor="end", fill=sheet.colours.muted),
    ]  # fmt: skip
    headline = f"The commissioning cycle on {day_words(found.day)}"
    return sheet.scene(items, tall + _KEY + 4, headline, alt(found))


def _card(sheet: Sheet, found: Cycle, place: int, wide: float) -> tuple[list[Item], float]:
    """The title and the holders of a step, from the top, and its height."""
    stage, x = found.stages[place], place * (wide + _AISLE)
    ink = sheet.colours.ink
    title = block(f"{place + 1} {stage.title}", Text(x + _PAD, _PAD, "", SIZE, bold=True, fill=ink),
                  wide - 2 * _PAD)  # fmt: skip
    items: list[Item] = [*title.items]
    y = _PAD + title.height + 0.5 * SIZE
    for name, (kind, body, main) in _holders(found, stage).items():
        swatch = sheet.colours.of(kind, body)
        fill = swatch.edge if swatch.fill == sheet.colours.paper else swatch.fill
        items.append(Rect(x + _PAD, y + CAP * SIZE / 2 - _SIDE / 2, _SIDE, _SIDE,
                          fill=fill if main else "", stroke=swatch.edge, stroke_width=2,
                          key=body))  # fmt: skip
        left = x + _PAD + _SIDE + 8
        said = block(name, Text(left, y, "", SIZE, fill=ink), x + wide - left - 6, 1.1)
        items += said.items
        y += said.height + 0.4 * SIZE
    gaps = {each.span.gap for each in stage.duties if each.span.gap}
    if gaps and not _holders(found, stage):
        said = block(f"{GAP[sorted(gaps)[0]]}.", Text(x + _PAD, y, "", SIZE, italic=True,
                     fill=sheet.colours.muted), wide - 2 * _PAD)  # fmt: skip
        items += said.items
        y += said.height + 0.4 * SIZE
    return items, y - 0.4 * SIZE + _PAD


def _holders(found: Cycle, stage: Stage) -> dict[str, tuple[str, str, bool]]:
    """Each holder of any duty of the step once, those responsible first."""
    parts = [
        (named(found, held), held.responsibility.role in MAIN)
        for each in stage.duties
        for held in each.span.held
        if held.responsibility.role not in _UNNAMED
    ]
    delegated = {
        named(found, held).text
        for each in stage.duties
        for held in each.span.held
        if held.responsibility.role == "delegated"
    }
    known: dict[str, tuple[str, str, bool]] = {}
    for who, main in sorted(parts, key=lambda part: not part[1]):
        how = "some by delegation" if (who, True) in parts else "by delegation"
        name = f"{who.text} ({how})" if who.text in delegated else who.text
        known.setdefault(name, (who.kind, who.organisation_id, main))
    return known
