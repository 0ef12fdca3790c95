"""What a letter about one body says: its story in sections, who took what, what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explorer.duties.holders import holder_label
from explorer.labels import LINE, words
from explorer.letters.unknown import in_parts, unknown_of
from explorer.lineage import Lineage, lineage
from explorer.look import day_words, life_words, listed, lower_first, upper_first
from explorer.model import DUTIES, Organisation, Registry, Source, Succession
from explorer.naming import display_name, find
from explorer.narrative.citation import short_citation
from explorer.narrative.endings import endings
from explorer.narrative.origins import origins
from explorer.narrative.phrases import NOT_STATED, kind_words, labels_noted, share_words, with_code
from explorer.narrative.sentence import Sentence
from explorer.narrative.story import identity, in_force, last_day, other_names, pending_plans


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Taker:
    """Who took something on: when, who, and what of the body."""

    when: str
    who: str
    what: str
    source_id: str


@dataclass(frozen=True, eq=False)
class Letter:
    """`sources` holds every source once, in order of use; `lineage` is the body's own."""

    registry: Registry
    body: Organisation
    lineage: Lineage
    name: str
    subtitle: str
    sections: tuple[Section, ...]
    takers: tuple[Taker, ...]
    unknown: tuple[Sentence, ...]
    sources: tuple[Source, ...]
    citation: str

    @property
    def title(self) -> str:
        return f"What happened to {self.name}"

    def marks(self, source_ids: tuple[str, ...]) -> str:
        """`[1, 3]`: the numbers of sources in the list."""
        number = {source.id: place for place, source in enumerate(self.sources, 1)}
        found = [str(number[name]) for name in source_ids if name in number]
        return f"[{', '.join(found)}]" if found else ""


def letter(registry: Registry, asked: str, *, address: str = "") -> Letter:
    """The letter about a body, asked for by id, code or name. Raises UnknownOrganisation."""
    body = find(registry, asked)
    found = lineage(registry, body.id)
    day = last_day(registry, body)
    name = display_name(registry, body.id, day)
    sections = [
        Section(heading, tuple(said))
        for heading, said in (
            ("What it was", (*identity(registry, body), *other_names(registry, body, name.text))),
            ("Where it came from", origins(registry, body, found.lines)),
            (
                "What became of it",
                (*endings(registry, body, found.lines, found.breaks), *in_force(found)),
            ),
            ("What is planned", tuple(pending_plans(registry, body))),
        )
        if said
    ]
    takers = tuple(_takers(registry, body, found))
    text = " ".join(str(one) for section in sections for one in section.sentences)
    unknown = (*unknown_of(registry, body), *map(Sentence, labels_noted(text)))
    used = dict.fromkeys(
        source_id
        for source_id in (
            *(name for section in sections for one in section.sentences for name in one.source_ids),
            *(taker.source_id for taker in takers),
            *(name for one in unknown for name in one.source_ids),
        )
        if source_id in registry.sources
    )
    return Letter(
        registry=registry,
        body=body,
        lineage=found,
        name=name.text,
        subtitle=_subtitle(registry, body, day),
        sections=tuple(sections),
        takers=takers,
        unknown=unknown,
        sources=tuple(registry.sources[name] for name in used),
        citation=short_citation(registry.edition, name.text, address=address),
    )


def _subtitle(registry: Registry, body: Organisation, day: date) -> str:
    codes = dict.fromkeys(
        f"{code.scheme} code {code.code}" for code in registry.codes.get(body.id, ())
    )
    kind = upper_first(kind_words(registry, body.kind))
    return ", ".join([kind, life_words(body), *codes])


def _takers(registry: Registry, body: Organisation, found: Lineage) -> Iterator[Taker]:
    """Bodies that took it or a part on, in order of date; then who took its functions."""
    arcs = sorted(
        (arc for arc in registry.out_of.get(body.id, ()) if arc.line in {*found.lines, DUTIES}),
        key=lambda arc: (arc.date.first, arc.line, -(arc.share or 0), arc.to_id),
    )
    for arc in arcs:
        who = with_code(registry, arc.to_id, arc.date.first)
        yield Taker(day_words(arc.date), who, _part(registry, arc, found.lines), arc.source_id)
    own = [at for at in found.breaks if at.organisation_id == body.id]
    functions: dict[tuple[str, str, str], list[str]] = {}
    for transfer in (transfer for at in own[:1] for transfer in at.transfers):
        taker = holder_label(registry, transfer.to_type, transfer.to_id)
        place = (day_words(transfer.date), taker, transfer.source_id)
        name = lower_first(registry.functions[transfer.function_id].name)
        functions.setdefault(place, []).append(name)
    for (when, taker, source_id), names in functions.items():
        yield Taker(when, upper_first(taker), upper_first(listed(names)), source_id)


def _part(registry: Registry, arc: Succession, lines: tuple[str, ...]) -> str:
    if arc.line == DUTIES:
        return f"Duties; {NOT_STATED}" if arc.share is None else share_words(arc)
    if arc.share is None and not in_parts(registry, arc):
        return f"One successor; {NOT_STATED}"
    beside = f", in the line of {words(LINE, arc.line)}" if arc.line != lines[0] else ""
    return upper_first(f"{share_words(arc)}{beside}")
