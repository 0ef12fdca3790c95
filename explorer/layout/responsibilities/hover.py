"""What the record says of a bar, a gap or a plan, in words for the reader who points at it."""

from __future__ import annotations

from explorer.duties.courses import Course
from explorer.duties.tenures import Gap, Tenure
from explorer.labels import EVIDENCE, GAP, ROLE, words
from explorer.look import at_words, day_words, lower_first, upper_first
from explorer.model import Plan, Registry
from explorer.period import last_day_before

IN_PART = "in part of England"


def gap_words(gap: Gap) -> str:
    return lower_first(words(GAP, gap.reason)).removeprefix("the ")


def tenure_words(registry: Registry, course: Course, tenure: Tenure) -> str:
    """All that the record says of the row, for the reader who points at its bar."""
    row = tenure.held.responsibility
    part = f", {IN_PART} only" if tenure.in_part else ""
    source = registry.sources.get(row.source_id)
    return " ".join(
        filter(
            None,
            (
                f"{course.function.name}: {tenure.holder.text}, {words(ROLE, tenure.role)}{part}, "
                f"{life(registry, tenure)}.",
                f"{upper_first(words(EVIDENCE, row.basis))}.",
                sentence(row.note),
                f"Source: {source.title}." if source else "",
            ),
        )
    )


def life(registry: Registry, tenure: Tenure) -> str:
    """`1 April 2002 to 31 March 2013`, and what is not known of the ends."""
    row = tenure.held.responsibility
    first = day_words(row.start) if row.start else "first day not known"
    if tenure.first_seen:
        first += " (earliest evidence)"
    if row.end:
        return f"{first} to {day_words(row.end)}"
    return f"from {first}, no end known by {day_words(registry.edition.as_known_on)}"


def gap_title(course: Course, gap: Gap) -> str:
    first, last = day_words(gap.period.start), day_words(last_day_before(gap.period.end))
    return f"{course.function.name}: {lower_first(words(GAP, gap.reason))}, {first} to {last}."


def plan_date(plan: Plan) -> str:
    return day_words(plan.planned) if plan.planned else "No date given"


def plan_title(registry: Registry, course: Course, plan: Plan) -> str:
    source = registry.sources.get(plan.planned_in)
    when = at_words(plan.planned) if plan.planned else "no date given"
    stated = f" Stated in: {source.title}." if source else ""
    return f"{course.function.name}: planned, {when}: {plan.what}. {sentence(plan.note)}{stated}"


def sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
