"""Graphs as GraphML: every date an ISO text, nothing unknown written."""

from __future__ import annotations

import io

import networkx as nx


def graphml(graph: nx.MultiDiGraph) -> bytes:
    """A graph of plain values, as `networks.network` makes it."""
    written = io.BytesIO()
    # the writer in plain Python: the other one depends on whether lxml happens to be installed
    nx.write_graphml_xml(graph, written, encoding="utf-8", prettyprint=True)
    return written.getvalue() + b"\n"
