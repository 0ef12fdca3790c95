"""The first sentences of the views of functions: all of them, one, one holder's, one date's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from explorer.duties.courses import Courses
from explorer.duties.handovers import Handovers
from explorer.labels import ROLE, words
from explorer.look import at_words, counted, day_words, listed, upper_first
from explorer.model import Registry
from explorer.narrative.phrases import plural_words
from explorer.period import last_day_before
from explorer.responsibilities import ROLES, Held


def courses_sentence(found: Courses) -> str:
    """How many functions, holders, gaps and hand-overs the span holds."""
    holders = {(one.holder.type, one.holder.id) for one in found.tenures}
    gaps = sum(len(course.gaps) for course in found.all)
    first, last = found.period.start.year, last_day_before(found.period.end).year
    functions = counted(len(found.all), "function", "functions")
    lack = f"{counted(gaps, 'gap', 'gaps')} in which nobody is named as responsible"
    return (
        f"Between {first} and {last} the record names {counted(len(holders), 'holder', 'holders')} "
        f"of {functions}, {counted(len(found.handovers), 'hand-over', 'hand-overs')} and {lack}."
    )


def path_sentence(found: Courses) -> str:
    """How many holders, hand-overs and gaps the first function of the courses had."""
    course = found.all[0]
    holders = {(one.holder.type, one.holder.id) for one in course.tenures}
    first, last = found.period.start.year, last_day_before(found.period.end).year
    gaps = counted(len(course.gaps), "gap", "gaps")
    return (
        f"{course.function.name}: {counted(len(holders), 'holder', 'holders')} between {first} and "
        f"{last}, {counted(len(found.handovers), 'hand-over', 'hand-overs')} and {gaps} in which "
        "nobody is named as responsible."
    )


def holdings_sentence(registry: Registry, kind: str, day: date, held: Iterable[Held]) -> str:
    """How many functions a kind of body held on a day, by role."""
    held = tuple(held)
    who, when = plural_words(registry, kind), day_words(day)
    if not held:
        return f"On {when}, the record names no function held by {who}."
    functions = len({each.responsibility.function_id for each in held})
    roles = Counter(each.responsibility.role for each in held)
    order = dict.fromkeys((*ROLES, *roles))
    parts = [f"{words(ROLE, role)}: {roles[role]}" for role in order if roles[role]]
    named = sum(each.named for each in held)
    return (
        f"On {when}, {who} had a part in {counted(functions, 'function', 'functions')} "
        f"({'; '.join(parts)}). Direct evidence names them for {named}; the rest follows from "
        "their general role."
    )


def handovers_at_sentence(found: Handovers) -> str:
    """How many functions changed hands at the date, and under what."""
    when = upper_first(at_words(found.when))
    if not found.moves:
        return f"{when}, no function changed hands for certain; some may have, within their year."
    makers = [
        f"{_instrument(name)} ({number})" for name, number in found.instruments.items() if name
    ][:3]
    by = f" Most often under: {listed(makers)}." if makers else ""
    return (
        f"{when}, {counted(found.functions, 'function', 'functions')} changed hands in "
        f"{counted(len(found.moves), 'hand-over', 'hand-overs')}.{by}"
    )


def _instrument(text: str) -> str:
    """Its name, without the sort that the record puts before it."""
    return text.removeprefix("act: ")
