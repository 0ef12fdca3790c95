"""What happens as the server starts: the record is read ahead, and a browser opened."""

from __future__ import annotations

import webbrowser
from importlib import import_module
from threading import Thread

import streamlit as st

from explorer.ui.site import home

FIRST = (  # what the first page would wait for
    "plotly.graph_objects",
    "explorer.ui.show",
    "explorer.layout.structure.picture",
    "explorer.layout.lineage.picture",
    "explorer.layout.ribbon.picture",
)
LATER = ("pandas", "explorer.export.pptx", "explorer.export.parquet")  # and the first who want it


def launch() -> None:
    """Say where the explorer is, open it unless the server is headless, and read the record.

    Streamlit itself opens no browser for an `st.App`, and tells the address only with its advert.
    """
    Thread(target=_prepare, name="read-ahead", daemon=True).start()
    address = home()
    print(f"The explorer is at {address}", flush=True)
    if not st.get_option("server.headless"):
        Thread(target=webbrowser.open, args=(address,), name="browser", daemon=True).start()


def _prepare() -> None:
    """A reader who is earlier waits for the same reading."""
    # late, too: the server answers nobody before this module is loaded
    from explorer.finding.corpus import corpus
    from explorer.ui.record import registry

    registry()
    for module in FIRST:
        import_module(module)
    corpus(registry())
    for module in LATER:
        import_module(module)
