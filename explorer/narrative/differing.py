"""Where sources differ, in words: on what, and which readings they give."""

from __future__ import annotations

import re

from explorer.labels import POINT, words
from explorer.look import counted, day_words, listed, upper_first
from explorer.model import Conflict, Registry
from explorer.naming import display_name
from explorer.period import partial

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_MONTH = re.compile(r"\b\d{4}-(?:0[1-9]|1[0-2])\b")  # elsewhere this may be a financial year
_FEW = 3
_DATES = {"date", "opened", "closed", "last_day", "from", "to", "planned_date", "actual_date"}


def point(conflict: Conflict) -> str:
    """On what they differ, to begin a sentence: `The first day`."""
    return upper_first(words(POINT, conflict.column))


def reading(conflict: Conflict, text: str) -> str:
    """What a source has, with its dates in words."""
    said = _DAY.sub(_in_words, text)
    return _MONTH.sub(_in_words, said) if conflict.column in _DATES else said


def _in_words(found: re.Match[str]) -> str:
    try:
        return day_words(partial(found[0]))
    except ValueError:  # figures that look like a date
        return found[0]


def subjects(registry: Registry, conflict: Conflict) -> str:
    """The names of what it concerns; beyond three of them the rest is counted."""
    found = [name for name in (_name(registry, *each) for each in conflict.subjects) if name]
    names = list(dict.fromkeys(found))
    if len(names) > _FEW:
        names = [*names[:_FEW], counted(len(names) - _FEW, "other", "others")]
    return listed(names)


def _name(registry: Registry, subject_type: str, subject_id: str) -> str:
    """What readers call it; "" where the record has no name for it."""
    if subject_type == "organisation" and subject_id in registry.organisations:
        return display_name(registry, subject_id).text
    if subject_type == "kind" and subject_id in registry.kinds:
        return registry.kinds[subject_id].plural
    if subject_type == "function" and subject_id in registry.functions:
        return registry.functions[subject_id].name
    if subject_type == "plan_milestone":
        return next((p.what for p in registry.plans if p.milestone_id == subject_id), "")
    titles = (each.title for each in registry.timeline if each.id == subject_id)
    for held in (registry.reforms, registry.events):
        if subject_id in held:
            return held[subject_id].title
    return next(titles, "")
