"""The words of the drawing: roles, hover words, headline, notes. No facts are made here."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType

from explorer.duties.courses import Course, Courses
from explorer.duties.tenures import Tenure
from explorer.labels import words
from explorer.layout.responsibilities.hover import life, plan_date
from explorer.look import counted, day_words
from explorer.model import Registry
from explorer.period import last_day_before

ALT = 250  # letters that a screen reader reads without tiring its listener
# beside the holder's name in a bar; a single holder who is responsible needs no word
_ROLE = MappingProxyType(
    {
        "responsible": "responsible",
        "joint": "jointly",
        "shared": "shared",
        "delegated": "delegated",
        "advisory": "advice",
        "hosts": "host",
    }
)
_KEY = MappingProxyType(
    {
        "responsible": "responsible",
        "joint": "jointly with others",
        "delegated": "does the work by delegation",
        "shared": "holds a share",
        "advisory": "advises",
        "hosts": "hosts",
    }
)


def role_word(tenure: Tenure, short: bool = False) -> str:
    word = words(_ROLE, tenure.role)
    return f"{word}, part of England" if tenure.in_part and not short else word


def role_in_the_key(role: str) -> str:
    return words(_KEY, role)


def headline(courses: Courses) -> str:
    if len(courses.all) == 1:
        course = courses.all[0]
        holders = len({(t.holder.type, t.holder.id) for t in main(course)})
        number = counted(holders, "responsible holder", "responsible holders")
        return f"{course.function.name}: {number} {span(courses, 'between')}"
    day, moved = busiest(courses)
    if moved < 2:
        return f"Who was responsible for {_functions(courses)}, {span(courses)}"
    if moved == len(courses.all):
        return f"On {day}, all {_functions(courses)} changed hands, whole or in part"
    return f"On {day}, {moved} of {_functions(courses)} changed hands, whole or in part"


def main(course: Course) -> tuple[Tenure, ...]:
    """Those who held the duty itself."""
    return tuple(tenure for tenure in course.tenures if tenure.role in ("responsible", "joint"))


def busiest(courses: Courses) -> tuple[str, int]:
    """The date on which most functions changed hands, in words, and how many did."""
    moved: dict[str, set[str]] = {}
    for handover in courses.handovers:
        moved.setdefault(handover.transfer.date.text, set()).add(handover.function.id)
    if not moved:
        return "", 0
    text = max(sorted(moved), key=lambda one: len(moved[one]))
    when = next(h.transfer.date for h in courses.handovers if h.transfer.date.text == text)
    return day_words(when), len(moved[text])


def _functions(courses: Courses) -> str:
    chosen, known = len(courses.all), len(courses.registry.functions)
    if len(courses.groups) == 1 and chosen < known:
        group = courses.groups[0][0]
        return counted(chosen, f"{group} function", f"{group} functions")
    return counted(chosen, "function", "functions")


def span(courses: Courses, style: str = "") -> str:
    first, last = courses.period.start.year, last_day_before(courses.period.end).year
    if first == last:
        return f"in {first}" if style else str(first)
    return f"between {first} and {last}" if style else f"{first}–{last}"


def standfirst(courses: Courses) -> str:
    roles = {tenure.role for tenure in courses.tenures} - {"responsible"}
    below = "; low bars: all others who had a part in it"
    what = "Who held it" if len(courses.all) == 1 else "Who held each function"
    return f"{what}, {span(courses)}. Tall bars: the body responsible{below if roles else ''}"


def notes(courses: Courses, *, of: bool = True) -> tuple[str, ...]:
    """`of`: whether to say how many of the record's functions are shown."""
    registry = courses.registry
    general = sum(not tenure.named for tenure in courses.tenures)
    total, known = len(courses.all), len(registry.functions)
    found = []
    if of and total < known:
        found.append(f"{total} of the record's {known} functions.")
    if general:
        found.append(
            f"Of {counted(len(courses.tenures), 'bar', 'bars')}, {general} rest on a holder's "
            "general role or are implied; for the others a source names the service."
        )
    first = min(
        (row.period.start for row in registry.responsibilities if row.period.start), default=None
    )
    if first and courses.period.start == first:
        found.append(f"The record of functions begins in {first.year}.")
    if courses.reaches_the_present:
        found.append(
            "Bars at the right edge have no known end on "
            f"{day_words(registry.edition.as_known_on)}."
        )
    if any(course.plans for course in courses.all):
        found.append("What is planned is not law, and is never drawn on the axis.")
    return (" ".join(found),) if found else ()


def alt(courses: Courses) -> str:
    """Two or three short sentences, at most 250 letters."""
    if len(courses.all) == 1:
        return alt_of_one(courses, courses.all[0])
    holders = Counter(
        tenure.holder
        for course in courses.all
        for tenure in {t.holder: t for t in main(course)}.values()
    )
    bars = counted(len(courses.tenures), "bar", "bars")
    text = f"Chart of who held {_functions(courses)}, {span(courses)}: {bars}."
    day, moved = busiest(courses)
    if moved:
        text += f" On {day}, {moved} changed hands."
    if holders:
        holder, count = holders.most_common(1)[0]
        were = "were" if holder.many else "was"
        more = f" {holder.text} {were} responsible for the largest number, {count}."
        text += more if count > 1 and len(text + more) <= ALT else ""
    return text


def alt_of_one(courses: Courses, course: Course) -> str:
    text = f"Chart of {course.function.name}, {span(courses)}."
    names = list(dict.fromkeys(tenure.holder.text for tenure in main(course)))
    while names:
        more = f" Responsible in turn: {', '.join(names)}."
        if len(text + more) <= ALT:
            return text + more
        names.pop()
    return text


def description(courses: Courses) -> str:
    """Every function and whoever was responsible for it, in order, in words."""
    return " ".join(told(courses.registry, course) for course in courses.all)


def told(registry: Registry, course: Course) -> str:
    parts = [
        f"{tenure.holder.text}, {_ROLE.get(tenure.role, tenure.role)}, {life(registry, tenure)}"
        for tenure in course.tenures
    ]
    parts += [f"planned, {plan_date(plan)}: {plan.what}" for plan in course.plans]
    return f"{course.function.name}: {'; '.join(parts) or 'no holder recorded'}."
