"""Things as Turtle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.export.linked.terms import (
    DATE,
    DATES,
    LANGUAGE,
    NUMBER,
    PREFIXES,
    REF,
    TERMS,
    TEXT,
)
from explorer.export.linked.thing import Thing, Typed
from explorer.export.linked.values import decimal

_ESCAPES = str.maketrans(
    {
        "\\": "\\\\",
        '"': '\\"',
        **{chr(code): f"\\u{code:04X}" for code in (*range(32), 127, 0x85, 0x2028, 0x2029)},
    }
)


def turtle(found: Iterable[Thing], base: str) -> bytes:
    prefixes = {**PREFIXES, "own": f"{base}term:"}
    head = "".join(f"@prefix {name}: <{full}> .\n" for name, full in prefixes.items())
    return (head + "".join(map(_block, found))).encode()


def _block(one: Thing) -> str:
    return "\n" + " ;\n    ".join([f"<{one.id}> a {one.type}", *_said(one)]) + " .\n"


def _said(one: Thing) -> Iterator[str]:
    held: dict[str, list[str]] = {}
    for term, value in one.said:
        held.setdefault(TERMS[term][0], []).append(_value(term, value))
    for full, values in held.items():
        yield f"{full} {', '.join(values)}"


def _value(term: str, value: object) -> str:
    sort = TERMS[term][1]
    if isinstance(value, Typed):
        return f"{_quoted(value.text)}^^<{value.scheme}>"
    if sort == DATE:
        return f'"{value}"^^{DATES[value.precision]}'
    if sort == REF:
        return f"<{value}>"
    if sort == NUMBER:
        return f'"{decimal(value)}"^^xsd:decimal'
    return f"{_quoted(str(value))}@{LANGUAGE}" if sort == TEXT else _quoted(str(value))


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPES)}"'
