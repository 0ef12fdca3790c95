"""Rows about policy and duties: events, plans, budgets, and who was responsible."""

from __future__ import annotations

from explorer import model
from explorer.period import partial, spell
from explorer.record.cells import Row, when


def policy_event(row: Row) -> model.PolicyEvent:
    return model.PolicyEvent(
        row["event_id"],
        partial(row["date"]),
        row["title"],
        row["kind"],
        row["description"],
        row["source_id"],
    )


def plan(row: Row) -> model.Plan:
    return model.Plan(
        id=row["plan_id"],
        milestone_id=row["milestone_id"],
        subject_type=row["subject_type"],
        subject_id=row["subject_id"],
        what=row["what"],
        planned_from=when(row["planned_from"]),
        planned=when(row["planned_date"]),
        planned_in=row["planned_in"],
        published=when(row["published"]),
        actual=when(row["actual_date"]),
        actual_source_id=row["actual_source_id"] or None,
        status=row["status"],
        note=row["note"],
    )


def budget(row: Row) -> model.Budget:
    return model.Budget(
        row["subject_type"],
        row["subject_id"],
        row["financial_year"],
        float(row["amount_gbp_bn"]),
        row["what"],
        row["price_basis"],
        row["source_id"],
    )


def function(row: Row) -> model.Function:
    return model.Function(
        row["function_id"],
        row["name"],
        row["group"],
        row["description"],
        when(row["exists_from"]),
        row["exists_source_id"] or None,
    )


def holder(row: Row) -> model.Holder:
    return model.Holder(row["holder_type"], row["holder_id"], row["label"])


def responsibility(row: Row) -> model.Responsibility:
    start, end = when(row["from"]), when(row["to"])
    return model.Responsibility(
        row["function_id"],
        row["holder_type"],
        row["holder_id"],
        row["role"],
        start,
        end,
        spell(start, end),
        row["basis"],
        row["source_id"],
        row["note"],
    )
