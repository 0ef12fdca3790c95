"""The record, read once and shared by all readers."""

from __future__ import annotations

import gc

import streamlit as st

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
