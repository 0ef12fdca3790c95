"""Sheets of bodies: those of a day, how many there were, relatives, search hits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.days.tiers import in_tiers
from explorer.labels import KIN, LINE, NAME_TYPE
from explorer.lineage import Lineage
from explorer.model import Registry
from explorer.search import Hit
from explorer.sheets.columns import (
    SUCCESSION_COLUMNS,
    column,
    joined,
    kind_column,
    organisation_columns,
    organisation_values,
    succession_values,
    text,
    words_column,
)
from explorer.sheets.sheet import Sheet, sheet
from explorer.snapshot import Snapshot


def bodies(shown: Snapshot) -> Sheet:
    """The bodies of a snapshot as the drawing in tiers has them from the top, with the name and
    code of the day.

    `parent_ids` are those to whom it answered that day by any relation, among the bodies shown.
    """
    registry = shown.registry
    parents: dict[str, dict[str, None]] = {}
    for link in shown.relations:
        parents.setdefault(link.child_id, {})[link.parent_id] = None
    columns = (
        *organisation_columns(registry),
        words_column("name_type", "Name is", NAME_TYPE),
        column("legal_name", "Name in law", "text"),
        column("region", "Region", "text"),
        column("parent_ids", "Answered to"),
        column("certain", "Certain", "flag"),
    )
    rows = (
        (
            *organisation_values(registry, body.organisation, shown.day),
            body.name_type,
            body.legal_name,
            body.organisation.region or None,
            joined(parents.get(body.id, ())),
            body.certain,
        )
        for body in in_tiers(shown)
    )
    return sheet(columns, rows)


def counts(shown: Snapshot) -> Sheet:
    """How many bodies of each exact kind; rows with `group` add the kinds counted with it."""
    columns = (
        kind_column(shown.registry),
        column("count", "Number", "number"),
        column("uncertain", "Not certain", "number"),
        column("group", "With kinds counted as it", "flag"),
    )
    rows = ((row.kind, row.count, row.uncertain, row.group) for row in shown.counts)
    return sheet(columns, rows)


def counts_on(days: Sequence[Snapshot]) -> Sheet:
    """How many bodies of each exact kind there were on several days, day by day."""
    columns = (
        column("day", "Day", "date"),
        kind_column(days[0].registry),
        column("count", "Number", "number"),
        column("uncertain", "Not certain", "number"),
    )
    rows = (
        (text(shown.day), row.kind, row.count, row.uncertain)
        for shown in days
        for row in shown.counts
        if not row.group
    )
    return sheet(columns, rows)


def organisations(registry: Registry, ids: Iterable[str]) -> Sheet:
    """Bodies by id with their last names and codes, in the order given."""
    rows = (organisation_values(registry, registry.organisations[name]) for name in ids)
    return sheet(organisation_columns(registry), rows)


def relatives(found: Lineage) -> Sheet:
    """Everyone in a lineage: role, generations away, line."""
    registry = found.registry
    columns = (
        *organisation_columns(registry),
        words_column("role", "Role", KIN),
        column("generation", "Generations away", "number"),
        words_column("line", "Line", LINE),
        column("collapsed", "Bodies behind it, not shown", "number"),
    )
    rows = (
        (
            *organisation_values(registry, registry.organisations[kin.organisation_id]),
            kin.role,
            kin.generation,
            kin.line or None,
            found.collapsed.get(kin.organisation_id),
        )
        for kin in found.relatives
    )
    return sheet(columns, rows)


def successions(found: Lineage) -> Sheet:
    """The changes of a lineage in order of date."""
    rows = (succession_values(found.registry, arc) for arc in found.successions)
    return sheet(SUCCESSION_COLUMNS, rows)


def hits(registry: Registry, found: Iterable[Hit]) -> Sheet:
    """What a search found, the best first."""
    columns = (
        *organisation_columns(registry),
        column("title", "Who it is", "text"),
        column("matched", "What fitted", "text"),
        column("field", "Fitted as"),
        column("score", "Score", "number"),
        column("approximate", "Only with a typing error", "flag"),
        column("closed_note", "What became of it", "text"),
        column("caution", "Caution", "text"),
    )
    rows = (
        (
            *organisation_values(registry, registry.organisations[hit.organisation_id]),
            hit.title,
            hit.matched,
            hit.field,
            round(hit.score, 1),
            hit.approximate,
            hit.closed_note or None,
            hit.caution or None,
        )
        for hit in found
    )
    return sheet(columns, rows)
