"""A paper of questions: the same seed gives everyone the same paper of the same edition."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from random import Random

from explorer.errors import UnknownName
from explorer.model import Registry
from explorer.naming import near_words
from explorer.period import Period, after_last_day
from explorer.teaching.quiz.duty import duties
from explorer.teaching.quiz.on_date import on_dates
from explorer.teaching.quiz.order import orderings
from explorer.teaching.quiz.question import Question
from explorer.teaching.quiz.succession import successions
from explorer.teaching.quiz.written import written
from explorer.timeline import ERAS
from explorer.view import ViewState

LENGTHS = (5, 10, 15, 20)
LEVELS = (1, 2, 3)
_MAKERS = (written, successions, orderings, duties, on_dates)


@dataclass(frozen=True, slots=True)
class Paper:
    """Questions of one level; fewer than `length` where the era has no more."""

    seed: int
    era: str | None
    length: int
    level: int
    questions: tuple[Question, ...]


@lru_cache(maxsize=64)
def paper(
    registry: Registry, seed: int, *, era: str | None = None, length: int = 10, level: int = 1
) -> Paper:
    """Questions of all forms by turns. A shorter paper is the beginning of a longer one.

    Raises UnknownName for an era, a length or a level that there is not.
    """
    for what, asked, known in (("level", level, LEVELS), ("length", length, LENGTHS)):
        if asked not in known:
            raise UnknownName(what, str(asked), map(str, known))
    period = era_period(registry, era)
    queues = [
        make(registry, period, level, Random(f"{seed}/{era}/{level}/{make.__name__}"))
        for make in _MAKERS
    ]
    found: dict[str, Question] = {}
    while queues and len(found) < length:
        for queue in tuple(queues):
            question = next(queue, None)
            if question is None:
                queues.remove(queue)
            elif len(found) < length:
                found.setdefault(f"{question.prompt}{question.keys}", question)
    return Paper(seed, era, length, level, tuple(found.values()))


def paper_of(registry: Registry, view: ViewState) -> Paper:
    """The paper that a view of the quiz asks for."""
    return paper(registry, view.seed, era=view.era, length=view.length, level=view.level)


def era_period(registry: Registry, era: str | None) -> Period:
    """The years of an era, both included; of all time where it is None. Raises UnknownName."""
    edition = registry.edition
    if era is None:
        return Period(edition.first_day, after_last_day(edition.last_day))
    for one in ERAS:
        if one.id == era:
            return Period(
                edition.first_day.replace(year=one.first_year, month=1, day=1),
                edition.first_day.replace(year=one.last_year + 1, month=1, day=1),
            )
    ids = [one.id for one in ERAS]
    raise UnknownName("era", era, near_words(era, ids) or ids)
