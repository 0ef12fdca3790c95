"""Sheets of functions: who held one, what a holder held, who handed it over; and of plans."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.labels import EVIDENCE, GAP, ROLE, UNCOUNTED, VERDICT
from explorer.model import Registry
from explorer.narrative.outcomes import subject_words
from explorer.plans import Milestone
from explorer.responsibilities import Handover, Held, Span
from explorer.sheets.columns import column, text, words_column
from explorer.sheets.sheet import Sheet, Value, sheet

_HOLDING = (
    column("function_id", "Function (id)"),
    column("function", "Function", "text"),
    column("holder_type", "Holder is a"),
    column("holder_id", "Holder (id)"),
    column("holder", "Holder", "text"),
    words_column("role", "Role", ROLE),
    column("from", "From", "date"),
    column("to", "To", "date"),
    words_column("basis", "Evidence", EVIDENCE),
    column("certain", "Certain", "flag"),
    words_column("gap", "Gap", GAP),
    column("note", "Note", "text"),
    column("source_id", "Source"),
)


def holders(registry: Registry, function_id: str, span: Span) -> Sheet:
    """The holders of a function on a day; a gap is a row without a holder."""
    rows = [_holding(registry, held) for held in span.held]
    if span.gap:
        name = registry.functions[function_id].name
        rows.insert(0, (function_id, name, *(None,) * 8, span.gap, None, None))
    return sheet(_HOLDING, rows)


def holdings(registry: Registry, held: Iterable[Held]) -> Sheet:
    """What one holder held."""
    return sheet(_HOLDING, (_holding(registry, each) for each in held))


def _holding(registry: Registry, held: Held) -> tuple[Value, ...]:
    row = held.responsibility
    return (
        row.function_id,
        registry.functions[row.function_id].name,
        row.holder_type,
        row.holder_id,
        held.label,
        row.role,
        text(row.start),
        text(row.end),
        row.basis,
        held.certain,
        None,
        row.note or None,
        row.source_id,
    )


def transfers(found: Iterable[Handover]) -> Sheet:
    """Functions that changed hands."""
    columns = (
        column("function_id", "Function (id)"),
        column("function", "Function", "text"),
        column("from_type", "From a"),
        column("from_id", "From (id)"),
        column("from", "From", "text"),
        column("to_type", "To a"),
        column("to_id", "To (id)"),
        column("to", "To", "text"),
        column("date", "Date", "date"),
        column("instrument", "Under", "text"),
        column("certain", "Certain", "flag"),
        column("note", "Note", "text"),
        column("source_id", "Source"),
    )
    rows = (
        (
            each.transfer.function_id,
            each.function.name,
            each.transfer.from_type,
            each.transfer.from_id,
            each.from_label,
            each.transfer.to_type,
            each.transfer.to_id,
            each.to_label,
            text(each.transfer.date),
            each.transfer.instrument or None,
            each.certain,
            each.transfer.note or None,
            each.transfer.source_id,
        )
        for each in found
    )
    return sheet(columns, rows)


def plans(registry: Registry, found: Iterable[Milestone]) -> Sheet:
    """Plans beside what happened; those for one thing follow one another."""
    columns = (
        column("milestone_id", "Milestone"),
        column("plan_id", "Plan"),
        column("subject_type", "About a"),
        column("subject_id", "About (id)"),
        column("subject", "About", "text"),
        column("what", "What was planned", "text"),
        column("published", "Published", "date"),
        column("planned_from", "Planned from", "date"),
        column("planned", "Planned for", "date"),
        column("actual", "Happened", "date"),
        words_column("verdict", "Verdict", VERDICT),
        column("slip_months", "Slip in months", "number"),
        column("slip_days", "Slip in days", "number"),
        words_column("uncounted", "Why no slip", UNCOUNTED),
        column("note", "Note", "text"),
        column("source_id", "Source of the plan"),
        column("actual_source_id", "Source of the outcome"),
    )
    rows = (
        (
            milestone.id,
            each.plan.id,
            each.plan.subject_type,
            each.plan.subject_id,
            subject_words(registry, each.plan),
            each.plan.what,
            text(each.plan.published),
            text(each.plan.planned_from),
            text(each.plan.planned),
            text(each.plan.actual),
            each.verdict,
            each.slip_months,
            each.slip_days,
            each.uncounted or None,
            each.plan.note or None,
            each.plan.planned_in,
            each.plan.actual_source_id,
        )
        for milestone in found
        for each in milestone.plans
    )
    return sheet(columns, rows)
