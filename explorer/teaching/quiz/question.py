"""A question as a value: what is asked, what may be answered, what is right, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from explorer.period import PartialDate
from explorer.teaching.address import Address

FORMS = ("order", "succession", "on_date", "duty", "written")


@dataclass(frozen=True, slots=True)
class Choice:
    """One right answer among `options`. `keys` are what each option stands for on the record."""

    form: str
    prompt: str
    options: tuple[str, ...]
    right: int
    keys: tuple[str, ...]
    explanation: str
    source_ids: tuple[str, ...]
    evidence: Address
    level: int

    def accepts(self, option: int) -> bool:
        return option == self.right

    @property
    def answer(self) -> str:
        return self.options[self.right]


@dataclass(frozen=True, slots=True)
class Ordering:
    """Events to be put in order of their dates; `options[i]` happened at `dates[i]`.

    `keys` are the ids of the events. Every order is accepted in which the events may have happened
    at the precision of their dates.
    """

    form: str
    prompt: str
    options: tuple[str, ...]
    dates: tuple[PartialDate, ...]
    keys: tuple[str, ...]
    explanation: str
    source_ids: tuple[str, ...]
    evidence: Address
    level: int

    def accepts(self, order: Sequence[int | None]) -> bool:
        """Whether `order`, the places in `options` from the first event to the last, may be true:
        nothing stands after what it surely came before."""
        if len(order) != len(self.options) or set(order) != set(range(len(self.options))):
            return False
        dates = [self.dates[place] for place in order]
        return all(earlier.first <= later.last for earlier, later in combinations(dates, 2))

    @property
    def order(self) -> tuple[int, ...]:
        """One order that is accepted: by first day, then by last."""
        places = range(len(self.options))
        return tuple(sorted(places, key=lambda i: (self.dates[i].first, self.dates[i].last)))

    @property
    def answer(self) -> str:
        return "; ".join(self.options[place] for place in self.order)


Question = Choice | Ordering
