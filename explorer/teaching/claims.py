"""What articles say, held against the record on the day that they speak of.

A verdict is the record's own word, made sharper by what can be computed: a number of bodies is
counted, a plan is followed to its outcome, and a date known to be a slip of the pen is called one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from explorer.checks.view import read_date
from explorer.look import day_words
from explorer.model import Claim, Conflict, Plan, Registry
from explorer.narrative.sentence import Sentence
from explorer.teaching.address import Address
from explorer.teaching.evidence import evidence
from explorer.teaching.findings import findings
from explorer.teaching.sentence_check import (
    CANNOT_BE_CHECKED,
    NOT_SUPPORTED,
    SOURCES_DIFFER,
    SentenceCheck,
    sentence_check,
)

HOLDS, HELD_EARLIER = "holds_on_date", "held_earlier"
PLANNED, MISPRINT = "planned_and_not_done", "misprint"
VERDICTS = (HOLDS, HELD_EARLIER, PLANNED, MISPRINT, SOURCES_DIFFER, CANNOT_BE_CHECKED)

_FINANCIAL = re.compile(r"(\d{4})/(\d{2})")
_QUOTED = re.compile(r"'([^']+)'")
_NOT_COUNTS = ("date", "year", "years", "per cent", "GBP bn")  # units that count no bodies


@dataclass(frozen=True, slots=True)
class SpokenOf:
    """The time that a claim speaks of, both days included."""

    words: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim with our verdict (see VERDICTS) beside the record's own, and what it rests on.

    `spoken_of` is None where neither the claim nor its document names a time. `found` is computed
    from the record; `evidence` opens the view in which a reader can see it.
    """

    claim: Claim
    spoken_of: SpokenOf | None
    verdict: str
    found: tuple[Sentence, ...]
    evidence: Address


def claims(registry: Registry) -> tuple[CheckedClaim, ...]:
    """Every claim of the record, in its order."""
    return tuple(checked(registry, claim) for claim in registry.claims)


def checked(registry: Registry, claim: Claim) -> CheckedClaim:
    """One claim against the record."""
    when = spoken_of(registry, claim)
    count = _count(registry, claim, when) if when else None
    plans = _plans(registry, claim)
    differing = _conflicts(registry, claim) if count else ()
    said = findings(registry, claim, when.first if when else None, count, plans, differing)
    found = evidence(registry, claim, when.first if when else None, count)
    return CheckedClaim(claim, when, _verdict(registry, claim, when, count, plans), said, found)


def spoken_of(registry: Registry, claim: Claim) -> SpokenOf | None:
    """The day, month, year or financial year of a claim; failing that, the day of the event that it
    is about or of its document; failing that, the time in which its subject existed."""
    if year := _FINANCIAL.fullmatch(claim.as_of):
        start = int(year[1])
        return SpokenOf(
            f"financial year {start}/{year[2]}", date(start, 4, 1), date(start + 1, 3, 31)
        )
    document = registry.sources.get(claim.document_id)
    known = (
        read_date(claim.as_of)
        or next((e.date for e in registry.timeline if e.id == claim.subject_id), None)
        or (read_date(document.date) if document else None)
    )
    if known:
        return SpokenOf(day_words(known), known.first, known.last)
    return _lifetime(registry, claim)


def _lifetime(registry: Registry, claim: Claim) -> SpokenOf | None:
    """The time of a body or kind of body, as far as it is known."""
    until = registry.edition.as_known_on
    if body := registry.organisations.get(claim.subject_id):
        first, last = body.lifetime.start, min(body.lifetime.last_day or until, until)
    elif (kind := registry.kinds.get(claim.subject_id)) and kind.first_day:
        first = max(kind.first_day.first, registry.edition.first_day)
        last = kind.last_day.last if kind.last_day else until
    else:
        return None
    return SpokenOf(f"the time from {day_words(first)} to {day_words(last)}", first, last)


def _verdict(
    registry: Registry,
    claim: Claim,
    when: SpokenOf | None,
    count: SentenceCheck | None,
    plans: tuple[Plan, ...],
) -> str:
    if any(plan.status == "misprint" for plan in plans):
        return MISPRINT
    if claim.verdict == "unverified":
        return CANNOT_BE_CHECKED
    if claim.verdict == "planned-then-changed":
        return PLANNED
    if count and count.outcome == NOT_SUPPORTED and _before(count, when):
        return HELD_EARLIER
    if claim.verdict == "contradicted":
        return MISPRINT if _misnamed(registry, claim) else SOURCES_DIFFER
    return SOURCES_DIFFER if count and count.outcome == SOURCES_DIFFER else HOLDS


def _before(count: SentenceCheck, when: SpokenOf) -> bool:
    return any(period.end and period.end <= when.first for period in count.held)


def _misnamed(registry: Registry, claim: Claim) -> bool:
    """Whether the claim quotes a title, and the event that it is about bears another."""
    titles = [event.title for event in registry.timeline if event.id == claim.subject_id]
    quoted = _QUOTED.search(claim.claim)
    return bool(titles and quoted) and quoted[1] not in titles


def _count(registry: Registry, claim: Claim, when: SpokenOf) -> SentenceCheck | None:
    """The claim as a number of bodies; None where it counts something else.

    A number that never was ours and that no source gives for the day counts something else, such
    as the groups authorised without conditions.
    """
    number = claim.value if claim.unit not in _NOT_COUNTS else ""
    if claim.subject_type != "kind" or not number.isdigit():
        return None
    if claim.subject_id not in registry.kinds:
        return None
    published = [row.date.last for row in registry.counts if row.kind == claim.subject_id]
    day = max((day for day in published if when.first <= day <= when.last), default=when.last)
    edition = registry.edition
    if not edition.first_day <= day <= edition.last_day:
        return None
    found = sentence_check(registry, claim.subject_id, int(number), day)
    known = found.outcome in (SOURCES_DIFFER, "supported") or found.held
    return found if known else None


def _plans(registry: Registry, claim: Claim) -> tuple[Plan, ...]:
    """What the same document planned for the same subject, at the time that the claim gives."""
    return tuple(
        plan
        for plan in registry.plans
        if plan.planned_in == claim.document_id
        and (plan.subject_type, plan.subject_id) == (claim.subject_type, claim.subject_id)
        and _same_time(plan, claim)
    )


def _same_time(plan: Plan, claim: Claim) -> bool:
    """Whether the plan begins with the time that the claim gives; a claim that gives none and was
    not borne out speaks of the plans without a date."""
    if plan.planned is None:
        return not claim.value and claim.verdict == "planned-then-changed"
    if year := _FINANCIAL.fullmatch(claim.value):
        first = date(int(year[1]), 4, 1)
    else:
        named = read_date(claim.value)
        first = named.first if named else None
    return (plan.planned_from or plan.planned).first == first


def _conflicts(registry: Registry, claim: Claim) -> tuple[Conflict, ...]:
    """Sources that differ about this very number."""
    number = re.compile(rf"\b{re.escape(claim.value)}\b")
    return tuple(
        each
        for each in registry.conflicts
        if each.table == "counts"
        and (claim.subject_type, claim.subject_id) in each.subjects
        and (number.search(each.kept) or number.search(each.other))
    )
