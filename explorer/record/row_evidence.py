"""Rows against which the record is checked: published counts, claims, questions, conflicts."""

from __future__ import annotations

from collections.abc import Iterable

from explorer import model
from explorer.period import partial
from explorer.record.cells import Row


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


def acronym(row: Row) -> model.Acronym:
    return model.Acronym(
        row["acronym"],
        row["term"],
        row["meaning"],
        row["subject_type"],
        row["subject_id"],
        row["source_id"],
    )


def unsourced(row: Row) -> model.Unsourced:
    return model.Unsourced(
        row["unsourced_id"], row["table"], row["row"], row["grade"], row["fields"], row["why"]
    )
