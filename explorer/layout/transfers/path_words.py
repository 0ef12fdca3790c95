"""The words of the path of one function. No facts are made here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from explorer.duties.courses import Course, Courses
from explorer.duties.handovers import Move
from explorer.duties.tenures import Tenure
from explorer.layout.responsibilities.words import (
    alt_of_one,
    main,
    role_in_the_key,
    span,
    told,
)
from explorer.layout.responsibilities.words import notes as notes_of_courses
from explorer.layout.transfers.words import SHARE
from explorer.look import counted, day_words

ALT = 250


def headline_of(courses: Courses, course: Course, moves: Sequence[Move]) -> str:
    name = course.function.name
    if not moves:
        return f"{name}: no hand-over is recorded {span(courses, 'between')}"
    return f"{name}: {counted(len(moves), 'hand-over', 'hand-overs')} {span(courses, 'between')}"


def standfirst_of(courses: Courses, course: Course) -> str:
    holders = {(tenure.holder.type, tenure.holder.id) for tenure in course.tenures}
    held = {(tenure.holder.type, tenure.holder.id) for tenure in main(course)}
    some = "all" if held == holders else f"{len(held)} of them" if held else "none"
    return (
        f"{counted(len(holders), 'holder', 'holders')}, {some} responsible at some time, "
        f"{span(courses)}. Arrows: what was handed over, and when"
    )


def notes_of(courses: Courses, moves: Iterable[Move]) -> tuple[str, ...]:
    found = notes_of_courses(courses, of=False)
    if any(not move.handover.certain for move in moves):
        found = (*found, "A dashed arrow stands at the start of a year: the day is not known.")
    return found


def roles_words(tenures: Iterable[Tenure]) -> str:
    """`holds a share, then responsible`; of a holder that only a hand-over names, that."""
    roles = list(dict.fromkeys(role_in_the_key(tenure.role) for tenure in tenures))
    return ", ".join(roles) or "named in a hand-over only"


def alt(courses: Courses, course: Course, moves: Sequence[Move]) -> str:
    text = alt_of_one(courses, course)
    more = f" {counted(len(moves), 'hand-over', 'hand-overs')} drawn as arrows."
    return text + more if len(text + more) <= ALT else text


def description(courses: Courses, course: Course, moves: Iterable[Move]) -> str:
    passed = "; ".join(
        f"{day_words(move.handover.transfer.date)}: from {move.giver.said} to {move.taker.said}"
        for move in moves
    )
    text = told(courses.registry, course)
    return f"{text} Hand-overs ({SHARE}): {passed}." if passed else text
