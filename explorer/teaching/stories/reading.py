"""Story files read and checked: a fault names the file, the line and what was wanted."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from explorer.errors import DataError, Problem, UnknownName
from explorer.load import DEFAULT_FOLDER
from explorer.model import Registry
from explorer.naming import near_words
from explorer.teaching.address import Address, BadAddress, read_address
from explorer.teaching.quiz.paper import paper_of
from explorer.teaching.stories.blocks import Block, blocks
from explorer.teaching.stories.checking import FIGURE, HEAD, STEP, faults_of, missing
from explorer.teaching.stories.story import Step, Story

FOLDER = DEFAULT_FOLDER / "stories"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


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
    faults += missing(file, head, HEAD, ())
    faults += [Problem(file, line, "", "words before the first step") for line, _ in head.text]
    quiz, wrong = _quiz(registry, file, head)
    faults += wrong
    if not steps:
        faults.append(Problem(file, head.line, "", "the story has no steps"))
    made = []
    for block in steps:
        wrong = [*missing(file, block, STEP, (FIGURE,))]
        wrong = wrong or [*faults_of(registry, file, block)]
        faults += wrong
        if not wrong:
            made.append(_step(registry, block))
    if faults:
        return None, faults
    return Story(name, head.one("title"), head.one("summary"), quiz, tuple(made)), []


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
