"""Handouts to take away, set when they are asked for."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from explorer.export.files import file_name
from explorer.handouts.file import handout_pdf
from explorer.handouts.handout import Handout
from explorer.handouts.of_quiz import quiz_handout
from explorer.teaching.quiz.paper import Paper
from explorer.ui.record import registry


def pdf(label: str, name: str, make: Callable[[], Handout]) -> None:
    """A button that downloads a handout as PDF."""
    st.download_button(
        f"{label} (PDF)",
        data=lambda: handout_pdf(make()),
        file_name=file_name(name, "", registry().edition, "pdf"),
        mime="application/pdf",
        key=f"pdf-{name}",
        on_click="ignore",
    )


def quiz(asked: Paper) -> None:
    """The paper to be written on, with its answers."""
    name = f"quiz-{asked.seed}-{asked.era or 'all'}-{asked.length}-{asked.level}"
    pdf("Paper with answers", name, lambda: quiz_handout(registry(), asked))
