"""All functions that changed hands at one date, and the dates at which any did.

A date is what the source gives: a day, a month or a year. What is dated to a year may have happened
on any day of it, and is told beside a day of that year, never among what happened on the day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from explorer.duties.holder_names import HolderName, holder_name
from explorer.errors import DateError
from explorer.model import Registry
from explorer.period import PartialDate, partial
from explorer.responsibilities import Handover, handovers, transfers_on


@dataclass(frozen=True, slots=True)
class Move:
    """A hand-over with the names that its giver and taker had on its date."""

    handover: Handover
    giver: HolderName
    taker: HolderName

    @property
    def key(self) -> str:
        """Names the row of the record: function, giver, taker and date."""
        row = self.handover.transfer
        return "/".join((row.function_id, row.from_id, row.to_id, row.date.text))


@dataclass(frozen=True, eq=False)
class Handovers:
    """`moves` are those of the very date; `perhaps` those dated to the month or year around it."""

    registry: Registry
    when: PartialDate
    moves: tuple[Move, ...]
    perhaps: tuple[Move, ...]

    @property
    def functions(self) -> int:
        """How many functions changed hands, each counted once."""
        return len({move.handover.function.id for move in self.moves})

    @property
    def instruments(self) -> Mapping[str, int]:
        """By what the hand-overs were made, the most frequent first."""
        found: dict[str, int] = {}
        for move in self.moves:
            name = move.handover.transfer.instrument
            found[name] = found.get(name, 0) + 1
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


def handover_dates(registry: Registry) -> tuple[tuple[PartialDate, int], ...]:
    """Every date of a hand-over, in order, with the number of hand-overs dated so."""
    found: dict[str, int] = {}
    for transfer in registry.transfers:
        found[transfer.date.text] = found.get(transfer.date.text, 0) + 1
    dates = ((partial(text), count) for text, count in found.items())
    return tuple(sorted(dates, key=lambda item: (item[0].first, -len(item[0].text))))


def handovers_at(registry: Registry, when: date | PartialDate | str) -> Handovers:
    """The hand-overs dated `when`: a day, or a month or year as the record has it.

    Raises DateError for a date of no hand-over, with the nearest ones that have any.
    """
    asked = _partial(when)
    exact = [row for row in registry.transfers if row.date == asked]
    around: tuple[Handover, ...] = ()
    if asked.exact:
        around = tuple(
            each for each in transfers_on(registry, asked.first) if each.transfer.date != asked
        )
    if not exact and not around:
        raise DateError(_nothing(registry, asked))
    return Handovers(
        registry,
        asked,
        tuple(_move(registry, each) for each in handovers(registry, exact)),
        tuple(_move(registry, each) for each in around),
    )


def moves_of(registry: Registry, function_id: str) -> tuple[Move, ...]:
    """Every hand-over of one function, in order of date."""
    rows = (row for row in registry.transfers if row.function_id == function_id)
    return tuple(_move(registry, each) for each in handovers(registry, rows))


def _move(registry: Registry, handover: Handover) -> Move:
    row = handover.transfer
    giver = holder_name(registry, row.from_type, row.from_id, row.date.first)
    taker = holder_name(registry, row.to_type, row.to_id, row.date.first)
    return Move(handover, giver, taker)


def _partial(when: date | PartialDate | str) -> PartialDate:
    if isinstance(when, PartialDate):
        return when
    text = when.isoformat() if isinstance(when, date) else when.strip()
    try:
        return partial(text)
    except ValueError as error:
        raise DateError(f"{error}.") from None


def _nothing(registry: Registry, asked: PartialDate) -> str:
    dates = [known for known, _ in handover_dates(registry)]
    if not dates:
        return "This record holds no hand-overs of functions."
    near = sorted(dates, key=lambda known: abs((known.first - asked.first).days))[:3]
    named = ", ".join(known.text for known in sorted(near, key=lambda known: known.first))
    return (
        f"No function changed hands at {asked.text}. The nearest dates of hand-overs are {named}."
    )
