"""The picture of a step: on its slide, and beside its words on the page of the story."""

from __future__ import annotations

from base64 import b64encode
from html import escape

import streamlit as st

from explorer.errors import ExplorerError
from explorer.export.svg import svg
from explorer.handouts.slide import room, slide
from explorer.teaching.address import Address
from explorer.teaching.stories.story import Step
from explorer.ui.record import registry

NOTICE, ASK = "Notice.", "Question."
_ON = "The drawing goes on below: arrows up and down scroll."


def figure(step: Step) -> str:
    """The picture with its heading and its source line in HTML; "" for a view without drawings.

    What cannot be drawn is said in its place.
    """
    theme = st.context.theme.type or "light"
    height = room((*step.text, f"{NOTICE} {step.notice}", f"{ASK} {step.ask}"))
    try:
        return _figure(registry().edition.digest, step.view.path, theme, height, step.view)
    except ExplorerError as error:  # what was asked for cannot be drawn, and it says why
        return f"<p>{escape(str(error))}</p>"


@st.cache_data(max_entries=240, show_spinner="Drawing…")
def _figure(digest: str, path: str, theme: str, height: float, _view: Address) -> str:
    made = slide(registry(), _view, theme, height)
    if made is None:
        return ""
    data = b64encode(svg(made.scene).encode()).decode()
    more = "" if made.fits else f" <em>{_ON}</em>"
    return (
        f'<figure class="inside slide-figure"><figcaption><p>{escape(made.headline)}{more}</p>'
        f"</figcaption><div class='slide-frame'>"
        f'<img class="slide-picture" src="data:image/svg+xml;base64,{data}"'
        f' alt="{escape(made.scene.alt)}" width="{made.width:g}" height="{made.height:g}"></div>'
        f'<p class="source">{escape(made.scene.source_line)}</p></figure>'
    )
