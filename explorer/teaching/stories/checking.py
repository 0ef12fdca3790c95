"""What may be wrong with a step of a story: its fields, its view, its numbers, its days."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.errors import Problem
from explorer.lineage import lineage
from explorer.look import day_words
from explorer.model import Registry
from explorer.narrative.story import what_happened
from explorer.teaching.address import Address, BadAddress, read_address
from explorer.teaching.stories.blocks import Block
from explorer.teaching.stories.dates import unknown_days
from explorer.teaching.stories.figures import figure
from explorer.teaching.stories.numbers import numbers
from explorer.view import PAGES

HEAD = ("title", "summary", "quiz")
STEP = ("step", "view", "shows", "dated", "minutes", "notice", "ask", "answer", "sources")
FIGURE = "figure"  # the only field that may be left out, or given several times
_WORDY = ("notice", "ask", "answer")
LONGEST = 60  # minutes of one step


def heading(registry: Registry, view: Address) -> str:
    """The heading that the page of a view shows."""
    if view.page != "lineage":
        return PAGES[view.page].title
    asked = view.view
    found = lineage(
        registry,
        asked.org,
        back=asked.back,
        forward=asked.forward,
        lines=asked.lines or None,
        through_parts=asked.parts,
    )
    return what_happened(registry, found).title


def missing(file: str, block: Block, wanted: tuple, optional: tuple) -> Iterator[Problem]:
    known = ", ".join((*wanted, *optional))
    for name in wanted:
        if not block.one(name):
            yield Problem(file, block.place(name), name, "is missing; every step has one"
                          if wanted is STEP else "is missing; every story has one")  # fmt: skip
    for name, values in block.fields.items():
        if name not in (*wanted, *optional):
            message = f"unknown field; those known here are: {known}"
            yield Problem(file, values[0][0], name, message)
        elif len(values) > 1 and name not in optional:
            yield Problem(file, values[1][0], name, "is given twice")


def faults_of(registry: Registry, file: str, block: Block) -> Iterator[Problem]:
    if not (block.one("minutes").isdigit() and 0 < int(block.one("minutes")) <= LONGEST):
        message = f"'{block.one('minutes')}' is no number of minutes from 1 to {LONGEST}"
        yield Problem(file, block.place("minutes"), "minutes", message)
    if not block.text:
        yield Problem(file, block.line, "", "the step has no words")
    yield from _view_faults(registry, file, block)
    for source in block.one("sources").split():
        if source not in registry.sources:
            message = f"'{source}' is not in sources.csv"
            yield Problem(file, block.place("sources"), "sources", message)
    yield from _figure_faults(registry, file, block)
    for line, words in _wording(block):
        for day in unknown_days(registry, words):
            yield Problem(file, line, "", f"the record has nothing on {day}")


def _view_faults(registry: Registry, file: str, block: Block) -> Iterator[Problem]:
    try:
        view = read_address(registry, block.one("view"))
    except BadAddress as error:
        yield Problem(file, block.place("view"), "view", str(error))
        return
    shown = heading(registry, view)
    if block.one("shows") != shown:
        message = f"'{block.one('shows')}', but the heading of the view is '{shown}'"
        yield Problem(file, block.place("shows"), "shows", message)
    days = _days(view)
    if days and block.one("dated") not in days:
        message = f"'{block.one('dated')}', but the view is of {' and '.join(days)}"
        yield Problem(file, block.place("dated"), "dated", message)
    for day in () if days else unknown_days(registry, block.one("dated")):
        yield Problem(file, block.place("dated"), "dated", f"the record has nothing on {day}")


def _days(view: Address) -> tuple[str, ...]:
    """The days of a view, in words; none where its page has no day of its own."""
    used = PAGES[view.page].settings
    chosen = [name for name in ("day", "start", "end") if name in used and view.page != "claims"]
    return tuple(day_words(getattr(view.view, name)) for name in chosen)


def _figure_faults(registry: Registry, file: str, block: Block) -> Iterator[Problem]:
    sure = set()
    for line, text in block.fields.get(FIGURE, ()):
        number, wrong = figure(registry, text)
        sure.add(number)
        if wrong:
            yield Problem(file, line, FIGURE, wrong)
    said = {number for _, words in _wording(block) for number in numbers(words)}
    for line, words in _wording(block):
        for number in numbers(words):
            if number not in sure:
                message = f"the text says {number}, and no line 'figure: {number} = …' bears it out"
                yield Problem(file, line, "", message)
    for line, text in block.fields.get(FIGURE, ()):
        number = text.split(" ")[0]
        if number not in said:
            yield Problem(file, line, FIGURE, f"the text does not say {number}")


def _wording(block: Block) -> list[tuple[int, str]]:
    fields = [(block.place(name), block.one(name)) for name in (*_WORDY, "step")]
    return [*block.text, *fields]
