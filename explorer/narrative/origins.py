"""Where a body came from, one sentence for each change that made it or added to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from explorer.labels import LINE, words
from explorer.look import at_words, listed, upper_first
from explorer.model import DUTIES, LIVES_ON, ChangeEvent, Organisation, Registry, Succession
from explorer.narrative.events import KNOWN_PART, ON_NATIONAL, continued, sources_of
from explorer.narrative.phrases import WORKED_OUT, before, plural_words, share_words, with_code
from explorer.narrative.sentence import Sentence


def origins(registry: Registry, body: Organisation, lines: Sequence[str]) -> tuple[Sentence, ...]:
    """The changes of these lines, and the duties, that led to the body, in order of date."""
    arcs = [arc for arc in registry.into.get(body.id, ()) if arc.line in {*lines, DUTIES}]
    if not arcs:
        return tuple(_class_before(registry, body))
    return tuple(_came(registry, body, group, lines) for group in by_event(arcs))


def by_event(arcs: Iterable[Succession]) -> Iterator[tuple[Succession, ...]]:
    """Arcs grouped by their event, in order of date."""
    ordered = sorted(arcs, key=lambda arc: (arc.date.first, arc.line == DUTIES, arc.event_id))
    for _, group in groupby(ordered, key=lambda arc: arc.event_id):
        yield tuple(group)


def worked_out(arcs: tuple[Succession, ...]) -> str:
    """The words that mark a change which no source states; "" where one does."""
    return f" {WORKED_OUT}" if all(arc.confidence == "inferred" for arc in arcs) else ""


def when_and_line(event: ChangeEvent, lines: Sequence[str]) -> str:
    """`On 1 July 2022,`; with the line where the body is in several and this is not the first."""
    when = f"{upper_first(at_words(event.date))},"
    if event.line == DUTIES or event.line == lines[0]:
        return when
    return f"{when} in the line of {words(LINE, event.line)},"


def _came(
    registry: Registry, body: Organisation, arcs: tuple[Succession, ...], lines: Sequence[str]
) -> Sentence:
    event = registry.events[arcs[0].event_id]
    day = before(event.date)
    names = listed(with_code(registry, arc.from_id, day) for arc in arcs)
    parts = listed(
        with_code(registry, arc.from_id, day, *([] if _plainly_whole(arc) else [share_words(arc)]))
        for arc in arcs
    )
    existed = event.kind in _MAKES and body.lifetime.start < event.date.first
    if event.line == DUTIES:
        text = f"it took duties of {names}"
    elif event.line == ON_NATIONAL and event.kind in LIVES_ON:
        text = f"it took some duties of {names}; {continued(registry, event.original, event.date)}"
    elif KNOWN_PART in event.title:
        text = f"it was formed from {names} {KNOWN_PART}"
    elif existed:
        text = f"it took over part of {parts}, which ended"
    else:
        text = _SAYINGS.get(event.kind, "it was formed from {parts}").format(
            names=names, parts=parts, going_on=continued(registry, event.original, event.date)
        )
    return Sentence(
        f"{when_and_line(event, lines)} {text}{worked_out(arcs)}.", sources_of(event, arcs)
    )


def _plainly_whole(arc: Succession) -> bool:
    """Whether the kind of change alone says that all of the body passed."""
    return arc.share in (None, 1) and arc.kind not in ("split", "reorganisation", *LIVES_ON)


def _class_before(registry: Registry, body: Organisation) -> Iterator[Sentence]:
    """What is known of the kind where nothing is known of the body itself."""
    kinds = [change for change in registry.kind_successions if change.to_kind == body.kind]
    if not kinds:
        yield Sentence("The record names no body before it.")
    for change in kinds:
        text = (
            f"The record names no body before it; as a class, {plural_words(registry, body.kind)} "
            f"followed {plural_words(registry, change.from_kind)} {at_words(change.date)}."
        )
        yield Sentence(text, (change.source_id,))


_MAKES = ("split", "reorganisation", "merger", "replacement", "conversion")
_SAYINGS = {
    "merger": "it was formed by the merger of {parts}",
    "split": "it was formed out of {parts}, which was divided",
    "replacement": "it replaced {parts}",
    "conversion": "{parts} became this body",
    "absorption": "it absorbed {parts}",
    "reorganisation": "it was formed from {parts}",
    "transfer": "it took part of {parts}; {going_on}",
    "boundary-change": "in a boundary change it took part of {parts}; {going_on}",
}
