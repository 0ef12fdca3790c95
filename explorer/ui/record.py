"""The record, read once and shared by all readers."""

from __future__ import annotations

import gc
from pathlib import Path

import streamlit as st

from explorer import editions
from explorer.graph import index
from explorer.load import load
from explorer.model import Registry


@st.cache_resource(show_spinner=False)  # it is mostly read ahead, where nobody looks
def registry() -> Registry:
    found = load()
    index(found)
    # a full collection walks every object of the record, which never changes: put it out of reach
    gc.collect()
    gc.freeze()
    return found


def edition(version: str, digest: str) -> Registry | None:
    """An earlier edition that is kept beside the record; None where it is not."""
    return editions.kept(version, digest, read=_read)


@st.cache_resource(max_entries=2, show_spinner=False)  # each is as large as the record
def _read(folder: Path) -> Registry:
    return load(folder)
