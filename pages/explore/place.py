"""A place through time: who commissioned care there in each era, and how that is known."""

import streamlit as st

from explorer.narrative.localities import place_sentences
from explorer.places import place
from explorer.ui import localities, show, state, text
from explorer.ui.record import registry

found = place(registry(), state.view().place)

st.title(f"{found.text} through time", anchor=False)
text.lead(" ".join(place_sentences(found)))
localities.choice()
text.notes(
    (
        "The record has no table of places: bodies are found by names, then by lineage, and by"
        " position only where both are silent. The area of a body may be larger than the place.",
    )
)
show.view("place")
localities.by_era(found)
