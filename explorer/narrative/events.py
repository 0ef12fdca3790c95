"""One sentence for each change: who became whom, on which day, in which way."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.look import at_words, listed, upper_first
from explorer.model import DUTIES, LIVES_ON, ChangeEvent, Registry, Succession
from explorer.narrative.phrases import (
    WORKED_OUT,
    before,
    bodies_words,
    divided,
    labels_noted,
    named,
    rest_words,
    share_words,
    with_code,
)
from explorer.narrative.sentence import Sentence
from explorer.period import PartialDate

MANY = 4  # from this number of bodies on, their number is said before their names
ON_NATIONAL = "national"  # there, what moves between living bodies are duties
KNOWN_PART = "together with others"  # in a title: one known part of a larger merger (the README)


def event_sentences(registry: Registry, event: ChangeEvent) -> tuple[Sentence, ...]:
    """The change in one sentence; what each body of a division passed to whom in further ones; and
    a note where a name is only a label of ours."""
    main = event_sentence(registry, event)
    found = [main, *_passages(registry, event)] if event.kind == "reorganisation" else [main]
    notes = (Sentence(note) for note in labels_noted(" ".join(map(str, found))))
    return (*found, *notes)


def event_sentence(registry: Registry, event: ChangeEvent) -> Sentence:
    """For instance: On 1 April 2020, A and B merged into C."""
    say = _SAYINGS.get(event.kind, _replaced)
    text = f"{upper_first(at_words(event.date))}, {say(registry, event)}"
    if event.successions and all(arc.confidence == "inferred" for arc in event.successions):
        text = f"{text} {WORKED_OUT}"
    return Sentence(f"{text}.", sources_of(event, event.successions))


def sources_of(event: ChangeEvent, arcs: tuple[Succession, ...]) -> tuple[str, ...]:
    """The event's source and those of its arcs and of their shares, each once."""
    shares = (arc.default.source_id for arc in arcs if arc.default)
    return tuple(dict.fromkeys((event.source_id, *(arc.source_id for arc in arcs), *shares)))


def _originals(registry: Registry, event: ChangeEvent) -> str:
    return _several(registry, event.original, [named(registry, name, before(event.date))
                                               for name in event.original])  # fmt: skip


def _resulting(registry: Registry, event: ChangeEvent) -> str:
    return _several(registry, event.resulting, [named(registry, name, event.date.first)
                                                for name in event.resulting])  # fmt: skip


def _several(registry: Registry, ids: tuple[str, ...], names: list[str]) -> str:
    if len(ids) < MANY:
        return listed(names)
    return f"{bodies_words(registry, ids)} ({listed(names)})"


def _merged(registry: Registry, event: ChangeEvent) -> str:
    return f"{_originals(registry, event)} merged into {_resulting(registry, event)}"


def _divided(registry: Registry, event: ChangeEvent) -> str:
    between = "between" if len(event.successions) == 2 else "among"
    shares = divided(registry, event.successions)
    rest = rest_words(event.successions)
    text = f"{_originals(registry, event)} was divided {between} {shares}"
    return f"{text}. {rest.removesuffix('.')}" if rest else text


def _replaced(registry: Registry, event: ChangeEvent) -> str:
    before_, after = _originals(registry, event), _resulting(registry, event)
    if KNOWN_PART in event.title:
        return f"{before_} was merged into {after} {KNOWN_PART}"
    return f"{after} replaced {before_}"


def _converted(registry: Registry, event: ChangeEvent) -> str:
    return f"{_originals(registry, event)} became {_resulting(registry, event)}"


def _absorbed(registry: Registry, event: ChangeEvent) -> str:
    were = "was" if len(event.original) == 1 else "were"
    by = _resulting(registry, event)
    return f"{_originals(registry, event)} {were} absorbed by {by}, which already existed"


def _reorganised(registry: Registry, event: ChangeEvent) -> str:
    return f"{_originals(registry, event)} gave way to {_resulting(registry, event)}"


def _moved(registry: Registry, event: ChangeEvent) -> str:
    """The original lives on; duties that left a closing body do not say so."""
    moves = []
    for original in event.original:
        arcs = [arc for arc in event.successions if arc.from_id == original]
        name = named(registry, original, before(event.date))
        moves.append(move_words(registry, arcs, name))
    went_on = continued(registry, event.original, event.date)
    lead = "in a boundary change, " if event.kind == "boundary-change" else ""
    return "; ".join(filter(None, (f"{lead}{listed(moves)}", went_on)))


def continued(registry: Registry, originals: tuple[str, ...], when: PartialDate) -> str:
    """That the originals lived on, and under which name: `A and B continued`; "" if none did."""
    same, renamed = [], []
    for name in originals:
        if when.first in registry.organisations[name].lifetime:
            was, now = (named(registry, name, day) for day in (before(when), when.first))
            (same if was == now else renamed).append(
                now if was == now else f"{was} continued as {now}"
            )
    kept = [f"{listed(same)} continued"] if same else []
    return listed([*kept, *renamed])


def move_words(
    registry: Registry, arcs: Sequence[Succession], name: str = "", *, codes: bool = False
) -> str:
    """What one body passed on while it lived, or which of its duties went where.

    Without a name the body is "it".
    """
    put = with_code if codes else named
    takers = [put(registry, arc.to_id, arc.date.first) for arc in arcs]
    if arcs[0].line == DUTIES:
        return f"{f'the duties of {name}' if name else 'its duties'} passed to {listed(takers)}"
    if arcs[0].line == ON_NATIONAL and all(arc.share is None for arc in arcs):
        return f"some {f'duties of {name}' if name else 'of its duties'} passed to {listed(takers)}"
    if len(arcs) == 1:
        return f"part of {name or 'it'} ({share_words(arcs[0])}) moved to {takers[0]}"
    return f"parts of {name or 'it'} moved to {divided(registry, arcs, codes=codes)}"


def _passages(registry: Registry, event: ChangeEvent) -> list[Sentence]:
    """What each original of a reorganisation passed to whom."""
    found = []
    for original in event.original:
        arcs = tuple(arc for arc in event.successions if arc.from_id == original)
        name = upper_first(named(registry, original, before(event.date)))
        whole = len(arcs) == 1 and arcs[0].share in (None, 1)
        taker = named(registry, arcs[0].to_id, event.date.first)
        went = f"{name} passed to {taker if whole else divided(registry, arcs)}."
        rest = "" if whole else rest_words(arcs)
        found.append(Sentence(f"{went} {rest}".strip(), sources_of(event, arcs)))
    return found


_SAYINGS = {
    "merger": _merged,
    "split": _divided,
    "replacement": _replaced,
    "conversion": _converted,
    "absorption": _absorbed,
    "reorganisation": _reorganised,
    **dict.fromkeys(LIVES_ON, _moved),
}
