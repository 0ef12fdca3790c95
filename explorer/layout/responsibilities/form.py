"""The form of a bar says in which role the function was held, its strength on what evidence.

Responsible: a solid bar, the tallest. Joint: solid and ruled below. Delegated: hatched. Shared:
hollow. Advice: a dotted line. Host: a line between two ticks. Part of England only: a dashed edge.
Evidence that gives a holder's general role only: paler, with words in italics.
"""

from __future__ import annotations

from dataclasses import dataclass

from explorer.colours import Swatch
from explorer.drawing.legibility import blend, contrast
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Line, Path, Rect
from explorer.duties.holder_names import HolderName
from explorer.duties.tenures import Tenure

ON_A_LINE = ("advisory", "hosts")  # roles drawn as a line rather than a bar
_PALE = 0.42  # of a colour, where the evidence is general
_GREY = 0.13  # of the edge in the fill of bodies that have no colour of their own
_EDGED = 3.0  # contrast of a kind's edge with its fill from which solid bars show the edge
_RULED = 2.2  # px from the foot of a joint bar to its rule, at 1600 px


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of a bar and of words on it; `plate` stands behind words on hatching or a line."""

    fill: str
    stroke: str
    hatch: str
    dash: tuple[float, ...]
    ink: str
    plate: str


@dataclass(frozen=True, slots=True)
class Fade:
    """Px at the ends of a bar over which its beginning or end is not certain."""

    left: float = 0.0
    right: float = 0.0

    @property
    def paint(self) -> dict:
        sides = {(True, True): "both", (True, False): "left", (False, True): "right"}
        side = sides.get((self.left > 0, self.right > 0), "")
        return {"fade": side, "fade_px": max(self.left, self.right)} if side else {}


def swatch(page: Page, holder: HolderName) -> Swatch:
    """The colour of a holder's kind; parties outside the record's kinds are outlined."""
    colours = page.colours
    return (
        colours.of(holder.kind, holder.organisation_id)
        if holder.kind
        else colours.swatches["other"]
    )


def look(
    page: Page, holder: HolderName, role: str, *, named: bool = True, in_part: bool = False
) -> Look:
    colours, own = page.colours, swatch(page, holder)
    paper, ink = colours.paper, colours.ink
    outlined = own.fill == paper
    edged = contrast(own.fill, own.edge) >= _EDGED
    dash = (5.0 * page.unit, 3.0 * page.unit) if in_part else ()

    def pale(colour: str) -> str:
        return colour if named else blend(colour, paper, _PALE)

    if role in ON_A_LINE:
        return Look("", pale(own.edge), "", dash, ink, paper)
    if role == "delegated":
        return Look(paper, pale(own.edge), pale(own.edge), dash, ink, paper)
    if role == "shared":
        return Look(paper, pale(own.edge), "", dash, ink, "")
    if outlined:
        return Look(blend(pale(own.edge), paper, _GREY), pale(own.edge), "", dash, ink, "")
    edge = pale(own.edge) if edged or in_part else ""
    return Look(pale(own.fill), edge, "", dash, own.text if named else ink, "")


def bar(
    page: Page,
    role: str,
    look: Look,
    box: tuple[float, float, float, float],
    fade: Fade = Fade(),
    **hand: str,
) -> list[Item]:
    """The items of a bar in `box` (left, top, right, bottom); `hand` is its key and title."""
    left, top, right, bottom = box
    unit, middle = page.unit, (top + bottom) / 2
    if role == "advisory":
        paint = {"stroke": look.stroke, "stroke_width": 2.6 * unit}
        dots = (1.6 * unit, 3.6 * unit)
        return [Line(left, middle, right, middle, dash=dots, **paint, **fade.paint, **hand)]
    if role == "hosts":
        tick = (bottom - top) * 0.3
        steps = (
            *(("M", left, middle - tick), ("L", left, middle + tick)),
            *(("M", left, middle), ("L", right, middle)),
            *(("M", right, middle - tick), ("L", right, middle + tick)),
        )
        return [Path(steps, stroke=look.stroke, stroke_width=1.6 * unit, **fade.paint, **hand)]
    line = 1.6 * unit if look.stroke else 0.0
    items: list[Item] = [
        Rect(
            left + line / 2,
            top + line / 2,
            max(right - left - line, 0.5),
            bottom - top - line,
            fill=look.fill,
            stroke=look.stroke,
            stroke_width=line or 1.5,
            dash=look.dash,
            hatch=look.hatch,
            **fade.paint,
            **hand,
        )
    ]
    if role == "joint":
        y = bottom - _RULED * unit
        rule = {"stroke": page.colours.paper, "stroke_width": 1.4 * unit}
        items.append(Line(left, y, right, y, **rule, **fade.paint))
    return items


def fade_of(tenure: Tenure, per_day: float) -> Fade:
    """Over the days of a doubtful start or end; at least over half a year where the start is only
    the earliest evidence."""
    doubts = (tenure.start_doubt, tenure.end_doubt)
    left, right = ((d.end - d.start).days * per_day if d else 0.0 for d in doubts)
    if tenure.first_seen and tenure.start_doubt:
        left = max(left, 183 * per_day)
    return Fade(left, right)
