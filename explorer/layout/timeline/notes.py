"""The notes under the timeline: how to read it, what its numbers hold, what is not in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from explorer.drawing.scene import Item, Line, Text
from explorer.layout.timeline.kind_words import plain_name
from explorer.layout.timeline.stage import Stage
from explorer.look import day_words, listed, lower_first
from explorer.period import last_day_before
from explorer.policy.bands import Band, PublishedBand


def notes(stage: Stage, items: Sequence[Item]) -> tuple[str, ...]:
    """How to read the picture, what its numbers hold, what is not in it, and its acronyms."""
    texts = [item.text for item in items if isinstance(item, Text)]
    found = [" ".join([*_reading(stage, items), *_contents(stage)])]
    undrawn = stage.timeline.undrawn(stage.axis.first, last_day_before(stage.axis.last))
    left_out = [*map(plain_name, undrawn), *(_left_to_close_views(stage))]
    if left_out:
        found.append(f"Not drawn: {listed(dict.fromkeys(left_out))}.")
    if acronyms := list(_acronyms(stage, texts)):
        found.append(f"{'; '.join(acronyms)}.")
    return tuple(sentence for sentence in found if sentence)


def _reading(stage: Stage, items: Sequence[Item]) -> Iterator[str]:
    if published_in_view(stage):
        yield "Pale with a dashed edge: published numbers of bodies not listed one by one."
    if any(item.hatch for item in items):
        yield "Hatched: a second kind of one colour in the same lane."
    if any(item.fade for item in items):
        yield "Fading: the day is not known."
    if any(isinstance(item, Line) and item.arrow for item in items):
        yield "Arrow: last seen then, end not known."
    if stage.axis.last > stage.known_until:
        yield "Grey and dashed: planned, not law."


def _contents(stage: Stage) -> Iterator[str]:
    kinds = stage.timeline.registry.kinds
    for band in bands_in_view(stage):
        for kind in band.also:
            yield f"{band.kind.plural} include {plain_name(kinds[kind])}."
        for count, ours in band.disputed[:1]:
            if not stage.holds(count.date.first):
                continue
            yield (
                f"The register lists {ours} {plain_name(band.kind)} for "
                f"{day_words(count.date)}; {count.count:,.0f} were published."
            )


def _left_to_close_views(stage: Stage) -> list[str]:
    """Kinds in view that only a close look shows."""
    if stage.close:
        return []
    timeline = stage.timeline
    bands = [b.kind for b in timeline.bands if b.close and stage.shows(b.start, b.end)]
    bands += [
        b.kind for b in timeline.published if b.close and stage.shows(b.period.start, b.period.end)
    ]
    names = [plain_name(kind) for kind in bands]
    if any(bar.lane == "other_national" for bar in timeline.bars):
        names.append("other national bodies")
    return names


def _acronyms(stage: Stage, texts: Iterable[str]) -> Iterator[str]:
    """Acronyms of kinds that stand in the picture, spelled out."""
    words = set(re.findall(r"[A-Za-z-]+(?: [a-z]+)?", " ".join(texts)))
    words |= {word for text in texts for word in re.findall(r"\w+", text)}
    for kind in stage.timeline.registry.kinds.values():
        if sum(letter.isupper() for letter in kind.short) < 2 or kind.short in kind.label:
            continue
        if {kind.short, f"{kind.short}s"} & words:
            label = re.sub(r" \([^)]*\)", "", kind.label)
            yield f"{kind.short}: {lower_first(label)}"


def bands_in_view(stage: Stage) -> list[Band]:
    return [
        band
        for band in stage.timeline.bands
        if (stage.close or not band.close) and stage.shows(band.start, band.end)
    ]


def published_in_view(stage: Stage) -> list[PublishedBand]:
    return [
        band
        for band in stage.timeline.published
        if (stage.close or not band.close) and stage.shows(band.period.start, band.period.end)
    ]
