"""The words of the drawing: roles, hover words, headline, notes. No facts are made here."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType

from explorer.courses import Course, Courses
from explorer.labels import EVIDENCE, GAP, ROLE, words
from explorer.look import at_words, counted, day_words, lower_first, upper_first
from explorer.model import Plan, Registry
from explorer.period import last_day_before
from explorer.tenures import Gap, Tenure

ALT = 250  # letters that a screen reader reads without tiring its listener
IN_PART = "in part of England"
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


def gap_words(gap: Gap) -> str:
    return lower_first(words(GAP, gap.reason)).removeprefix("the ")


def tenure_words(registry: Registry, course: Course, tenure: Tenure) -> str:
    """All that the record says of the row, for the reader who points at its bar."""
    row = tenure.held.responsibility
    part = f", {IN_PART} only" if tenure.in_part else ""
    source = registry.sources.get(row.source_id)
    return " ".join(
        filter(
            None,
            (
                f"{course.function.name}: {tenure.holder.text}, {words(ROLE, tenure.role)}{part}, "
                f"{life(registry, tenure)}.",
                f"{upper_first(words(EVIDENCE, row.basis))}.",
                _sentence(row.note),
                f"Source: {source.title}." if source else "",
            ),
        )
    )


def life(registry: Registry, tenure: Tenure) -> str:
    """`1 April 2002 to 31 March 2013`, and what is not known of the ends."""
    row = tenure.held.responsibility
    first = day_words(row.start) if row.start else "first day not known"
    if tenure.first_seen:
        first += " (earliest evidence)"
    if row.end:
        return f"{first} to {day_words(row.end)}"
    return f"from {first}, no end known by {day_words(registry.edition.as_known_on)}"


def gap_title(course: Course, gap: Gap) -> str:
    first, last = day_words(gap.period.start), day_words(last_day_before(gap.period.end))
    return f"{course.function.name}: {lower_first(words(GAP, gap.reason))}, {first} to {last}."


def plan_date(plan: Plan) -> str:
    return day_words(plan.planned) if plan.planned else "No date given"


def plan_title(registry: Registry, course: Course, plan: Plan) -> str:
    source = registry.sources.get(plan.planned_in)
    when = at_words(plan.planned) if plan.planned else "no date given"
    stated = f" Stated in: {source.title}." if source else ""
    return f"{course.function.name}: planned, {when}: {plan.what}. {_sentence(plan.note)}{stated}"


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
        return f"On {day} all {_functions(courses)} changed hands, whole or in part"
    return f"On {day} {moved} of {_functions(courses)} changed hands, whole or in part"


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
        text += f" On {day} {moved} changed hands."
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


def _sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
