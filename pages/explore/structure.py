"""Structure at a date: who existed on any day, and who answered to whom."""

import streamlit as st

from explorer.snapshot import by_relations, snapshot
from explorer.ui import controls, day, links, show, sources, state
from explorer.ui.record import registry

view = state.view()
part = {"kind": view.kind, "region": view.region, "place": view.near, "under": view.under}
shown = by_relations(snapshot(registry(), view.day, **part), view.relations)

st.title("Structure at a date", anchor=False)
day.lead(shown)
day.modes()
day.when()
with controls.narrowing(
    "structure",
    "kind, region, place, one body, relations",
    *("kind", "region", "near", "under", "relations", "opened"),
):
    with st.container(horizontal=True):
        controls.kind("structure", view.day)
        controls.region("structure", view.day)
        controls.place("structure")
        controls.around("structure", view.day)
    day.relations()
    day.opened(shown)
show.view("structure")
with st.container(horizontal=True, vertical_alignment="center"):
    sources.popover(body.organisation.source_id for body in shown.bodies)
    links.onward("How these numbers compare with published ones", "counts")
