"""What became of a body: each change that ended it or took a part, or where its duties went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from explorer.duties.holders import holder_label
from explorer.look import at_words, day_words, listed, lower_first, upper_first
from explorer.model import (
    DUTIES,
    LIVES_ON,
    ChangeEvent,
    Organisation,
    Registry,
    Succession,
    Transfer,
)
from explorer.narrative.events import KNOWN_PART, move_words, sources_of
from explorer.narrative.origins import by_event, when_and_line, worked_out
from explorer.narrative.phrases import (
    before,
    divided,
    named,
    plural_words,
    rest_words,
    with_code,
)
from explorer.narrative.sentence import Sentence
from explorer.paths.breaks import Break


def endings(
    registry: Registry, body: Organisation, lines: Sequence[str], breaks: Iterable[Break]
) -> tuple[Sentence, ...]:
    """Every immediate successor with date, kind of change and share, in order of date; failing
    these, the closing and where the functions went."""
    arcs = [arc for arc in registry.out_of.get(body.id, ()) if arc.line in {*lines, DUTIES}]
    found = [_went(registry, body, group, lines) for group in by_event(arcs)]
    if any(arc.kind not in LIVES_ON for arc in arcs):
        return tuple(found)
    own = [at for at in breaks if at.organisation_id == body.id]
    return (*found, *_close(registry, body, arcs), *_after(registry, own))


def _went(
    registry: Registry, body: Organisation, arcs: tuple[Succession, ...], lines: Sequence[str]
) -> Sentence:
    event = registry.events[arcs[0].event_id]
    if event.kind in LIVES_ON:
        text = move_words(registry, arcs, codes=True)
        if event.date.first in body.lifetime:
            text = f"{text}; it continued"
    else:
        text = _ended(registry, body, event, arcs)
    rest = rest_words(arcs) if event.kind in ("split", "reorganisation") else ""
    sentence = f"{when_and_line(event, lines)} {text}{worked_out(arcs)}. {rest}".strip()
    return Sentence(sentence, sources_of(event, arcs))


def _ended(
    registry: Registry, body: Organisation, event: ChangeEvent, arcs: tuple[Succession, ...]
) -> str:
    day = before(event.date)
    others = [named(registry, name, day) for name in event.original if name != body.id]
    whole = len(arcs) == 1 and arcs[0].share in (None, 1)
    taker = with_code(registry, arcs[0].to_id, event.date.first)
    parts = taker if whole else divided(registry, arcs, codes=True)
    if event.kind == "merger":
        return f"it was merged with {listed(others)} into {parts}"
    if KNOWN_PART in event.title:
        return f"it was merged into {parts} {KNOWN_PART}"
    if event.kind == "split":
        return f"it was divided {'between' if len(arcs) == 2 else 'among'} {parts}"
    return f"{_VERBS.get(event.kind, 'it was followed by')} {parts}"


_VERBS = {
    "replacement": "it was replaced by",
    "conversion": "it became",
    "absorption": "it was absorbed by",
    "reorganisation": "it gave way in a reorganisation to",
}


def _close(registry: Registry, body: Organisation, arcs: list[Succession]) -> Iterator[Sentence]:
    """That it closed, is in force, or was last seen: where no change of its own says so."""
    source = (body.source_id,)
    if body.end_unknown:
        seen = f"It was last seen {at_words(body.last_seen)}; its" if body.last_seen else "Its"
        yield Sentence(f"{seen} end is not known.", source)
    elif body.closed is None:
        known = day_words(registry.edition.as_known_on)
        yield Sentence(f"It is in force, as known on {known}.", source)
    else:
        none = "no other successor" if arcs else "no successor body"
        yield Sentence(f"{_closing(body)}; the record names {none}.", source)


def _closing(body: Organisation) -> str:
    if body.closed.exact and not body.closed_by:
        return f"Its last day was {day_words(body.closed)}"
    return f"It ended {at_words(body.closed, latest=body.closed_by)}"


def _after(registry: Registry, breaks: list[Break]) -> Iterator[Sentence]:
    """Where the functions of its kind went, and which kind followed its kind."""
    for at in breaks[:1]:  # the same for every line of one body
        ordered = sorted(at.transfers, key=lambda t: (t.date.first, t.function_id))
        for when, group in groupby(ordered, key=lambda transfer: transfer.date):
            yield _functions(registry, at, tuple(group), at_words(when))
        for change in at.kind_successions:
            note = f" ({change.note})" if change.note else ""
            text = (
                f"As a class, {plural_words(registry, change.from_kind)} were followed "
                f"{at_words(change.date)} by {plural_words(registry, change.to_kind)}{note}."
            )
            yield Sentence(text, (change.source_id,))


def _functions(
    registry: Registry, at: Break, transfers: tuple[Transfer, ...], when: str
) -> Sentence:
    """To whom the functions passed on one day; each taker once, with its functions."""
    takers: dict[tuple[str, str], list[str]] = {}
    for transfer in transfers:
        function = lower_first(registry.functions[transfer.function_id].name)
        takers.setdefault((transfer.to_type, transfer.to_id), []).append(function)
    parts = [f"{_holder(registry, *taker)}: {', '.join(what)}" for taker, what in takers.items()]
    kind = registry.organisations[at.organisation_id].kind
    text = f"{upper_first(when)}, functions of {plural_words(registry, kind)} passed on. To "
    sources = dict.fromkeys(transfer.source_id for transfer in transfers)
    return Sentence(f"{text}{'; to '.join(parts)}.", tuple(sources))


def _holder(registry: Registry, holder_type: str, holder_id: str) -> str:
    if holder_type == "kind" and holder_id in registry.kinds:
        return plural_words(registry, holder_id)
    return holder_label(registry, holder_type, holder_id)
