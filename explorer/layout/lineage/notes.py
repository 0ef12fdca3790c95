"""What the note, the alternative text and the long description of a lineage say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.labels import BASIS, words
from explorer.layout.kinds import kind_count, kind_groups
from explorer.layout.lineage.actors import FAINT, Cast
from explorer.layout.lineage.own import segment_words
from explorer.layout.lineage.solve import Drawn
from explorer.layout.lineage.words import duties_passed, number, some, years
from explorer.lifestrip import Segment, life_strip
from explorer.look import at_words, day_words, life_words, listed, lower_first, percent, upper_first
from explorer.model import Registry, Succession
from explorer.naming import display_name


@dataclass(frozen=True, slots=True)
class Marks:
    """Which signs a drawing uses, so that its note explains these and no others."""

    sized: bool
    unsized: tuple[str, ...]
    spanned: tuple[str, ...]
    unknown: bool
    labels: bool
    faded: bool
    grouped: tuple[str, ...]
    unplaced: tuple[str, ...]  # sentences that found no room in the drawing


def notes(cast: Cast, marks: Marks) -> tuple[str, ...]:
    """How to read the picture, and what it leaves out: only what it holds."""
    said = [f"Outlined: {display_name(cast.registry, cast.focus.id).text}.", _heights(cast, marks)]
    if marks.unknown:
        said.append("Hatched bands: share not stated.")
    if any(actor.part == FAINT for actor in cast.actors):
        said.append("Faint bars: others that went into the same body, or came from it.")
    if cast.stubs:
        said.append("Faded stubs: parts, and what the drawing does not follow.")
    if cast.undrawn:
        said.append(
            f"Not drawn: {number(cast.undrawn)} connected only by shares of less than "
            "2%, or beyond a body that holds less than a twentieth of this one."
        )
    if marks.labels:
        said.append("Names in italics are our labels, not names.")
    if marks.faded:
        said.append("Faded ends: day not known.")
    if marks.grouped:
        said.append(f"{upper_first(listed(marks.grouped))} counted among the trusts.")
    said += marks.unplaced
    return (" ".join(said),)


def _heights(cast: Cast, marks: Marks) -> str:
    if not marks.sized:
        return "Height means nothing: the record holds no size of these bodies."
    said = (
        "Height of bars: GP practices, the largest number counted; where none were, what the "
        "forerunners carry on."
    )
    names = [display_name(cast.registry, name).text for name in marks.unsized]
    if names:
        said += f" The height of {some(names)} means nothing."
    names = [display_name(cast.registry, name).text for name in marks.spanned]
    if names:
        one = len(names) == 1
        said += f" {some(names)} {'spans what it' if one else 'span what they'} took over"
        said += f": {'its height is' if one else 'their heights are'} no size."
    return said


def alt(cast: Cast, before: int, after: int) -> str:
    """One sentence of at most 250 letters."""
    first, last = min(a.start for a in cast.actors), max(a.end for a in cast.actors)
    text = (
        f"Lineage of {display_name(cast.registry, cast.focus.id).text}, {years(first, last)}: "
        f"{number(before)} led to it and {number(after)} followed it, drawn as bars on a time axis."
    )
    return text if len(text) <= 250 else text[:247].rsplit(" ", 1)[0] + "..."


def description(cast: Cast) -> str:
    """Every bar, every band, the duties that passed and the body's own life in words, in order of
    time."""
    registry = cast.registry
    lives = [
        f"{display_name(registry, a.id).text} ({life_words(a.body)})"
        for a in sorted(cast.actors, key=lambda a: (a.start, a.end, a.id))
    ]
    arcs = [arc_words(registry, arc) for arc in cast.arcs]
    told = [f"Bodies: {'; '.join(lives)}.", f"Successions: {'; '.join(arcs) or 'none'}."]
    if cast.duties:
        told.append(f"{duties_passed(registry, cast.duties)}.")
    own = [f"{segment_words(one)} ({_held(one)})" for one in life_strip(registry, cast.focus.id)]
    if own:
        told.append(f"Names, codes and bodies above it: {'; '.join(own)}.")
    return " ".join(told)


def _held(one: Segment) -> str:
    start = f"from {day_words(one.start)}" if one.start else "first day not known"
    return f"{start} to {day_words(one.end)}" if one.end else start


def arc_words(registry: Registry, arc: Succession) -> str:
    """`A to B on 1 April 2013: 88% of A, by postcodes`."""
    origin = display_name(registry, arc.from_id).text
    taker = display_name(registry, arc.to_id).text
    share = "share not stated" if arc.share is None else f"{percent(arc.share)} of {origin}"
    basis = f", by {words(BASIS, arc.basis)}" if arc.basis and arc.basis != "whole" else ""
    return f"{origin} to {taker} {at_words(arc.date)}: {share}{basis}"


def marks(drawn: Drawn, endings: Mapping[str, str]) -> Marks:
    """The signs that `drawn` uses; `endings` are the words meant to stand after bars."""
    cast, bars = drawn.sketch.cast, drawn.sketch.bars
    registry = cast.registry
    group_of = kind_groups(registry, (actor.body.kind for actor in cast.actors))
    grouped = Counter(
        actor.body.kind
        for actor in cast.actors
        if actor.part != FAINT and group_of[actor.body.kind] != actor.body.kind
    )
    sized = drawn.sketch.per_practice is not None
    return Marks(
        sized=sized,
        unsized=tuple(a.id for a in cast.actors if sized and a.size.practices is None),
        spanned=tuple(sorted(drawn.spanned)),
        unknown=any(flow.share is None for flow, _, _ in drawn.flows),
        labels=any(bar.tag.words.italic for bar in bars.values()),
        faded=any(bar.fade[0] for bar in bars.values()),
        grouped=tuple(kind_count(registry.kinds[kind], n) for kind, n in grouped.items()),
        unplaced=tuple(
            f"{display_name(registry, name).text}: {lower_first(text)}."
            for name, text in endings.items()
            if bars[name].ending is None
        ),
    )
