"""An extract as things: bodies, changes, relations, and all that these refer to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from explorer.export.extract import Extract
from explorer.export.linked.bodies import body
from explorer.export.linked.changes import event, reform, relation, succession
from explorer.export.linked.thing import Addresses, Thing, check_base, thing
from explorer.labels import BASIS, CHANGE, CONFIDENCE, LINE, NAME_TYPE, words
from explorer.model import Registry, Succession
from explorer.narrative.citation import DIGITS, short_citation

_LABELS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "kind-of-change": CHANGE,
        "line": LINE,
        "basis": BASIS,
        "confidence": CONFIDENCE,
        "name-type": NAME_TYPE,
    }
)


def things(extract: Extract, base: str) -> Iterator[Thing]:
    """Everything in a stated order. Raises ExplorerError for a base that begins no address."""
    registry, at = extract.registry, Addresses(check_base(base))
    into: dict[str, list[Succession]] = defaultdict(list)
    out_of: dict[str, list[Succession]] = defaultdict(list)
    events: dict[str, list[Succession]] = defaultdict(list)
    for arc in extract.successions:
        into[arc.to_id].append(arc)
        out_of[arc.from_id].append(arc)
        events[arc.event_id].append(arc)
    yield _edition(extract, at)
    for name in extract.organisations:
        yield from body(registry, at, registry.organisations[name], into[name], out_of[name])
    for event_id, arcs in events.items():
        yield event(at, registry.events[event_id], arcs)
    yield from (succession(at, arc) for arc in extract.successions)
    yield from (relation(at, link) for link in extract.relationships)
    reforms = dict.fromkeys(registry.events[event_id].reform_id for event_id in events)
    yield from (reform(at, registry.reforms[name]) for name in reforms if name in registry.reforms)
    yield from (_concept(registry, at, *each) for each in at.concepts)
    yield from (_source(registry, at, name) for name in at.sources)


def _edition(extract: Extract, at: Addresses) -> Thing:
    edition = extract.registry.edition
    return thing(
        at.of("edition", edition.version, edition.digest[:DIGITS]),
        "prov:Entity",
        title=edition.title,
        description=short_citation(edition, extract.title, address=extract.address),
        version=f"{edition.version}, SHA-256 {edition.digest}",
        rights=(edition.licence, *edition.attribution),
    )


def _concept(registry: Registry, at: Addresses, scheme: str, code: str) -> Thing:
    if scheme == "kind":
        label, note = registry.kinds[code].label, registry.kinds[code].description
    elif scheme == "scheme":
        label, note = f"{code} code", ""
    else:
        label, note = words(_LABELS.get(scheme, {}), code), ""
    return thing(at.of(scheme, code), "skos:Concept", name=label, description=note)


def _source(registry: Registry, at: Addresses, source_id: str) -> Thing:
    known = registry.sources.get(source_id)
    if known is None:
        return thing(at.of("source", source_id), "prov:Entity", title=source_id)
    return thing(
        at.of("source", source_id),
        "prov:Entity",
        title=known.title,
        publisher=known.publisher,
        issued=known.date,
        rights=known.licence,
        seeAlso=web_address(known.url),
    )


def web_address(url: str) -> str | None:
    """A web address that linked data can refer to; None for what is none."""
    good = url.startswith(("http://", "https://"))
    forbidden = any(ord(sign) <= 32 or sign in '<>"{}|\\^`' for sign in url)
    return url if good and not forbidden else None
