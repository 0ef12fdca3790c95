"""What changed: the difference between any two days, either way round."""

from functools import partial

import streamlit as st

from explorer.diff import diff
from explorer.narrative.changes import diff_paragraph
from explorer.sheets import changes
from explorer.ui import controls, dates, differences, show, state, text
from explorer.ui.record import registry

view = state.view()
found = diff(registry(), view.start, view.end, kind=view.kind, region=view.region)

st.title("What changed", anchor=False)
text.lead(diff_paragraph(found))
with st.container(horizontal=True, vertical_alignment="bottom"):
    dates.day("changes", "start", "First day")
    dates.day("changes", "end", "Second day")
    dates.swap("changes")
    dates.windows("changes")
with st.container(horizontal=True, vertical_alignment="bottom"):
    dates.turning_windows("changes")
    dates.reform("changes")
with controls.narrowing("changes", "kind, region", "kind", "region"), st.container(horizontal=True):
    controls.kind("changes", view.start, view.end)
    controls.region("changes", view.start, view.end)
show.drawing(
    "changes",
    partial(differences.ribbon, found),
    changes=partial(changes.changes, found),
    successions=partial(changes.arcs, found),
)
differences.duties(found)
differences.balance(found)
dates.net_or_steps("changes")
differences.told(found, steps=view.steps)
