"""Extracts as graphs in plain values: texts, numbers and ISO dates; what is unknown is left out."""

from __future__ import annotations

import re

import networkx as nx

from explorer.export.extract import Extract
from explorer.labels import CHANGE, words
from explorer.model import Organisation, Registry, Relationship, Succession
from explorer.naming import display_name, ods_code
from explorer.narrative.citation import short_citation
from explorer.sheets.columns import rounded

# what XML 1.0 forbids even when escaped
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def network(extract: Extract) -> nx.MultiDiGraph:
    """A node for each body; an arc from original to resulting body, or from body to the one above.

    `start` and `end` are the first and LAST day, as Gephi reads them. Those of a node are the days
    between which it is counted; `opened` and `closed` are the dates that a source gives, partial
    where it says no more. Those of a succession are the day of the change, or the first and last
    day that a partial date may mean.
    """
    registry = extract.registry
    graph = nx.MultiDiGraph(
        name=extract.title,
        citation=short_citation(registry.edition, extract.title, address=extract.address),
        edition=registry.edition.version,
        sha256=registry.edition.digest,
    )
    for name in extract.organisations:
        graph.add_node(xml_text(name), **_known(_body(registry, registry.organisations[name])))
    for place, arc in enumerate((*extract.successions, *extract.relationships)):
        known = _succession(arc) if isinstance(arc, Succession) else _relationship(arc)
        ends = (
            (arc.from_id, arc.to_id)
            if isinstance(arc, Succession)
            else (arc.child_id, arc.parent_id)
        )
        graph.add_edge(*map(xml_text, ends), key=str(place), **_known(known))
    return graph


def xml_text(text: str) -> str:
    """Text without the signs that XML forbids."""
    return _FORBIDDEN.sub("\ufffd", text)


def _known(values: dict) -> dict:
    return {
        key: xml_text(value) if isinstance(value, str) else value
        for key, value in values.items()
        if value is not None and value != ""
    }


def _body(registry: Registry, body: Organisation) -> dict:
    kind = registry.kinds[body.kind]
    return {
        "label": display_name(registry, body.id).text,
        "start": _iso(body.lifetime.start),
        "end": _iso(body.lifetime.last_day),
        "kind": body.kind,
        "kind_label": kind.label,
        "tier": kind.tier,
        "status": body.status,
        "opened": _iso(body.opened),
        "closed": _iso(body.closed),
        "region": body.region,
        "ods_code": ods_code(registry, body.id),
        "source_id": body.source_id,
    }


def _succession(arc: Succession) -> dict:
    return {
        "label": words(CHANGE, arc.kind),
        "start": arc.date.first.isoformat(),
        "end": arc.date.last.isoformat(),
        "link": "succession",
        "change": arc.kind,
        "date": str(arc.date),
        "line": arc.line,
        "share": rounded(arc.share),
        "basis": arc.basis,
        "confidence": arc.confidence,
        "event_id": arc.event_id,
        "source_id": arc.source_id,
    }


def _relationship(link: Relationship) -> dict:
    return {
        "label": words({}, link.relation),
        "start": _iso(link.period.start),
        "end": _iso(link.period.last_day),
        "link": "relationship",
        "relation": link.relation,
        "source_id": link.source_id,
    }


def _iso(when: object) -> str | None:
    return None if when is None else str(when)
