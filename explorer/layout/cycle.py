"""The commissioning cycle of a day: four cards in a round, each with its duties and their holders.

Wide, the cards stand two by two and the round goes clockwise; narrow, they stand one below the
other and the way back is said. A filled square is a responsible holder, a hollow one a part in it.
"""

from __future__ import annotations

from explorer.colours import Swatch
from explorer.drawing.geometry import shifted
from explorer.drawing.page import Page, framed, page
from explorer.drawing.scene import Item, Line, Rect, Scene, Text
from explorer.drawing.textbox import CAP, block
from explorer.labels import GAP
from explorer.layout import cycle_words as words
from explorer.look import day_words, source_line
from explorer.responsibilities import Held
from explorer.teaching.cycle import Cycle, Duty

_PAD = 1.1  # inside a card, in sizes of a label
_AISLE = 4.6  # between cards, in sizes of a label: the arrows run there


def cycle_scene(
    found: Cycle,
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str = "",
    standfirst: str = "",
) -> Scene:
    """Who did each step of the commissioning cycle on the day."""
    placed = page(width, theme)
    body, height = (_column if placed.narrow else _square)(placed, found)
    return framed(
        placed,
        "cycle",
        body,
        height,
        headline=headline or f"The commissioning cycle on {day_words(found.day)}",
        standfirst=standfirst or "Four steps, and who had a part in each on that day",
        notes=words.notes(),
        source_line=source_line(found.registry.edition),
        alt=words.alt(found),
        description="\n".join(words.told(found)),
    )


# The round ----------------------------------------------------------------------------------------


def _square(placed: Page, found: Cycle) -> tuple[list[Item], float]:
    aisle = _AISLE * placed.label
    wide = (placed.inner - aisle) / 2
    cards = [_card(placed, found, number, wide) for number in range(len(found.stages))]
    upper = max(height for _, height in cards[:2])
    lower = max(height for _, height in cards[2:])
    left, right = placed.left, placed.left + wide + aisle
    low = upper + aisle
    spots = ((left, 0.0, upper), (right, 0.0, upper), (right, low, lower), (left, low, lower))
    items: list[Item] = []
    for (drawn, _), (x, y, tall) in zip(cards, spots, strict=True):
        items.append(_paper(placed, x, y, wide, tall))
        items += [shifted(item, x, y) for item in drawn]
    gap = 0.55 * placed.label
    middle_x, middle_y = left + wide / 2, low + lower / 2
    items += [
        _arrow(placed, left + wide + gap, upper / 2, right - gap, upper / 2),
        _arrow(placed, right + wide / 2, upper + gap, right + wide / 2, low - gap),
        _arrow(placed, right - gap, middle_y, left + wide + gap, middle_y),
        _arrow(placed, middle_x, low - gap, middle_x, upper + gap),
    ]
    return items, low + lower


def _column(placed: Page, found: Cycle) -> tuple[list[Item], float]:
    gap, y = 2.6 * placed.label, 0.0
    items: list[Item] = []
    middle = placed.left + placed.inner / 2
    for number in range(len(found.stages)):
        drawn, height = _card(placed, found, number, placed.inner)
        items.append(_paper(placed, placed.left, y, placed.inner, height))
        items += [shifted(item, placed.left, y) for item in drawn]
        y += height
        items.append(
            _arrow(placed, middle, y + 0.4 * placed.label, middle, y + gap - 0.4 * placed.label)
        )
        y += gap
    again = f"and round again to 1, {found.stages[0].title.lower()}"
    like = Text(middle, y, "", placed.label, fill=placed.colours.ink, anchor="middle")
    said = block(again, like, placed.inner)
    return [*items, *said.items], y + said.height


def _paper(placed: Page, x: float, y: float, width: float, height: float) -> Rect:
    colours = placed.colours
    return Rect(x, y, width, height, radius=0.5 * placed.label, fill=colours.panel,
                stroke=colours.rule, stroke_width=1)  # fmt: skip


def _arrow(placed: Page, x1: float, y1: float, x2: float, y2: float) -> Line:
    return Line(
        x1, y1, x2, y2, arrow=1.3 * placed.label, stroke=placed.colours.accent, stroke_width=5
    )


# A card -------------------------------------------------------------------------------------------


def _card(placed: Page, found: Cycle, number: int, width: float) -> tuple[list[Item], float]:
    """A step, drawn from (0, 0), and its height."""
    stage, colours, label = found.stages[number], placed.colours, placed.label
    pad = _PAD * label
    y = pad
    head = Text(pad, y, "", 1.35 * placed.strong, bold=True, fill=colours.ink)
    title = block(f"{number + 1}  {stage.title}", head, width - 2 * pad)
    y += title.height + 0.5 * label
    asked = block(
        stage.question, Text(pad, y, "", placed.label, fill=colours.muted), width - 2 * pad
    )
    y += asked.height + 0.9 * label
    items: list[Item] = [*title.items, *asked.items]
    for each in stage.duties:
        drawn, y = _duty(placed, found, each, pad, y, width - 2 * pad)
        items += drawn
        y += 0.75 * label
    return items, y - 0.75 * label + pad


def _duty(
    placed: Page, found: Cycle, each: Duty, x: float, y: float, width: float
) -> tuple[list[Item], float]:
    colours, size = placed.colours, placed.label
    name = block(each.function.name, Text(x, y, "", size, bold=True, fill=colours.ink), width)
    items: list[Item] = [*name.items]
    y += name.height + 0.5 * size
    if each.span.gap:
        said = block(f"{GAP[each.span.gap]}.", Text(x, y, "", size, italic=True,
                                                    fill=colours.muted), width)  # fmt: skip
        items += said.items
        y += said.height + 0.45 * size
    for held in each.span.held:
        drawn, y = _holder(placed, found, held, x, y, width)
        items += drawn
    return items, y


def _holder(
    placed: Page, found: Cycle, held: Held, x: float, y: float, width: float
) -> tuple[list[Item], float]:
    colours, size = placed.colours, placed.label
    row = held.responsibility
    who = words.named(found, held)
    swatch = colours.of(who.kind, who.organisation_id)
    main = row.role in words.MAIN
    side = 0.75 * size
    sign = Rect(
        x,
        y + CAP * size / 2 - side / 2,
        side,
        side,
        fill=_full(swatch, colours.paper) if main else "",
        stroke=swatch.edge,
        stroke_width=2,
        key=who.organisation_id,
        title=words.sentence(found, who.text, held),
    )
    text = f"{who.text}{words.beside(held)}"
    like = Text(x + 1.25 * size, y, "", size, fill=colours.ink, key=who.organisation_id)
    said = block(text, like, width - 1.25 * size)
    return [sign, *said.items], y + said.height + 0.45 * size


def _full(swatch: Swatch, paper: str) -> str:
    """A colour that looks filled: some kinds have the colour of the paper within their edge."""
    return swatch.edge if swatch.fill == paper else swatch.fill
