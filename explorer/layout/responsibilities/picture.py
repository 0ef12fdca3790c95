"""Functions and years as a scene: who held what, in which role, on what evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from explorer.drawing.geometry import shifted
from explorer.drawing.page import framed, page
from explorer.drawing.scene import Item, Line, Scene
from explorer.duties.courses import Courses
from explorer.layout.parts import Part, stacked
from explorer.layout.responsibilities import frame, words
from explorer.layout.responsibilities import key as keys
from explorer.layout.responsibilities.lanes import bars
from explorer.layout.responsibilities.row import row
from explorer.layout.responsibilities.stage import Stage, stage
from explorer.look import source_line


def responsibilities_scene(
    courses: Courses,
    width: float = 1200,
    theme: str = "light",
    *,
    headline: str | None = None,
    standfirst: str | None = None,
) -> Scene:
    """The chosen functions over the chosen years; `courses()` makes the choice."""
    here = stage(courses, page(width, theme))
    body = _body(here)
    return framed(
        here.page,
        "responsibilities",
        body.items,
        body.height,
        headline=words.headline(courses) if headline is None else headline,
        standfirst=words.standfirst(courses) if standfirst is None else standfirst,
        notes=words.notes(courses),
        source_line=source_line(courses.registry.edition),
        alt=words.alt(courses),
        description=words.description(courses),
    )


def _body(here: Stage) -> Part:
    size = here.page.small
    key = keys.key_of_forms(here)
    days = frame.change_days(here)
    head = frame.head(here, days)
    rows = _rows(here, days)
    foot = frame.foot(here)
    placed = [bar for course in here.courses.all for bar in bars(here, course.tenures)]
    names = keys.key_of_names(here, placed)
    y = key.height + 1.2 * size
    items: list[Item] = [*key.items, *_moved(head, y)]
    y += head.height
    if not here.page.narrow:
        items += frame.change_lines(here, days, y, y + rows.height)
    items += _moved(rows, y)
    y += rows.height
    items += _moved(foot, y)
    y += foot.height + 0.8 * size
    items += _moved(names, y)
    return Part(tuple(items), y + names.height)


def _rows(here: Stage, days: Sequence[date]) -> Part:
    page = here.page
    parts = []
    for group, courses in here.courses.groups:
        between = Line(
            page.left, 0, page.right, 0, stroke=page.colours.rule, stroke_width=0.7, opacity=0.7
        )
        rows: list[Part] = []
        for course in courses:
            if rows:
                rows.append(Part((between,), 0.1))
            rows.append(row(here, course, days))
        parts.append(frame.group_head(here, group))
        parts.append(stacked(rows, 0.55 * page.label))
        parts.append(Part((), 0.9 * page.label))
    return stacked(parts, 0.0)


def _moved(part: Part, down: float) -> list[Item]:
    return [shifted(item, 0, down) for item in part.items]
