"""Graphs as GEXF 1.2 with dates, for Gephi: its timeline shows the bodies of any span of days.

Written here because the writer of networkx stamps the day on which it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree import ElementTree as ET

import networkx as nx

_SPACE = "http://www.gexf.net/1.2draft"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_OWN = ("label", "start", "end")  # attributes that GEXF has itself
_CREATOR = "NHS Commissioning Lineage Explorer"


def gexf(graph: nx.MultiDiGraph) -> bytes:
    """A graph of plain values, as `networks.network` makes it. `end` is a last day, as in GEXF."""
    root = ET.Element(
        "gexf",
        {
            "xmlns": _SPACE,
            "xmlns:xsi": _XSI,
            "xsi:schemaLocation": f"{_SPACE} {_SPACE}/gexf.xsd",
            "version": "1.2",
        },
    )
    about = ET.SubElement(root, "meta")
    ET.SubElement(about, "creator").text = _CREATOR
    ET.SubElement(about, "description").text = graph.graph["citation"]
    drawn = ET.SubElement(
        root,
        "graph",
        {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date"},
    )
    node_keys = _declared(drawn, "node", (known for _, known in graph.nodes(data=True)))
    edge_keys = _declared(drawn, "edge", (known for *_, known in graph.edges(data=True)))
    nodes = ET.SubElement(drawn, "nodes")
    for name, known in graph.nodes(data=True):
        _item(nodes, "node", {"id": name}, known, node_keys)
    edges = ET.SubElement(drawn, "edges")
    for source, target, key, known in graph.edges(keys=True, data=True):
        ends = {"id": key, "source": source, "target": target}
        _item(edges, "edge", ends, known, edge_keys)
    ET.indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, "utf-8") + b"\n"


def _declared(drawn: ET.Element, of: str, items: Iterable[Mapping]) -> dict[str, str]:
    """The attributes that occur, declared; the id of each by its name."""
    types: dict[str, str] = {}
    for known in items:
        for key, value in known.items():
            types.setdefault(key, "double" if isinstance(value, float) else "string")
    held = ET.SubElement(drawn, "attributes", {"class": of, "mode": "static"})
    ids = {}
    for key in (key for key in types if key not in _OWN):
        ids[key] = key
        ET.SubElement(held, "attribute", {"id": key, "title": key, "type": types[key]})
    return ids


def _item(
    parent: ET.Element, tag: str, own: dict[str, str], known: Mapping, ids: Mapping[str, str]
) -> None:
    item = ET.SubElement(parent, tag, own | {key: known[key] for key in _OWN if key in known})
    values = ET.SubElement(item, "attvalues")
    for key, value in known.items():
        if key in ids:
            ET.SubElement(values, "attvalue", {"for": ids[key], "value": str(value)})
