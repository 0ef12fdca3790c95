"""Subjects with what is said of them, and the addresses that they bear."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from explorer.errors import ExplorerError
from explorer.model import Registry

_NOT_IN_ADDRESSES = frozenset(' <>"{}|\\^`\n\r\t')


@dataclass(frozen=True, slots=True)
class Typed:
    """A code with the address of the scheme that gives it its meaning."""

    text: str
    scheme: str


@dataclass(frozen=True, slots=True)
class Thing:
    """One subject: its address, its class, and what is said of it as (short term, value).

    A value is a text, a number, a PartialDate, a Typed code or, for a reference, an address.
    """

    id: str
    type: str
    said: tuple[tuple[str, object], ...]


def thing(address: str, sort: str, **said: object) -> Thing:
    """A thing without what is unknown. A list, tuple or dict says the same term several times."""
    pairs = []
    for term, value in said.items():
        several = value if isinstance(value, (list, tuple, dict)) else (value,)
        pairs += [(term, one) for one in several if one is not None and one != ""]
    return Thing(address, sort, tuple(pairs))


@dataclass(eq=False)
class Addresses:
    """Makes addresses, and remembers the concepts and sources that were referred to."""

    base: str
    concepts: dict[tuple[str, str], None] = field(default_factory=dict)
    sources: dict[str, None] = field(default_factory=dict)

    def of(self, *parts: str) -> str:
        return self.base + ":".join(quote(part, safe="-._~") for part in parts)

    def organisation(self, name: str) -> str:
        return self.of("organisation", name)

    def concept(self, scheme: str, code: str | None) -> str | None:
        """The address of a code of a list; None for no code."""
        if not code:
            return None
        self.concepts[scheme, code] = None
        return self.of(scheme, code)

    def source(self, source_id: str | None) -> str | None:
        if not source_id:
            return None
        self.sources[source_id] = None
        return self.of("source", source_id)


def base_of(registry: Registry) -> str:
    """What the addresses begin with unless others are wanted: a name that claims no web site."""
    return f"urn:x-{quote(registry.edition.name, safe='-')}:"


def check_base(base: str) -> str:
    """`base` itself. Raises ExplorerError where no address can begin with it."""
    scheme, colon, rest = base.partition(":")
    sound = base.isascii() and _NOT_IN_ADDRESSES.isdisjoint(base)
    if not (sound and scheme.isalpha() and colon and rest and base[-1] in ":/#"):
        raise ExplorerError(
            f"'{base}' cannot begin the addresses of linked data. Write one that ends in /, # or "
            "a colon, such as https://example.org/record/"
        )
    return base
