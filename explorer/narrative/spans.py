"""What a stretch of years holds, which bodies lived in it, and what a reform did: in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.lives import Lives
from explorer.look import at_words, counted, day_words, upper_first
from explorer.model import Registry
from explorer.narrative.phrases import count_words
from explorer.narrative.sentence import Sentence
from explorer.narrative.views import by_kinds
from explorer.period import Period, last_day_before
from explorer.reforms import Effects


def years_sentence(registry: Registry, shown: Period) -> str:
    """How many bodies lived within the years, by kind, and how much policy stands beside them."""
    bodies = [b for b in registry.organisations.values() if b.lifetime.overlaps(shown)]
    kinds = by_kinds(registry, Counter(body.kind for body in bodies))
    total = counted(len(bodies), "body", "bodies")
    reforms = sum(reform.date.first in shown for reform in registry.reforms.values())
    policy = sum(event.date.first in shown for event in registry.timeline)
    return (
        f"{_years(shown)} the record knows {total}: {kinds}. Beside them stand "
        f"{counted(reforms, 'reform', 'reforms')} and "
        f"{counted(policy, 'entry', 'entries')} of policy, from Acts to reports."
    )


def _years(shown: Period) -> str:
    first, last = shown.start.year, last_day_before(shown.end).year
    return f"In {first}" if first == last else f"Between {first} and {last}"


def lives_sentence(found: Lives) -> str:
    """How many bodies of the choice there ever were, how many are in force, and the longest."""
    registry, bars = found.registry, found.bars
    where = f" in the region {found.region}" if found.region else ""
    total = (
        count_words(registry, found.kind.id, len(bars))
        if found.kind
        else counted(len(bars), "body", "bodies")
    )
    living = sum(bar.body.lifetime.end is None for bar in bars)
    known = day_words(registry.edition.as_known_on)
    now = "none is" if not living else counted(living, "is", "are")
    return f"The record knows {total}{where}, each a bar. {upper_first(now)} in force on {known}."


def effects_sentences(found: Effects) -> tuple[Sentence, ...]:
    """What reforms did: when, under what, and how many bodies opened, closed or went on changed."""
    event = found.policy or found.reforms[0]
    planned = bool(found.reforms) and all(each.status == "planned" for each in found.reforms)
    about = f" {event.description.rstrip('.')}." if event.description else ""
    said = [Sentence(f"{event.title} ({day_words(event.date)}).{about}", (event.source_id,))]
    if not found.reforms:
        said.append(Sentence("The record ties no reorganisation to it."))
    elif planned:
        said.append(Sentence("It is planned: nothing has come of it as far as is known."))
    else:
        said.append(Sentence(_done(found), tuple(each.source_id for each in found.reforms)))
    if found.transfers:
        number = counted(len(found.transfers), "hand-over", "hand-overs")
        said.append(Sentence(f"The record has {number} of functions on its days."))
    return tuple(said)


def _done(found: Effects) -> str:
    registry = found.registry
    parts = [
        _part(registry, found.created, "opened"),
        _part(registry, found.closed, "closed"),
        _part(registry, found.moved, "went on, changed"),
    ]
    days = {each.date.text: each.date for each in found.reforms}
    when = upper_first(at_words(next(iter(days.values())))) if len(days) == 1 else "On its days"
    return f"{when}, {'; '.join(parts)}."


def _part(registry: Registry, ids: Iterable[str], verb: str) -> str:
    kinds = Counter(registry.organisations[name].kind for name in ids)
    total = counted(kinds.total(), "body", "bodies")
    return f"{total} {verb} ({by_kinds(registry, kinds)})" if kinds else f"{total} {verb}"
