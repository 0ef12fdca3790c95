"""Every term of the record with its abbreviation, its years and its basis in law."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Registry
from explorer.period import PartialDate

BODY, SERVICE = "kind of body", "function"


@dataclass(frozen=True, slots=True)
class Term:
    """A kind of body or a function. `start` and `end` (a last day) are None where not known; a
    kind in force has no end. `bodies` counts those in the record."""

    id: str
    sort: str
    term: str
    short: str
    start: PartialDate | None
    end: PartialDate | None
    legal_basis: str
    meaning: str
    bodies: int | None
    source_id: str | None


def glossary(registry: Registry, wanted: str = "") -> tuple[Term, ...]:
    """All terms in the order of the alphabet; only those in which every word of `wanted` occurs."""
    numbers: dict[str, int] = {}
    for body in registry.organisations.values():
        numbers[body.kind] = numbers.get(body.kind, 0) + 1
    kinds = (
        Term(kind.id, BODY, kind.label, kind.short, kind.first_day, kind.last_day,
             kind.legal_basis, kind.description, numbers.get(kind.id, 0), kind.source_id)
        for kind in registry.kinds.values()
    )  # fmt: skip
    functions = (
        Term(each.id, SERVICE, each.name, "", each.exists_from, None, "", each.description, None,
             each.exists_source_id)
        for each in registry.functions.values()
    )  # fmt: skip
    words = wanted.casefold().split()
    found = (
        term
        for term in (*kinds, *functions)
        if all(word in f"{term.term} {term.short} {term.meaning}".casefold() for word in words)
    )
    return tuple(sorted(found, key=lambda term: (term.term.casefold(), term.sort)))
