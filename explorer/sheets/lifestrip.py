"""The names, codes and bodies above of one body as a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.hierarchy import RELATIONS
from explorer.labels import FACT, NAME_TYPE
from explorer.lifestrip import Segment
from explorer.sheets.columns import column, joined, text, words_column
from explorer.sheets.sheet import Sheet, sheet


def life(found: Iterable[Segment]) -> Sheet:
    """A row for each segment, in the order of the drawing."""
    columns = (
        words_column("fact", "What", FACT),
        words_column("form", "Which sort", {**NAME_TYPE, **RELATIONS}),
        column("held", "Name or code", "text"),
        column("above_id", "Body above (id)"),
        column("from", "From", "date"),
        column("to", "To", "date"),
        column("source_id", "Source"),
    )
    rows = (
        (
            *(one.sort, one.form, one.text, one.other or None, text(one.start), text(one.end)),
            joined(one.source_ids),
        )
        for one in found
    )
    return sheet(columns, rows)
