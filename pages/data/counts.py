"""Counts ledger: our numbers of bodies beside published ones, and why they differ."""

from functools import partial

import streamlit as st

from explorer.counts import ledger
from explorer.narrative.views import ledger_sentence
from explorer.sheets import records
from explorer.ui import controls, prose, show, sources, state, text
from explorer.ui.record import registry

view = state.view()
rows = tuple(r for r in ledger(registry()) if view.kind in (None, r.count.kind))

st.title("Counts ledger", anchor=False)
text.lead(ledger_sentence(rows))
controls.kind("counts")
show.table("counts", "ledger", partial(records.ledger, registry(), rows))
with st.container(horizontal=True, vertical_alignment="center"):
    show.copy_link("counts")
    sources.popover(row.count.source_id for row in rows)
prose.conflicts({("kind", row.count.kind) for row in rows}, ("counts",))
