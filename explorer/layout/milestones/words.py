"""The sentences round the drawing of plans, made from its rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from explorer.layout.milestones.agenda import Agenda, Document
from explorer.layout.milestones.rows import PlanLine, Row
from explorer.look import counted, day_words, listed, lower_first, upper_first
from explorer.narrative.outcomes import verdict_words

LONGEST_ALT = 250
_YEAR = 12


def _lines(rows: Sequence[Row], document: Document | None = None) -> list[PlanLine]:
    return [
        line
        for row in rows
        for line in row.lines
        if not line.misprint and (document is None or line.document is document)
    ]


def _longest(lines: Sequence[PlanLine]) -> int:
    """Months of the longest delay; 0 where there is none."""
    return max((line.outcome.slip_months or 0 for line in lines), default=0)


def _months(months: int) -> str:
    return "a year" if months == _YEAR else counted(months, "month", "months")


def _kept(lines: Sequence[PlanLine]) -> int:
    return sum(line.outcome.verdict == "kept" for line in lines)


def headline(rows: Sequence[Row], agenda: Agenda) -> str:
    """What became of the first document's dates and of the last one's, or of all plans, with the
    years from the first to the last that was planned or came."""
    if len(agenda.documents) > 1 and len(rows) > 1:
        first, last = agenda.documents[0], agenda.documents[-1]
        slipped, held = _longest(_lines(rows, first)), _lines(rows, last)
        tested = [line for line in held if line.outcome.verdict != "unknown"]
        if slipped and tested and _kept(tested) == len(tested):
            return (
                f"The {first.name}’s dates slipped by up to {_months(slipped)}; "
                f"those of the {last.name.lower()}{_of(last)} held"
            )
    lines = _lines(rows)
    if not lines:
        return "No plans in the record"
    subjects = {row.subject for row in rows}
    head = ", ".join(filter(None, (*(subjects if len(subjects) == 1 else ()), _years(lines))))
    return f"{head}: {_became(rows, lines)}" if head else upper_first(_became(rows, lines))


def _became(rows: Sequence[Row], lines: Sequence[PlanLine]) -> str:
    """What was planned and each outcome for one milestone; for several how many were kept."""
    if len(rows) == 1:
        outcomes = dict.fromkeys(" ".join(filter(None, line.slip)) for line in lines)
        return f"{lines[0].outcome.plan.what}; {listed(outcomes)}"
    if all(line.pending for line in lines):
        return f"{counted(len(rows), 'milestone', 'milestones')} planned, none reached"
    slipped = _longest(lines)
    late = f"; the longest delay was {_months(slipped)}" if slipped else ""
    whole = f"{_kept(lines):,} of {counted(len(lines), 'plan', 'plans')} kept{late}"
    return whole if _kept(lines) or slipped else _verdicts(lines)


def _years(lines: Sequence[PlanLine]) -> str:
    plans = [line.outcome.plan for line in lines]
    days = [day for p in plans for day in (p.planned_from, p.planned, p.actual) if day]
    if not days:
        return ""
    first, last = min(day.first for day in days).year, max(day.last for day in days).year
    return str(first) if first == last else f"{first} to {last}"


def _of(document: Document) -> str:
    return f" of {day_words(document.published)}" if document.published else ""


def _verdicts(lines: Sequence[PlanLine]) -> str:
    found = Counter(line.slip[1] for line in lines)
    return listed(f"{number:,} {words}" for words, number in found.most_common())


def standfirst(rows: Sequence[Row]) -> str:
    """What the picture shows, and how many plans became what."""
    found = Counter(line.outcome.verdict for line in _lines(rows))
    told = listed(
        f"{found[verdict]:,} {said}"
        for verdict, said in (
            ("kept", "kept"),
            ("late", "late"),
            ("early", "early"),
            ("changed", "changed"),
            ("dropped", "dropped"),
            ("pending", "still planned"),
            ("unknown", "with no outcome found"),
        )
        if found[verdict]
    )
    total = counted(sum(found.values()), "date", "dates")
    return f"When documents of the time said it would happen, and when it did. Of {total}: {told}"


def notes(rows: Sequence[Row], agenda: Agenda) -> tuple[str, ...]:
    lines = [line for row in rows for line in row.lines]
    plans = [line.outcome.plan for line in lines]
    found = [
        "A plan for a month is drawn on its first day, with a pale tail to its last; "
        "slips are counted from the first day."
    ]
    if any(plan.planned_from and not plan.planned for plan in plans):
        found.append("A triangle with a dotted line is an earliest date, not a target.")
    if any(plan.planned_from and plan.planned for plan in plans):
        found.append("A capsule is a span.")
    if any(line.misprint for line in lines):
        found.append("A misprint is struck through and not drawn.")
    if any(line.pending for line in lines):
        found.append(
            "Grey and dashed: planned, not done. The dotted upright is the last day of the record."
        )
    if any(len(document.sources) > 1 for document in agenda.documents):
        names = [d.name for d in agenda.documents if len(d.sources) > 1]
        found.append(f"The {listed(names)} is known from several summaries of it.")
    return (" ".join(found),)


def alt(rows: Sequence[Row], agenda: Agenda) -> str:
    """At most 250 characters."""
    told = [
        f"{lower_first(row.title)} {_outcome(row)}"
        for row in rows
        if any(not line.misprint for line in row.lines)
    ]
    head = f"Plans and outcomes. {headline(rows, agenda)}."
    for many in range(len(told), 0, -1):
        more = f"; and {len(told) - many} more" if many < len(told) else ""
        whole = f"{head} {upper_first('; '.join(told[:many]))}{more}."
        if len(whole) <= LONGEST_ALT:
            return whole
    return head[:LONGEST_ALT]


def _outcome(row: Row) -> str:
    line = next(line for line in row.lines if not line.misprint)
    number, after = line.slip
    return f"{number} {after}".strip()


def description(rows: Sequence[Row]) -> str:
    """Every plan and what became of it, in words."""
    return " ".join(
        f"{row.title}: "
        + "; ".join(
            f"{line.said}: {line.when}, {verdict_words(line.outcome)}" for line in row.lines
        )
        + f"; what happened: {listed(happened.words for happened in row.happened)}."
        for row in rows
    )
