"""Tenures in lanes: first whoever is responsible, below it everybody else, nobody hidden.

Words stand in a bar where they fit: the whole name, else its short form, with the role where it is
not the usual one. In the lanes below they may also stand after the bar or before it, and the lane
keeps that room free.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.drawing.textbox import measure
from explorer.duties.tenures import Tenure
from explorer.layout.responsibilities.form import Fade, fade_of
from explorer.layout.responsibilities.stage import Stage
from explorer.layout.responsibilities.words import role_word

_SPACE = 0.32  # between the name and the role, in sizes
_LONGEST_OUTSIDE = 30  # letters of a name that stands beside its bar whole


@dataclass(frozen=True, slots=True)
class Label:
    """A name and perhaps a role on one line, from `left` on; `short` says which name it is."""

    name: str
    role: str
    left: float
    short: bool
    inside: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A tenure with its place. `lane` 0 is the tall one."""

    tenure: Tenure
    left: float
    right: float
    fade: Fade
    lane: int
    label: Label | None


def bars(stage: Stage, tenures: Iterable[Tenure]) -> tuple[Bar, ...]:
    """Every tenure in a lane. In lane 0 two may overlap only where one of them is doubtful.

    A tenure that goes on where one of the same holder and role ends stands in its lane, and needs
    no second label outside.
    """
    held = sorted(tenures, key=lambda one: (_rank(one), one.period.start, one.key))
    placed: list[Bar] = []
    for tenure in held:
        left, right = stage.sides(tenure.period)
        fade = fade_of(tenure, stage.axis.per_day)
        lane = 0 if _rank(tenure) == 0 else 1
        if lane == 0 and not _free_at_the_top(placed, tenure):
            lane = 1
        before = _goes_on(placed, tenure) if lane else None
        label = _label(stage, tenure, left, right, fade, lane, outside=before is None)
        extent = _extent(stage, left, right, tenure, label)
        lane = before.lane if before else lane
        while lane and any(
            bar.lane == lane
            and _meet(extent, _extent(stage, bar.left, bar.right, bar.tenure, bar.label))
            for bar in placed
        ):
            lane += 1
        placed.append(Bar(tenure, left, right, fade, lane, label))
    return tuple(placed)


def text_width(stage: Stage, name: str, role: str, tenure: Tenure, size: float) -> float:
    named = tenure.named
    wide = measure(name, size, bold=named, italic=not named)
    return wide + (_SPACE * size + measure(role, size, italic=not named) if role else 0.0)


def size_of(stage: Stage, lane: int) -> float:
    return stage.page.small if lane else stage.page.label


def _rank(tenure: Tenure) -> int:
    return 0 if tenure.role in ("responsible", "joint") else 1


def _free_at_the_top(placed: Sequence[Bar], tenure: Tenure) -> bool:
    return not any(bar.lane == 0 and _clash(bar.tenure, tenure) for bar in placed)


def _goes_on(placed: Sequence[Bar], tenure: Tenure) -> Bar | None:
    """The bar of the same holder and role that ends where this one begins, if it has a label."""
    for bar in placed:
        same = bar.tenure.holder.id == tenure.holder.id and bar.tenure.role == tenure.role
        if same and bar.label and bar.tenure.period.end == tenure.period.start:
            return bar
    return None


def _clash(one: Tenure, other: Tenure) -> bool:
    """Whether both certainly held the function on some day; any day of a tenure that is doubtful
    throughout counts."""
    if one.core.empty or other.core.empty:
        return one.period.overlaps(other.period)
    return one.core.overlaps(other.core)


def _label(
    stage: Stage,
    tenure: Tenure,
    left: float,
    right: float,
    fade: Fade,
    lane: int,
    *,
    outside: bool,
) -> Label | None:
    size, unit = size_of(stage, lane), stage.unit
    pad = (4 if lane else 6) * unit
    free_left, free_right = left + fade.left + pad, right - fade.right - pad
    roles = [role_word(tenure), role_word(tenure, short=True), ""]
    roles = list(dict.fromkeys(roles)) if tenure.role != "responsible" else [""]
    name = tenure.holder
    choices = [(text, role) for role in roles for text in (name.text, name.short)]
    # the role goes before the whole name: "ICBs delegated", not "Integrated care boards"
    for text, role in choices:
        # judged by the bold face, so that a row of bars has names of one sort
        wide = text_width(stage, text, role, tenure, size)
        bold = wide if tenure.named or lane else measure(text, size, bold=True)
        if bold <= free_right - free_left:
            at = (free_left + free_right - wide) / 2
            return Label(text, role, at, text != name.text, True)
    if not lane or not outside:
        return None
    longest = roles[-2] if len(roles) > 1 else ""
    for text, role in ((name.text, longest), (name.short, longest), (name.short, "")):
        if text == name.text and len(text) > _LONGEST_OUTSIDE and text != name.short:
            continue
        wide = text_width(stage, text, role, tenure, size)
        if right + pad + wide <= stage.axis.right:
            return Label(text, role, right + pad, text != name.text, False)
        if left - pad - wide >= stage.axis.left:
            return Label(text, role, left - pad - wide, text != name.text, False)
    return None


def _extent(
    stage: Stage, left: float, right: float, tenure: Tenure, label: Label | None
) -> tuple[float, float]:
    space = 5 * stage.unit
    if label is None or label.inside:
        return left, right
    wide = text_width(stage, label.name, label.role, tenure, stage.page.small)
    return min(left, label.left - space), max(right, label.left + wide + space)


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
