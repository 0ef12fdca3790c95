"""What the record does not know about a body, and where its sources differ."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.citing import conflicts_about
from explorer.labels import POINT, words
from explorer.look import at_words, counted, day_words, listed
from explorer.model import DUTIES, LIVES_ON, Organisation, Registry, Succession
from explorer.naming import display_name
from explorer.narrative.differing import reading
from explorer.narrative.phrases import with_code
from explorer.narrative.sentence import Sentence

CONFLICTS = 4  # differences between sources that are told; more are counted


def in_parts(registry: Registry, arc: Succession) -> bool:
    """Whether the body passed on only a part by the arc: it lived on, or others took the rest."""
    others = registry.out_of.get(arc.from_id, ())
    return arc.kind in LIVES_ON or any(
        other is not arc and (other.line, other.date) == (arc.line, arc.date) for other in others
    )


def unknown_of(registry: Registry, body: Organisation) -> Iterator[Sentence]:
    """What the record does not hold, and where its sources differ."""
    own = (body.source_id,)
    if body.opened is None:
        yield Sentence("Its first day is not known.", own)
    elif not body.opened.exact:
        yield Sentence(f"Its first day is known only as {day_words(body.opened)}.", own)
    if body.end_unknown:
        seen = f"; it was last seen {at_words(body.last_seen)}" if body.last_seen else ""
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
            f"Sources differ on {words(POINT, each.column)}: this record follows "
            f"“{reading(each, each.kept)}”; another has “{reading(each, each.other)}”{why}.",
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
            if arc.share is None and arc.line != DUTIES and in_parts(registry, arc)
        ]
        names = dict.fromkeys(
            with_code(registry, getattr(arc, end), arc.date.first) for arc in open_arcs
        )
        if names:
            sources = dict.fromkeys(arc.source_id for arc in open_arcs)
            yield Sentence(said.format(listed(names)), tuple(sources))
