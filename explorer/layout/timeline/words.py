"""The sentences round the timeline, made from what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from explorer.layout.timeline.stage import Stage
from explorer.layout.timeline.story import Link, chain
from explorer.layout.timeline.tries import plain_name
from explorer.look import day_words, listed, lower_first
from explorer.model import Kind
from explorer.period import last_day_before
from explorer.scene import Item, Line, Text
from explorer.timeline import Band

LONGEST_ALT = 250


def years_shown(stage: Stage) -> str:
    return f"{stage.axis.first.year} to {last_day_before(stage.axis.last).year}"


def _noun(kind: Kind) -> str:
    return plain_name(kind).split(" ")[-1]


def headline(stage: Stage) -> str:
    told = chain(stage)
    if not told:
        return f"The bodies of the record, {years_shown(stage)}"
    peak, last = max(told, key=lambda link: link.count), told[-1]
    if not stage.close and told[0].count < peak.count > last.count:
        return (
            f"Reform multiplied local buyers of NHS care to {peak.count:,} {_noun(peak.kind)}, "
            f"then cut them to {last.count:,} {_noun(last.kind)}"
        )
    if len(told) == 1:
        return _alone(stage, told[0])
    first, second, *rest = _parts(told)
    return ", then ".join([f"From {first} to {second}", *rest])


def _alone(stage: Stage, link: Link) -> str:
    words = f"{link.count:,} {plain_name(link.kind)}"
    if link.day > stage.axis.first:
        return f"{words} begin on {day_words(link.day)}"
    return f"{words}, {years_shown(stage)}"


def _parts(told: Sequence[Link]) -> list[str]:
    """Number and kind of each link; the number alone where the kind is the same as before."""
    return [
        f"{link.count:,}"
        if before and before.kind is link.kind
        else f"{link.count:,} {plain_name(link.kind)}"
        for before, link in zip([None, *told], told, strict=False)
    ]


def standfirst(stage: Stage) -> str:
    return (
        f"Bodies that planned and bought NHS care in England, {years_shown(stage)}. "
        "The thickness of a band is the number of bodies; bold figures state it."
    )


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
    if any(_in_view(stage, band.period.start, band.period.end) for band in _published(stage)):
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
    for band in _bands(stage):
        for kind in band.also:
            yield f"{band.kind.plural} include {plain_name(kinds[kind])}."
        for count, ours in band.disputed[:1]:
            if not stage.holds(count.date.first):
                continue
            yield (
                f"The register lists {ours} {plain_name(band.kind)} for "
                f"{day_words(count.date)}; {count.count:,.0f} were published."
            )


def _in_view(stage: Stage, start, end) -> bool:
    return stage.shows(start, end)


def _bands(stage: Stage) -> list[Band]:
    return [
        band
        for band in stage.timeline.bands
        if (stage.close or not band.close) and stage.shows(band.start, band.end)
    ]


def _published(stage: Stage):
    return [band for band in stage.timeline.published if stage.close or not band.close]


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


def alt(stage: Stage) -> str:
    """At most 250 characters: what is shown, and as many numbers of local buyers as fit."""
    text = f"Timeline of NHS commissioning bodies in England, {years_shown(stage)}, by number."
    told = [f"{link.count:,} {plain_name(link.kind)} in {link.day.year}" for link in chain(stage)]
    for many in range(len(told), 0, -1):
        # the last number is where the story ends: it stays when others have to go
        shown = told if many == len(told) else [*told[: many - 1], told[-1]]
        whole = f"{text} Local buyers: {', '.join(shown)}."
        if len(whole) <= LONGEST_ALT:
            return whole
    return text


def description(stage: Stage) -> str:
    """All numbers of the bands and all reforms in view, in words."""
    timeline, sentences = stage.timeline, []
    for lane in timeline.lanes:
        told = [_band_words(stage, band) for band in _bands(stage) if band.lane == lane.id]
        told += [
            f"{plain_name(band.kind)}, published numbers: "
            + listed(f"{c.count:,.0f} ({day_words(c.date)})" for c in band.counts)
            for band in _published(stage)
            if band.lane == lane.id and stage.shows(band.period.start, band.period.end)
        ]
        if told:
            sentences.append(f"{lane.title}: {'; '.join(told)}.")
    reforms = [
        f"{reform.title.removesuffix(' (planned)')} ({day_words(reform.date)}"
        + (", planned)" if reform.status == "planned" else ")")
        for effects in timeline.effects
        for reform in effects.reforms
        if stage.axis.first <= reform.date.first < stage.axis.last
    ]
    if reforms:
        sentences.append(f"Reforms: {'; '.join(reforms)}.")
    return " ".join(sentences)


def _band_words(stage: Stage, band: Band) -> str:
    steps = [step for step in band.steps if stage.shows(step.start, step.end)]
    numbers = ", ".join(f"{step.count:,} from {day_words(step.start)}" for step in steps)
    end = f", to {day_words(last_day_before(band.end))}" if band.end else ", in force"
    return f"{plain_name(band.kind)}: {numbers}{end}"
