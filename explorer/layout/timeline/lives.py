"""One life bar for each body, in groups: a line of its own and its name where they are few, a thin
line where they are many."""

from __future__ import annotations

from explorer.drawing.geometry import Box
from explorer.drawing.page import framed, page
from explorer.drawing.scene import Item, Scene, Text
from explorer.drawing.textbox import CAP, measure, run
from explorer.layout.names import shortened
from explorer.layout.timeline.bars import draw_bar
from explorer.layout.timeline.captions import Caption, Words
from explorer.layout.timeline.drawing import axis_lane, stems
from explorer.layout.timeline.ends import ends
from explorer.layout.timeline.events import reform_lane
from explorer.layout.timeline.kind_words import plain_name
from explorer.layout.timeline.stage import Stage, stage
from explorer.lives import LifeGroup, Lives
from explorer.look import at_words, counted, day_words, listed, source_line, upper_first
from explorer.naming import LABEL
from explorer.period import last_day_before
from explorer.timeline import Bar, Timeline

MANY = 170  # bars: more of them are drawn as thin lines without names
_ROW, _BAR = 1.62, 1.38  # distance of rows and height of a bar, in sizes of small type
_THIN_ROW, _THIN_BAR = 5.0, 4.0  # px on a page 1600 wide
LONGEST_ALT = 250


def lives_scene(
    timeline: Timeline,
    lives: Lives,
    first_year: int | None = None,
    last_year: int | None = None,
    *,
    width: float = 1200,
    theme: str = "light",
    headline: str | None = None,
    standfirst: str | None = None,
    notes: tuple[str, ...] | None = None,
) -> Scene:
    """The bars of `lives` on the axis of `timeline`; without years as long as they last."""
    edition = lives.registry.edition
    last = last_day_before(lives.last) if lives.last else edition.last_day
    placed = stage(
        timeline,
        page(width, theme),
        first_year or max(lives.first.year, edition.first_day.year),
        last_year or last.year,
    )
    items, height = _body(placed, lives)
    return framed(
        placed.page,
        "lives",
        items,
        height,
        headline=headline or _headline(lives),
        standfirst=standfirst or _standfirst(placed),
        notes=notes if notes is not None else _notes(placed, lives, items),
        source_line=source_line(edition),
        alt=_alt(lives, headline),
        description=_description(lives),
    )


def _body(placed: Stage, lives: Lives) -> tuple[list[Item], float]:
    label = placed.page.label
    head = reform_lane(placed, frozenset(bar.body.id for bar in lives.bars))
    items: list[Item] = list(head.part.items)
    solid: list[Box] = []
    y = head.part.height
    top = y - 0.8 * label if y else 0.0
    thin = len(lives.bars) > MANY
    y += 0.8 * label
    for group in lives.groups:
        shown = [b for b in group.bars if placed.shows(b.body.lifetime.start, b.body.lifetime.end)]
        if not shown:
            continue
        items += _group_head(placed, group, len(shown), y, by_wave=lives.by_wave)
        y += 1.9 * label
        for bar in shown:
            row, height = _measures(placed, thin=thin)
            drawn, boxes = draw_bar(placed, bar, _caption(placed, bar, thin=thin), y, height)
            items += drawn
            solid += boxes
            y += row
        y += 1.1 * label
    axis, height = axis_lane(placed, y)
    lines = stems(placed, head.days, top, y, solid, [*items, *axis])
    return [*lines, *items, *axis], y + height


def _measures(placed: Stage, *, thin: bool) -> tuple[float, float]:
    if thin:
        return _THIN_ROW * placed.unit, _THIN_BAR * placed.unit
    return _ROW * placed.page.small, _BAR * placed.page.small


