"""Columns that several sheets share, and the values that stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from explorer.labels import BASIS, CHANGE, CONFIDENCE, LINE, words
from explorer.model import Organisation, Registry, Succession
from explorer.naming import display_name, ods_code
from explorer.period import PartialDate
from explorer.sheets.sheet import Column, Value

DIGITS = 6  # of a share: products of shares carry noise beyond


def column(key: str, heading: str, sort: str = "code") -> Column:
    return Column(key, heading, sort)


def kind_column(registry: Registry, key: str = "kind", heading: str = "Kind") -> Column:
    """A kind by its code; its label for readers."""

    def label(code: Value) -> str:
        kind = registry.kinds.get(str(code))
        return kind.label if kind else str(code)

    return Column(key, heading, "code", label)


def words_column(key: str, heading: str, labels: Mapping[str, str]) -> Column:
    """A code of a closed list; its words for readers."""
    return Column(key, heading, "code", lambda code: words(labels, str(code)) if code else "")


def organisation_columns(registry: Registry) -> tuple[Column, ...]:
    """The columns that every row about a body begins with."""
    return (
        column("id", "Id"),
        column("name", "Name", "text"),
        kind_column(registry),
        column("opened", "First day", "date"),
        column("closed", "Last day", "date"),
        column("ods_code", "ODS code"),
        column("source_id", "Source"),
    )


def organisation_values(
    registry: Registry, body: Organisation, day: date | None = None
) -> tuple[Value, ...]:
    """The values of `organisation_columns`, with name and code as on `day` or as last known."""
    return (
        body.id,
        display_name(registry, body.id, day).text,
        body.kind,
        text(body.opened),
        text(body.closed),
        ods_code(registry, body.id, day),
        body.source_id,
    )


SUCCESSION_COLUMNS = (
    column("from_id", "From (id)"),
    column("from_name", "From", "text"),
    column("to_id", "To (id)"),
    column("to_name", "To", "text"),
    column("date", "Date", "date"),
    words_column("kind", "Change", CHANGE),
    words_column("line", "Line", LINE),
    column("share", "Share", "number"),
    words_column("basis", "Share of", BASIS),
    words_column("confidence", "Confidence", CONFIDENCE),
    column("event_id", "Change event"),
    column("source_id", "Source"),
)


def succession_values(registry: Registry, arc: Succession) -> tuple[Value, ...]:
    """The values of `SUCCESSION_COLUMNS`: names are those of the day of the change."""
    names = (display_name(registry, name, arc.date.first).text for name in (arc.from_id, arc.to_id))
    before, after = names
    return (
        arc.from_id,
        before,
        arc.to_id,
        after,
        text(arc.date),
        arc.kind,
        arc.line,
        rounded(arc.share),
        arc.basis,
        arc.confidence,
        arc.event_id,
        arc.source_id,
    )


def text(when: PartialDate | date | None) -> str | None:
    """A date as it stands in the record; None for unknown."""
    return None if when is None else str(when)


def rounded(share: float | None) -> float | None:
    return None if share is None else round(share, DIGITS)


def joined(values: Iterable[object]) -> str | None:
    """Several codes in one cell, parted by semicolons; None for none."""
    return ";".join(map(str, values)) or None
