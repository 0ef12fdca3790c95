"""Every word by which a body may be looked for, prepared once for each registry.

A name is held three ways: whole; its core, without the words for its kind ("Northamptonshire" of
"Northamptonshire Teaching Primary Care Trust"); and its core with the acronym of its kind, so that
"Northamptonshire PCT" is as good as the name.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.utils import default_process

from explorer.model import Kind, Naming, Organisation, Registry
from explorer.naming import LABEL

FIELDS = (
    "id",
    "code",
    "name",
    "former name",
    "acronym",
    "place",
    "label",
    "unsourced name",
)  # where two match as well, the earlier is shown
NOISE = {"nhs", "the", "and", "of", "for", "teaching"}  # words that tell no body from another
SHORTEST_ACRONYM = 3
SHORT_FORMS = {
    "beds": "bedfordshire",
    "berks": "berkshire",
    "bucks": "buckinghamshire",
    "cambs": "cambridgeshire",
    "glos": "gloucestershire",
    "hants": "hampshire",
    "herts": "hertfordshire",
    "lancs": "lancashire",
    "leics": "leicestershire",
    "lincs": "lincolnshire",
    "northants": "northamptonshire",
    "notts": "nottinghamshire",
    "oxon": "oxfordshire",
    "salop": "shropshire",
    "staffs": "staffordshire",
    "warks": "warwickshire",
    "wilts": "wiltshire",
    "worcs": "worcestershire",
    "yorks": "yorkshire",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One text that leads to one body. `forms` are what a search is compared with."""

    organisation_id: str
    field: str
    shown: str
    forms: tuple[str, ...]
    words: frozenset[str]


@dataclass(frozen=True, eq=False)
class Corpus:
    """`exact` finds entries by id, code or acronym in small letters; `by_word` by any word."""

    entries: tuple[Entry, ...]
    exact: Mapping[str, tuple[Entry, ...]]
    by_word: Mapping[str, frozenset[int]]
    by_form: Mapping[str, tuple[Entry, ...]]
    vocabulary: tuple[str, ...]  # sorted


@lru_cache(maxsize=4)
def corpus(registry: Registry) -> Corpus:
    exact, entries = defaultdict(list), []
    for body in registry.organisations.values():
        for entry in _signs(registry, body):
            exact[entry.shown.casefold()].append(entry)
        entries.extend(_texts(registry, body))
    entries.extend(_unsourced(registry))
    by_word, by_form = defaultdict(set), defaultdict(list)
    for number, entry in enumerate(entries):
        for word in entry.words:
            by_word[word].add(number)
        for form in entry.forms[:2]:  # as it is, and its core
            by_form[form].append(entry)
    return Corpus(
        tuple(entries),
        {text: tuple(found) for text, found in exact.items()},
        {word: frozenset(numbers) for word, numbers in by_word.items()},
        {form: tuple(found) for form, found in by_form.items()},
        tuple(sorted(by_word)),
    )


def plain(text: str) -> str:
    """Small letters and digits, without words that tell nothing (unless there are no others)."""
    words = default_process(text).split()
    return " ".join([word for word in words if word not in NOISE] or words)


def core(registry: Registry, name: str) -> str:
    """The name without the words for a kind, if anything is left: "Nene" of "NHS Nene CCG"."""
    pattern = _kind_words(registry)
    if not pattern.search(name):
        return name
    bare = re.sub(r"^NHS\b|\bTeaching\b", " ", pattern.sub(" ", name))
    return re.sub(r"\s+", " ", re.sub(r"\(\s*\)", " ", bare)).strip(" ,:-") or name


@lru_cache(maxsize=4)
def _kind_words(registry: Registry) -> re.Pattern:
    """Labels, plurals and acronyms of kinds, longest first, as whole words."""
    phrases = {"council", "county council", "city council", "borough council"}
    for kind in registry.kinds.values():
        phrases |= {kind.label, kind.plural, _bare(kind.label), _bare(kind.plural)}
        if _is_acronym(kind.short):
            phrases.add(kind.short)
    ordered = sorted((re.escape(phrase) for phrase in phrases if phrase), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE)


def _bare(label: str) -> str:
    return label.split(" (")[0]


def _is_acronym(short: str) -> bool:
    return sum(letter.isupper() for letter in short.split(" ")[0]) > 1


def _signs(registry: Registry, body: Organisation) -> Iterator[Entry]:
    """What must be typed in full: id, codes, and the initials of names."""
    yield _sign(body, "id", body.id)
    for code in registry.codes.get(body.id, ()):
        yield _sign(body, "code", code.code)
    for naming in registry.names.get(body.id, ()):
        initials = _initials(naming.name)
        if naming.name_type != LABEL and len(initials) >= SHORTEST_ACRONYM:
            yield _sign(body, "acronym", initials)


def _sign(body: Organisation, field: str, text: str) -> Entry:
    return Entry(body.id, field, text, (text.casefold(),), frozenset())


def _initials(name: str) -> str:
    """ "NHSE" of "NHS England": first letters, with words in capitals whole."""
    words = [word for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper()]
    return "".join(word if word.isupper() else word[0] for word in words) if len(words) > 1 else ""


def _texts(registry: Registry, body: Organisation) -> Iterator[Entry]:
    for naming in registry.names.get(body.id, ()):
        yield _name(registry, body, naming.name, _field(body, naming))
        if naming.name_type == LABEL:
            for place in _places(naming.name):
                words = frozenset(plain(place).split())
                yield Entry(body.id, "place", place, (plain(place),), words)


def _field(body: Organisation, naming: Naming) -> str:
    if naming.name_type == LABEL:
        return "label"
    last = body.lifetime.last_day
    held_last = naming.end is None if last is None else last in naming.period
    return "name" if held_last or naming.name == body.name else "former name"


def _places(label: str) -> list[str]:
    """The towns in a label such as "Primary care group 4AH17 (Liskeard / Saltash)"."""
    found = re.search(r"\((.+)\)", label)
    towns = found[1].split("/") if found and found[1][0].isupper() else ()
    return [town.strip() for town in towns]


def _name(registry: Registry, body: Organisation, name: str, field: str) -> Entry:
    kind = registry.kinds.get(body.kind)
    bare = plain(core(registry, name))
    forms = [plain(name), bare, *(f"{bare} {plain(word)}" for word in _kind_names(kind))]
    codes = (code.code for code in registry.codes.get(body.id, ()))
    words = {word for text in (name, *forms, *codes) for word in default_process(text).split()}
    return Entry(body.id, field, name, tuple(dict.fromkeys(forms)), frozenset(words))


def _kind_names(kind: Kind | None) -> tuple[str, ...]:
    return (kind.short, _bare(kind.label)) if kind else ()


def _unsourced(registry: Registry) -> Iterator[Entry]:
    """Names that are believed and have no source: found, and marked by their field."""
    for row in registry.unsourced:
        body = registry.organisations.get(row.row)
        if row.table == "names" and body and (name := _believed_name(row.fields)):
            yield _name(registry, body, name, "unsourced name")


def _believed_name(fields: str) -> str:
    """The name in the JSON text of an unsourced row; blank where it holds none."""
    try:
        values = json.loads(fields)
    except ValueError:
        return ""
    return str(values.get("name", "")) if isinstance(values, dict) else ""
