"""One way for every setting: the address is the truth, and widgets follow it.

A widget starts each run with what the address says; a change of the widget rewrites the address
before the run. Deep links, reloads, Back and Forward and steps from page to page are then all the
same thing: a run that reads an address.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit as st

from explorer.model import Registry
from explorer.ui.record import registry
from explorer.view import CARRIED, SETTINGS, LeftOut, ViewState, fit, from_params, to_params


def view() -> ViewState:
    """What the address asks for, as far as this edition has it."""
    return _read()[0]


def left_out() -> tuple[LeftOut, ...]:
    """What the address asks for in vain."""
    return _read()[1]


def put(page: str, **changes: Any) -> None:
    """Rewrite the address for `page`. For callbacks: the run that follows shows the new view."""
    st.query_params.from_dict(to_params(replace(view(), **changes), page, CARRIED))


def tie(page: str, setting: str, clears: tuple[str, ...] = ()) -> dict[str, Any]:
    """Keyword arguments that tie a widget to a setting of `page`; a change of it gives the settings
    in `clears`, which made sense with the old one only, their usual values."""
    key = f"{page}-{setting}"
    value = getattr(view(), setting)
    if isinstance(value, tuple):  # widgets of several choices hold lists
        value = list(value)
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return {"key": key, "on_change": _follow, "args": (page, setting, key, clears)}


def _follow(page: str, setting: str, key: str, clears: tuple[str, ...]) -> None:
    value = st.session_state[key]
    if isinstance(value, list):
        value = tuple(value)
    elif isinstance(value, str):
        value = " ".join(value.split())
    put(page, **{name: SETTINGS[name].default for name in clears}, **{setting: value})


def _read() -> tuple[ViewState, tuple[LeftOut, ...]]:
    return _fitted(registry(), tuple(st.query_params.to_dict().items()))


@lru_cache(maxsize=256)  # every link of a page asks again
def _fitted(
    record: Registry, params: tuple[tuple[str, str], ...]
) -> tuple[ViewState, tuple[LeftOut, ...]]:
    asked, ignored = from_params(dict(params))
    fitted, lacking = fit(asked, record)
    return fitted, (*ignored, *lacking)
