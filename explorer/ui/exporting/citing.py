"""How to cite a view, and how to show it elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st

from explorer.export.addresses import PATHS, address, embed_code
from explorer.export.drawings import drawing_of
from explorer.export.picture import View, sources
from explorer.narrative.citation import bibtex, long_citation, short_citation
from explorer.narrative.credits import credits
from explorer.ui import site, state
from explorer.ui.exporting.pictures import proposed
from explorer.ui.record import registry
from explorer.view import PAGES, SETTINGS, to_params

LIVING, PINNED = "Living: follows new editions", "Pinned: stays as it is today"


def show(page: str, view: View) -> None:
    """Citations, and image links and embed code."""
    edition, scene = registry().edition, proposed(page, view)
    here = f"{site.here()}/{page}?{_query(page)}".removesuffix("?")
    today = {"retrieved": date.today()}
    for style, cite, more in (
        ("Short", short_citation, {}),
        ("Long", long_citation, today),
        ("BibTeX", bibtex, today),
    ):
        st.caption(style)
        st.code(cite(edition, scene.headline, address=here, **more), language=None, wrap_lines=True)
    drawing = drawing_of(page, state.view())
    if not drawing:
        return
    pin = st.segmented_control(
        "Addresses of the picture and its data",
        (LIVING, PINNED),
        default=LIVING,
        required=True,
        key=f"{page}-export-pin",
    )
    held = edition if pin == PINNED else None
    places = {
        suffix: f"{site.here()}{address(drawing, state.view(), suffix, edition=held)}"
        for suffix in ("svg", "png", "csv")
    }
    st.code("\n".join(places.values()), language=None, wrap_lines=True)
    st.caption("Code to embed the picture in a web page")
    credit = credits(registry(), sources(view.sheets))
    embedded = embed_code(places["svg"], here, scene.alt, credit)
    st.code(embedded, language=None, wrap_lines=True)


def _query(page: str) -> str:
    """The view in an address, with its body and days even where they are the usual ones."""
    view = state.view()
    named = {
        SETTINGS[name].metadata["name"]: SETTINGS[name].metadata["form"].write(getattr(view, name))
        for name in PATHS.get(drawing_of(page, view), ())
        if name in PAGES[page].settings
    }
    return urlencode({**named, **to_params(replace(view, find=""), page)})
