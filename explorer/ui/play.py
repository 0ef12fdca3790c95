"""Playing through time: the day goes on by itself from reform to reform until it is paused."""

from __future__ import annotations

from datetime import date

import streamlit as st

from explorer.ui import state
from explorer.ui.record import registry

# hidden from the first, so that it never flashes while the style is still on its way
_STILL = (
    '<p class="still" style="display: none">Your device asks for less motion: step with the '
    "buttons.</p>"
)
SECONDS = 4  # a day is on view: long enough to read the sentence above the drawing


def play(page: str) -> None:
    """A switch that lets the day go on, and takes it back. Every day on the way is in the address.

    Where the reader's device asks for less motion it gives way to words: see `style.css`.
    """
    key, now = f"{page}-play", state.view().day
    after = next_reform(now)
    if after is None:  # the last reform is on view
        st.session_state[key] = False
    with st.container(key="play", width="content"):
        playing = st.toggle(
            "Play through time",
            key=key,
            disabled=after is None,
            help=f"Goes on to the day of the next reform every {SECONDS} seconds.",
        )
    st.html(_STILL, width="content")
    if playing and after:
        st.session_state.pop(_since(page), None)
        _clock(page, now, after)


def next_reform(day: date) -> date | None:
    """The day of the first reform after `day` that is not merely planned, or None."""
    done = (entry for entry in registry().reforms.values() if entry.status != "planned")
    return min((entry.date.first for entry in done if entry.date.first > day), default=None)


@st.fragment(run_every=SECONDS)
def _clock(page: str, now: date, after: date) -> None:
    """Runs once with the page, and again when the time of the day is up."""
    if _since(page) in st.session_state:
        state.put(page, day=after)
        st.rerun()
    st.session_state[_since(page)] = now


def _since(page: str) -> str:
    return f"{page}-play-since"
