"""A difference between two days as one paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from explorer.diff import Diff
from explorer.labels import CHANGE, words
from explorer.look import counted, day_words, listed, upper_first
from explorer.narrative.views import by_kinds

PLURAL = {
    "merger": "mergers",
    "division": "divisions",
    "replacement": "replacements",
    "conversion": "conversions",
    "absorption": "absorptions",
    "reorganisation": "reorganisations",
    "transfer of a part": "transfers of a part",
    "boundary change": "boundary changes",
}


def diff_paragraph(found: Diff) -> str:
    """What opened, closed, continued, changed and moved, and to which reforms it belongs.

    Looking back from the later day, bodies "had not yet opened" and "were still there".
    """
    sentences = tuple(_sentences(found))
    if sentences:
        return " ".join(sentences)
    start, end = sorted((found.start, found.end))
    where = _where(found)
    return f"Nothing in the record changed{where} between {day_words(start)} and {day_words(end)}."


def _sentences(found: Diff) -> Iterator[str]:
    if found.empty:
        return
    start, end = day_words(found.start), day_words(found.end)
    lead = f"Going back from {start} to {end}" if found.backwards else f"From {start} to {end}"
    yield f"{lead}{_where(found)}, {_opened_and_closed(found)}."
    if found.region:
        yield "Bodies of other regions are counted where they took from these or gave to them."
    if found.lived_between:
        yield f"Between the two days lived only: {_kinds(found, found.lived_between)}."
    yield f"{upper_first(counted(len(found.continued), 'body', 'bodies'))} {_went_on(found)}."
    yield from _sightings(found)
    yield from _reforms(found)


def _where(found: Diff) -> str:
    return f" in the region {found.region}" if found.region else ""


def _opened_and_closed(found: Diff) -> str:
    """Openings and closings with a known day; sightings have a sentence of their own."""
    came, went = ("were there that are gone later", "had not opened yet")
    if not found.backwards:
        came, went = ("opened", "closed")
    parts = [
        f"{counted(len(ids), 'body', 'bodies')} {verb} ({_kinds(found, ids)})"
        for ids, verb in ((found.openings, came), (found.closings, went))
        if ids
    ]
    return " and ".join(parts) if parts else "no body opened or closed"


def _went_on(found: Diff) -> str:
    """What changed about the bodies that are there on both days."""
    kept = set(found.continued)
    changed = [
        (len({each.organisation_id for each in found.renamed}), "changed the name"),
        (len({each.organisation_id for each in found.moved}), "came under another body"),
        (len({each.organisation_id for each in found.recoded}), "changed a code"),
        (
            len({arc.from_id for arc in found.transferred} & kept),
            "passed on a part or some duties",
        ),
    ]
    said = listed(f"{number:,} {what}" for number, what in changed if number)
    verb = "is there on both days" if len(found.continued) == 1 else "are there on both days"
    return f"{verb}; of these {said}" if said else verb


def _sightings(found: Diff) -> Iterator[str]:
    if found.first_seen:
        yield (
            f"Come into view, their first day not known: {_kinds(found, found.first_seen)}."
            if not found.backwards
            else f"Come into view, last seen by then, their end not known: "
            f"{_kinds(found, found.first_seen)}."
        )
    if found.last_seen:
        yield (
            f"Go out of view, their end not known: {_kinds(found, found.last_seen)}."
            if not found.backwards
            else f"Go out of view, their first day not known: {_kinds(found, found.last_seen)}."
        )
    if unsure := len(set(found.uncertain) & {*found.opened, *found.closed}):
        yield (
            f"Of {counted(unsure, 'body', 'bodies')} it is not certain that the change had "
            "happened by then: the date is known to the month or year only."
        )


def _reforms(found: Diff) -> Iterator[str]:
    if not found.events:
        return
    kinds = Counter(words(CHANGE, event.kind) for event in found.events)
    said = listed(
        counted(number, kind, PLURAL.get(kind, f"{kind}s")) for kind, number in kinds.most_common()
    )
    known = [reform.title for reform, _ in found.by_reform if reform]
    part = f", part of: {'; '.join(known)}" if known else ""
    yield f"The record has {counted(len(found.events), 'change', 'changes')} ({said}){part}."


def _kinds(found: Diff, ids: Iterable[str]) -> str:
    bodies = found.registry.organisations
    return by_kinds(found.registry, Counter(bodies[name].kind for name in ids))
