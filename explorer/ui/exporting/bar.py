"""The export bar under every drawing: one button that opens what can be taken away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from explorer.export.drawings import drawing_of
from explorer.export.picture import View
from explorer.export.sizes import Draw
from explorer.sheets.sheet import Sheet
from explorer.ui import state
from explorer.ui.exporting import citing, extracts, pictures, specials
from explorer.ui.record import registry


def bar(page: str, draw: Draw, tables: Mapping[str, Callable[[], Sheet]]) -> None:
    """The button. What it opens is made only when it is opened."""
    if st.button("Export: picture, slides, data, citation", key=f"{page}-export"):
        _open(page, View(registry(), draw, tables))


@st.dialog("Export", width="large")
def _open(page: str, view: View) -> None:
    parts = {"Picture": partial(pictures.show, page, view)}
    if drawing_of(page, state.view()):
        parts["Data"] = partial(extracts.show, page)
    if page in specials.SPECIALS:
        parts[specials.SPECIALS[page].name] = partial(specials.SPECIALS[page].show, page)
    parts["Cite and embed"] = partial(citing.show, page, view)
    for tab, show in zip(st.tabs(list(parts)), parts.values(), strict=True):
        with tab:
            show()
