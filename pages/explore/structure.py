"""Structure at a date: who existed on any day, and who answered to whom."""

from functools import partial

import streamlit as st

from explorer.layout.structure.picture import structure_scene
from explorer.narrative.views import snapshot_sentence
from explorer.sheets import bodies
from explorer.snapshot import snapshot
from explorer.tiers import tiers
from explorer.ui import controls, dates, links, show, sources, state, text
from explorer.ui.record import registry

view = state.view()
shown = snapshot(registry(), view.day, kind=view.kind, region=view.region, under=view.under)

st.title("Structure at a date", anchor=False)
text.lead(snapshot_sentence(shown))
text.notes(shown.notes)
with st.container(horizontal=True, vertical_alignment="bottom"):
    dates.day("structure")
    dates.steps("structure")
dates.turning_days("structure")
with st.container(horizontal=True):
    controls.kind("structure", view.day)
    controls.region("structure", view.day)
    controls.around("structure", view.day)
show.drawing(
    "structure",
    partial(structure_scene, tiers(shown)),
    bodies=partial(bodies.bodies, shown),
    numbers=partial(bodies.counts, shown),
)
with st.container(horizontal=True, vertical_alignment="center"):
    sources.popover(body.organisation.source_id for body in shown.bodies)
    links.onward("How these numbers compare with published ones", "counts")
