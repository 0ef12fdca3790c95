"""The words of hand-overs: headline, hover words, notes. No facts are made here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from explorer.duties.handovers import Handovers, Move
from explorer.look import at_words, counted, day_words, listed, lower_first, upper_first
from explorer.model import Registry
from explorer.period import PartialDate

ALT = 250  # letters that a screen reader reads without tiring its listener
_MOST = 4  # instruments named in the note; the rest are counted
_FEW = 4  # of so few hand-overs the note tells what the source adds to each
SHARE = "share not stated"


def headline(shown: Handovers) -> str:
    when = upper_first(at_words(shown.when))
    moves = shown.moves
    if len(moves) == 1:
        move = moves[0]
        function = lower_first(move.handover.function.name)
        if "delegation" in move.handover.transfer.instrument:
            who = f"{move.giver.said} delegated {function} to {move.taker.said}"
            return f"{when}, {who}"
        return f"{when}, {function} passed from {move.giver.said} to {move.taker.said}"
    if not moves:
        return f"No function changed hands on {day_words(shown.when)} for certain"
    text = f"{when}, {counted(shown.functions, 'function', 'functions')} changed hands"
    for part, words in (
        (Counter((move.giver, move.taker) for move in moves), "from {} to {}"),
        (Counter((move.giver,) for move in moves), "from {}"),
        (Counter((move.taker,) for move in moves), "to {}"),
    ):
        holders, count = part.most_common(1)[0]
        if 2 * count > len(moves):
            most = "all" if count == len(moves) else "most"
            return f"{text}, {most} {words.format(*(holder.said for holder in holders))}"
    return text


def amount(moves: Sequence[Move], verb: str) -> str:
    """`26 functions given, some in parts`."""
    functions = len({move.handover.function.id for move in moves})
    parts = "" if functions == len(moves) else ", in parts" if functions == 1 else ", some in parts"
    return f"{counted(functions, 'function', 'functions')} {verb}{parts}"


def standfirst(shown: Handovers) -> str:
    moves = shown.moves or shown.perhaps
    givers, takers = len({move.giver for move in moves}), len({move.taker for move in moves})
    hands = counted(len(moves), "hand-over", "hand-overs")
    if len(moves) == 1:
        return "The source does not state how much passed on: the arrow is hatched"
    return (
        f"{hands} from {counted(givers, 'holder', 'holders')} to {takers}. Each arrow is one "
        "function. No share is stated for any, so all are of one width and hatched"
    )


def notes(shown: Handovers, parts: bool) -> tuple[str, ...]:
    found = []
    if shown.moves:
        several = len(shown.moves) > 1
        made = [
            f"{instrument_words(name)} ({count})" if several else instrument_words(name)
            for name, count in shown.instruments.items()
        ]
        rest = sum(list(shown.instruments.values())[_MOST:])
        told = [*made[:_MOST], *([f"others ({rest})"] if rest else [])]
        found.append(f"Made by: {'; '.join(told)}.")
    if len(shown.moves) <= _FEW:
        told = ((move.handover.function.name, move.handover.transfer.note) for move in shown.moves)
        found += [sentence(f"{name}: {note}") for name, note in told if note]
    if parts:
        found.append("(part): the function went to more than one taker; the parts are not stated.")
    if not shown.when.exact:
        found.append("The source gives no day.")
    return tuple(found)


def instrument_words(text: str) -> str:
    return upper_first(text.removeprefix("act: "))


def move_words(registry: Registry, move: Move) -> str:
    """All that the record says of a hand-over, for the reader who points at its arrow."""
    row = move.handover.transfer
    source = registry.sources.get(row.source_id)
    parts = (
        f"{move.handover.function.name}: from {move.giver.said} to {move.taker.said}, "
        f"{day_words(row.date)}; {SHARE}.",
        f"{instrument_words(row.instrument)}." if row.instrument else "",
        sentence(row.note),
        f"Source: {source.title}." if source else "",
    )
    return " ".join(filter(None, parts))


def perhaps_heading(dates: tuple[PartialDate, ...]) -> str:
    """`In 1996, on a day that is not known`."""
    when = listed(dict.fromkeys(at_words(known) for known in dates))
    return f"{upper_first(when)}, on a day that is not known"


def alt(shown: Handovers) -> str:
    moves = shown.moves or shown.perhaps
    takers = Counter(move.taker.said for move in moves)
    text = f"Diagram: {lower_first(headline(shown))}."
    if len(moves) == 1:
        return text[:ALT]
    for most in range(len(takers), 0, -1):
        told = listed(f"{name} {count}" for name, count in takers.most_common(most))
        others = f" and {len(takers) - most} others" if most < len(takers) else ""
        full = f"{text} Takers: {told}{others}."
        if len(full) <= ALT:
            return full
    return text[:ALT]


def description(shown: Handovers) -> str:
    told = (
        f"{move.handover.function.name}: {move.giver.said} to {move.taker.said}, "
        f"{day_words(move.handover.transfer.date)}"
        for move in (*shown.moves, *shown.perhaps)
    )
    return f"{'; '.join(told)}."


def sentence(text: str) -> str:
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."
