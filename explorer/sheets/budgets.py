"""The sheet beside the drawing of money: every published figure is a row, as published."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.model import Registry
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
    column("source_title", "Title of the source", "text"),
    column("url", "Address"),
)


def budgets(registry: Registry, accounts: Iterable[Account]) -> Sheet:
    """Each figure with its source and where to open it. Rows with one number of `series` may be
    compared with each other, and no others."""
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
                    *_source(registry, figure.budget.source_id),
                )
                for figure in series.figures
            ]
    return sheet(_COLUMNS, rows)


def _source(registry: Registry, source_id: str) -> tuple[str | None, str | None]:
    """Title and address; None where the record has none."""
    source = registry.sources.get(source_id)
    return (source.title or None, source.url or None) if source else (None, None)
