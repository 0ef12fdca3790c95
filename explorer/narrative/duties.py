"""Who held a function on a day, in sentences; and what passed from whom to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.labels import EVIDENCE, words
from explorer.look import at_words, day_words, listed, lower_first, upper_first
from explorer.model import Registry, Responsibility
from explorer.narrative.phrases import plural_words
from explorer.narrative.sentence import Sentence
from explorer.period import PartialDate
from explorer.responsibilities import ROLES, Handover, Held, Span

_SAYINGS = {
    "responsible": "{who} {was} responsible for {what}",
    "joint": "{who} held {what} jointly with others",
    "shared": "{who} held a share of {what}",
    "delegated": "{who} did work on {what} by delegation",
    "hosts": "{who} hosted {what}",
    "advisory": "{who} advised on {what}",
}


def duty_sentences(
    registry: Registry, function_id: str, day: date, span: Span
) -> tuple[Sentence, ...]:
    """One sentence for a gap or for each role with its holders; then what is not certain."""
    function = registry.functions[function_id]
    what = lower_first(function.name)
    return tuple(_sentences(registry, what, day, span, function.exists_from))


def _sentences(
    registry: Registry, what: str, day: date, span: Span, exists_from: PartialDate | None
) -> Iterator[Sentence]:
    when = f"On {day_words(day)}"
    if span.gap == "not_yet":
        yield Sentence(
            f"{when}, the service did not exist yet: {what} began {at_words(exists_from)}."
        )
    elif span.gap == "no_holder":
        yield Sentence(f"{when}, no holder of {what} is recorded.")
    elif span.gap == "no_responsible":
        yield Sentence(f"{when}, no responsible holder of {what} is recorded.")
    for role in dict.fromkeys((*ROLES, *(each.responsibility.role for each in span.held))):
        held = [each for each in span.held if each.responsibility.role == role]
        if held:
            yield _in_role(registry, when, role, held, what)
    unsure = [
        _who(registry, each.responsibility, each.label) for each in span.held if not each.certain
    ]
    if unsure:
        yield Sentence(
            f"Not certain on this day: {listed(unsure)}; the date is known to the month or year."
        )


def _in_role(registry: Registry, when: str, role: str, held: list[Held], what: str) -> Sentence:
    who = listed(dict.fromkeys(_who(registry, each.responsibility, each.label) for each in held))
    plural = len(held) > 1 or held[0].responsibility.holder_type == "kind"
    saying = _SAYINGS.get(role, "{who} had a part in {what}")
    text = saying.format(who=who, what=what, was="were" if plural else "was")
    grounds = dict.fromkeys(each.responsibility.basis for each in held)
    evidence = "; ".join(words(EVIDENCE, basis) for basis in grounds)
    sources = dict.fromkeys(each.responsibility.source_id for each in held)
    return Sentence(f"{when}, {text} ({evidence}).", tuple(sources))


def _who(registry: Registry, row: Responsibility, label: str) -> str:
    """A kind of body in the plural, a body by its name."""
    if row.holder_type == "kind" and row.holder_id in registry.kinds:
        return plural_words(registry, row.holder_id)
    return label


def handover_sentence(registry: Registry, each: Handover) -> Sentence:
    """For instance: On 1 April 2013, NHS dental services passed from primary care trusts to NHS
    England."""
    moved = each.transfer
    giver = _party(registry, moved.from_type, moved.from_id, each.from_label)
    taker = _party(registry, moved.to_type, moved.to_id, each.to_label)
    what = lower_first(each.function.name)
    when = upper_first(at_words(moved.date))
    return Sentence(f"{when}, {what} passed from {giver} to {taker}.", (moved.source_id,))


def handovers_sentence(day: date, moved: Iterable[Handover]) -> str:
    """How many functions changed hands on the day."""
    moved = tuple(moved)
    functions = len({each.function.id for each in moved})
    if not moved:
        return f"The record has no hand-over of a function on {day_words(day)}."
    times = "hand-over" if len(moved) == 1 else "hand-overs"
    names = "function" if functions == 1 else "functions"
    return f"On {day_words(day)} the record has {len(moved):,} {times} of {functions:,} {names}."


def _party(registry: Registry, holder_type: str, holder_id: str, label: str) -> str:
    known = holder_type == "kind" and holder_id in registry.kinds
    return plural_words(registry, holder_id) if known else label
