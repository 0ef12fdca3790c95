"""Milestones as rows of lines: one line for each plan, the last for what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from explorer.checks.view import read_date
from explorer.labels import UNCOUNTED
from explorer.layout.milestones.agenda import Agenda, Document
from explorer.look import counted, day_words, upper_first
from explorer.model import PartialDate, Registry
from explorer.narrative.outcomes import planned_words, subject_words
from explorer.period import Precision, after_last_day
from explorer.plans import Milestone, Outcome, is_end

_NO_OUTCOME = {  # what stands where nothing happened, or nothing is known to have
    "pending": "not done as known on {known}",
    "dropped": "did not happen",
}


@dataclass(frozen=True, slots=True)
class PlanLine:
    """`slip` is (number, words after it); `aside` a reason in small type."""

    outcome: Outcome
    document: Document | None
    said: str
    when: str
    slip: tuple[str, str]
    aside: str

    @property
    def misprint(self) -> bool:
        return self.outcome.verdict == "misprint"

    @property
    def pending(self) -> bool:
        return self.outcome.verdict == "pending"


@dataclass(frozen=True, slots=True)
class Happened:
    """What happened. `at` is the first moment of the new state: the day after a last day."""

    actual: PartialDate | None
    at: date | None
    until: date | None
    words: str

    @property
    def dated(self) -> bool:
        """Whether at least the month is known."""
        return self.actual is not None and self.actual.precision is not Precision.YEAR


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    title: str
    under: str
    subject: str
    lines: tuple[PlanLine, ...]
    happened: tuple[Happened, ...]


def rows(registry: Registry, milestones: Iterable[Milestone], agenda: Agenda) -> tuple[Row, ...]:
    """The rows of an agenda, in its order; milestones that the record lacks are left out.

    A row bears the name of its subject over what was planned; where all have one subject, what was
    planned alone.
    """
    by_id = {milestone.id: milestone for milestone in milestones}
    found = [by_id[name] for name in agenda.milestones if name in by_id]
    subjects = {(o.plan.subject_type, o.plan.subject_id) for m in found for o in m.plans}
    return tuple(_row(registry, each, agenda, alone=len(subjects) == 1) for each in found)


def _row(registry: Registry, milestone: Milestone, agenda: Agenda, *, alone: bool) -> Row:
    chosen = [
        outcome
        for outcome in milestone.plans
        if not agenda.documents or agenda.document(outcome.plan)
    ]
    if agenda.documents:
        order = {document: i for i, document in enumerate(agenda.documents)}
        chosen.sort(key=lambda o: (o.verdict == "misprint", order[agenda.document(o.plan)]))
    first = next((o for o in chosen if o.verdict != "misprint"), chosen[0])
    what = upper_first(first.plan.what)
    others = len({(o.plan.subject_type, o.plan.subject_id) for o in chosen}) - 1
    subject = upper_first(_subject(registry, first))
    if others > 1 and first.plan.subject_type == "organisation":
        subject = f"{subject} and {others} others"
    plain = (what, "") if alone else (subject, what)
    title, under = agenda.titles.get(milestone.id, plain)
    return Row(
        id=milestone.id,
        title=title,
        under=under,
        subject=subject,
        lines=tuple(_line(registry, outcome, agenda) for outcome in _without_repeats(chosen)),
        happened=tuple(_happened(registry, chosen)),
    )


def _without_repeats(outcomes: list[Outcome]) -> Iterator[Outcome]:
    """One line where a document says the same of several bodies."""
    seen = set()
    for outcome in outcomes:
        plan = outcome.plan
        what = (plan.planned_in, str(plan.planned_from), str(plan.planned), outcome.verdict)
        if what not in seen:
            seen.add(what)
            yield outcome


def _subject(registry: Registry, outcome: Outcome) -> str:
    plan = outcome.plan
    if plan.subject_type == "kind" and plan.subject_id in registry.kinds:
        return registry.kinds[plan.subject_id].plural
    return subject_words(registry, plan)


def _line(registry: Registry, outcome: Outcome, agenda: Agenda) -> PlanLine:
    plan = outcome.plan
    document = agenda.document(plan)
    source = registry.sources.get(plan.planned_in)
    dated = plan.published or (read_date(source.date) if source else None)
    known = day_words(dated) if dated else ""
    return PlanLine(
        outcome=outcome,
        document=document,
        said=document.words if document else (f"said {known}" if known else "date not known"),
        when=planned_words(plan),
        slip=slip_of(outcome),
        aside=_aside(registry, outcome),
    )


def slip_of(outcome: Outcome) -> tuple[str, str]:
    """`("7", "months late")`, `("", "kept")`, `("2", "months late, changed")`."""
    months, verdict = outcome.slip_months, outcome.verdict
    if verdict == "misprint":
        return "", "misprint"
    if verdict == "pending":
        return "", "planned"
    if verdict == "unknown":
        return "", "outcome not found"
    if months and verdict != "dropped":
        words = f"{counted(abs(months), 'month', 'months').split(' ')[1]} " + (
            "late" if months > 0 else "early"
        )
        also = "" if verdict in ("late", "early") else f", {verdict}"
        return f"{abs(months)}", f"{words}{also}"
    return "", verdict


def _aside(registry: Registry, outcome: Outcome) -> str:
    """Why there is no number where one would be looked for."""
    if outcome.verdict == "pending":
        return f"as known on {day_words(registry.edition.as_known_on)}"
    if outcome.verdict in ("late", "changed", "kept") and outcome.slip_months is None:
        return UNCOUNTED.get(outcome.uncounted, "")
    return ""


def _happened(registry: Registry, outcomes: list[Outcome]) -> Iterator[Happened]:
    """Each different outcome once; where there is none, why."""
    seen: set[str] = set()
    for outcome in outcomes:
        actual = outcome.plan.actual
        if actual is None or outcome.verdict == "dropped" or actual.text in seen:
            continue
        seen.add(actual.text)
        end = is_end(registry, outcome.plan)
        at = after_last_day(actual.last) if end else actual.first
        until = None if actual.exact else after_last_day(actual.last)
        words = day_words(actual) if actual.exact or len(actual.text) > 4 else ""
        yield Happened(actual, at, until, words or f"in {actual.text}, day not known")
    if not seen:
        verdict = outcomes[-1].verdict
        known = day_words(registry.edition.as_known_on)
        words = _NO_OUTCOME.get(verdict, "no date of an outcome in the record")
        yield Happened(None, None, None, words.format(known=known))
