"""What changed: the difference between any two days, either way round."""

from functools import partial

import streamlit as st

from explorer.diff import diff
from explorer.narrative.changes import diff_paragraph
from explorer.sheets import changes
from explorer.ui import controls, differences, show, state, text
from explorer.ui.record import registry

view = state.view()
found = diff(registry(), view.start, view.end, kind=view.kind)

st.title("What changed", anchor=False)
text.lead(diff_paragraph(found))
with st.container(horizontal=True, vertical_alignment="bottom"):
    controls.day("changes", "start", "First day")
    controls.day("changes", "end", "Second day")
    controls.swap("changes")
    controls.windows("changes")
controls.turning_windows("changes")
with st.container(horizontal=True):
    controls.reform("changes")
    controls.kind("changes", view.start, view.end)
    controls.net_or_steps("changes")

show.table("changes", "changes", partial(changes.changes, found, continued=False))
show.copy_link("changes")
differences.balance(found)
differences.told(found, steps=view.steps)
