"""One step of a change through time in a line: what opened and what closed on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.diff import Diff
from explorer.look import counted, upper_first
from explorer.narrative.views import by_kinds


def step_words(step: Diff) -> str:
    """`211 clinical commissioning groups opened. 151 primary care trusts closed.`"""
    opened = [name for name in step.opened if name not in step.first_seen]
    closed = [name for name in step.closed if name not in step.last_seen]
    said = [
        f"{upper_first(_kinds(step, ids))} {verb}."
        for ids, verb in (
            (opened, "opened"),
            (closed, "closed"),
            (step.last_seen, "last seen, end not known"),
        )
        if ids
    ]
    if not said:
        changes = counted(len(step.events), "change", "changes")
        return f"No body opened or closed; the record has {changes}."
    return " ".join(said)


def _kinds(step: Diff, ids: Iterable[str]) -> str:
    bodies = step.registry.organisations
    return by_kinds(step.registry, Counter(bodies[name].kind for name in ids))
