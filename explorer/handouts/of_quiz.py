"""A paper of the quiz to be written on, with the answers on a page of their own."""

from __future__ import annotations

from explorer.handouts.handout import Answer, Asked, Handout, handout
from explorer.look import counted
from explorer.model import Registry
from explorer.teaching.quiz.paper import Paper
from explorer.teaching.quiz.question import Ordering, Question


def quiz_handout(registry: Registry, paper: Paper) -> Handout:
    """The questions with boxes, and each answer with its reason."""
    era = f", {paper.era.replace('-', '–')}" if paper.era else ""
    number = counted(len(paper.questions), "question", "questions")
    return handout(
        registry,
        f"Quiz: paper {paper.seed}",
        f"{number} of level {paper.level}{era}. Name and date: ____________________________",
        (_asked(place, one) for place, one in enumerate(paper.questions, 1)),
        (_answer(place, one) for place, one in enumerate(paper.questions, 1)),
        (name for one in paper.questions for name in one.source_ids),
    )


def _asked(place: int, one: Question) -> Asked:
    ordered = isinstance(one, Ordering)
    text = f"{one.prompt} Write 1 beside the first." if ordered else one.prompt
    return Asked(place, text, one.options, ordered=ordered)


def _answer(place: int, one: Question) -> Answer:
    if isinstance(one, Ordering):  # the reason is the order itself, with the dates
        return Answer(place, one.explanation)
    return Answer(place, one.answer, one.explanation)
