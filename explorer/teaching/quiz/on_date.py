"""True on that date? Numbers of bodies, and bodies that existed or did not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from explorer.counts import BODIES, series
from explorer.look import day_words, life_words
from explorer.model import Organisation, Registry
from explorer.naming import display_name
from explorer.narrative.phrases import count_words
from explorer.period import Period
from explorer.teaching.address import address
from explorer.teaching.evidence import of_kind
from explorer.teaching.quiz.question import Choice
from explorer.teaching.sentence_check import (
    NOT_SUPPORTED,
    SUPPORTED,
    is_listed,
    reasons,
    sentence_check,
)

TRUE, FALSE = "True", "False"
_LEAST = 4  # bodies of a kind that are worth counting
_FAR = {1: 400, 2: 120, 3: 20}  # days at least from the opening or closing of a body, by level
_NEAR = {1: 3000, 2: 700, 3: 120}  # days at most


def on_dates(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Choice]:
    """Sentences about numbers and about bodies by turns, as long as there are any."""
    queues = [_numbers(registry, period, level, rng), _lives(registry, period, level, rng)]
    while queues:
        for queue in tuple(queues):
            if (found := next(queue, None)) is not None:
                yield found
            else:
                queues.remove(queue)


def _numbers(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Choice]:
    """A number that the record supports on the day, or one that held on another day only."""
    # where nobody has published a number, that of the record may not be all there were
    published = {row.kind for row in registry.counts if row.comparable and row.measure == BODIES}
    kinds = sorted(kind for kind in published if is_listed(registry, kind))
    rng.shuffle(kinds)
    for kind in kinds:
        steps = series(registry, kind)
        inside = [(day, count) for day, count in steps if day in period and count >= _LEAST]
        inside = [step for step in inside if step[0] <= registry.edition.as_known_on]
        if not inside:
            continue
        day, ours = rng.choice(inside)
        others = sorted({count for _, count in steps if count >= _LEAST and count != ours})
        number = rng.choice(others) if others and rng.random() < 0.5 else ours
        found = sentence_check(registry, kind, number, day)
        if found.uncertain or found.outcome not in (SUPPORTED, NOT_SUPPORTED):
            continue
        said = reasons(registry, found)
        prompt = f"On {day_words(day)} there were {count_words(registry, kind, number)}."
        yield _choice(
            f"True on that date? {prompt}",
            found.outcome == SUPPORTED,
            (kind, str(number), day.isoformat()),
            " ".join(map(str, said)),
            tuple(dict.fromkeys(name for one in said for name in one.source_ids)),
            of_kind(registry, kind, day),
            level,
        )


def _lives(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Choice]:
    """A day inside or outside the life of a body whose days are both known."""
    bodies = [body for body in registry.organisations.values() if _dated(registry, body)]
    rng.shuffle(bodies)
    for body in bodies:
        day = _day(body, period, level, rng)
        if day is None:
            continue
        name = display_name(registry, body.id).text
        yield _choice(
            f"True on that date? {name} existed on {day_words(day)}.",
            day in body.lifetime,
            (body.id, "", day.isoformat()),
            f"{name}: {life_words(body)}.",
            (body.source_id,),
            address("lineage", org=body.id),
            level,
        )


def _dated(registry: Registry, body: Organisation) -> bool:
    days = (body.opened, body.closed)
    exact = all(day is not None and day.exact for day in days) and not body.closed_by
    names = registry.names.get(body.id, ())
    one_name = (
        len({naming.name for naming in names}) == 1
    )  # else "it" may be the name, not the body
    return exact and one_name and not display_name(registry, body.id).is_label


def _day(body: Organisation, period: Period, level: int, rng: Random) -> date | None:
    turn = rng.choice((body.lifetime.start, body.lifetime.end))
    days = timedelta(days=rng.randint(_FAR[level], _NEAR[level]))
    day = turn + rng.choice((days, -days))
    return day if day in period else None


def _choice(prompt, true, keys, explanation, source_ids, evidence, level) -> Choice:
    return Choice(
        form="on_date",
        prompt=prompt,
        options=(TRUE, FALSE),
        right=0 if true else 1,
        keys=keys,
        explanation=explanation,
        source_ids=source_ids,
        evidence=evidence,
        level=level,
    )
