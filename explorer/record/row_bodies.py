"""Rows about bodies: what they are, are called and are coded."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from explorer import model
from explorer.period import partial, spell
from explorer.record.cells import Row, number, when
from explorer.record.lifetime import doubt, lifetime


def source(row: Row) -> model.Source:
    return model.Source(
        row["source_id"],
        row["title"],
        row["publisher"],
        row["date"],
        row["url"],
        row["licence"],
        row["note"],
    )


def kind(row: Row) -> model.Kind:
    return model.Kind(
        id=row["kind"],
        label=row["label"],
        plural=row["plural"],
        short=row["short"],
        tier=row["tier"],
        statutory=row["statutory"],
        commissioner=row["commissioner_line"] == "yes",
        description=row["description"],
        first_day=when(row["first_day"]),
        last_day=when(row["last_day"]),
        legal_basis=row["legal_basis"],
        source_id=row["source_id"],
    )


def counted_as(row: Row) -> model.CountedAs:
    period = spell(when(row["from"]), when(row["to"]))
    return model.CountedAs(row["kind"], row["counted_as"], period, row["source_id"], row["note"])


def kind_succession(row: Row) -> model.KindSuccession:
    return model.KindSuccession(
        row["from_kind"],
        row["to_kind"],
        partial(row["date"]),
        row["kind"],
        row["source_id"],
        row["note"],
    )


def organisation(
    row: Row, first_fact: date | None, kinds: Mapping[str, model.Kind]
) -> model.Organisation:
    opened, closed, seen = when(row["opened"]), when(row["closed"]), when(row["last_seen"])
    closed_by = row["closed_precision"] == "before"
    kind_days = spell(kinds[row["kind"]].first_day, kinds[row["kind"]].last_day)
    life = lifetime(opened, closed, seen, first_fact, kind_days)
    return model.Organisation(
        id=row["id"],
        name=row["name"],
        kind=row["kind"],
        status=row["status"],
        opened=opened,
        closed=closed,
        closed_by=closed_by,
        last_seen=seen,
        parent_id=row["parent_id"] or None,
        region=row["region"],
        lat=number(row["lat"]),
        lon=number(row["lon"]),
        source_id=row["source_id"],
        note=row["note"],
        lifetime=life,
        doubt=doubt(life, opened, closed, seen, closed_by=closed_by),
    )


def naming(row: Row) -> model.Naming:
    start, end = when(row["from"]), when(row["to"])
    return model.Naming(
        row["org_id"],
        row["name"],
        row["name_type"],
        start,
        end,
        spell(start, end),
        row["source_id"],
        row["note"],
    )


def code(row: Row) -> model.Code:
    start, end = when(row["from"]), when(row["to"])
    return model.Code(
        row["org_id"],
        row["scheme"],
        row["code"],
        start,
        end,
        spell(start, end),
        row["source_id"],
        row["note"],
    )
