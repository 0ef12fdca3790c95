"""The handouts of a story: one for the class, with questions, and the notes of whoever speaks."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.handouts.handout import Answer, Asked, Block, Handout, Heading, Words, handout
from explorer.model import Registry
from explorer.teaching.stories.story import Story


def story_handout(registry: Registry, story: Story) -> Handout:
    """The words of each step and its question with a line to write on; answers apart."""
    return handout(
        registry,
        story.title,
        story.summary,
        _told(story),
        (Answer(n, step.answer) for n, step in enumerate(story.steps, 1)),
        story.source_ids,
    )


def _told(story: Story) -> Iterator[Block]:
    for number, step in enumerate(story.steps, 1):
        yield Heading(step.title)
        yield Words(" ".join(step.text))
        yield Asked(number, step.ask, lines=1)


def story_notes(registry: Registry, story: Story) -> Handout:
    """For each step what to open, how long, what to notice, what to ask, and an answer."""
    return handout(
        registry,
        f"Notes: {story.title}",
        f"{len(story.steps)} steps, {story.minutes} minutes in all. {story.summary}",
        _noted(story),
        (),
        story.source_ids,
    )


def _noted(story: Story) -> Iterator[Block]:
    passed = 0
    for number, step in enumerate(story.steps, 1):
        passed += step.minutes
        yield Heading(f"{number}. {step.title}")
        yield Words(f"{step.shows}, {step.dated}. {step.view.path}", "Open: ")
        yield Words(f"{step.minutes} minutes, {passed} at the end of this step.", "Time: ")
        yield Words(" ".join(step.text))
        yield Words(step.notice, "Notice: ")
        yield Words(step.ask, "Ask: ")
        yield Words(step.answer, "Answer: ")
