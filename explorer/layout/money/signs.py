"""The signs of figures: the shape says the price basis, so that colour is never alone.

Disc for cash, square for accounts, ring for planned, diamond for an estimate, cross where the
source states none. Planned and estimated stems are dashed.
"""

from __future__ import annotations

from types import MappingProxyType

from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Mark, Path
from explorer.money import Account

SIZE = 10.0  # px of a sign at 1600 px
_SHAPES = MappingProxyType(
    {
        "cash": ("disc", True),
        "accounts": ("square", True),
        "planned": ("disc", False),
        "estimate": ("diamond", False),
        "not_stated": ("cross", True),
    }
)
_DASHED = ("planned", "estimate")


def tint(page: Page, account: Account) -> str:
    if not account.kind:
        return page.colours.accent
    organisation = account.subject_id if account.subject_type == "organisation" else ""
    return page.colours.of(account.kind, organisation).edge


def stem(
    page: Page, basis: str, colour: str, x: float, base: float, y: float, key: str, title: str
) -> list[Item]:
    """A stem from the baseline up to the sign of the basis."""
    unit = page.unit
    shape, filled = _SHAPES[basis]
    dash = (3.0 * unit, 3.0 * unit) if basis in _DASHED else ()
    line = Line(x, base, x, y, stroke=colour, stroke_width=2.2 * unit, dash=dash)
    size = SIZE * unit if filled else 0.86 * SIZE * unit
    fill = colour if filled else page.colours.paper
    sign = Mark(
        x, y, size, shape, fill=fill, stroke=colour, stroke_width=1.8 * unit, key=key, title=title
    )
    return [line, sign]


def bracket(
    page: Page, left: float, right: float, y: float, colour: str, key: str = "", title: str = ""
) -> list[Item]:
    unit = page.unit
    tick = 4.5 * unit
    steps = (
        *(("M", left, y + tick), ("L", left, y - tick)),
        *(("M", left, y), ("L", right, y)),
        *(("M", right, y - tick), ("L", right, y + tick)),
    )
    return [Path(steps, stroke=colour, stroke_width=2.2 * unit, key=key, title=title)]
