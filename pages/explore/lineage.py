"""Lineage: who one body came from, and what became of it."""

from functools import partial

import streamlit as st

from explorer.layout.lineage.picture import lineage_scene
from explorer.lifestrip import life_strip
from explorer.lineage import lineage
from explorer.narrative.story import what_happened
from explorer.sheets import bodies
from explorer.sheets.lifestrip import life
from explorer.ui import controls, links, prose, show, state
from explorer.ui.record import registry

view = state.view()
found = lineage(
    registry(),
    view.org,
    back=view.back,
    forward=view.forward,
    lines=view.lines or None,
    through_parts=view.parts,
)
told = what_happened(registry(), found)

st.title(told.title, anchor=False)
prose.story(told, found.ids()[1:])
controls.body("lineage")
with st.container(horizontal=True, gap="medium"):
    controls.generations("lineage")
    controls.lines("lineage")
    controls.parts("lineage")
show.drawing(
    "lineage",
    partial(lineage_scene, found),
    bodies=partial(bodies.relatives, found),
    changes=partial(bodies.successions, found),
    life=partial(life, life_strip(registry(), found.focus)),
)
st.subheader("Relatives", anchor=False)
prose.relatives(found)
prose.conflicts([("organisation", found.focus)])
links.onward("Its record card: every row, source and conflict", "card", org=view.org)
prose.around(registry().organisations[found.focus])
