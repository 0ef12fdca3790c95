"""Bars on the axis and stubs beside them, with their px across, their heights and their labels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from explorer.drawing.geometry import Box
from explorer.drawing.page import Page
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.actors import Actor, Cast, Stub
from explorer.layout.lineage.near import arranged
from explorer.layout.lineage.tags import Tag, Words

PULL = 9.0  # px at 1600 between a date and the end of a bar whose band crosses on that date
ARROW = 20.0  # px at 1600 of the arrow on a bar whose end is not known
THIN = 7.0  # px at 1600 of a band whose share is not stated


@dataclass(frozen=True, slots=True)
class Label:
    """The words of a bar; `dated` with years, for where the bar does not show its time."""

    variants: tuple[Words, ...]  # the fullest first
    dated: Words
    ending: Words | None = None  # what stands after the end where nothing follows


@dataclass(frozen=True, slots=True)
class Bar:
    """`left` and `right` are the px of its first day and of the day after its last; `near` and
    `far` are how much each end is pulled in for bands."""

    actor: Actor
    left: float
    right: float
    near: float
    far: float
    height: float
    tag: Tag
    dated: Words
    ending: Tag | None
    fade: tuple[str, float]  # the sides whose day is not known, and px over which they thin out

    @property
    def id(self) -> str:
        return self.actor.id

    def tip(self, unit: float) -> float:
        """Px where the bar really ends: an end that is not known has an arrow beyond it."""
        return self.right - self.far + (ARROW * unit if self.actor.body.end_unknown else 0.0)


@dataclass(frozen=True, slots=True)
class Tail:
    """A stub with px: it ends (`into`) or begins a little beside its date."""

    stub: Stub
    left: float
    right: float
    height: float
    tag: Tag

    @property
    def id(self) -> str:
        return self.stub.id


@dataclass(frozen=True, eq=False)
class Plan:
    """What a sketch is made from. `avoid` names for each id the places its label must not have."""

    cast: Cast
    page: Page
    labels: Mapping[str, Label]
    stubs: Mapping[str, str]
    avoid: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def arranged(self) -> tuple[dict[str, float], list[str]]:
        """First heights and the order from top to bottom: the same whatever the axis is."""
        return arranged(self.cast)


@dataclass(frozen=True, eq=False)
class Sketch:
    """Everything but the heights on the page. `order` runs from top to bottom, `guess` holds first
    heights in bodies."""

    cast: Cast
    page: Page
    axis: TimeAxis
    bars: Mapping[str, Bar]
    tails: Mapping[str, Tail]
    order: tuple[str, ...]
    guess: Mapping[str, float]
    per_practice: float | None  # px; None where heights mean nothing


def boxes(thing: Bar | Tail, unit: float, height: float | None = None) -> tuple[Box, ...]:
    """The bar and its labels, the top of the bar at 0; `height` if it is not the bar's own."""
    height = thing.height if height is None else height
    bar = (thing.left, 0.0, thing.right, height)
    left = thing.left + (thing.near if isinstance(thing, Bar) else 0)
    right = thing.tip(unit) if isinstance(thing, Bar) else thing.right
    ending = thing.ending if isinstance(thing, Bar) else None
    tags = [thing.tag, ending] if ending else [thing.tag]
    found = (tag.box(left, right, height, unit) for tag in tags)
    return (bar, *(box for box in found if box))
