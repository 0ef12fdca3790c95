"""Who was responsible for a service on a day?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from explorer.look import at_words, lower_first
from explorer.model import Registry
from explorer.narrative.duties import duty_sentences
from explorer.period import ONE_DAY, Period
from explorer.responsibilities import Held, Span, duty, holders_of, matrix
from explorer.teaching.address import address
from explorer.teaching.quiz.question import Choice

WRONG = 3
_MAIN = ("responsible", "joint")


def duties(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Choice]:
    """One question for a function and a span of time with one responsible holder and no doubt.

    Wrong answers had no part in it on that day. At level 1 they are drawn from all holders, from
    level 2 on first from those that held it at another time, at level 3 first from those that had
    other duties on the day.
    """
    spans = [
        (function, day)
        for function, found in matrix(registry).items()
        for span in found
        if (day := _day(span, period)) is not None
    ]
    rng.shuffle(spans)
    asked: set[str] = set()
    for function, day in spans:
        if function not in asked and (found := _question(registry, function, day, level, rng)):
            asked.add(function)
            yield found


def _day(span: Span, period: Period) -> date | None:
    """The first 1 January or 1 July inside both, so that no turning day is asked about."""
    shared = span.period.clip(period)
    if shared.empty or span.gap:
        return None
    first = shared.start + ONE_DAY
    for year in (first.year, first.year + 1):
        for month in (1, 7):
            if first <= date(year, month, 1) and date(year, month, 1) in shared:
                return date(year, month, 1)
    return None


def _question(
    registry: Registry, function_id: str, day: date, level: int, rng: Random
) -> Choice | None:
    held = holders_of(registry, function_id, day)
    main = [each for each in held if each.responsibility.role in _MAIN]
    if len(main) != 1 or not all(each.certain for each in held):
        return None
    if main[0].responsibility.role != "responsible" or main[0].responsibility.basis == "implied":
        return None
    right, involved = _key(main[0]), {_key(each) for each in held}
    pool = [key for key in _wrong(registry, function_id, day, level, rng) if key not in involved]
    labels = {_key_of(row.holder_type, row.holder_id): None for row in registry.responsibilities}
    labels = {key: _label(registry, key) for key in labels}
    picked: list[str] = []
    for key in pool:
        if labels[key] not in {labels[one] for one in (right, *picked)}:
            picked.append(key)
    if len(picked) < WRONG:
        return None
    keys = [right, *picked[:WRONG]]
    rng.shuffle(keys)
    function = registry.functions[function_id]
    said = duty_sentences(registry, function_id, day, duty(registry, function_id, day))
    when = at_words(day)
    return Choice(
        form="duty",
        prompt=f"Who was responsible for {lower_first(function.name)} {when}?",
        options=tuple(labels[key] for key in keys),
        right=keys.index(right),
        keys=(function_id, day.isoformat(), *keys),
        explanation=" ".join(map(str, said)),
        source_ids=tuple(dict.fromkeys(name for one in said for name in one.source_ids)),
        evidence=address("structure", day=day),
        level=level,
    )


def _wrong(registry: Registry, function_id: str, day: date, level: int, rng: Random) -> list[str]:
    """Holders in the order in which they are to be tried."""
    rows = registry.responsibilities
    every = sorted({_key_of(row.holder_type, row.holder_id) for row in rows})
    rng.shuffle(every)
    same = {_key_of(r.holder_type, r.holder_id) for r in rows if r.function_id == function_id}
    then = {_key_of(r.holder_type, r.holder_id) for r in rows if day in r.period}
    first = {1: set(), 2: same, 3: then}[level]
    return sorted(every, key=lambda key: key not in first)


def _key(held: Held) -> str:
    return _key_of(held.responsibility.holder_type, held.responsibility.holder_id)


def _key_of(holder_type: str, holder_id: str) -> str:
    return f"{holder_type}:{holder_id}"


def _label(registry: Registry, key: str) -> str:
    holder_type, _, holder_id = key.partition(":")
    return registry.holders[holder_type, holder_id].label
