"""A sentence with its sources, and a text with a numbered list of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model import Registry, Source


@dataclass(frozen=True, slots=True)
class Sentence:
    """Plain words, and the ids of the sources that they rest on."""

    text: str
    source_ids: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Story:
    """Paragraphs of sentences under a title. `sources` holds every source once, in order of use."""

    title: str
    paragraphs: tuple[tuple[Sentence, ...], ...]
    sources: tuple[Source, ...]

    @property
    def text(self) -> str:
        """The paragraphs as plain text, without marks for the sources."""
        return "\n\n".join(" ".join(map(str, paragraph)) for paragraph in self.paragraphs)

    @property
    def referenced(self) -> str:
        """The paragraphs with [1], [2] ... after each sentence, as numbered in `sources`."""
        number = {source.id: place for place, source in enumerate(self.sources, 1)}
        return "\n\n".join(
            " ".join(_marked(sentence, number) for sentence in paragraph)
            for paragraph in self.paragraphs
        )


def story(registry: Registry, title: str, paragraphs: Iterable[Iterable[Sentence]]) -> Story:
    """A story without its empty paragraphs, with the sources of its sentences."""
    kept = tuple(group for group in map(tuple, paragraphs) if group)
    ids = dict.fromkeys(name for group in kept for one in group for name in one.source_ids)
    sources = (registry.sources[name] for name in ids if name in registry.sources)
    return Story(title, kept, tuple(sources))


def source_line(source: Source) -> str:
    """A source as a reader would cite it: title, publisher, date, address."""
    return ", ".join(filter(None, (source.title, source.publisher, source.date, source.url)))


def _marked(sentence: Sentence, number: dict[str, int]) -> str:
    marks = "".join(f"[{number[name]}]" for name in sentence.source_ids if name in number)
    return f"{sentence.text} {marks}" if marks else sentence.text
