"""Who commissioned what: functions and their holders, through time, on a day, at a hand-over."""

import streamlit as st

from explorer.ui import functions

mode = functions.mode()

st.title("Who commissioned what", anchor=False)
mode.lead()
functions.modes()
mode.controls()
mode.shown()
