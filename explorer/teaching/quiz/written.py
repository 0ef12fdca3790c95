"""The questions that people wrote, kept in the record with their source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from random import Random

from explorer.look import MONTHS
from explorer.model import QuizQuestion, Registry
from explorer.period import Period
from explorer.teaching.evidence import of_day
from explorer.teaching.quiz.question import Choice

_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) ((?:19|20)\d\d)\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def written(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Choice]:
    """Those of the level whose time lies in the period; those that name none belong to all time."""
    whole = registry.edition.first_day in period and registry.edition.last_day in period
    fit = [
        (question, when)
        for question in registry.quiz
        if question.difficulty == level
        for when in (spoken_of(question),)
        if (whole if when is None else when in period)
    ]
    rng.shuffle(fit)
    for question, when in fit:
        yield _choice(registry, question, when, rng)


def spoken_of(question: QuizQuestion) -> date | None:
    """The first day, or else year, named in question, answer or explanation, in that order."""
    for text in (question.question, question.correct, question.explanation):
        if found := _DAY.search(text):
            return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
        if found := _YEAR.search(text):
            return date(int(found[0]), 4, 1)
    return None


def _choice(registry: Registry, asked: QuizQuestion, when: date | None, rng: Random) -> Choice:
    options = [asked.correct, *asked.wrong]
    rng.shuffle(options)
    return Choice(
        form="written",
        prompt=asked.question,
        options=tuple(options),
        right=options.index(asked.correct),
        keys=(asked.id,),
        explanation=asked.explanation,
        source_ids=(asked.source_id,),
        evidence=of_day(registry, when),
        level=asked.difficulty,
    )
