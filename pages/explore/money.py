"""Money: published budgets, as published."""

import streamlit as st

from explorer.money import money
from explorer.narrative.sums import money_sentence
from explorer.ui import budgets, prose, show, sources, state, text
from explorer.ui.record import registry

found = money(registry(), state.view().subject)

st.title("Money", anchor=False)
text.lead(money_sentence(found))
budgets.subject("money")
show.view("money")
sources.popover(figure.budget.source_id for account in found for figure in account.figures)
prose.conflicts(((account.subject_type, account.subject_id) for account in found), ("budgets",))