def _group_head(
    placed: Stage, group: LifeGroup, count: int, y: float, *, by_wave: bool
) -> list[Text]:
    """`211 opened on 1 April 2013`, or the number and name of a kind."""
    label = placed.page.label
    like = Text(placed.page.left, y + CAP * label, f"{count:,}", 1.15 * label, bold=True)
    if not by_wave:
        words = plain_name(group.kind, count)
    elif group.opened:
        words = f"opened {at_words(group.opened)}"
    else:
        words = "whose first day is not known"
    ink = placed.colours.ink
    name = Text(0, 0, words, label, fill=ink)
    return list(run((Text(like.x, like.y, like.text, like.size, bold=True, fill=ink), name)))


def _caption(placed: Stage, bar: Bar, *, thin: bool) -> Caption:
    """The short name in its bar, right of it or left of it, or in the gutter."""
    if thin:
        return Caption((), (), (0, 0))
    one, small = ends(placed, bar), placed.page.small
    made = bool(bar.names) and bar.names[-1].name_type == LABEL
    name = shortened(bar.names[-1].name if bar.names else bar.body.name, label=made)
    width, gap = measure(name, small), 0.4 * small
    left, right = one.certain
    if width + 2 * gap <= right - left:
        return Caption((Words(left + gap, (name,), small, True),), (), (0, 0))
    x = max(one.right, right) + gap + (24 * placed.unit if one.open_right else 0)
    if x + width > placed.page.right:
        x = one.left - gap - width - (24 * placed.unit if one.open_left else 0)
    if x < placed.page.left:
        return Caption((), (), (0, 0))
    return Caption((Words(x, (name,), small, False),), (), (0, 0))


def _headline(lives: Lives) -> str:
    count = len(lives.bars)
    if lives.kind:
        words = counted(count, lives.kind.label, plain_name(lives.kind))
        years = f"{lives.first.year} to {_last_year(lives)}"
        place = f" in {lives.region}" if lives.region else ""
        return f"{upper_first(words)}{place}, {years}"
    return f"{lives.region or 'Chosen bodies'}: {count:,} bodies, by kind"


def _last_year(lives: Lives) -> int:
    return (lives.last or lives.registry.edition.as_known_on).year


def _standfirst(placed: Stage) -> str:
    until = day_words(placed.timeline.registry.edition.as_known_on)
    return f"Each bar is one body, from its first day to its last. As known on {until}"


def _notes(placed: Stage, lives: Lives, items: list[Item]) -> tuple[str, ...]:
    found = []
    if any(item.fade for item in items):
        found.append("Fading: the day is not known.")
    if any(bar.body.end_unknown for bar in lives.bars):
        found.append("Arrow to the right: last seen then, end not known.")
    if any(bar.body.opened is None for bar in lives.bars):
        found.append("Arrow to the left: first day not known; the bar begins with the first fact.")
    if placed.axis.last > placed.known_until and any(bar.plans for bar in lives.bars):
        found.append("Grey and dashed: planned, not law.")
    if len(lives.bars) > MANY:
        found.append("Names are shown when a bar is pointed at, and in the table.")
    return (" ".join(found),) if found else ()


def _alt(lives: Lives, headline: str | None) -> str:
    """At most 250 characters."""
    groups = [
        f"{len(group.bars)} "
        + (
            f"opened {at_words(group.opened)}"
            if group.opened
            else plain_name(group.kind, len(group.bars))
        )
        for group in lives.groups
    ]
    head = f"Life bars: {headline}" if headline else f"Life bars of {_headline(lives)}"
    for many in range(len(groups), 0, -1):
        more = f" and {len(groups) - many} more groups" if many < len(groups) else ""
        whole = f"{head}: {', '.join(groups[:many])}{more}."
        if len(whole) <= LONGEST_ALT:
            return whole
    return f"{head[: LONGEST_ALT - 1]}."


def _description(lives: Lives) -> str:
    return " ".join(
        f"{len(group.bars)} {plain_name(group.kind, len(group.bars))}"
        + (f" opened {at_words(group.opened)}" if group.opened else "")
        + f": {listed(bar.body.name for bar in group.bars[:5])}"
        + (f" and {len(group.bars) - 5} more." if len(group.bars) > 5 else ".")
        for group in lives.groups
    )
