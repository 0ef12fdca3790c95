"""Timeline: bodies, policy and reforms on one axis, and what each reform did."""

import streamlit as st

from explorer.timeline import timeline
from explorer.ui import controls, show, spans, years
from explorer.ui.record import registry

told = timeline(registry())

st.title("Timeline", anchor=False)
spans.lead(told)
years.chosen("timeline", spans.limits(), spans.counted(told))
with (
    controls.narrowing("timeline", "kind, region", "kind", "region"),
    st.container(horizontal=True),
):
    controls.kind("timeline")
    controls.region("timeline", label="Region, as then called")
spans.change()
spans.opened()
show.view("timeline")
