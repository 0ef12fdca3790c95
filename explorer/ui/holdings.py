"""What one kind of body held on a day, on the page."""

from __future__ import annotations

import streamlit as st

from explorer.duties.kinds import holding_kinds, kind_holding_most
from explorer.narrative.functions import holdings_sentence
from explorer.responsibilities import Held, held_by
from explorer.ui import dates, show, sources, state, text
from explorer.ui.record import registry


def lead() -> None:
    """How many functions the kind held, and in which roles."""
    text.lead(holdings_sentence(registry(), _kind(), state.view().day, _held()))


def _kind() -> str:
    """The chosen kind; without a choice the one that held most functions on the day."""
    return state.view().kind or kind_holding_most(registry(), state.view().day)


def _kinds() -> dict[str, str]:
    return {name: kind.plural for name, kind in holding_kinds(registry()).items()}


def _held() -> tuple[Held, ...]:
    return held_by(registry(), "kind", _kind(), state.view().day)


def choice(page: str) -> None:
    """The kind of body, and the day."""
    kinds = _kinds()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Kind of body",
            sorted(kinds, key=kinds.get),
            index=None,
            placeholder=kinds.get(_kind(), "Choose a kind of body"),
            format_func=lambda name: kinds.get(name, name),
            width=420,
            **state.tie(page, "kind"),
        )
        dates.day(page)


def drawn(page: str) -> None:
    """Who held the same functions at other times, and the table of what the kind held."""
    show.view(page)
    sources.popover(each.responsibility.source_id for each in _held())
