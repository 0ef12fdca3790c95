"""The glossary as a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.glossary import Term
from explorer.sheets.columns import column, text
from explorer.sheets.sheet import Sheet, sheet


def glossary(found: Iterable[Term]) -> Sheet:
    """Terms in their order."""
    columns = (
        column("term", "Term", "text"),
        column("short", "Short", "text"),
        column("sort", "Sort"),
        column("first_day", "First day", "date"),
        column("last_day", "Last day", "date"),
        column("legal_basis", "Basis in law", "text"),
        column("meaning", "Meaning", "text"),
        column("bodies", "Bodies in the record", "number"),
        column("id", "Code"),
        column("source_id", "Source"),
    )
    rows = (
        (
            *(each.term, each.short or None, each.sort, text(each.start), text(each.end)),
            *(each.legal_basis or None, each.meaning or None, each.bodies, each.id, each.source_id),
        )
        for each in found
    )
    return sheet(columns, rows)
