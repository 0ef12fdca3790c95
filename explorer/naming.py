"""What a body is called on a day, which codes it holds, and which body a reader means by a word."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from explorer.errors import UnknownName, UnknownOrganisation
from explorer.model import Naming, Organisation, Registry

IN_USE, LEGAL, LABEL = "in_use", "legal", "label"
ORDER = (IN_USE, LEGAL, LABEL)  # a reader is shown the name in use where there is one
NEAR = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what sort it is: `in_use`, `legal`, or `label` (ours, not a name)."""

    text: str
    type: str

    @property
    def is_label(self) -> bool:
        return self.type == LABEL

    def __str__(self) -> str:
        return self.text


def name_on(registry: Registry, organisation_id: str, day: date, name_type: str) -> Naming | None:
    """The name of that type held on `day`; the one begun last where several overlap."""
    held = [
        naming
        for naming in registry.names.get(organisation_id, ())
        if naming.name_type == name_type and day in naming.period
    ]
    return max(held, key=lambda naming: naming.period.start or date.min, default=None)


def display_name(registry: Registry, organisation_id: str, day: date | None = None) -> Name:
    """The name in use on `day`, else the legal name, else our label, else the last name."""
    for name_type in ORDER if day else ():
        if found := name_on(registry, organisation_id, day, name_type):
            return Name(found.name, name_type)
    last = registry.organisations[organisation_id].name
    types = {n.name_type for n in registry.names.get(organisation_id, ()) if n.name == last}
    return Name(last, next((t for t in ORDER if t in types), IN_USE))


def legal_name_on(registry: Registry, organisation_id: str, day: date) -> str | None:
    found = name_on(registry, organisation_id, day, LEGAL)
    return found.name if found else None


def ods_code(registry: Registry, organisation_id: str, day: date | None = None) -> str | None:
    """The ODS code held on `day`, or the last one held."""
    held = [code for code in registry.codes.get(organisation_id, ()) if code.scheme == "ODS"]
    if day:
        held = [code for code in held if day in code.period]
    last = max(held, key=lambda code: code.period.start or date.min, default=None)
    return last.code if last else None


@lru_cache(maxsize=8)
def holders_of_codes(registry: Registry) -> Mapping[str, tuple[str, ...]]:
    """For each code in capitals, the ids of all bodies that ever held it, by first day."""
    held = defaultdict(dict)
    codes = [code for group in registry.codes.values() for code in group]
    for code in sorted(
        codes, key=lambda code: (code.period.start or date.min, code.organisation_id)
    ):
        held[code.code.upper()][code.organisation_id] = None
    return {code: tuple(bodies) for code, bodies in held.items()}


def find(registry: Registry, asked: str) -> Organisation:
    """The body with this id, or the only body that ever held this code, or with this very name.

    Raises UnknownOrganisation with near matches, or with every body that fits where several do.
    """
    asked = asked.strip()
    bodies = registry.organisations
    for candidate in (asked, asked.upper(), asked.lower()):
        if candidate in bodies:
            return bodies[candidate]
    fits = holders_of_codes(registry).get(asked.upper()) or _called(registry, asked)
    if len(fits) == 1:
        return bodies[fits[0]]
    if fits:
        raise UnknownOrganisation(
            asked, (f"{bodies[b].id} ({bodies[b].name})" for b in fits[:NEAR])
        )
    raise UnknownOrganisation(asked, near_ids(registry, asked))


def _called(registry: Registry, asked: str) -> tuple[str, ...]:
    wanted = asked.casefold()
    return tuple(
        body
        for body, names in registry.names.items()
        if any(naming.name.casefold() == wanted for naming in names)
    )


def near_ids(registry: Registry, asked: str) -> tuple[str, ...]:
    """Up to five bodies whose id or last name looks like `asked`, as `id (name)`."""
    wanted = asked.casefold()
    words = {body.id.casefold(): body.id for body in registry.organisations.values()}
    words |= {body.name.casefold(): body.id for body in registry.organisations.values()}
    close = difflib.get_close_matches(wanted, words, n=NEAR)
    holding = [word for word in words if len(wanted) > 2 and wanted in word]
    ids = dict.fromkeys(words[word] for word in (*close, *holding))
    return tuple(f"{name} ({registry.organisations[name].name})" for name in list(ids)[:NEAR])


def near_words(asked: str, words: Iterable[str]) -> tuple[str, ...]:
    """Up to five of `words` that look like `asked`, whatever their case."""
    by_folded = {word.casefold(): word for word in words}
    close = difflib.get_close_matches(asked.strip().casefold(), by_folded, n=NEAR)
    return tuple(by_folded[word] for word in close)


def check_kind(registry: Registry, kind: str) -> str:
    """`kind` itself. Raises UnknownName with near matches where the record has no such kind."""
    if kind in registry.kinds:
        return kind
    wanted = kind.strip().casefold()
    called = [
        found.id
        for found in registry.kinds.values()
        if wanted in (found.short.casefold(), found.label.casefold(), found.plural.casefold())
    ]
    raise UnknownName("kind", kind, called or near_words(kind, registry.kinds))


def in_kind(
    registry: Registry,
    body: Organisation,
    kind: str,
    day: date | None = None,
    *,
    exact: bool = False,
) -> bool:
    """Whether the body is of this kind or, on `day` (on any day if None), counted as this kind."""
    if body.kind == kind:
        return True
    return not exact and any(
        rule.kind == body.kind and rule.counted_as == kind and (day is None or day in rule.period)
        for rule in registry.counted_as
    )
