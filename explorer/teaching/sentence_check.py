"""Check a sentence: so many bodies of a kind on a day, held against the record and its sources.

Our own number decides where the bodies of a kind are listed one by one; where they are not, a
number published for that day. A published number that disagrees with ours is never passed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from explorer.counts import BODIES, ENGLAND, series
from explorer.days.scope import kinds_within
from explorer.graph import index
from explorer.look import counted, day_words, listed
from explorer.model import Organisation, PublishedCount, Registry
from explorer.naming import check_kind
from explorer.narrative.phrases import count_words
from explorer.narrative.sentence import Sentence
from explorer.period import Period, after_last_day
from explorer.snapshot import check_day

SUPPORTED, NOT_SUPPORTED = "supported", "not_supported"
SOURCES_DIFFER, CANNOT_BE_CHECKED = "sources_differ", "cannot_be_checked"
OUTCOMES = (SUPPORTED, NOT_SUPPORTED, SOURCES_DIFFER, CANNOT_BE_CHECKED)

# of these kinds the record lists no bodies, or not all of them: our own number would mislead
_NOT_LISTED = ("no_full_list", "bodies_not_listed", "scheme_one_row", "not_all_named")


@dataclass(frozen=True, slots=True)
class SentenceCheck:
    """What the record says to "`number` bodies of `kind` on `day`".

    `ours` is None where the bodies are not all listed; `uncertain` of ours may not have existed on
    the day; `source_ids` are those of the bodies counted. `published` are the numbers that sources
    give for that day; `held` are the periods in which our number was `number`.
    """

    kind: str
    number: int
    day: date
    outcome: str
    ours: int | None
    uncertain: int
    source_ids: tuple[str, ...]
    published: tuple[PublishedCount, ...]
    held: tuple[Period, ...]


def sentence_check(registry: Registry, kind: str, number: int, day: date) -> SentenceCheck:
    """The verdict on a sentence. Raises UnknownName for a kind and DateError for a day that the
    record does not have."""
    check_kind(registry, kind)
    check_day(registry, day)
    bodies = _bodies(registry, kind, day)
    ours = None if bodies is None else len(bodies)
    uncertain = sum(not body.certain_on(day) for body in bodies or ())
    published = _published(registry, kind, day)
    outcome = _outcome(number, ours, uncertain, published)
    if day > registry.edition.as_known_on:
        outcome = CANNOT_BE_CHECKED
    held = _held(registry, kind, number) if ours is not None else ()
    cited = tuple(dict.fromkeys(body.source_id for body in bodies or ()))
    return SentenceCheck(kind, number, day, outcome, ours, uncertain, cited, published, held)


def reasons(registry: Registry, check: SentenceCheck) -> tuple[Sentence, ...]:
    """What was counted, what sources give for the day, and when the number held."""
    known = registry.edition.as_known_on
    if check.day > known:
        return (Sentence(f"Nothing is known after {day_words(known)}."),)
    return (*_counted(registry, check), *_quoted(check), *_dated(registry, check))


def is_listed(registry: Registry, kind: str) -> bool:
    """Whether the bodies of the kind are listed one by one, so that our own number can be used."""
    listed_kinds = {body.kind for body in registry.organisations.values()}
    broken = any(row.kind == kind and row.gap_reason in _NOT_LISTED for row in registry.counts)
    return kind in listed_kinds and not broken


def _bodies(registry: Registry, kind: str, day: date) -> list[Organisation] | None:
    if not is_listed(registry, kind):
        return None
    kinds = kinds_within(registry, kind, day)
    alive = (registry.organisations[name] for name in index(registry).alive(day))
    return [body for body in alive if body.kind in kinds]


def _published(registry: Registry, kind: str, day: date) -> tuple[PublishedCount, ...]:
    return tuple(
        row
        for row in registry.counts
        if row.kind == kind
        and row.measure == BODIES
        and row.scope == ENGLAND
        and row.date.first <= day <= row.date.last
    )


def _outcome(
    number: int, ours: int | None, uncertain: int, published: tuple[PublishedCount, ...]
) -> str:
    agree = any(row.count == number for row in published)
    differ = any(row.count != number for row in published)
    if agree and differ:
        return SOURCES_DIFFER
    if ours is None:
        return SUPPORTED if agree else NOT_SUPPORTED if differ else CANNOT_BE_CHECKED
    if ours == number:
        return SOURCES_DIFFER if differ else SUPPORTED
    if agree:
        return SOURCES_DIFFER
    return CANNOT_BE_CHECKED if ours - uncertain <= number < ours else NOT_SUPPORTED


def _held(registry: Registry, kind: str, number: int) -> tuple[Period, ...]:
    """When our number was `number`, up to the last day of evidence."""
    end = after_last_day(registry.edition.as_known_on)
    steps = [*(step for step in series(registry, kind) if step[0] < end), (end, 0)]
    return tuple(
        Period(start, stop) for (start, count), (stop, _) in pairwise(steps) if count == number
    )


def _counted(registry: Registry, check: SentenceCheck) -> Iterator[Sentence]:
    if check.ours is None:
        yield Sentence("The record does not list these bodies one by one.")
        return
    ours = count_words(registry, check.kind, check.ours)
    yield Sentence(f"Counted in the record on {day_words(check.day)}: {ours}.", check.source_ids)
    if check.uncertain:
        some = counted(check.uncertain, "of them is", "of them are")
        yield Sentence(f"{some} dated only to the month or year.")


def _quoted(check: SentenceCheck) -> Iterator[Sentence]:
    for row in check.published:
        text = f"A source gives {row.count:,.0f} for {day_words(row.date)}."
        yield Sentence(text, (row.source_id,))
    if not check.published and check.ours is None:
        yield Sentence("No source in it gives their number for that day.")


def _dated(registry: Registry, check: SentenceCheck) -> Iterator[Sentence]:
    """When the number was ours, where it was not on the day."""
    if check.ours in (None, check.number):
        return
    if not check.held:
        yield Sentence(f"The number was never {check.number:,} in the record.")
        return
    known = after_last_day(registry.edition.as_known_on)
    spans = [
        f"since {day_words(period.start)}"
        if period.end == known
        else f"on {day_words(period.start)}"
        if period.last_day == period.start
        else f"from {day_words(period.start)} to {day_words(period.last_day)}"
        for period in check.held
    ]
    yield Sentence(f"The number was {check.number:,} {listed(spans)}.")
