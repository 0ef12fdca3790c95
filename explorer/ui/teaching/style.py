"""The look of the pages for teaching, beside that of all pages."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

STYLE = Path(__file__).with_name("style.css")


def apply() -> None:
    st.html(STYLE)
