"""Who replaced whom: the body that took over from another, among bodies that did not."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from explorer.finding.corpus import core
from explorer.graph import index
from explorer.look import day_words
from explorer.model import DUTIES, Organisation, Registry, Succession
from explorer.naming import display_name
from explorer.narrative.events import event_sentence
from explorer.paths.breaks import in_part
from explorer.period import Period
from explorer.teaching.address import address
from explorer.teaching.quiz.question import Choice

WRONG = 3
_LINES = ("commissioner", "strategic", "regional", "national", "support", "system")


def successions(registry: Registry, period: Period, level: int, rng: Random) -> Iterator[Choice]:
    """Questions on bodies that passed whole to one successor on a day of the period.

    From level 2 on the bodies to choose among are of one region, and where the old name and the
    new one share a word, such as a town, another body of the choice may share one too. Wrong
    answers have no arc from the body or to it on any day.
    """
    arcs = [arc for arc in registry.successions if _plain(registry, arc, period)]
    rng.shuffle(arcs)
    for arc in arcs:
        if found := _question(registry, arc, level, rng):
            yield found


def _plain(registry: Registry, arc: Succession, period: Period) -> bool:
    """Whether the arc is certain, dated to the day, named, whole, and the only one of its body."""
    if not arc.date.exact or arc.date.first not in period or arc.line not in _LINES:
        return False
    if arc.confidence != "certain" or in_part(arc):
        return False
    others = [one for one in registry.out_of[arc.from_id] if one.line != DUTIES]
    if len({one.to_id for one in others}) > 1:
        return False
    before, after = registry.organisations[arc.from_id], registry.organisations[arc.to_id]
    return _named(registry, before, arc) and _named(registry, after, arc)


def _named(registry: Registry, body: Organisation, arc: Succession) -> bool:
    return not display_name(registry, body.id, arc.date.first).is_label


def _question(registry: Registry, arc: Succession, level: int, rng: Random) -> Choice | None:
    name = display_name(registry, arc.from_id).text
    right = display_name(registry, arc.to_id, arc.date.first).text
    kin = {one.to_id for one in registry.out_of[arc.from_id]}
    kin |= {one.from_id for one in registry.into.get(arc.from_id, ())}
    wrong = _others(registry, arc, kin, level)
    names = {other: display_name(registry, other, arc.date.first).text for other in wrong}
    apart = [other for other in wrong if names[other] not in (name, right)]
    telling = [_telling(registry, name, one) for one in (right, *(names[o] for o in apart))]
    if level > 1 and telling[0] and not any(telling[1:]):
        return None
    picked = rng.sample(apart, WRONG) if len(apart) >= WRONG else []
    if not picked or right == name or len({names[o] for o in picked}) < WRONG:
        return None
    ids = [arc.to_id, *picked]
    rng.shuffle(ids)
    said = event_sentence(registry, registry.events[arc.event_id])
    return Choice(
        form="succession",
        prompt=f"Which body took over from {name} on {day_words(arc.date)}?",
        options=tuple(display_name(registry, one, arc.date.first).text for one in ids),
        right=ids.index(arc.to_id),
        keys=(arc.from_id, *ids),
        explanation=said.text,
        source_ids=said.source_ids,
        evidence=address("lineage", org=arc.from_id),
        level=level,
    )


def _others(registry: Registry, arc: Succession, kin: set[str], level: int) -> list[str]:
    """Named bodies of the successor's kind on that day, of its region from level 2 on."""
    right = registry.organisations[arc.to_id]
    return [
        other
        for other in index(registry).alive(arc.date.first)
        if other not in kin and other != arc.from_id
        for body in (registry.organisations[other],)
        if body.kind == right.kind
        and _named(registry, body, arc)
        and (level == 1 or body.region == right.region)
    ]


def _telling(registry: Registry, before: str, after: str) -> bool:
    """Whether the names share a word that tells the place."""
    return bool(_places(registry, before) & _places(registry, after))


def _places(registry: Registry, name: str) -> set[str]:
    words = {word.strip(",()").casefold() for word in core(registry, name).split()}
    return words - _JOINING


_JOINING = {"nhs", "england", "and", "of", "the", "north", "south", "east", "west", "central"}
