"""Every term and acronym of the record with its years and its basis in law."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from explorer.duties.holder_names import bare, initials
from explorer.model import Acronym, Naming, Registry
from explorer.naming import LABEL
from explorer.period import PartialDate
from explorer.shorthand import used

BODY, SERVICE, NAMED, OUTSIDE, LETTERS = (
    *("kind of body", "function", "body", "party without a row of its own", "acronym"),
)
NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Term:
    """A kind of body, a function, a body of the nation or one that held a function, under each of
    its names, or other letters that texts use.

    `id` is that of what is meant. `short` holds acronyms, parted by commas. `start` and `end` (a
    last day) are None where not known; what is in force has no end. `bodies` counts those of a kind
    in the record.
    """

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

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(self.short.split(", ")) if self.short else ()


def glossary(registry: Registry, wanted: str = "") -> tuple[Term, ...]:
    """All terms in the order of the alphabet; only those in which every word of `wanted` occurs."""
    named = {(term.id, term.term): term for term in _named(registry)}
    other = []
    for row in registry.acronyms:
        if term := named.get((row.subject_id, row.term)):
            both = dict.fromkeys((*term.letters, row.short))
            named[row.subject_id, row.term] = replace(term, short=", ".join(both))
        else:
            other.append(_letters(registry, row))
    every = (*_kinds(registry), *_functions(registry), *named.values(), *_outside(registry), *other)
    words = wanted.casefold().split()
    found = (
        term
        for term in every
        if all(word in f"{term.term} {term.short} {term.meaning}".casefold() for word in words)
    )
    return tuple(sorted(found, key=lambda term: (term.term.casefold(), term.sort, term.id)))


def _kinds(registry: Registry) -> Iterator[Term]:
    numbers = Counter(body.kind for body in registry.organisations.values())
    for kind in registry.kinds.values():
        yield Term(kind.id, BODY, kind.label, kind.short, kind.first_day, kind.last_day,
                   kind.legal_basis, kind.description, numbers[kind.id],
                   kind.source_id)  # fmt: skip


def _functions(registry: Registry) -> Iterator[Term]:
    for each in registry.functions.values():
        yield Term(each.id, SERVICE, each.name, "", each.exists_from, None, "", each.description,
                   None, each.exists_source_id)  # fmt: skip


def _named(registry: Registry) -> Iterator[Term]:
    """A term for every name ever held; the initials of it where functions or texts need them."""
    holders = {name for sort, name in registry.holders if sort == "organisation"}
    for body in registry.organisations.values():
        kind = registry.kinds[body.kind]
        if kind.tier != NATIONAL and body.id not in holders:
            continue
        for name, rows in _by_name(registry, body.id).items():
            short = _short(name)
            known = body.id in holders or short in used(registry)
            first, last = rows[0], max(rows, key=lambda row: row.period.end or date.max)
            yield Term(body.id, NAMED, name, short if known else "", first.start, last.end, "",
                       f"{kind.label}.", None, first.source_id)  # fmt: skip


def _by_name(registry: Registry, organisation_id: str) -> Mapping[str, list[Naming]]:
    found: dict[str, list[Naming]] = {}
    held = registry.names.get(organisation_id, ())
    for row in sorted(held, key=lambda row: row.period.start or date.min):
        if row.name_type != LABEL:
            found.setdefault(row.name, []).append(row)
    return found


def _outside(registry: Registry) -> Iterator[Term]:
    for (sort, name), holder in registry.holders.items():
        if sort == "outside":
            sources = [
                row.source_id
                for row in registry.responsibilities
                if (row.holder_type, row.holder_id) == (sort, name)
            ]
            yield Term(name, OUTSIDE, holder.label, _short(holder.label), None, None, "",
                       "Had a part in functions.", None, next(iter(sources), None))  # fmt: skip


def _letters(registry: Registry, row: Acronym) -> Term:
    start = end = None
    if row.subject_type == "organisation":
        body = registry.organisations[row.subject_id]
        start, end = body.opened, body.closed
    elif row.subject_type == "function":
        start = registry.functions[row.subject_id].exists_from
    elif row.subject_type == "kind":
        kind = registry.kinds[row.subject_id]
        start, end = kind.first_day, kind.last_day
    return Term(row.subject_id or row.short, LETTERS, row.term, row.short, start, end, "",
                row.meaning, None, row.source_id)  # fmt: skip


def _short(name: str) -> str:
    """The initials of a name; "" for a name of one word."""
    letters = initials(bare(name))
    return letters if letters != bare(name) and len(letters) > 1 else ""
