"""A place through time in sentences: who commissioned there, the gaps, and why a body is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explorer.look import counted, day_words, listed, lower_first, percent
from explorer.naming import display_name
from explorer.narrative.phrases import NOT_STATED
from explorer.narrative.views import by_kinds
from explorer.period import Period, last_day_before
from explorer.places import Place, PlaceHit


def place_sentences(found: Place) -> tuple[str, ...]:
    """How many bodies commissioned there, by kind; then the times for which none is listed."""
    return tuple(_sentences(found))


def _sentences(found: Place) -> Iterator[str]:
    bodies = [found.registry.organisations[hit.organisation_id] for hit in found.hits]
    if bodies:
        kinds = by_kinds(found.registry, Counter(body.kind for body in bodies))
        total = counted(len(bodies), "body", "bodies")
        verb = "has" if len(bodies) == 1 else "have"
        yield f"{total} {verb} commissioned care for {found.text} as far as is known: {kinds}."
    else:
        yield f"The record lists no body that commissioned care for {found.text}."
    if found.gaps:
        spans = listed(map(span_words, found.gaps))
        yield f"No body is named for the place, or linked to one that is, {spans}."
    if any(hit.why == "position" for hit in found.hits):
        yield "For these times the nearest bodies are listed."


def span_words(gap: Period) -> str:
    return f"from {day_words(gap.start)} to {day_words(last_day_before(gap.end))}"


def reason(found: Place, hit: PlaceHit) -> str:
    """Why the body is listed: its name, its place in a lineage with the share, its position."""
    if hit.why == "name":
        return f"named for it: {hit.matched}"
    if hit.why == "position":
        return f"by position: the nearest of its kind, {max(1, round(hit.km or 0))} km away"
    record, arc = found.registry, hit.arc
    other = display_name(record, hit.via).text
    forward = arc.to_id == hit.organisation_id
    share = f"{percent(arc.share)} of it" if arc.share is not None else lower_first(NOT_STATED)
    if forward:
        return f"by lineage: took over from {other} on {day_words(arc.date)} ({share})"
    return f"by lineage: passed on to {other} on {day_words(arc.date)} ({share})"
