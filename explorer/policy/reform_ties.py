"""Which reforms an entry of the policy timeline belongs to.

Those whose instrument, title or description names it, or whose title or instrument it contains; an
Act, or an order under it, those whose instrument names the Act. Failing that, an order or
reorganisation belongs to the reform of its day, or of the next, with which it shares most words,
three at the least.
"""

from __future__ import annotations

import re
from functools import lru_cache

from explorer.model import PolicyEvent, Reform, Registry
from explorer.period import ONE_DAY
from explorer.policy.reform_bodies import days

DATED_KINDS = ("reorganisation", "statutory_instrument", "act")  # policy entries that are changes
LEAST_SHARED = 3  # words

_NUMBER = re.compile(r"S\.I\. \d{4}/\d+")
_ACT = re.compile(r".*\bAct \d{4}")
_WORD = re.compile(r"[a-z]{4,}|\b\d{1,3}\b")
_STEM = 4  # letters: "merge" and "merger", "wave" and "waves" are one word


@lru_cache(maxsize=8)
def _ties(registry: Registry) -> dict[str, tuple[Reform, ...]]:
    return {event.id: _tied(registry, event) for event in registry.timeline}


def reforms_of(registry: Registry, policy: PolicyEvent) -> tuple[Reform, ...]:
    """The reforms tied to an entry of the policy timeline by rule 3, in order of date."""
    return _ties(registry)[policy.id]


def _tied(registry: Registry, event: PolicyEvent) -> tuple[Reform, ...]:
    reforms = sorted(registry.reforms.values(), key=lambda r: (r.date.first, r.id))
    named = tuple(reform for reform in reforms if _names(reform, event))
    if named or event.kind not in DATED_KINDS:
        return named
    eve_or_day = {event.date.first, event.date.first + ONE_DAY}
    words = _stems(registry, f"{event.title} {event.description}")
    likeness = {
        reform.id: len(words & _stems(registry, f"{reform.title} {reform.description}"))
        for reform in reforms
        if eve_or_day & days(registry, reform)
    }
    best = max(likeness.values(), default=0)
    if best < LEAST_SHARED:
        return ()
    return tuple(reform for reform in reforms if likeness.get(reform.id) == best)


def _names(reform: Reform, event: PolicyEvent) -> bool:
    told = f"{reform.instrument} {reform.title} {reform.description}"
    title = event.title.split(": ")[0]
    if act := _ACT.match(title):  # an Act, or an order under an Act
        return act.group() in reform.instrument
    return (
        title in told
        or reform.title in event.title
        or reform.instrument in event.title
        or any(number in told for number in _NUMBER.findall(event.title))
    )


def _stems(registry: Registry, text: str) -> set[str]:
    """Beginnings of the words of a text; acronyms of kinds are spelled out."""
    for kind in registry.kinds.values():
        text = re.sub(rf"\b{re.escape(kind.short)}s?\b", kind.label, text)
    return {word[:_STEM] for word in _WORD.findall(text.lower())}
