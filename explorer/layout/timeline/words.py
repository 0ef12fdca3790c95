"""The sentences round the timeline, made from what it shows."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.layout.timeline.hover import first_words, last_words
from explorer.layout.timeline.kind_words import plain_name
from explorer.layout.timeline.notes import bands_in_view, published_in_view
from explorer.layout.timeline.stage import Stage
from explorer.layout.timeline.story import Link, chain
from explorer.look import day_words, listed
from explorer.model import Kind
from explorer.period import last_day_before
from explorer.policy.bands import Band

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


def alt(stage: Stage) -> str:
    """At most 250 characters: what is shown, and as many numbers of local buyers as fit; the last,
    the largest and the first before the others."""
    head = f"Timeline of NHS commissioning bodies in England, {years_shown(stage)}, by number."
    told = chain(stage)
    if not told:
        return head
    peak = max(told, key=lambda link: link.count)
    best = head
    chosen: list[Link] = []
    for link in dict.fromkeys((told[-1], peak, told[0], *told)):
        tried = [one for one in told if one in (*chosen, link)]
        numbers = [f"{one.count:,} {plain_name(one.kind)} in {one.day.year}" for one in tried]
        whole = f"{head} Local buyers: {', '.join(numbers)}."
        if len(whole) <= LONGEST_ALT:
            best, chosen = whole, tried
    return best


def description(stage: Stage) -> str:
    """All numbers of the bands and all reforms in view, in words."""
    timeline, sentences = stage.timeline, []
    for lane in timeline.lanes:
        told = [_band_words(stage, band) for band in bands_in_view(stage) if band.lane == lane.id]
        told += [
            f"{plain_name(band.kind)}, published numbers: "
            + listed(f"{c.count:,.0f} ({day_words(c.date)})" for c in band.counts)
            for band in published_in_view(stage)
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
    numbers = ", ".join(f"{step.count:,} {first_words(band, step.start)}" for step in steps)
    end = f", to {last_words(band, band.end)}" if band.end else ""
    end = end or (", in force" if steps[-1].end is None else "")
    return f"{plain_name(band.kind)}: {numbers}{end}"
