"""The words on a bar: its name, or its names one after the other, in it or beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from explorer.drawing.textbox import measure, wrap
from explorer.layout.timeline.ends import Ends, ends
from explorer.layout.timeline.stage import Stage
from explorer.look import listed
from explorer.period import last_day_before
from explorer.timeline import Bar

_INSET = 0.3  # of words in a bar, in sizes of a label
_BRIEF = 1 / 5  # of a bar: a name held no longer may go unwritten
ARROW = 20.0  # px of the arrow at an end that is not known


@dataclass(frozen=True, slots=True)
class Words:
    """Lines that begin at `x`; `inside` they stand on the bar."""

    x: float
    lines: tuple[str, ...]
    size: float
    inside: bool

    @property
    def right(self) -> float:
        return self.x + max(measure(line, self.size) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Caption:
    """All words of a bar, px at which one name gives way to the next, and what bar and words need
    of a row: only the part in which the bar is certain, where the words keep to it."""

    words: tuple[Words, ...]
    cuts: tuple[float, ...]
    need: tuple[float, float]

    @property
    def lines(self) -> int:
        return max(len(words.lines) for words in self.words)


@dataclass(frozen=True, slots=True)
class _Segment:
    left: float
    right: float
    name: str


def caption(stage: Stage, bar: Bar) -> Caption:
    one = ends(stage, bar)
    found, cuts = [], []
    for segment in _segments(stage, bar, one):
        cuts.append(segment.left)
        found += [words for words in [_within(stage, bar, one, segment)] if words]
    if not found:
        found = [_beside(stage, one, _segments(stage, bar, one)[-1].name)]
    left, right = one.certain
    if any(w.inside and (w.x < left or w.right > right) for w in found):
        left, right = one.left, one.right
    arrow = (ARROW + 2) * stage.unit
    left, right = left - arrow * one.open_left, right + arrow * one.open_right
    need = (
        min([left, *(w.x for w in found)]),
        max([left + 2, right, *(w.right + 0.5 * stage.page.label for w in found if not w.inside)]),
    )
    return Caption(tuple(found), tuple(cuts[1:]), need)


def _segments(stage: Stage, bar: Bar, one: Ends) -> list[_Segment]:
    """The parts of a bar with a name each; one part where a long one has no room for its name."""
    begins = [max(one.left, stage.left(naming.period.start)) for naming in bar.names]
    if begins:
        begins[0] = one.left
    parts = [
        _Segment(start, end, naming.name)
        for naming, (start, end) in zip(bar.names, pairwise([*begins, one.right]), strict=True)
        if one.left <= start < end
    ]
    parts = parts or [_Segment(one.left, one.right, bar.body.name)]
    long = [part for part in parts if part.right - part.left > (one.right - one.left) * _BRIEF]
    if len(parts) > 1 and not all(_within(stage, bar, one, part) for part in long):
        names = list(dict.fromkeys(part.name for part in parts))
        return [_Segment(one.left, one.right, f"{names[0]}, later {listed(names[1:])}")]
    return parts


def _within(stage: Stage, bar: Bar, one: Ends, part: _Segment) -> Words | None:
    """The words of a part in it, in at most two lines: where the bar is certain or, on a bar
    without colour, anywhere."""
    inset = _INSET * stage.page.label
    certain = one.certain
    zones = [(max(part.left, certain[0]), min(part.right, certain[1]))]
    if stage.colours.of(bar.kind.id, bar.body.id).fill == stage.colours.paper:
        zones.append((part.left, part.right))
    for words in _wordings(bar, part.name):
        for left, right in zones:
            for size in (stage.page.label, stage.page.small):
                lines = _fit(words, right - left - 2 * inset, size)
                if lines:
                    return Words(left + inset, lines, size, True)
    return None


def _fit(words: str, width: float, size: float) -> tuple[str, ...]:
    """At most two lines of `words` in a width; none where a word would be cut."""
    if width < 2 * size:
        return ()
    lines = wrap(words, width, size)
    uncut = " ".join(lines) == " ".join(words.split())
    return lines if uncut and len(lines) <= 2 else ()


def _beside(stage: Stage, one: Ends, name: str) -> Words:
    """The words right of the bar or, towards the end of the page, left of it."""
    label = stage.page.label
    gap, arrow = 0.5 * label, ARROW * stage.unit
    width = measure(name, label)
    right = one.right + gap + (arrow if one.open_right else 0)
    left = one.left - gap - width - (arrow if one.open_left else 0)
    beyond = one.right >= stage.ahead or right + width > stage.page.right
    x = left if beyond and left >= stage.axis.left else min(right, stage.page.right - width)
    return Words(x, (name,), label, False)


def _wordings(bar: Bar, name: str) -> Iterator[str]:
    """What may stand in a bar, the fullest first."""
    law = [naming for naming in bar.law if naming.period.end and naming.name not in name]
    if law and name == bar.names[-1].name:
        yield f"{name} (in law {law[-1].name} to {last_day_before(law[-1].period.end).year})"
    numbers = [count for count in bar.counts if count.count]
    if len(numbers) > 1 and numbers[0].measure == numbers[-1].measure:
        low, high = numbers[0].count, max(count.count for count in numbers)
        if low != high:
            yield f"{name}, {low:,.0f} to {high:,.0f} {numbers[0].measure}"
    yield name
