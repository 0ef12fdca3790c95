"""Sheets about the record itself: crosswalk, counts ledger, sources, faults of a package."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.citing import Cited
from explorer.counts import LedgerRow
from explorer.crosswalk import Crosswalk
from explorer.errors import Problem
from explorer.labels import BASIS, COVERAGE, GAP_REASON, LINE, words
from explorer.model import Registry
from explorer.naming import display_name
from explorer.sheets.columns import column, joined, kind_column, rounded, text, words_column
from explorer.sheets.sheet import Column, Sheet, Value, sheet


def crosswalk(found: Crosswalk) -> Sheet:
    """Every body of the first day with the bodies that hold it on the last, and how much of it."""
    registry = found.registry
    columns = (
        column("from_id", "From (id)"),
        column("from_name", "From", "text"),
        column("to_id", "To (id)"),
        column("to_name", "To", "text"),
        column("weight", "Share", "number"),
        Column("basis", "Share of", "code", _bases),
        words_column("status", "Mapped", COVERAGE),
        words_column("line", "Line", LINE),
        column("hops", "Changes", "number"),
        column("unmapped", "Not mapped", "number"),
        column("note", "Note", "text"),
        column("source_id", "Source"),
    )
    rows = (
        (
            row.from_id,
            display_name(registry, row.from_id, found.start).text,
            row.to_id,
            display_name(registry, row.to_id, found.end).text if row.to_id else None,
            rounded(row.weight),
            joined(row.bases),
            row.status,
            row.line,
            row.hops,
            rounded(found.unmapped.get(row.from_id)),
            row.note or None,
            registry.organisations[row.from_id].source_id,
        )
        for row in found.rows
    )
    return sheet(columns, rows)


def _bases(codes: Value) -> str:
    """Measurements along a path in words, in order."""
    return ", then ".join(words(BASIS, code) for code in str(codes).split(";"))


def ledger(registry: Registry, found: Iterable[LedgerRow]) -> Sheet:
    """Our counts beside published ones. `gap` is ours less published; unknown where the two do not
    count the same thing; `reason` then says why as a code, and `why` in a sentence."""
    columns = (
        kind_column(registry),
        column("date", "Date", "date"),
        column("ours", "Ours", "number"),
        column("published", "Published", "number"),
        column("gap", "Gap", "number"),
        words_column("reason", "Reason", GAP_REASON),
        column("why", "In full", "text"),
        column("scope", "Where"),
        words_column("measure", "What was counted", {}),
        column("uncertain", "Of ours not certain", "number"),
        column("count_id", "Count"),
        column("source_id", "Source"),
    )
    rows = (
        (
            row.count.kind,
            text(row.count.date),
            row.ours,
            whole(row.count.count),
            row.gap,
            row.count.gap_reason or None,
            row.count.gap_note or None,
            row.count.scope,
            row.count.measure,
            row.uncertain,
            row.count.id,
            row.count.source_id,
        )
        for row in found
    )
    return sheet(columns, rows)


def whole(number: float) -> int | float:
    """A whole number without its decimal point."""
    return int(number) if number == int(number) else number


def sources(found: Iterable[Cited]) -> Sheet:
    """Sources, and which facts rest on each."""
    columns = (
        column("source_id", "Source"),
        column("title", "Title", "text"),
        column("publisher", "Publisher", "text"),
        column("date", "Date", "date"),
        column("url", "Address"),
        column("licence", "Licence", "text"),
        column("facts", "Facts", "number"),
        column("supports", "Supports", "text"),
    )
    rows = (
        (
            each.source.id,
            each.source.title,
            each.source.publisher or None,
            each.source.date or None,
            each.source.url or None,
            each.source.licence or None,
            len(each.facts),
            "; ".join(dict.fromkeys(each.facts)),
        )
        for each in found
    )
    return sheet(columns, rows)


def problems(found: Iterable[Problem]) -> Sheet:
    """The faults of a data package. `line` counts the header as line 1; 0 is the whole file."""
    columns = (
        column("file", "File"),
        column("line", "Line", "number"),
        column("column", "Column"),
        column("message", "What is wrong", "text"),
    )
    return sheet(columns, ((p.file, p.line, p.column or None, p.message) for p in found))
