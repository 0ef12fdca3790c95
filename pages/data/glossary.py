"""Glossary: every term and acronym, with its years and law."""

from functools import partial

import streamlit as st

from explorer.glossary import glossary
from explorer.narrative.records import glossary_sentence
from explorer.sheets import terms
from explorer.ui import package, show, state, text
from explorer.ui.record import registry

found = glossary(registry(), state.view().words)

st.title("Glossary", anchor=False)
text.lead(glossary_sentence(found))
package.words("glossary")
package.terms(found)
show.table("glossary", "glossary", partial(terms.glossary, found))
show.copy_link("glossary")
