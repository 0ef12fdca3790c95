"""Lesson plans: links to the views of every story, with what the class should see."""

import streamlit as st

from explorer.ui.teaching import lesson_page, style

style.apply()
st.title("Lesson plans", anchor=False)
lesson_page.lead()
lesson_page.plans()
lesson_page.handouts()
