"""What the record itself says about the subject of a claim, in sentences with sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explorer.look import at_words, day_words, life_words, upper_first
from explorer.model import Claim, Conflict, Plan, Registry
from explorer.naming import display_name
from explorer.narrative.outcomes import outcome_sentences
from explorer.narrative.sentence import Sentence
from explorer.plans import outcome
from explorer.teaching.sentence_check import SentenceCheck, reasons

MONEY = "GBP bn"
_DATED = ("date", "year")
_EVENTS = 2  # events of the day named after a claim about a date


def findings(
    registry: Registry,
    claim: Claim,
    day: date | None,
    count: SentenceCheck | None,
    plans: tuple[Plan, ...],
    conflicts: tuple[Conflict, ...],
) -> tuple[Sentence, ...]:
    """What was counted, planned, dated or paid, as far as the claim speaks of it; else the life of
    its subject."""
    said = [*(reasons(registry, count) if count else ()), *_differing(conflicts)]
    for plan in plans:
        said += outcome_sentences(registry, outcome(registry, plan))
    if claim.unit == MONEY:
        said += _money(registry, claim)
    if claim.subject_type == "event":
        said += _event(registry, claim.subject_id)
    elif claim.unit in _DATED and day and not plans:
        said += _on_day(registry, claim, day)
    if not said or (claim.unit in _DATED and not plans):
        said += _life(registry, claim)
    return tuple(dict.fromkeys(said))


def _differing(conflicts: tuple[Conflict, ...]) -> Iterator[Sentence]:
    for each in conflicts:
        text = f"Sources differ: {each.kept} against {each.other}; {each.why}."
        yield Sentence(text, (each.kept_source, each.other_source))


def _money(registry: Registry, claim: Claim) -> Iterator[Sentence]:
    """The sums that the record has for the subject and the year; none is added to another."""
    subject = (claim.subject_type, claim.subject_id)
    for row in registry.budgets:
        if (row.subject_type, row.subject_id, row.financial_year) == (*subject, claim.as_of):
            text = f"Published for {row.financial_year}: £{row.amount_gbp_bn:g} billion, {row.what}"
            yield Sentence(f"{text} ({row.price_basis}).", (row.source_id,))


def _event(registry: Registry, event_id: str) -> Iterator[Sentence]:
    for event in registry.timeline:
        if event.id == event_id:
            text = f"{upper_first(at_words(event.date))}: {event.title}. {event.description}"
            yield Sentence(text, (event.source_id,))


def _on_day(registry: Registry, claim: Claim, day: date) -> Iterator[Sentence]:
    """What the record has under the very day of the claim."""
    same = [event for event in registry.timeline if event.date.exact and event.date.first == day]
    for event in same[:_EVENTS]:
        text = f"On {day_words(day)}: {event.title}. {event.description}"
        yield Sentence(text, (event.source_id,))


def _life(registry: Registry, claim: Claim) -> Iterator[Sentence]:
    if body := registry.organisations.get(claim.subject_id):
        name = display_name(registry, body.id, registry.edition.as_known_on)
        yield Sentence(f"{name} in the record: {life_words(body)}.", (body.source_id,))
    elif (kind := registry.kinds.get(claim.subject_id)) and (kind.first_day or kind.last_day):
        first = f" from {day_words(kind.first_day)}" if kind.first_day else ""
        last = f" to {day_words(kind.last_day)}" if kind.last_day else ""
        yield Sentence(f"{kind.plural} in the record:{first}{last}.", (kind.source_id,))
