"""The data behind a page in every format."""

from __future__ import annotations

import streamlit as st

from explorer.export.data import data, formats
from explorer.export.drawings import drawing_of
from explorer.export.extract import Extract
from explorer.export.extracts import extract_of
from explorer.export.formats import FORMATS
from explorer.ui import links, state
from explorer.ui.exporting.names import name
from explorer.ui.record import registry

_FOR = {
    "csv": "the main table, for spreadsheets",
    "json": "every table with its data dictionary",
    "parquet": "the main table, for DuckDB, Spark and R",
    "zip": "every table as CSV with their data dictionary",
    "gexf": "the graph with dates, for Gephi",
    "graphml": "the graph, for yEd, Cytoscape and igraph",
    "jsonld": "linked data, W3C Organization Ontology",
    "ttl": "linked data, W3C Organization Ontology",
}


def show(page: str) -> None:
    """A format and its file."""
    found = _extract(registry().edition.digest, links.permalink(page), page)
    suffix = st.radio(
        "Format",
        formats(found),
        format_func=lambda one: f"{FORMATS[one].name}: {_FOR[one]}",
        key=f"{page}-data-format",
    )
    st.download_button(
        f"Download {FORMATS[suffix].name}",
        data=lambda: data(found, suffix),
        file_name=name(page, suffix),
        mime=FORMATS[suffix].mime,
        key=f"{page}-data-file",
        type="primary",
        on_click="ignore",
    )


@st.cache_resource(max_entries=20, show_spinner="Gathering the data…")
def _extract(digest: str, query: str, page: str) -> Extract:
    view = state.view()
    return extract_of(drawing_of(page, view), registry(), view)
