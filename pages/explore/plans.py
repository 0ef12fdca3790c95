"""Plans and outcomes: what documents of the time said would happen, and what did."""

import streamlit as st

from explorer.narrative.verdicts import plans_sentence
from explorer.ui import milestones, show, text

found = milestones.chosen()

st.title("Plans and outcomes", anchor=False)
text.lead(plans_sentence(found))
milestones.choice()
show.view("plans")
milestones.told(found)
