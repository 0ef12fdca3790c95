"""A guided story as a value: steps, each with a view to open, what to notice and what to ask."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.teaching.address import Address


@dataclass(frozen=True, slots=True)
class Step:
    """One view of the story. `shows` is the heading and `dated` a date that the view shows.

    `text` holds paragraphs; `answer` what a good answer to the question `ask` holds.
    """

    title: str
    view: Address
    shows: str
    dated: str
    minutes: int
    text: tuple[str, ...]
    notice: str
    ask: str
    answer: str
    source_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """A story; its id is the name of its file, `quiz` the paper that goes with it."""

    id: str
    title: str
    summary: str
    quiz: Address
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def source_ids(self) -> tuple[str, ...]:
        """The sources of all steps, each once, in order of use."""
        return tuple(dict.fromkeys(name for step in self.steps for name in step.source_ids))

    def step(self, number: int) -> Step:
        """The step of that number from 1; the last where there are not so many."""
        return self.steps[min(max(number, 1), len(self.steps)) - 1]
