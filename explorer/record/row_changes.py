"""Rows about change: events, who succeeded whom, in what parts, and who stood under whom."""

from __future__ import annotations

from collections.abc import Mapping

from explorer import model
from explorer.period import Period, partial, spell
from explorer.record.cells import Row, when, whole
from explorer.record.shares import NONE_MEASURED, Measurements


def share(row: Row) -> model.Share:
    return model.Share(
        from_id=row["from_id"],
        to_id=row["to_id"],
        date=partial(row["date"]).first,
        line=row["line"],
        share=float(row["share"]),
        basis=row["share_basis"],
        practices=whole(row["practices"]),
        practices_of=whole(row["practices_of"]),
        source_id=row["source_id"],
        note=row["note"],
    )


def succession(row: Row, measured: Measurements) -> model.Succession:
    day = partial(row["date"])
    key = (row["from_id"], row["to_id"], day.first, row["line"])
    held = measured.get(key, NONE_MEASURED)
    return model.Succession(
        event_id=row["event_id"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        date=day,
        kind=row["kind"],
        line=row["line"],
        confidence=row["confidence"],
        source_id=row["source_id"],
        note=row["note"],
        measurements=held.all,
        default=held.default,
    )


def change_event(row: Row) -> model.ChangeEvent:
    return model.ChangeEvent(
        row["event_id"],
        partial(row["date"]),
        row["kind"],
        row["line"],
        row["title"],
        row["reform_id"] or None,
        row["source_id"],
    )


def relationship(row: Row, lives: Mapping[str, Period]) -> model.Relationship:
    """Its period is clipped to the lives of both bodies, and may be empty then."""
    child, parent = row["child_id"], row["parent_id"]
    start, end = when(row["from"]), when(row["to"])
    return model.Relationship(
        child,
        parent,
        row["relation"],
        start,
        end,
        spell(start, end).clip(lives[child]).clip(lives[parent]),
        row["source_id"],
        row["note"],
    )


def reform(row: Row) -> model.Reform:
    return model.Reform(
        row["reform_id"],
        row["title"],
        partial(row["date"]),
        row["instrument"],
        row["description"],
        row["source_id"],
        row["status"],
    )


def transfer(row: Row) -> model.Transfer:
    return model.Transfer(
        row["function_id"],
        row["from_type"],
        row["from_id"],
        row["to_type"],
        row["to_id"],
        partial(row["date"]),
        row["instrument"],
        row["source_id"],
        row["note"],
    )


def practice_flow(row: Row) -> model.PracticeFlow:
    return model.PracticeFlow(
        row["from_id"],
        row["to_id"],
        partial(row["date"]),
        int(row["practices"]),
        row["in_ods_succession"] == "yes",
        row["source_id"],
    )
