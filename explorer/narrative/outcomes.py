"""Plans in sentences: what a document of the time said, what happened, and the slip."""

from __future__ import annotations

import re
from collections.abc import Iterable

from explorer.duties.holders import holder_label
from explorer.labels import UNCOUNTED
from explorer.look import at_words, counted, day_words, upper_first
from explorer.model import Plan, Registry
from explorer.narrative.sentence import Sentence
from explorer.plans import Outcome

_FILE = re.compile(r" \(see \w+\.csv\)")  # pages lead to the tables themselves


def told_together(
    registry: Registry, outcomes: Iterable[Outcome]
) -> tuple[tuple[tuple[Sentence, ...], tuple[str, ...]], ...]:
    """The sentences of `outcome_sentences`, those that are the same for several subjects once, each
    with the names of its subjects."""
    found: dict[tuple[Sentence, ...], dict[str, None]] = {}
    for outcome in outcomes:
        names = found.setdefault(outcome_sentences(registry, outcome), {})
        names[subject_words(registry, outcome.plan)] = None
    return tuple((said, tuple(names)) for said, names in found.items())


def plan_sentence(registry: Registry, plan: Plan, *, named: bool = False) -> Sentence:
    """What was planned, in the words of the record; with the subject's name if asked for."""
    stated = f"A document of {day_words(plan.published)} planned" if plan.published else "Planned"
    about = f" for {subject_words(registry, plan)}" if named else ""
    text = f"{stated}{about}: {plan.what}{_when(plan)}"
    if plan.status == "pending":
        text += f" (planned, not done as known on {day_words(registry.edition.as_known_on)})"
    return Sentence(f"{text}.", (plan.planned_in,))


def outcome_sentences(registry: Registry, outcome: Outcome) -> tuple[Sentence, ...]:
    """The plan, and what became of it."""
    plan = outcome.plan
    sources = (plan.actual_source_id,) if plan.actual_source_id else ()
    happened = f"It happened {at_words(plan.actual)}" if plan.actual else ""
    verdict = verdict_words(outcome)
    if outcome.verdict in ("kept", "late", "early") and happened:
        result = f"{happened}: {verdict}."
    else:
        result = f"{upper_first(verdict)}."
    said = re.sub(rf"^{outcome.verdict}\b[,:]? ?", "", plan.note)  # the verdict was just said
    said = _FILE.sub("", said).rstrip(".")
    note = f" {upper_first(said)}." if said else ""
    return (plan_sentence(registry, plan), Sentence(f"{result}{note}", sources))


def verdict_words(outcome: Outcome) -> str:
    """`7 months late`, `kept`, `kept, 1 month early`, `late; the slip cannot be counted: ...`."""
    slip = slip_words(outcome)
    if outcome.verdict in ("pending", "misprint", "dropped"):
        return {"pending": "not done yet", "misprint": "a misprint"}.get(outcome.verdict, "dropped")
    if outcome.verdict == "unknown":
        return "outcome not found"
    if not outcome.slip_months and outcome.uncounted and outcome.verdict in ("kept", "late"):
        return f"{outcome.verdict}; the slip cannot be counted: {UNCOUNTED[outcome.uncounted]}"
    if outcome.verdict in ("late", "early"):
        return slip or outcome.verdict
    return f"{outcome.verdict}, {slip}" if slip else outcome.verdict


def slip_words(outcome: Outcome) -> str:
    """`7 months late`, `9 days early`; "" where there is no slip or none can be counted."""
    months, days = outcome.slip_months, outcome.slip_days
    if months:
        amount, late = counted(abs(months), "month", "months"), months > 0
    elif days:
        amount, late = counted(abs(days), "day", "days"), days > 0
    else:
        return ""
    return f"{amount} {'late' if late else 'early'}"


def subject_words(registry: Registry, plan: Plan) -> str:
    """The name of what the plan is about."""
    if plan.subject_type == "function" and plan.subject_id in registry.functions:
        return registry.functions[plan.subject_id].name
    return holder_label(registry, plan.subject_type, plan.subject_id)


def planned_words(plan: Plan) -> str:
    """The planned date: `April 2011`, `between April 2011 and March 2012`, `not before July 2012`,
    `no date`."""
    first, last = plan.planned_from, plan.planned
    if first and last:
        return f"between {day_words(first)} and {day_words(last)}"
    if first:
        return f"not before {day_words(first)}"
    return day_words(last) if last else "no date"


def _when(plan: Plan) -> str:
    """The planned date, unless the words of the plan name it already."""
    named = [day_words(day) for day in (plan.planned_from, plan.planned) if day]
    if not named or any(words in plan.what for words in named):
        return ""
    return f", {planned_words(plan) if plan.planned_from else at_words(plan.planned)}"
