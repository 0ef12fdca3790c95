"""Structure at a date: who existed on any day, and who answered to whom."""

from functools import partial

import streamlit as st

from explorer.snapshot import snapshot
from explorer.ui import controls, day, links, show, sources, state
from explorer.ui.record import registry

view = state.view()
shown = snapshot(registry(), view.day, kind=view.kind, region=view.region, under=view.under)

st.title("Structure at a date", anchor=False)
day.lead(shown)
day.modes()
day.when()
with st.container(horizontal=True):
    controls.kind("structure", view.day)
    controls.region("structure", view.day)
    controls.around("structure", view.day)
day.relations()
show.drawing("structure", partial(day.scene, shown), **day.tables(shown))
with st.container(horizontal=True, vertical_alignment="center"):
    sources.popover(body.organisation.source_id for body in shown.bodies)
    links.onward("How these numbers compare with published ones", "counts")
