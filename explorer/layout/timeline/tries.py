"""Where the label of a band may stand, best place first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.drawing.geometry import Box
from explorer.drawing.scene import Text
from explorer.drawing.textbox import CAP, measure, run, wrap
from explorer.layout.timeline.desk import Try
from explorer.layout.timeline.kind_words import acronym, plain_name
from explorer.layout.timeline.lettering import PAD, bold, line_width, named, on_line
from explorer.layout.timeline.stage import Stage
from explorer.look import listed
from explorer.model import Kind

_LINE = 1.2  # leading of names
_MOST_LATER = 3  # further numbers listed in one label


@dataclass(frozen=True, slots=True)
class Spot:
    """One step of a band in px: from `left` to `right`, its edge at `top`; the run goes to `end`,
    the lane stands on `floor`. `areas` are the boxes of the whole run. Nothing is written in a
    `hollow` band. `beside` is the number and kind on which the run lies where it begins; `raised`
    says that the step lies on another band."""

    kind: Kind
    count: int
    later: tuple[int, ...]
    left: float
    right: float
    end: float
    top: float
    floor: float
    areas: tuple[Box, ...]
    hollow: bool
    beside: tuple[int, Kind] | None
    is_first: bool
    last: bool
    raised: bool


def head_tries(stage: Stage, spot: Spot, size: float) -> Iterator[Try]:
    """Places for the number and name of a run, at its first step."""
    number = f"{spot.count:,}"
    for name in (plain_name(spot.kind), acronym(spot.kind, spot.count)):
        places = [
            () if spot.hollow else _split(stage, spot, number, name, size),
            _above(stage, spot, number, name, size),
            () if spot.hollow else _inside(stage, spot, number, name, size),
            () if spot.raised else _over_and_under(stage, spot, number, name, size),
            _stacked_above(stage, spot, number, name, size),
            _sideways(stage, spot, number, name, size),
            () if spot.raised else _below(stage, spot, number, name),
            _above_to_the_end(stage, spot, number, name, size),
        ]
        for tries in places:
            yield from tries
    yield from step_tries(stage, spot, size, head=True)


def step_tries(stage: Stage, spot: Spot, size: float, *, head: bool = False) -> Iterator[Try]:
    """Places for a number alone. Over bands that lie on one another a number would seem to be
    their sum: there it stands inside, but for that of the `head`."""
    text = f"{spot.count:,}"
    pad = PAD * stage.page.label
    for one in dict.fromkeys((size, 1.25 * stage.page.label, stage.page.label)):
        if one > size:
            continue
        width = measure(text, one, bold=True)
        room = spot.right - spot.left
        if (head or not spot.raised) and (room >= 0.9 * width or spot.last):
            y = spot.top - 0.28 * one
            yield Try(outside=(bold(stage, text, spot.left + pad, y, one),))
            yield Try(outside=(bold(stage, text, spot.right - width - pad / 2, y, one),))
            if not spot.last:
                yield Try(
                    outside=(bold(stage, text, (spot.left + spot.right - width) / 2, y, one),)
                )
        if not spot.hollow and room >= width + pad:
            on = stage.colours.of(spot.kind.id).text
            y = spot.top + pad + CAP * one
            for x in (spot.left + pad, (spot.left + spot.right - width) / 2):
                yield Try(inside=(bold(stage, text, x, y, one, on),), areas=spot.areas)


def _split(stage: Stage, spot: Spot, number: str, name: str, size: float) -> Iterator[Try]:
    """The number above the band, the name in it, low down."""
    label, pad = stage.page.label, PAD * stage.page.label
    on = stage.colours.of(spot.kind.id).text
    above = bold(stage, number, spot.left + pad, spot.top - 0.28 * size, size)
    width = spot.end - spot.left - 2 * pad
    if width < 4 * label:
        return
    lines = wrap(name, width, label)
    low = min(area[3] for area in spot.areas) - 0.55 * label
    names = tuple(
        named(stage, line, spot.left + 1.4 * pad, low - (len(lines) - 1 - i) * _LINE * label, on)
        for i, line in enumerate(lines)
    )
    if len(lines) <= 3 and all(line in name for line in lines):
        yield Try(outside=(above,), inside=names, areas=spot.areas)


def _above(stage: Stage, spot: Spot, number: str, name: str, size: float) -> Iterator[Try]:
    """Number and name on one line above the band, from its start."""
    x, y = spot.left + PAD * stage.page.label, spot.top - 0.28 * size
    yield Try(outside=on_line(stage, x, y, number, name, size))


def _above_to_the_end(
    stage: Stage, spot: Spot, number: str, name: str, size: float
) -> Iterator[Try]:
    width = line_width(stage, number, name, size)
    for end in (spot.end, min(stage.page.right, spot.left + width)):
        yield Try(outside=on_line(stage, end - width, spot.top - 0.28 * size, number, name, size))


def _over_and_under(stage: Stage, spot: Spot, number: str, name: str, size: float) -> Iterator[Try]:
    """The number at its step, the name under the baseline."""
    y = spot.floor + 0.45 * stage.page.label + CAP * stage.page.label
    width = measure(name, stage.page.label)
    for place in step_tries(stage, spot, size, head=True):
        for x in _starts(stage, spot, width):
            yield Try((*place.outside, named(stage, name, x, y)), place.inside, place.areas)


def _starts(stage: Stage, spot: Spot, width: float) -> tuple[float, ...]:
    """Where words under a run may begin: with it, or so that they end with it or with the page."""
    return (spot.left, min(stage.page.right - width, spot.end), spot.end - width)


def _inside(stage: Stage, spot: Spot, number: str, name: str, size: float) -> Iterator[Try]:
    """Number and name on one line in the band, or the name under the number."""
    label, pad = stage.page.label, PAD * stage.page.label
    on = stage.colours.of(spot.kind.id).text
    x, y = spot.left + 1.4 * pad, spot.top + pad + CAP * size
    yield Try(
        inside=run((bold(stage, number, x, y, size, on), named(stage, name, x, y, on))),
        areas=spot.areas,
    )
    lines = wrap(name, max(spot.end - spot.left - 2 * pad, 4 * label), label)
    names = (named(stage, n, x, y + (i + 1) * _LINE * label, on) for i, n in enumerate(lines))
    yield Try(inside=(bold(stage, number, x, y, size, on), *names), areas=spot.areas)


def _stacked_above(stage: Stage, spot: Spot, number: str, name: str, size: float) -> Iterator[Try]:
    """Number over a wrapped name, above the band."""
    label = stage.page.label
    left = spot.left + PAD * label
    widths = (spot.end - left, stage.page.right - left, 9 * label)
    for width in sorted({w for w in widths if w >= 6 * label}, reverse=True):
        lines = wrap(name, width, label)
        foot = spot.top - 0.4 * label
        names = [
            named(stage, line, left, foot - (len(lines) - 1 - i) * _LINE * label)
            for i, line in enumerate(lines)
        ]
        top = names[0].y - 1.05 * label
        yield Try(outside=(bold(stage, number, left, top, size), *names))


def _sideways(stage: Stage, spot: Spot, number: str, name: str, size: float) -> Iterator[Try]:
    """Left of the band with lines ending there, or right of it."""
    label, muted = stage.page.label, stage.colours.muted
    pad = 0.5 * label
    beside = f"beside {spot.beside[0]:,} {plain_name(spot.beside[1])}" if spot.beside else ""
    if not beside and (spot.last or spot.is_first):
        width = line_width(stage, number, name, 1.25 * label)
        low = min(area[3] for area in spot.areas) - 0.3 * label
        for y in (low, spot.top + CAP * 1.25 * label):
            for x, fits in ((spot.end + pad, spot.last), (spot.left - pad - width, spot.is_first)):
                if fits:
                    yield Try(outside=on_line(stage, x, y, number, name, 1.25 * label))
    for notes in ((beside,), ()) if beside else ((),):
        for width in (16 * label, 11 * label, 8 * label):
            lines = wrap(name, width, label)
            extra = [line for note in notes for line in wrap(note, width, label)]
            for x, anchor, fits in (
                (spot.left - pad, "end", spot.is_first),
                (spot.end + pad, "start", spot.last),
            ):
                if not fits:
                    continue
                y = spot.top + CAP * size
                texts = [Text(x, y, number, size, bold=True, fill=stage.colours.ink, anchor=anchor)]
                for i, line in enumerate([*lines, *extra]):
                    fill = stage.colours.ink if i < len(lines) else muted
                    at = y + (i + 1) * _LINE * label
                    texts.append(Text(x, at, line, label, fill=fill, anchor=anchor))
                yield Try(outside=tuple(texts))


def _below(stage: Stage, spot: Spot, number: str, name: str) -> Iterator[Try]:
    """Under the baseline, with the later numbers in words: for bands too thin to bear them."""
    label = stage.page.label
    y = spot.floor + 0.45 * label + CAP * label
    later = [f"{count:,}" for count in spot.later[:_MOST_LATER]]
    shown = f"{number}, later {listed(later)}" if later else number
    width = line_width(stage, shown, name, label)
    for x in _starts(stage, spot, width):
        yield Try(outside=on_line(stage, x, y, shown, name, label))
