"""What the poster says about itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from explorer.look import counted, day_words
from explorer.model import Registry
from explorer.poster.paint import Tally

STANDFIRST = (
    "England. Each bar is one body from its first day to its last. Bodies that were merged stand "
    "one below the other, left of the body that they became."
)


def headline(numbers: Mapping[str, int]) -> str:
    total = sum(numbers.values())
    return f"The {total:,} bodies that planned or bought local NHS care since 1974"


def alt(registry: Registry, numbers: Mapping[str, int]) -> str:
    known = day_words(registry.edition.as_known_on)
    return (
        f"Poster of the {sum(numbers.values()):,} local commissioners of NHS care in England since "
        f"1974, each a bar on an axis of time beside the body it became. As known on {known}."
    )


def description(registry: Registry, numbers: Mapping[str, int]) -> str:
    """How many there were of each kind, a line each."""
    kinds = ((registry.kinds[kind], number) for kind, number in numbers.items())
    return "\n".join(counted(number, kind.label, kind.plural) for kind, number in kinds)


def notes(tally: Tally, *, folded: bool) -> Iterator[str]:
    """How to read it, and what is left out."""
    yield (
        "A bar stands left of the body that took most of it; its height says how many bodies went "
        "into it and is no measure of size. Thin lines: a part passed to a neighbour. Bars in one "
        "row with years between them: no link in the record. Names in italics are our labels, not "
        "names. A bar that fades in: the first day is not known exactly. District authorities are "
        "not all named in the record."
    )
    if folded:
        yield (
            "Numbers in bars: bodies that ended before October 2006, counted and not named; the A1 "
            "poster names them."
        )
    short = ("name with a bar too short for a letter", "names with bars too short for a letter")
    far = (
        "part that passed to a distant bar has no line",
        "parts that passed to distant bars have no line",
    )
    left_out = [
        counted(number, *said)
        for number, said in ((len(tally.nameless), short), (tally.unlinked, far))
        if number
    ]
    if left_out:
        yield f"Left out: {'; '.join(left_out)}. The record holds them all."
