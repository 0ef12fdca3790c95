"""The sheet beside the matrix of functions: every bar, every gap and every open plan is a row."""

from __future__ import annotations

from explorer.duties.courses import Course, Courses
from explorer.duties.tenures import Gap, Tenure
from explorer.labels import EVIDENCE, GAP, ROLE
from explorer.period import last_day_before
from explorer.sheets.columns import column, text, words_column
from explorer.sheets.sheet import Sheet, Value, sheet

_COLUMNS = (
    column("group", "Group", "text"),
    column("function_id", "Function (id)"),
    column("function", "Function", "text"),
    column("holder_type", "Holder is a"),
    column("holder_id", "Holder (id)"),
    column("holder", "Holder", "text"),
    words_column("role", "Role", ROLE),
    column("from", "From", "date"),
    column("to", "To", "date"),
    words_column("basis", "Evidence", EVIDENCE),
    column("part_of_england", "Part of England only", "flag"),
    column("earliest_evidence", "Start is the earliest evidence", "flag"),
    words_column("gap", "Gap", GAP),
    column("planned", "Planned for", "date"),
    column("note", "Note", "text"),
    column("source_id", "Source"),
)


def courses(found: Courses) -> Sheet:
    """Functions in the order of the drawing; of each its tenures with the dates of the record (not
    cut to the span shown), its gaps, and what is planned."""
    rows: list[tuple[Value, ...]] = []
    for course in found.all:
        parts = [(one.period.start, 0, _tenure(one)) for one in course.tenures]
        parts += [(gap.period.start, 1, _gap(gap)) for gap in course.gaps]
        head = (course.function.group, course.function.id, course.function.name)
        rows += [(*head, *row) for _, _, row in sorted(parts, key=lambda part: part[:2])]
        rows += [(*head, *row) for row in _plans(course)]
    return sheet(_COLUMNS, rows)


def _tenure(tenure: Tenure) -> tuple[Value, ...]:
    row = tenure.held.responsibility
    return (
        row.holder_type,
        row.holder_id,
        tenure.held.label,
        row.role,
        text(row.start),
        text(row.end),
        row.basis,
        tenure.in_part,
        tenure.first_seen,
        None,
        None,
        row.note or None,
        row.source_id,
    )


def _gap(gap: Gap) -> tuple[Value, ...]:
    days = (text(gap.period.start), text(last_day_before(gap.period.end)))
    return (*(None,) * 4, *days, None, None, None, gap.reason, None, None, None)


def _plans(course: Course) -> list[tuple[Value, ...]]:
    return [
        (*(None,) * 10, text(plan.planned), plan.what, plan.planned_in) for plan in course.plans
    ]
