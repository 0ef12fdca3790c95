"""What a data package must hold before the explorer can read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from explorer.errors import Problem
from explorer.period import partial
from explorer.schema import TableSchema

DESCRIPTOR = "datapackage.json"
EDITION_KEYS = ("name", "title", "version")
DAY_KEYS = ("asKnownOn", "firstDay", "lastDay")
COLUMNS = {  # the tables without which there is no record; all others may be absent
    "sources": "source_id title publisher date url licence note",
    "kinds": "kind label plural short tier statutory commissioner_line description first_day "
    "last_day legal_basis source_id",
    "organisations": "id name kind status opened opened_precision closed closed_precision "
    "last_seen parent_id region lat lon source_id note",
    "names": "org_id name name_type from to source_id note",
    "codes": "org_id scheme code from to source_id note",
    "change_events": "event_id date date_precision kind line title reform_id source_id",
    "successions": "event_id from_id to_id date date_precision kind line confidence source_id note",
    "shares": "from_id to_id date line share share_basis practices practices_of source_id note",
    "relationships": "child_id parent_id relation from to source_id note",
}
OPTIONAL_COLUMNS = {
    "counted_as": "kind counted_as from to source_id note",
    "kind_successions": "from_kind to_kind date date_precision kind source_id note",
    "reforms": "reform_id title date date_precision instrument description source_id status",
    "events": "event_id date date_precision title kind description source_id",
    "planned": "plan_id milestone_id subject_type subject_id what planned_from planned_date "
    "planned_in published actual_date actual_source_id status note",
    "counts": "count_id kind as_of_date count scope measure comparable gap_reason gap_note "
    "source_id note",
    "budgets": "subject_type subject_id financial_year amount_gbp_bn what price_basis source_id",
    "functions": "function_id name group description exists_from exists_source_id",
    "holders": "holder_type holder_id label",
    "responsibilities": "function_id holder_type holder_id role from from_precision to "
    "to_precision basis source_id note",
    "transfers": "function_id from_type from_id to_type to_id date date_precision instrument "
    "source_id note",
    "practice_flows": "from_id to_id date practices in_ods_succession source_id",
    "seed_claims": "claim_id document_id claim subject_type subject_id value unit as_of_date "
    "verdict evidence_source_id note",
    "quiz": "quiz_id question correct wrong_1 wrong_2 wrong_3 explanation source_id difficulty",
    "conflicts": "conflict_id table row column kept kept_source other other_source why",
    "conflict_subjects": "conflict_id subject_type subject_id",
    "acronyms": "acronym term meaning subject_type subject_id source_id",
    "unsourced": "unsourced_id table row grade fields why",
}


def missing_parts(descriptor: Mapping, schemas: Sequence[TableSchema]) -> Iterator[Problem]:
    """Every property, table and column of the descriptor that the explorer needs and lacks."""
    for key in EDITION_KEYS:
        if not descriptor.get(key):
            yield Problem(DESCRIPTOR, 0, key, "is missing; every edition has one")
    for key in DAY_KEYS:
        text = str(descriptor.get(key, ""))
        try:
            whole = partial(text).exact
        except ValueError:
            whole = False
        if not whole:
            yield Problem(DESCRIPTOR, 0, key, f"'{text}' is not a whole day such as 2026-07-02")
    present = {schema.name: {field.name for field in schema.fields} for schema in schemas}
    for name in COLUMNS:
        if name not in present:
            yield Problem(DESCRIPTOR, 0, name, "the table is not listed among the resources")
    for name, columns in {**COLUMNS, **OPTIONAL_COLUMNS}.items():
        for column in columns.split() if name in present else ():
            if column not in present[name]:
                yield Problem(DESCRIPTOR, 0, name, f"the table has no field '{column}'")
