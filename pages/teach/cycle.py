"""The commissioning cycle: who assessed needs, planned, bought and watched on any day."""

from functools import partial

import streamlit as st

from explorer.layout.cycle import cycle_scene
from explorer.sheets import cycle as sheets
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
show.drawing("cycle", partial(cycle_scene, found), holders=partial(sheets.cycle, found))
cycle_page.holders(found)
