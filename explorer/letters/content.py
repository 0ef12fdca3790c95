"""What a letter about one body says: its story in sections, who took what, what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from explorer.checks.changes import DUTIES, LIVES_ON
from explorer.citing import conflicts_about
from explorer.holders import holder_label
from explorer.labels import LINE, POINT, words
from explorer.lineage import Lineage, lineage
from explorer.look import counted, day_words, life_words, listed, lower_first, upper_first
from explorer.model import Organisation, Registry, Source, Succession
from explorer.naming import display_name, find
from explorer.narrative.citation import short_citation
from explorer.narrative.endings import endings
from explorer.narrative.origins import origins
from explorer.narrative.phrases import NOT_STATED, kind_words, labels_noted, share_words, with_code
from explorer.narrative.sentence import Sentence
from explorer.narrative.story import identity, in_force, last_day, other_names, pending_plans

CONFLICTS = 4  # differences between sources that are told; more are counted


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
    unknown = (*_unknown(registry, body), *map(Sentence, labels_noted(text)))
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
    if arc.share is None and not _in_parts(registry, arc):
        return f"One successor; {NOT_STATED}"
    beside = f", in the line of {words(LINE, arc.line)}" if arc.line != lines[0] else ""
    return upper_first(f"{share_words(arc)}{beside}")


def _in_parts(registry: Registry, arc: Succession) -> bool:
    """Whether the body passed on only a part by the arc: it lived on, or others took the rest."""
    others = registry.out_of.get(arc.from_id, ())
    return arc.kind in LIVES_ON or any(
        other is not arc and (other.line, other.date) == (arc.line, arc.date) for other in others
    )


def _unknown(registry: Registry, body: Organisation) -> Iterator[Sentence]:
    """What the record does not hold, and where its sources differ."""
    own = (body.source_id,)
    if body.opened is None:
        yield Sentence("Its first day is not known.", own)
    elif not body.opened.exact:
        yield Sentence(f"Its first day is known only as {day_words(body.opened)}.", own)
    if body.end_unknown:
        seen = f"; it was last seen on {day_words(body.last_seen)}" if body.last_seen else ""
        yield Sentence(f"Its end is not known{seen}.", own)
    elif body.closed and (body.closed_by or not body.closed.exact):
        yield Sentence(
            f"Its last day is known only as {day_words(body.closed, latest=body.closed_by)}.", own
        )
    if display_name(registry, body.id).is_label:
        yield Sentence("No source names it: its name here is a label made for this record.", own)
    yield from _not_stated(registry, body)
    differ = conflicts_about(registry, body)
    for each in differ[:CONFLICTS]:
        why = f" ({each.why})" if each.why else ""
        yield Sentence(
            f"Sources differ on {words(POINT, each.column)}: this record follows “{each.kept}”; "
            f"another has “{each.other}”{why}.",
            (each.kept_source, each.other_source),
        )
    if len(differ) > CONFLICTS:
        more = counted(len(differ) - CONFLICTS, "further point", "further points")
        yield Sentence(f"Sources differ on {more}; the record lists them.")


def _not_stated(registry: Registry, body: Organisation) -> Iterator[Sentence]:
    """Shares that no source gives, in one sentence for each side."""
    for arcs, end, said in (
        (registry.into.get(body.id, ()), "from_id", "What part of {} came to it is not stated."),
        (registry.out_of.get(body.id, ()), "to_id", "What part of it passed to {} is not stated."),
    ):
        open_arcs = [
            arc
            for arc in arcs
            if arc.share is None and arc.line != DUTIES and _in_parts(registry, arc)
        ]
        names = dict.fromkeys(
            with_code(registry, getattr(arc, end), arc.date.first) for arc in open_arcs
        )
        if names:
            sources = dict.fromkeys(arc.source_id for arc in open_arcs)
            yield Sentence(said.format(listed(names)), tuple(sources))
