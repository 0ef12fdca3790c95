"""Things as JSON-LD with a short context of its own: readable as plain JSON too."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.export.linked.terms import DATE, DATES, NUMBER, TERMS, context
from explorer.export.linked.thing import Thing, Typed
from explorer.export.linked.values import decimal


def jsonld(found: Iterable[Thing], base: str) -> bytes:
    document = {"@context": context(base), "@graph": [_node(one) for one in found]}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _node(one: Thing) -> dict[str, object]:
    node: dict[str, object] = {"id": one.id, "type": one.type}
    held: dict[str, list] = {}
    for term, value in one.said:
        held.setdefault(term, []).append(_value(term, value))
    return node | {term: values[0] if len(values) == 1 else values for term, values in held.items()}


def _value(term: str, value: object) -> object:
    sort = TERMS[term][1]
    if isinstance(value, Typed):
        return {"@value": value.text, "@type": value.scheme}
    if sort == DATE:
        return {"@value": str(value), "@type": DATES[value.precision]}
    return decimal(value) if sort == NUMBER else str(value)
