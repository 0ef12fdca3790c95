"""What only some pages offer: letters about a body, posters, a change as an animation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from explorer.errors import ExplorerError
from explorer.export.animation import animated_change
from explorer.export.files import file_name
from explorer.export.formats import FORMATS
from explorer.letters.file import letter_file, letter_name, letters_zip
from explorer.look import lower_first
from explorer.poster.papers import SHEETS
from explorer.poster.poster import poster
from explorer.ui import links, state, text
from explorer.ui.exporting.names import name
from explorer.ui.record import registry

PAPERS = {"a1": "A1, every body named", "a3": "A3, earlier bodies counted"}


@dataclass(frozen=True, slots=True)
class Special:
    name: str
    show: Callable[[str], None]


def _letters(page: str) -> None:
    """What happened to the body on one or two pages; and to all bodies of its kind."""
    record, org = registry(), state.view().org
    st.markdown("What happened to this body, on one or two A4 pages, with sources.")
    with st.container(horizontal=True):
        for suffix in ("pdf", "svg"):
            _download(
                f"Download letter as {FORMATS[suffix].name}",
                lambda suffix=suffix: letter_file(record, org, suffix),
                letter_name(record, org, suffix),
                f"{page}-letter-{suffix}",
            )
    kind = record.kinds[record.organisations[org].kind]
    number = sum(body.kind == kind.id for body in record.organisations.values())
    plural = lower_first(kind.plural)
    if st.button(f"Write letters for all {number} {text.plain(plural)}", key=f"{page}-letters"):
        _prepared(
            f"letters {kind.id}",
            lambda progress: letters_zip(record, kind.id, progress=progress),
            f"Writing letters for {plural}",
        )
    made = st.session_state.get(f"made letters {kind.id}")
    if made:
        _download(
            f"Download {number} letters (zip)",
            lambda: made,
            file_name(f"records-{kind.id}", "", record.edition, "zip"),
            f"{page}-letters-zip",
        )


def _posters(page: str) -> None:
    """The whole line of local commissioners for the wall."""
    st.markdown("The whole line of local commissioners since 1974 on one sheet, vector.")
    paper = st.segmented_control(
        "Paper", list(SHEETS), format_func=PAPERS.get, default="a1", required=True,
        key=f"{page}-poster",
    )  # fmt: skip
    with st.container(horizontal=True):
        for suffix in ("pdf", "svg"):
            _download(
                f"Download poster as {FORMATS[suffix].name}",
                lambda suffix=suffix: poster(registry(), paper, suffix),
                file_name(f"poster-{paper}", "", registry().edition, suffix),
                f"{page}-poster-{suffix}",
            )


def _animations(page: str) -> None:
    """The structure on each day of change between the two days."""
    view = state.view()
    start, end = sorted((view.start, view.end))
    st.markdown("The structure on every day of change between the two days, a frame for each.")
    suffix = st.segmented_control(
        "Format", ("gif", "html"), format_func=lambda one: FORMATS[one].name, default="gif",
        required=True, key=f"{page}-animation",
    )  # fmt: skip
    what = f"animation {suffix} {links.permalink(page)}"
    if st.button("Make the animation", key=f"{page}-animate"):
        _prepared(
            what,
            lambda progress: animated_change(
                registry(), start, end, suffix, kind=view.kind, progress=progress
            ),
            "Drawing the frames",
        )
    made = st.session_state.get(f"made {what}")
    if made:
        _download("Download animation", lambda: made, name(page, suffix), f"{page}-animated")


def _prepared(what: str, make: Callable, words: str) -> None:
    """Make a file that takes long, with progress, and keep it for this reader."""
    shown = st.progress(0.0, words)
    try:
        st.session_state[f"made {what}"] = make(
            lambda done, of: shown.progress(done / of, f"{words}: {done} of {of}")
        )
    except ExplorerError as error:
        st.warning(text.plain(str(error)))
    shown.empty()


def _download(label: str, make: Callable[[], bytes], file: str, key: str) -> None:
    mime = FORMATS[file.rsplit(".", 1)[1]].mime
    st.download_button(label, data=make, file_name=file, mime=mime, key=key, on_click="ignore")


SPECIALS: Mapping[str, Special] = MappingProxyType(
    {
        "lineage": Special("Letter", _letters),
        "timeline": Special("Poster", _posters),
        "changes": Special("Animation", _animations),
    }
)
