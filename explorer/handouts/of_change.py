"""The handout of a change: what is different between two days, its drawing, its balance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explorer.diff import Diff, diff
from explorer.differences.difference import BalanceLine
from explorer.handouts.handout import Answer, Asked, Block, Handout, Picture, Words, handout
from explorer.handouts.pictures import TALL, on_paper
from explorer.look import counted, day_words, listed, upper_first
from explorer.model import Registry
from explorer.narrative.changes import diff_paragraph
from explorer.narrative.phrases import count_words, plural_words
from explorer.teaching.address import address

_KINDS = 3  # kinds of body that are asked about


def change_handout(registry: Registry, start: date, end: date) -> Handout:
    """For any two days. Raises DateError."""
    found = diff(registry, start, end)
    view = address("changes", start=start, end=end)
    scene = on_paper(registry, view)
    questions = tuple(_questions(registry, found))
    blocks: list[Block] = [Words(diff_paragraph(found))]
    blocks += [Picture(scene, TALL)] if scene else []
    blocks += [Asked(n, text, lines=1) for n, (text, _) in enumerate(questions, 1)]
    return handout(
        registry,
        f"What changed from {day_words(start)} to {day_words(end)}",
        "In the explorer: page What changed, with these two days",
        blocks,
        (Answer(n, text) for n, (_, text) in enumerate(questions, 1)),
        (event.source_id for event in found.events),
    )


def _questions(registry: Registry, found: Diff) -> Iterator[tuple[str, str]]:
    days = (day_words(found.start), day_words(found.end))
    most = sorted(found.balance, key=lambda line: -(line.opened + line.closed))[:_KINDS]
    for line in (line for line in most if line.opened or line.closed):
        kind = plural_words(registry, line.kind)
        yield f"How many {kind} were there on each of the two days?", _sums(registry, line, days)
    reforms = [reform.title for reform, _ in found.by_reform if reform]
    yield (
        "To which reforms do the changes belong?",
        f"{listed(reforms)}." if reforms else "To no national reform in the record.",
    )
    number = counted(len(found.continued), "body", "bodies")
    renamed = counted(len(found.renamed), "change of name", "changes of name")
    yield "What stayed?", f"{number} existed on both days, with {renamed} among them."


def _sums(registry: Registry, line: BalanceLine, days: tuple[str, str]) -> str:
    start = upper_first(count_words(registry, line.kind, line.start))
    moved = f"{line.opened:,} opened and {line.closed:,} closed"
    return f"{start} on {days[0]} and {line.end:,} on {days[1]}: {moved}."
