"""Money: published budgets, as published."""

from functools import partial

import streamlit as st

from explorer.layout.money.picture import money_scene
from explorer.money import money
from explorer.narrative.sums import money_sentence
from explorer.sheets.budgets import budgets as sheet
from explorer.ui import budgets, show, sources, state, text
from explorer.ui.record import registry

found = money(registry(), state.view().subject)

st.title("Money", anchor=False)
text.lead(money_sentence(found))
budgets.subject("money")
show.drawing("money", partial(money_scene, registry(), found), figures=partial(sheet, found))
sources.popover(figure.budget.source_id for account in found for figure in account.figures)
