"""The numbers of a story, each of which the record must bear out.

A line `figure: 211 = bodies clinical_commissioning_group 2013-04-01` says where a number of the
text comes from: SORTS lists what may stand after the sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from explorer.diff import diff
from explorer.errors import ExplorerError
from explorer.model import Registry
from explorer.period import day as day_of
from explorer.plans import months_between, outcome
from explorer.responsibilities import transfers_on
from explorer.teaching.sentence_check import sentence_check
from explorer.teaching.stories.numbers import numbers

_LINE = re.compile(r"(\S+) = ([a-z]+)((?: \S+)*)")


def figure(registry: Registry, line: str) -> tuple[str, str]:
    """The number of a figure's line, and what is wrong with it: "" if the record bears it out."""
    match = _LINE.fullmatch(line)
    if not match or match[2] not in SORTS:
        known = ", ".join(f"{name} {form}" for name, (form, _) in SORTS.items())
        return "", f"'{line}' is not a figure such as 211 = bodies KIND DAY; the sorts are: {known}"
    form, sort = SORTS[match[2]]
    given = match[3].split()
    if len(given) != len(form.split()):
        return match[1], f"'{line}': after {match[2]} must stand {form}"
    try:
        held = set(sort(registry, *given))
    except (ExplorerError, KeyError) as error:
        return match[1], f"'{line}': {error}"
    wanted = float(match[1].replace(",", ""))
    if wanted in held:
        return match[1], ""
    shown = ", ".join(f"{number:g}" for number in sorted(held)) or "no such number"
    return match[1], f"'{line}': the record has {shown}"


def _bodies(registry: Registry, kind: str, day: str) -> Iterable[float]:
    ours = sentence_check(registry, kind, 0, day_of(day)).ours
    return () if ours is None else (ours,)


def _opened(registry: Registry, kind: str, start: str, end: str) -> Iterable[float]:
    return (len(diff(registry, day_of(start), day_of(end), kind=kind).opened),)


def _closed(registry: Registry, kind: str, start: str, end: str) -> Iterable[float]:
    return (len(diff(registry, day_of(start), day_of(end), kind=kind).closed),)


def _fewer(registry: Registry, kind: str, start: str, end: str) -> Iterable[float]:
    before, after = (sentence_check(registry, kind, 0, day_of(day)).ours for day in (start, end))
    return () if None in (before, after) else (before - after,)


def _apart(registry: Registry, unit: str, start: str, end: str) -> Iterable[float]:
    months = months_between(day_of(start), day_of(end))
    return {"months": (months,), "years": (round(months / 12),)}.get(unit, ())


def _published(registry: Registry, kind: str, when: str) -> Iterable[float]:
    return (row.count for row in registry.counts if (row.kind, row.date.text) == (kind, when))


def _billion(registry: Registry, subject: str, year: str) -> Iterable[float]:
    rows = (row for row in registry.budgets if row.subject_id == subject)
    return (row.amount_gbp_bn for row in rows if row.financial_year == year)


def _months(registry: Registry, plan: str) -> Iterable[float]:
    found = (outcome(registry, each) for each in registry.plans if each.id == plan)
    return (each.slip_months for each in found if each.slip_months is not None)


def _event(registry: Registry, event: str) -> Iterable[float]:
    found = (each for each in registry.timeline if each.id == event)
    return _within(f"{each.title} {each.description}" for each in found)


def _plan(registry: Registry, plan: str) -> Iterable[float]:
    found = (each for each in registry.plans if each.id == plan)
    return _within(f"{each.what} {each.note}" for each in found)


def _reform(registry: Registry, reform: str) -> Iterable[float]:
    return _within([registry.reforms[reform].description])


def _quiz(registry: Registry, question: str) -> Iterable[float]:
    found = (each for each in registry.quiz if each.id == question)
    return _within(f"{each.question} {each.correct} {each.explanation}" for each in found)


def _functions(registry: Registry, holder: str, day: str) -> Iterable[float]:
    moved = [each.transfer for each in transfers_on(registry, day_of(day))]
    return (len({each.function_id for each in moved if each.from_id == holder}),)


def _taken(registry: Registry, holder: str, day: str) -> Iterable[float]:
    moved = [each.transfer for each in transfers_on(registry, day_of(day))]
    return (len({each.function_id for each in moved if each.to_id == holder}),)


def _passed(registry: Registry, giver: str, taker: str, day: str) -> Iterable[float]:
    moved = [each.transfer for each in transfers_on(registry, day_of(day))]
    parties = (giver, taker)
    return (len({each.function_id for each in moved if (each.from_id, each.to_id) == parties}),)


def _share(registry: Registry, giver: str, taker: str) -> Iterable[float]:
    arcs = (arc for arc in registry.out_of.get(giver, ()) if arc.to_id == taker)
    return (round(100 * arc.share) for arc in arcs if arc.share is not None)


def _predecessors(registry: Registry, body: str, line: str) -> Iterable[float]:
    return (len({arc.from_id for arc in registry.into.get(body, ()) if arc.line == line}),)


def _successors(registry: Registry, body: str, line: str) -> Iterable[float]:
    return (len({arc.to_id for arc in registry.out_of.get(body, ()) if arc.line == line}),)


def _within(texts: Iterable[str]) -> Iterable[float]:
    return (float(n.replace(",", "")) for text in texts for n in numbers(text))


Sort = Callable[..., Iterable[float]]
SORTS: Mapping[str, tuple[str, Sort]] = MappingProxyType(
    {
        "bodies": ("KIND DAY", _bodies),
        "opened": ("KIND DAY DAY", _opened),
        "closed": ("KIND DAY DAY", _closed),
        "fewer": ("KIND DAY DAY", _fewer),
        "apart": ("months|years DAY DAY", _apart),
        "published": ("KIND DATE", _published),
        "billion": ("SUBJECT YEAR", _billion),
        "months": ("PLAN", _months),
        "plan": ("PLAN", _plan),
        "event": ("EVENT", _event),
        "reform": ("REFORM", _reform),
        "quiz": ("QUESTION", _quiz),
        "functions": ("HOLDER DAY", _functions),
        "taken": ("HOLDER DAY", _taken),
        "passed": ("HOLDER HOLDER DAY", _passed),
        "share": ("BODY BODY", _share),
        "predecessors": ("BODY LINE", _predecessors),
        "successors": ("BODY LINE", _successors),
    }
)
