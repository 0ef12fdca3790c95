"""Story files read and checked: a fault names the file, the line and what was wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from explorer.errors import DataError, Problem, UnknownName
from explorer.lineage import lineage
from explorer.load import DEFAULT_FOLDER
from explorer.look import day_words
from explorer.model import Registry
from explorer.naming import near_words
from explorer.narrative.story import what_happened
from explorer.teaching.address import Address, BadAddress, read_address
from explorer.teaching.quiz.paper import paper_of
from explorer.teaching.stories.blocks import Block, blocks
from explorer.teaching.stories.dates import unknown_days
from explorer.teaching.stories.figures import figure, numbers
from explorer.teaching.stories.story import Step, Story
from explorer.view import PAGES

FOLDER = DEFAULT_FOLDER / "stories"
HEAD = ("title", "summary", "quiz")
STEP = ("step", "view", "shows", "dated", "minutes", "notice", "ask", "answer", "sources")
FIGURE = "figure"  # the only field that may be left out, or given several times
_WORDY = ("notice", "ask", "answer")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST = 60  # minutes of one step


@lru_cache(maxsize=4)
def stories(registry: Registry, folder: Path = FOLDER) -> tuple[Story, ...]:
    """Every story of the folder in order of file name. Raises DataError with all faults of all
    files."""
    found, faults = [], []
    for path in sorted(folder.glob("*.md")):
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError as error:
            faults.append(Problem(path.name, 0, "", f"is not UTF-8: {error.reason}"))
            continue
        story, wrong = read_story(registry, path.name, text)
        faults += wrong
        found.append(story)
    if faults:
        raise DataError(faults)
    return tuple(found)


def find_story(registry: Registry, asked: str, folder: Path = FOLDER) -> Story:
    """The story of that id. Raises UnknownName with near matches."""
    by_id = {story.id: story for story in stories(registry, folder)}
    if asked not in by_id:
        raise UnknownName("story", asked, near_words(asked, by_id) or by_id)
    return by_id[asked]


def read_story(registry: Registry, file: str, text: str) -> tuple[Story | None, list[Problem]]:
    """The story of one file, or None with every fault of it."""
    found, faults = blocks(file, text)
    if not found and not faults:
        faults.append(Problem(file, 0, "", "is empty; a story has a title and steps"))
    if faults:
        return None, faults
    head, *steps = found
    name = file.removesuffix(".md")
    if not _ID.fullmatch(name):
        wanted = "the name of a story file has small letters, digits and dashes only"
        faults.append(Problem(file, 0, "", wanted))
    faults += _missing(file, head, HEAD, ())
    faults += [Problem(file, line, "", "words before the first step") for line, _ in head.text]
    quiz, wrong = _quiz(registry, file, head)
    faults += wrong
    if not steps:
        faults.append(Problem(file, head.line, "", "the story has no steps"))
    made = []
    for block in steps:
        wrong = [*_missing(file, block, STEP, (FIGURE,))]
        wrong = wrong or [*_faults(registry, file, block)]
        faults += wrong
        if not wrong:
            made.append(_step(registry, block))
    if faults:
        return None, faults
    return Story(name, head.one("title"), head.one("summary"), quiz, tuple(made)), []


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


def _quiz(registry: Registry, file: str, head: Block) -> tuple[Address | None, list[Problem]]:
    """The paper that goes with the story."""
    try:
        found = read_address(registry, head.one("quiz"))
        if found.page != "quiz":
            raise BadAddress(f"'{head.one('quiz')}' opens the page '{found.page}', not the quiz")
        paper_of(registry, found.view)
    except (BadAddress, UnknownName) as error:
        wrong = [Problem(file, head.place("quiz"), "quiz", str(error))]
        return None, wrong if head.one("quiz") else []
    return found, []


def _missing(file: str, block: Block, wanted: tuple, optional: tuple) -> Iterator[Problem]:
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


def _faults(registry: Registry, file: str, block: Block) -> Iterator[Problem]:
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


def _step(registry: Registry, block: Block) -> Step:
    return Step(
        title=block.one("step"),
        view=read_address(registry, block.one("view")),
        shows=block.one("shows"),
        dated=block.one("dated"),
        minutes=int(block.one("minutes")),
        text=tuple(words for _, words in block.text),
        notice=block.one("notice"),
        ask=block.one("ask"),
        answer=block.one("answer"),
        source_ids=tuple(dict.fromkeys(block.one("sources").split())),
    )
