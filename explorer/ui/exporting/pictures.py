"""The picture to take away: its format, size, words and ink, with a preview."""

from __future__ import annotations

import streamlit as st

from explorer.drawing.scene import Scene
from explorer.errors import ExplorerError
from explorer.export.formats import FORMATS
from explorer.export.picture import WRITERS, View, Wish, check, finished, written
from explorer.export.sizes import SIZES
from explorer.export.svg import svg
from explorer.ui import links, text
from explorer.ui.exporting.names import name
from explorer.ui.record import registry

INKS = ("Colour", "Black and white")
LONGEST = {"headline": 160, "standfirst": 300, "note": 400}  # letters


def show(page: str, view: View) -> None:
    """Controls, the file, and what it will look like."""
    suffix = st.segmented_control(
        "Format",
        WRITERS,
        format_func=lambda one: FORMATS[one].name,
        default="svg",
        required=True,
        key=f"{page}-export-format",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        size = st.selectbox(
            "Size",
            list(SIZES),
            format_func=lambda one: SIZES[one].name,
            key=f"{page}-export-size",
            width=330,
        )
        ink = st.segmented_control(
            "Ink", INKS, default=INKS[0], required=True, key=f"{page}-export-ink"
        )
    wish = Wish(size=size, grey=ink == INKS[1], **_words(page, view))
    try:
        scene = _finished(registry().edition.digest, links.permalink(page), page, wish, view)
        check(scene, suffix, SIZES[size])
    except ExplorerError as error:  # too large for the size: it says which to choose
        st.warning(text.plain(str(error)))
        return
    label = FORMATS[suffix].name
    st.download_button(
        f"Download {label}",
        data=lambda: written(view, scene, suffix, SIZES[size]),
        file_name=name(page, suffix),
        mime=FORMATS[suffix].mime,
        key=f"{page}-export-file",
        type="primary",
        on_click="ignore",
    )
    st.caption(f"Preview; the file is named {text.plain(name(page, suffix))}")
    st.image(svg(scene), alt=scene.alt, width="stretch")


def _words(page: str, view: View) -> dict[str, str]:
    """The reader's words; what is left as proposed is not set."""
    scene = proposed(page, view)
    headline = st.text_input(
        "Headline",
        value=scene.headline,
        max_chars=LONGEST["headline"],
        key=f"{page}-export-headline-{links.permalink(page)}",
    )
    with st.container(horizontal=True):
        standfirst = st.text_input(
            "Line below the headline",
            value=scene.standfirst,
            max_chars=LONGEST["standfirst"],
            key=f"{page}-export-standfirst-{links.permalink(page)}",
        )
        note = st.text_input(
            "A note of your own",
            max_chars=LONGEST["note"],
            placeholder="Put before the notes of the drawing",
            key=f"{page}-export-note",
        )
    given = {"headline": headline.strip(), "standfirst": standfirst.strip(), "note": note.strip()}
    return {key: words for key, words in given.items() if words != getattr(scene, key, "")}


def proposed(page: str, view: View) -> Scene:
    """The drawing under the words that it proposes itself."""
    return _proposed(registry().edition.digest, links.permalink(page), page, view)


@st.cache_resource(max_entries=30, show_spinner=False)
def _proposed(digest: str, query: str, page: str, _view: View) -> Scene:
    return _view.draw(width=1200, theme="light")


@st.cache_resource(max_entries=30, show_spinner="Drawing…")
def _finished(digest: str, query: str, page: str, wish: Wish, _view: View) -> Scene:
    return finished(_view, wish)
