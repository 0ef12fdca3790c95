"""The sheet beside the drawing of money: every published figure is a row, as published."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.money import Account
from explorer.sheets.columns import column
from explorer.sheets.sheet import Sheet, sheet

_COLUMNS = (
    column("subject_type", "Subject is a"),
    column("subject_id", "Subject (id)"),
    column("subject", "Subject", "text"),
    column("series", "Comparable series", "number"),
    column("what", "What is counted", "text"),
    column("price_basis", "Price basis", "text"),
    column("financial_year", "Financial year"),
    column("amount_gbp_bn", "£ billion", "number"),
    column("source_id", "Source"),
)


def budgets(accounts: Iterable[Account]) -> Sheet:
    """Rows with one number of `series` may be compared with each other, and no others."""
    rows = []
    number = 0
    for account in accounts:
        for series in account.series:
            number += 1
            rows += [
                (
                    account.subject_type,
                    account.subject_id,
                    account.label,
                    number,
                    series.what,
                    series.price_basis,
                    figure.budget.financial_year,
                    figure.budget.amount_gbp_bn,
                    figure.budget.source_id,
                )
                for figure in series.figures
            ]
    return sheet(_COLUMNS, rows)
