"""What happened to a body: what it was, where it came from, what became of it, with sources."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explorer.lineage import Lineage, lineage
from explorer.look import at_words, counted, day_words, listed, upper_first
from explorer.model import Organisation, Registry
from explorer.naming import LABEL, LEGAL, display_name, find
from explorer.narrative.endings import endings
from explorer.narrative.origins import origins
from explorer.narrative.outcomes import plan_sentence
from explorer.narrative.phrases import end_words, kind_words, labels_noted, with_code
from explorer.narrative.sentence import Sentence, Story, story

NAMED = 6  # descendants named in the last sentence; more are only counted


def what_happened(registry: Registry, asked: str | Lineage) -> Story:
    """The story of a body (an id, a code or a name), or of the focus of a lineage.

    Raises UnknownOrganisation.
    """
    found = asked if isinstance(asked, Lineage) else lineage(registry, find(registry, asked).id)
    body = registry.organisations[found.focus]
    name = display_name(registry, body.id, last_day(registry, body))
    paragraphs = [
        (*identity(registry, body), *other_names(registry, body, name.text)),
        origins(registry, body, found.lines),
        (*endings(registry, body, found.lines, found.breaks), *in_force(found)),
        tuple(pending_plans(registry, body)),
    ]
    text = " ".join(str(one) for group in paragraphs for one in group)
    title = f"What happened to {name}"
    return story(registry, title, [*paragraphs, map(Sentence, labels_noted(text))])


def last_day(registry: Registry, body: Organisation) -> date:
    """The last day of a body, or the last one known of a living one."""
    return min(body.lifetime.last_day or date.max, registry.edition.as_known_on)


def identity(registry: Registry, body: Organisation) -> Iterator[Sentence]:
    name = with_code(registry, body.id, last_day(registry, body))
    kind = kind_words(registry, body.kind)
    article = "an" if kind[0] in "aeiou" or kind.startswith("NHS") else "a"
    verb = "was" if body.closed or body.end_unknown else "is"
    yield Sentence(f"{upper_first(name)} {verb} {article} {kind}{_span(body)}.", (body.source_id,))


def _span(body: Organisation) -> str:
    """The life as the end of the first sentence."""
    if body.opened and body.closed:
        return f" from {day_words(body.opened)} to {end_words(body)}"
    if body.opened:
        return f", set up {at_words(body.opened)}"
    if body.closed:
        return f"; its first day is not known, its last was {end_words(body)}"
    return "; its first day is not known"


def other_names(registry: Registry, body: Organisation, last: str) -> Iterator[Sentence]:
    """Earlier and parallel names, with their last days."""
    for naming in registry.names.get(body.id, ()):
        if naming.name_type == LABEL or (naming.name == last and naming.name_type != LEGAL):
            continue
        until = f" until {day_words(naming.end)}" if naming.end else ""
        since = f" from {day_words(naming.start)}" if naming.start else ""
        if naming.name_type == LEGAL:
            text = f"In law its name was {naming.name}{since}{until}."
            if naming.end is None:
                text = f"In law its name is {naming.name}{since}."
        else:
            text = f"It used the name {naming.name}{since}{until}."
        yield Sentence(text, (naming.source_id,))


def in_force(found: Lineage) -> Iterator[Sentence]:
    """The bodies in force that go back to it, where they are further than one step away."""
    registry = found.registry
    known = registry.edition.as_known_on
    later = [kin for kin in found.relatives if kin.role == "successor"]
    ids = dict.fromkeys(
        kin.organisation_id
        for kin in later
        if known in registry.organisations[kin.organisation_id].lifetime
    )
    if not ids or max(kin.generation for kin in later) < 2:
        return
    names = [with_code(registry, name, known) for name in ids]
    shown = listed(names) if len(names) <= NAMED else counted(len(names), "body", "bodies")
    yield Sentence(
        f"In force on {day_words(known)} and going back to it, in whole or in part: {shown}."
    )


def pending_plans(registry: Registry, body: Organisation) -> Iterator[Sentence]:
    """Plans not yet decided for the body or for an arrangement that it is part of."""
    known = registry.edition.as_known_on
    about = {body.id} | {
        link.parent_id
        for link in registry.parents.get(body.id, ())
        if link.relation == "part_of_cluster" and known in link.period
    }
    for plan in registry.plans:
        if plan.status == "pending" and plan.subject_id in about:
            yield plan_sentence(registry, plan, named=plan.subject_id != body.id)
