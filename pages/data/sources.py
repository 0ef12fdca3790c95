"""Sources: every document that the record rests on, and what each supports."""

from functools import partial

import streamlit as st

from explorer.narrative.records import sources_sentence
from explorer.sheets.package import sources
from explorer.ui import package, show, state, text
from explorer.ui.record import registry

view = state.view()
found = sources(registry(), package.tables(), view.words)

st.title("Sources", anchor=False)
text.lead(sources_sentence(registry(), len(found.rows)))
package.words("sources")
show.table("sources", "sources", partial(sources, registry(), package.tables(), view.words))
show.copy_link("sources")
