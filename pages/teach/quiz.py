"""Quiz: a paper of questions made from the record; its address gives everyone the same paper."""

import streamlit as st

from explorer.teaching.quiz.paper import paper_of
from explorer.ui import show, state, text
from explorer.ui.record import registry
from explorer.ui.teaching import downloads, quiz_form, style

asked = paper_of(registry(), state.view())

style.apply()
st.title("Quiz", anchor=False)
text.lead(
    "Questions from the record, fair at the precision of its dates. Everyone who opens this address"
    " gets the same paper. No account is needed and nothing is stored."
)
quiz_form.controls()
with st.container(horizontal=True):
    show.copy_link("quiz")
    downloads.quiz(asked)
quiz_form.sit(asked)
