"""Claims checked: what articles say, and any sentence about numbers, against the record."""

import streamlit as st

from explorer.teaching.claims import claims
from explorer.ui import show, text
from explorer.ui.record import registry
from explorer.ui.teaching import claim_list, style

found = claims(registry())

style.apply()
st.title("Claims checked", anchor=False)
text.lead(claim_list.sums(found))
claim_list.sentence()
claim_list.verdicts()
claim_list.claim_list(found)
show.copy_link("claims")
