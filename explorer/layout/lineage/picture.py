"""The lineage of one body as a scene: for every body of the record, at any width."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from explorer.drawing.geometry import bounds
from explorer.drawing.page import Page, framed, page
from explorer.drawing.scene import Item, Rect, Scene, Text
from explorer.drawing.textbox import box
from explorer.layout.axis import TimeAxis
from explorer.layout.lanes import listing
from explorer.layout.lineage import notes, paint, planned, words
from explorer.layout.lineage.actors import FAINT, Cast
from explorer.layout.lineage.bands import bands, crossed_labels
from explorer.layout.lineage.cast import cast
from explorer.layout.lineage.frame import changes, heads, years
from explorer.layout.lineage.lanes import beside, connectors, duties
from explorer.layout.lineage.loose import placed
from explorer.layout.lineage.maker import sketch
from explorer.layout.lineage.margins import time_axis
from explorer.layout.lineage.naming import endings, labels, stub_words
from explorer.layout.lineage.plot import Plan
from explorer.layout.lineage.solve import Drawn, moved, solved
from explorer.lineage import Lineage
from explorer.look import source_line

_TRIES = 4  # of labels that bands run through


def lineage_scene(
    lineage: Lineage,
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str = "",
    standfirst: str = "",
) -> Scene:
    """`headline` and `standfirst` replace the generated ones."""
    shown, at = cast(lineage), page(width, theme)
    pending, ends = planned.pending(shown), endings(shown)
    ahead = {name: frozenset({"after"}) for plan in pending if plan.day for name in plan.ids}
    plan = Plan(shown, at, labels(shown, ends), stub_words(shown), ahead)
    axis = time_axis(plan, ends, [one.day for one in pending])
    drawn = _legible(plan, axis)
    days = {flow.day for flow, _, _ in drawn.flows} | {arc.date.first for arc in shown.duties}
    body, height = _body(drawn, axis, pending, sorted(days))
    before, after = _counts(shown)
    return framed(
        at,
        "lineage",
        body,
        height,
        headline=headline or words.headline(shown, before, after),
        standfirst=standfirst or words.standfirst(sorted(days)),
        notes=notes.notes(shown, notes.marks(drawn, ends)),
        source_line=source_line(shown.registry.edition),
        alt=notes.alt(shown, before, after),
        description=notes.description(shown),
    )


def _legible(plan: Plan, axis: TimeAxis) -> Drawn:
    """The drawing with the fewest labels crossed by bands: such labels try other places."""
    best, least = None, None
    for _ in range(_TRIES):
        drawn = solved(sketch(plan, axis))
        hit = crossed_labels(drawn)
        if least is None or len(hit) < least:
            best, least = drawn, len(hit)
        if not hit:
            break
        avoid = {name: plan.avoid.get(name, frozenset()) | where for name, where in hit.items()}
        plan = replace(plan, avoid={**plan.avoid, **avoid})
    return best


def _counts(shown: Cast) -> tuple[int, int]:
    """How many bodies that led to the focus, and that followed it, are drawn in full."""
    roles = {r.organisation_id: r.role for r in reversed(shown.lineage.relatives)}
    full = [roles.get(actor.id) for actor in shown.actors if actor.part != FAINT]
    return full.count("predecessor"), full.count("successor")


def _body(
    drawn: Drawn, axis: TimeAxis, pending: Sequence[planned.Pending], days: Sequence
) -> tuple[list[Item], float]:
    """Everything between the standfirst and the notes, and its height."""
    at, shown = drawn.sketch.page, drawn.sketch.cast
    head, y = heads(shown, at, axis)
    years_at = y + 4 * at.unit
    above = duties(shown, at, axis, years_at + at.small * 2.1, came=True)
    drawn = moved(drawn, above.foot)
    ribbons, bars, texts = bands(drawn), paint.bars(drawn), paint.labels(drawn)
    boxes = planned.boxes(drawn, axis, pending)
    below = duties(shown, at, axis, drawn.foot, came=False)
    rest = beside(shown, at, axis, below.foot)
    solid = [bounds(i) for i in (*bars, *above.items, *below.items) if isinstance(i, Rect)]
    dashed = [
        *connectors(drawn, axis, above.links, solid, came=True),
        *connectors(drawn, axis, below.links, solid, came=False),
    ]
    limits = (at.left, above.foot, at.right, drawn.foot + 4 * at.unit)
    found = placed(drawn, [_box(item) for item in (*bars, *texts, *boxes)], ribbons, limits)
    covers = solid + [bounds(i) for i in (*rest.items, *boxes) if isinstance(i, Rect)]
    dates, tall = changes(at, axis, days, years_at + at.small * 1.3, rest.foot, covers)
    grid = years(at, axis, years_at, rest.foot, covers)
    lists = {
        "Planned, not decided": tuple(dict.fromkeys(plan.words for plan in pending)),
        "Numbered in the drawing": tuple(f"{number} {text}" for number, text in found.key),
    }
    under, height = _listed(at, lists, rest.foot + tall)
    lanes = (*above.items, *below.items, *rest.items)
    items = [*grid, *dates, *head, *dashed, *ribbons, *bars, *boxes, *lanes, *texts]
    return [*items, *found.items, *under], height


def _box(item: Item):
    return box(item) if isinstance(item, Text) else bounds(item)


def _listed(at: Page, lists: Mapping[str, tuple[str, ...]], y: float) -> tuple[list[Item], float]:
    """Lists under the drawing, each with its title, from `y` down."""
    items: list[Item] = []
    for title, lines in lists.items():
        if lines:
            found = listing(title, lines, at, y + 10 * at.unit)
            items += found.items
            y += 10 * at.unit + found.height
    return items, y
