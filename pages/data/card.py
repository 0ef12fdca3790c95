"""A body's record card: every row about it, where sources differ, and what each source supports."""

import streamlit as st

from explorer.finding.captions import title
from explorer.narrative.records import body_sentence
from explorer.ui import controls, links, package, show, state, text
from explorer.ui.record import registry

view = state.view()

st.title(title(registry(), view.org), anchor=False)
text.lead(body_sentence(registry(), view.org))
controls.body("card")
links.onward("Its lineage: who came before and after", "lineage", org=view.org)
package.card("card")
show.copy_link("card")
