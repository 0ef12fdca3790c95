"""The commissioning cycle: who assessed needs, planned, bought and watched on any day."""

import streamlit as st

from explorer.teaching.cycle import cycle
from explorer.ui import dates, show, state, text
from explorer.ui.record import registry
from explorer.ui.teaching import cycle_page, style

found = cycle(registry(), state.view().day)

style.apply()
st.title("Commissioning cycle", anchor=False)
text.lead(cycle_page.sentence(found))
with st.container(horizontal=True, vertical_alignment="bottom"):
    dates.day("cycle")
    dates.steps("cycle")
dates.turning_days("cycle")
show.view("cycle")
cycle_page.holders(found)
