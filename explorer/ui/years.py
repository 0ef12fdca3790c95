"""The controls for a stretch of years: eras, closer and wider, earlier and later."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from explorer.period import years_within
from explorer.timeline import ERAS
from explorer.ui import controls, state

LEAST = 4  # years in the closest view
PART = 3  # a step closer leaves out a third of the years; a step along goes a third of them


def chosen(page: str, limits: tuple[int, int], *stretches: tuple[int, int]) -> None:
    """Which years are shown: an era or one of `stretches`, fewer or more, earlier or later.

    The keys + and - do as their buttons while one of these controls or the drawing has the focus.
    """
    with st.container(key="years"):
        _eras(page, limits, stretches)
        _zoom(page, limits)


def _eras(page: str, limits: tuple[int, int], stretches: Iterable[tuple[int, int]]) -> None:
    """The whole, further stretches, and those from reform to reform that lie within the limits."""
    options = {"All years": {"first_year": None, "last_year": None}}
    for asked in (*stretches, *((era.first_year, era.last_year) for era in ERAS)):
        first, last = max(asked[0], limits[0]), min(asked[1], limits[1])
        if last - first + 1 >= LEAST:
            options[f"{first}–{last}"] = {"first_year": first, "last_year": last}
    controls.choices(page, "Era", options)


def _zoom(page: str, limits: tuple[int, int]) -> None:
    """Buttons that show fewer or more years, or move along."""
    first, last = shown(limits)
    step = max(1, (last - first + 1) // PART)
    back, on = min(step, first - limits[0]), min(step, limits[1] - last)
    closer = (first + (step + 1) // 2, last - step // 2)
    wider = (max(first - step, limits[0]), min(last + step, limits[1]))
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, years, possible in (
            ("+ Closer", closer, closer[1] - closer[0] + 1 >= LEAST),
            ("− Wider", wider, wider != (first, last)),
            ("Earlier", (first - back, last - back), back > 0),
            ("Later", (first + on, last + on), on > 0),
        ):
            asked = (None, None) if years == limits else years
            st.button(
                label,
                key=f"{page}-{label.split()[-1].lower()}",
                disabled=not possible,
                on_click=state.put,
                args=(page,),
                kwargs=dict(zip(("first_year", "last_year"), asked, strict=True)),
            )
        st.caption("Keys + and − too, from here or the drawing", width="content")


def shown(limits: tuple[int, int]) -> tuple[int, int]:
    """The first and last year of the view, in order and within the limits."""
    view = state.view()
    asked = (view.first_year or limits[0], view.last_year or limits[1])
    return years_within(asked, limits)
