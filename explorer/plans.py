"""What documents of the time said would happen, what happened, and by how much it slipped.

A slip runs from the first day of the planned day or month to the outcome. Whatever happens within
the days that a plan allows (a month, a span, a year) has no slip. Registers give the last day of a
body, plans often the first day without it: a plan for the first of a month is compared with the day
after the last. The verdict of the record stands; dates decide only where it gives none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from explorer.checks.view import read_date
from explorer.errors import UnknownName, UnknownOrganisation
from explorer.model import Plan, Registry
from explorer.naming import NEAR, find, near_words
from explorer.period import PartialDate, Period, Precision, after_last_day

VERDICTS = ("kept", "late", "early", "changed", "dropped", "pending", "misprint", "unknown")
NO_OUTCOME = ("pending", "dropped", "misprint")  # a slip to or from these would mean nothing


@dataclass(frozen=True, slots=True)
class Outcome:
    """One plan and what became of it.

    `slip_months` is rounded to whole months, below 0 where it came early; `slip_days` is None for
    an outcome known to the month. Both are None where no slip can be counted, and `uncounted` is
    then a code of `labels.UNCOUNTED`.
    """

    plan: Plan
    verdict: str
    slip_months: int | None
    slip_days: int | None
    uncounted: str


@dataclass(frozen=True, slots=True)
class Milestone:
    """The successive plans for one thing, in order of publication."""

    id: str
    plans: tuple[Outcome, ...]


def plans(registry: Registry, subject: str | None = None) -> tuple[Milestone, ...]:
    """Milestones in order of their first planned day; those without one come last.

    `subject` is a body (id, code or name), kind or function: only the plans made for it. Raises
    UnknownName where the record has none of that name.
    """
    wanted = None if subject is None else _subjects(registry, subject)
    groups: dict[str, list[Plan]] = {}
    for plan in registry.plans:
        if wanted is None or (plan.subject_type, plan.subject_id) in wanted:
            groups.setdefault(plan.milestone_id, []).append(plan)
    milestones = (
        Milestone(name, tuple(outcome(registry, plan) for plan in _by_publication(registry, group)))
        for name, group in groups.items()
    )
    return tuple(sorted(milestones, key=_first_planned))


def outcome(registry: Registry, plan: Plan) -> Outcome:
    """One plan beside what happened."""
    months, days, uncounted = _slip(plan, is_end=is_end(registry, plan))
    return Outcome(plan, plan.status or _verdict(months), months, days, uncounted)


def _slip(plan: Plan, *, is_end: bool) -> tuple[int | None, int | None, str]:
    if reason := _uncounted(plan):
        return None, None, reason
    planned, actual = plan.planned, plan.actual
    after = _day_after(actual) if is_end else actual
    first = plan.planned_from.first if plan.planned_from else planned.first
    allowed = Period(first, after_last_day(planned.last))
    if any(day.first in allowed and day.last in allowed for day in (actual, after)):
        return 0, 0, ""
    if actual.precision is Precision.YEAR:
        return None, None, "outcome_year_only"
    if planned.precision is Precision.YEAR:
        return None, None, "plan_year_only"
    reached = actual if planned.exact and planned.first.day != 1 else after
    start = first if reached.first < first else planned.first
    days = (reached.first - start).days if reached.exact else None
    return months_between(start, reached.first), days, ""


def _uncounted(plan: Plan) -> str:
    """Why no slip can be counted, whatever the dates; "" where it may be."""
    if plan.status in NO_OUTCOME:
        return plan.status
    if plan.planned is None:
        return "earliest_date" if plan.planned_from else "no_date_planned"
    return "" if plan.actual else "no_outcome_date"


def months_between(start: date, end: date) -> int:
    """Months from one day to another, rounded: 1 April to 31 October is 7; below 0 backwards."""
    if end < start:
        return -months_between(end, start)
    whole = (end.year - start.year) * 12 + end.month - start.month
    return round(whole + (end.day - start.day) / 30.4375)


def _day_after(last_day: PartialDate) -> PartialDate:
    day = after_last_day(last_day.last)
    return PartialDate(day.isoformat(), day, day)


def is_end(registry: Registry, plan: Plan) -> bool:
    """Whether the outcome is the last day of the body or kind that the plan is about."""
    if plan.actual is None or not plan.actual.exact:
        return False
    if plan.subject_type == "organisation" and plan.subject_id in registry.organisations:
        return registry.organisations[plan.subject_id].closed == plan.actual
    if plan.subject_type == "kind" and plan.subject_id in registry.kinds:
        return registry.kinds[plan.subject_id].last_day == plan.actual
    return False


def _verdict(months: int | None) -> str:
    if months is None:
        return "unknown"
    return "kept" if months == 0 else "late" if months > 0 else "early"


def _by_publication(registry: Registry, group: list[Plan]) -> list[Plan]:
    return sorted(group, key=lambda plan: (_published(registry, plan), plan.id))


def _published(registry: Registry, plan: Plan) -> date:
    """The day the plan was published; failing that, that of the source that states it; failing
    that, the planned day."""
    if plan.published:
        return plan.published.first
    source = registry.sources.get(plan.planned_in)
    dated = read_date(source.date) if source else None
    known = dated or plan.planned
    return known.first if known else date.max


def _first_planned(milestone: Milestone) -> tuple[date, str]:
    dates = (each.plan.planned_from or each.plan.planned for each in milestone.plans)
    return min((day.first for day in dates if day), default=date.max), milestone.id


def _subjects(registry: Registry, asked: str) -> set[tuple[str, str]]:
    """Every subject that the word may mean: a kind and a function may share an id."""
    found = {(plan.subject_type, plan.subject_id) for plan in registry.plans}
    exact = {subject for subject in found if subject[1] == asked}
    exact |= {("kind", kind) for kind in registry.kinds if kind == asked}
    exact |= {("function", name) for name in registry.functions if name == asked}
    if exact:
        return exact
    try:
        return {("organisation", find(registry, asked).id)}
    except UnknownOrganisation as error:
        others = sorted({name for sort, name in found if sort != "organisation"})
        near = (*near_words(asked, others), *error.near)
        raise UnknownName("body, kind or function", asked, near[:NEAR]) from None
