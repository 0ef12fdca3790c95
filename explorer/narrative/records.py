"""What the record holds: of a table, of a body, of sources and terms, in first sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.glossary import BODY, LETTERS, NAMED, OUTSIDE, SERVICE, Term
from explorer.look import counted, life_words, listed, lower_first
from explorer.model import Registry
from explorer.naming import display_name


def table_sentence(title: str, description: str, shown: int, whole: int) -> str:
    """What a row is, and how many are shown."""
    rows = counted(whole, "row", "rows")
    part = rows if shown == whole else f"{shown:,} of {rows}"
    return f"{title}: {part}. {description}"


def body_sentence(registry: Registry, organisation_id: str) -> str:
    """Name, kind, life, and how much the record holds about a body."""
    body, record = registry.organisations[organisation_id], registry
    kind = lower_first(record.kinds[body.kind].label)
    held = (
        (len(record.names.get(body.id, ())), "name", "names"),
        (len(record.codes.get(body.id, ())), "code", "codes"),
        (
            len(record.parents.get(body.id, ())) + len(record.children.get(body.id, ())),
            "relation to other bodies",
            "relations to other bodies",
        ),
        (
            len(record.into.get(body.id, ())) + len(record.out_of.get(body.id, ())),
            "succession",
            "successions",
        ),
    )
    said = listed(counted(*each) for each in held if each[0])
    name = display_name(record, body.id).text
    return f"{name}: {kind}, {life_words(body)}. The record holds {said or 'no more'} about it."


def sources_sentence(registry: Registry, shown: int) -> str:
    """How many sources there are, and how many are shown."""
    whole = len(registry.sources)
    part = counted(whole, "source", "sources")
    shown_words = f"{shown:,} of {part}" if shown != whole else part
    return (
        f"{shown_words}, each with what rests on it. What is believed without a source stands in a "
        "table of its own and is never shown as fact."
    )


def glossary_sentence(found: Iterable[Term]) -> str:
    """How many terms of which sorts are shown."""
    found = tuple(found)
    sorts = Counter(term.sort for term in found)
    said = listed(
        counted(sorts[sort], one, many)
        for sort, one, many in (
            (BODY, "kind of body", "kinds of body"),
            (SERVICE, "function", "functions"),
            (NAMED, "name of a national body", "names of national bodies"),
            (OUTSIDE, "other holder of functions", "other holders of functions"),
            (LETTERS, "other acronym", "other acronyms"),
        )
        if sorts[sort]
    )
    terms = counted(len(found), "term", "terms")
    return f"{terms}: {said}, with their years where they are known." if said else f"{terms}."
