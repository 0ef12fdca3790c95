"""One row of text becomes one value of `model.py`; one function for each table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from explorer import model
from explorer.period import PartialDate, Period, partial, spell
from explorer.record.lifetime import doubt, lifetime
from explorer.record.shares import NONE_MEASURED, Measurements

Row = Mapping[str, str]


def _date(text: str) -> PartialDate | None:
    return partial(text) if text else None


def _number(text: str) -> float | None:
    return float(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None


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
        first_day=_date(row["first_day"]),
        last_day=_date(row["last_day"]),
        legal_basis=row["legal_basis"],
        source_id=row["source_id"],
    )


def counted_as(row: Row) -> model.CountedAs:
    period = spell(_date(row["from"]), _date(row["to"]))
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
    opened, closed, seen = _date(row["opened"]), _date(row["closed"]), _date(row["last_seen"])
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
        lat=_number(row["lat"]),
        lon=_number(row["lon"]),
        source_id=row["source_id"],
        note=row["note"],
        lifetime=life,
        doubt=doubt(life, opened, closed, seen, closed_by=closed_by),
    )


def naming(row: Row) -> model.Naming:
    start, end = _date(row["from"]), _date(row["to"])
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
    start, end = _date(row["from"]), _date(row["to"])
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


def share(row: Row) -> model.Share:
    return model.Share(
        from_id=row["from_id"],
        to_id=row["to_id"],
        date=partial(row["date"]).first,
        line=row["line"],
        share=float(row["share"]),
        basis=row["share_basis"],
        practices=_whole(row["practices"]),
        practices_of=_whole(row["practices_of"]),
        source_id=row["source_id"],
        note=row["note"],
    )


def succession(row: Row, measured: Measurements) -> model.Succession:
    when = partial(row["date"])
    key = (row["from_id"], row["to_id"], when.first, row["line"])
    held = measured.get(key, NONE_MEASURED)
    return model.Succession(
        event_id=row["event_id"],
        from_id=row["from_id"],
        to_id=row["to_id"],
        date=when,
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
    start, end = _date(row["from"]), _date(row["to"])
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


def policy_event(row: Row) -> model.PolicyEvent:
    return model.PolicyEvent(
        row["event_id"],
        partial(row["date"]),
        row["title"],
        row["kind"],
        row["description"],
        row["source_id"],
    )


def plan(row: Row) -> model.Plan:
    return model.Plan(
        id=row["plan_id"],
        milestone_id=row["milestone_id"],
        subject_type=row["subject_type"],
        subject_id=row["subject_id"],
        what=row["what"],
        planned_from=_date(row["planned_from"]),
        planned=_date(row["planned_date"]),
        planned_in=row["planned_in"],
        published=_date(row["published"]),
        actual=_date(row["actual_date"]),
        actual_source_id=row["actual_source_id"] or None,
        status=row["status"],
        note=row["note"],
    )


def published_count(row: Row) -> model.PublishedCount:
    return model.PublishedCount(
        id=row["count_id"],
        kind=row["kind"],
        date=partial(row["as_of_date"]),
        count=float(row["count"]),
        scope=row["scope"],
        measure=row["measure"],
        comparable=row["comparable"] == "yes",
        gap_reason=row["gap_reason"],
        gap_note=row["gap_note"],
        source_id=row["source_id"],
        note=row["note"],
    )


def budget(row: Row) -> model.Budget:
    return model.Budget(
        row["subject_type"],
        row["subject_id"],
        row["financial_year"],
        float(row["amount_gbp_bn"]),
        row["what"],
        row["price_basis"],
        row["source_id"],
    )


def function(row: Row) -> model.Function:
    return model.Function(
        row["function_id"],
        row["name"],
        row["group"],
        row["description"],
        _date(row["exists_from"]),
        row["exists_source_id"] or None,
    )


def holder(row: Row) -> model.Holder:
    return model.Holder(row["holder_type"], row["holder_id"], row["label"])


def responsibility(row: Row) -> model.Responsibility:
    start, end = _date(row["from"]), _date(row["to"])
    return model.Responsibility(
        row["function_id"],
        row["holder_type"],
        row["holder_id"],
        row["role"],
        start,
        end,
        spell(start, end),
        row["basis"],
        row["source_id"],
        row["note"],
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


def claim(row: Row) -> model.Claim:
    return model.Claim(
        row["claim_id"],
        row["document_id"],
        row["claim"],
        row["subject_type"],
        row["subject_id"],
        row["value"],
        row["unit"],
        row["as_of_date"],
        row["verdict"],
        row["evidence_source_id"] or None,
        row["note"],
    )


def quiz_question(row: Row) -> model.QuizQuestion:
    return model.QuizQuestion(
        row["quiz_id"],
        row["question"],
        row["correct"],
        (row["wrong_1"], row["wrong_2"], row["wrong_3"]),
        row["explanation"],
        row["source_id"],
        int(row["difficulty"]),
    )


def conflict(row: Row, subjects: Iterable[tuple[str, str]]) -> model.Conflict:
    return model.Conflict(
        row["conflict_id"],
        row["table"],
        row["row"],
        row["column"],
        row["kept"],
        row["kept_source"],
        row["other"],
        row["other_source"],
        row["why"],
        tuple(subjects),
    )


def unsourced(row: Row) -> model.Unsourced:
    return model.Unsourced(
        row["unsourced_id"], row["table"], row["row"], row["grade"], row["fields"], row["why"]
    )
