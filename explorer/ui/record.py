"""The record, read once and shared by all readers."""

from __future__ import annotations

import gc
from importlib import import_module
from threading import Thread

import streamlit as st

from explorer.corpus import corpus
from explorer.graph import index
from explorer.load import load
from explorer.model import Registry

SLOW = (  # what the first page would wait for
    "pandas",
    "plotly.graph_objects",
    "explorer.ui.show",
    "explorer.layout.structure.picture",
    "explorer.layout.lineage.picture",
    "explorer.layout.ribbon.picture",
)


@st.cache_resource(show_spinner=False)  # it is mostly read ahead, where nobody looks
def registry() -> Registry:
    found = load()
    index(found)
    # a full collection walks every object of the record, which never changes: put it out of reach
    gc.collect()
    gc.freeze()
    return found


def read_ahead() -> None:
    """Read the record and prepare the search as the server starts, not when the first reader is
    waiting; a reader who is earlier waits for the same reading."""
    Thread(target=_prepare, name="read-ahead", daemon=True).start()


def _prepare() -> None:
    registry()
    for module in SLOW:
        import_module(module)
    corpus(registry())
