"""The handout of a lineage: what happened to a body, its drawing, and questions on it."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.drawing.scene import Scene
from explorer.handouts.handout import Answer, Asked, Block, Handout, Picture, Words, handout
from explorer.handouts.pictures import TALL, on_paper
from explorer.lineage import Lineage, lineage
from explorer.look import life_words, listed
from explorer.model import Registry
from explorer.naming import display_name, find
from explorer.narrative.story import what_happened
from explorer.teaching.address import address

_SAID = 900  # letters of the story that leave room for the drawing and the questions


def body_handout(registry: Registry, asked: str) -> Handout:
    """For any body. Raises UnknownOrganisation."""
    body = find(registry, asked)
    found = lineage(registry, body.id)
    told = what_happened(registry, found)
    scene = on_paper(registry, address("lineage", org=body.id))
    questions = tuple(_questions(registry, found, scene))
    blocks: list[Block] = [Words(text) for text in _short(told.text.split("\n\n"))]
    blocks.append(Picture(scene, TALL))
    blocks += [Asked(n, text, lines=2) for n, (text, _) in enumerate(questions, 1)]
    return handout(
        registry,
        told.title,
        f"In the explorer: page Lineage, body {body.id}",
        blocks,
        (Answer(n, text) for n, (_, text) in enumerate(questions, 1)),
        (source.id for source in told.sources),
    )


def _short(paragraphs: list[str]) -> Iterator[str]:
    """The first paragraphs, as long as there is room; the first in any case."""
    said = 0
    for text in paragraphs:
        said += len(text)
        if said > _SAID and said > len(text):
            return
        yield text


def _questions(registry: Registry, found: Lineage, scene: Scene) -> Iterator[tuple[str, str]]:
    body = registry.organisations[found.focus]
    name = display_name(registry, body.id).text
    yield "From when to when did it exist?", f"{name}: {life_words(body)}."
    yield "Which bodies came directly before it?", _named(registry, found, -1, "predecessor")
    yield "Which bodies came directly after it?", _named(registry, found, 1, "successor")
    yield (
        "What does the drawing not tell, and how does it show that?",
        "Shares that are not stated are hatched; ends that are not known fade or have an arrow; "
        "words in italics are labels and not names."
        if scene.name == "lineage"
        else "Shares that are not stated are left out; ends that are not known fade; words in "
        "italics are labels and not names; bodies further off are counted.",
    )


def _named(registry: Registry, found: Lineage, step: int, role: str) -> str:
    ids = [kin.organisation_id for kin in found.relatives
           if kin.role == role and abs(kin.generation) == 1]  # fmt: skip
    if not ids:
        return "The record names none."
    return f"{listed(display_name(registry, name).text for name in dict.fromkeys(ids))}."
