"""The controls of the money page."""

from __future__ import annotations

import streamlit as st

from explorer.look import counted
from explorer.money import money
from explorer.ui import state
from explorer.ui.record import registry


def subject(page: str) -> None:
    """A body, kind, function or theme that figures were published for."""
    accounts = {account.subject_id: account for account in money(registry())}
    st.selectbox(
        "Subject",
        list(accounts),
        index=None,
        placeholder="All subjects",
        format_func=lambda name: (
            f"{accounts[name].label} ({counted(len(accounts[name].figures), 'figure', 'figures')})"
        ),
        filter_mode="contains",
        **state.tie(page, "subject"),
    )
