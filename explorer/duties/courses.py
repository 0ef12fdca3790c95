"""The course of functions through a span of years: tenures, gaps, hand-overs and plans of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from explorer.duties.holders import find_function
from explorer.duties.tenures import Gap, Tenure, gaps, tenure
from explorer.errors import DateError, UnknownName
from explorer.model import Function, Plan, Registry
from explorer.naming import near_words
from explorer.period import Period, after_last_day, last_day_before
from explorer.responsibilities import Handover, holders_through, matrix, transfers_of

# the order in which groups of functions are read; others follow by name
GROUPS = (
    *("hospital and community", "primary care", "specialised and direct", "public health"),
    *("social care", "planning", "oversight", "infrastructure", "voice and advice"),
)
OPEN = "pending"


@dataclass(frozen=True, slots=True)
class Course:
    """One function: tenures by start, hand-overs within the span, and plans that are still open."""

    function: Function
    tenures: tuple[Tenure, ...]
    gaps: tuple[Gap, ...]
    handovers: tuple[Handover, ...]
    plans: tuple[Plan, ...]


@dataclass(frozen=True, eq=False)
class Courses:
    """Courses in groups, over `period`, which ends with the last day of the record's knowledge at
    the latest."""

    registry: Registry
    period: Period
    groups: tuple[tuple[str, tuple[Course, ...]], ...]

    @cached_property
    def all(self) -> tuple[Course, ...]:
        return tuple(course for _, group in self.groups for course in group)

    @property
    def tenures(self) -> tuple[Tenure, ...]:
        return tuple(tenure for course in self.all for tenure in course.tenures)

    @property
    def handovers(self) -> tuple[Handover, ...]:
        return tuple(handover for course in self.all for handover in course.handovers)

    @property
    def reaches_the_present(self) -> bool:
        return self.period.end == after_last_day(self.registry.edition.as_known_on)


def courses(
    registry: Registry,
    *,
    functions: Iterable[str] = (),
    groups: Iterable[str] = (),
    first_year: int | None = None,
    last_year: int | None = None,
) -> Courses:
    """The chosen functions and all functions of the chosen groups; all of them without a choice.

    The span is whole years, from the first that the record tells of functions to the last day of
    its knowledge unless it is narrowed. Raises UnknownName and DateError.
    """
    chosen = _chosen(registry, tuple(functions), tuple(groups))
    whole = _whole(registry)
    period = _span(whole, first_year, last_year)
    spans = matrix(registry) if chosen else {}
    made: dict[str, list[Course]] = {}
    for function in chosen:
        missing = gaps(spans.get(function.id, ()), period)
        course = _course(registry, function, period, missing, whole.start)
        made.setdefault(function.group, []).append(course)
    rank = {group: number for number, group in enumerate(GROUPS)}
    ordered = sorted(made, key=lambda group: (rank.get(group, len(rank)), group))
    return Courses(registry, period, tuple((group, tuple(made[group])) for group in ordered))


def span_years(registry: Registry) -> tuple[int, int]:
    """The first and the last year of which the record tells who held functions."""
    whole = _whole(registry)
    return whole.start.year, last_day_before(whole.end).year


def _chosen(
    registry: Registry, functions: Sequence[str], groups: Sequence[str]
) -> tuple[Function, ...]:
    known = dict.fromkeys(function.group for function in registry.functions.values())
    for group in groups:
        if group not in known:
            raise UnknownName("group of functions", group, near_words(group, known))
    ids = {find_function(registry, asked).id for asked in functions}
    everything = not functions and not groups
    return tuple(
        sorted(
            (
                function
                for function in registry.functions.values()
                if everything or function.id in ids or function.group in groups
            ),
            key=lambda function: (function.name, function.id),
        )
    )


def _whole(registry: Registry) -> Period:
    end = after_last_day(registry.edition.as_known_on)
    starts = [row.period.start for row in registry.responsibilities if row.period.start]
    return Period(
        min([day for day in starts if day < end], default=registry.edition.first_day), end
    )


def _span(whole: Period, first_year: int | None, last_year: int | None) -> Period:
    start = date(first_year, 1, 1) if first_year else whole.start
    end = date(last_year + 1, 1, 1) if last_year else whole.end
    found = Period(start, end).clip(whole)
    if found.empty:
        last = last_day_before(whole.end).year
        raise DateError(
            f"{first_year or whole.start.year} to {last_year or last} holds no year from "
            f"{whole.start.year} to {last}, of which the record tells who held functions."
        )
    return found


def _course(
    registry: Registry, function: Function, period: Period, missing: tuple[Gap, ...], edge: date
) -> Course:
    tenures = (
        tenure(registry, held, period, edge)
        for held in holders_through(registry, function.id)
        if held.responsibility.period.overlaps(period)
    )
    handovers = (
        handover
        for handover in transfers_of(registry, function.id)
        if handover.transfer.date.first in period
    )
    present = period.end == after_last_day(registry.edition.as_known_on)
    plans = (
        plan
        for plan in registry.plans
        if present and plan.status == OPEN
        and (plan.subject_type, plan.subject_id) == ("function", function.id)
    )  # fmt: skip
    return Course(
        function,
        tuple(sorted(tenures, key=lambda one: (one.period.start, one.key))),
        missing,
        tuple(handovers),
        tuple(
            sorted(
                plans, key=lambda plan: (plan.planned.first if plan.planned else date.max, plan.id)
            )
        ),
    )
