"""A handout as a value: what stands on it, before any page is set."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.drawing.scene import Scene
from explorer.look import source_line
from explorer.model import Registry
from explorer.narrative.sentence import source_line as cited_as


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; `lead` stands in bold before it."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in one ink, no higher than `tall` (a part of the page from 0 to 1)."""

    scene: Scene
    tall: float = 0.36


@dataclass(frozen=True, slots=True)
class Asked:
    """A question. Below it boxes to mark, or boxes for a number before each option, or `lines` to
    write on."""

    number: int
    text: str
    options: tuple[str, ...] = ()
    ordered: bool = False
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to the question of that number, and why."""

    number: int
    text: str
    why: str = ""


Block = Heading | Words | Picture | Asked


@dataclass(frozen=True, slots=True)
class Handout:
    """Title, what it is in a line, its blocks, and on a page of their own the answers.

    `sources` are written out below the answers; `foot` is the source line with the licence.
    """

    title: str
    standfirst: str
    blocks: tuple[Block, ...]
    answers: tuple[Answer, ...]
    sources: tuple[str, ...]
    foot: str
    author: str


def handout(
    registry: Registry,
    title: str,
    standfirst: str,
    blocks: Iterable[Block],
    answers: Iterable[Answer] = (),
    source_ids: Iterable[str] = (),
) -> Handout:
    """A handout of this edition."""
    known = (registry.sources[name] for name in dict.fromkeys(source_ids)
             if name in registry.sources)  # fmt: skip
    return Handout(
        title,
        standfirst,
        tuple(blocks),
        tuple(answers),
        tuple(cited_as(source) for source in known),
        source_line(registry.edition),
        registry.edition.title,
    )
