"""The controls for a stretch of years: eras, closer and wider, earlier and later."""

from __future__ import annotations

import streamlit as st

from explorer.period import years_within
from explorer.timeline import ERAS
from explorer.ui import controls, state

LEAST = 4  # years in the closest view
PART = 3  # a step closer leaves out a third of the years; a step along goes a third of them


def eras(page: str, limits: tuple[int, int]) -> None:
    """The stretches from reform to reform that lie within the limits, and the whole."""
    options = {"All years": {"first_year": None, "last_year": None}}
    for era in ERAS:
        first, last = max(era.first_year, limits[0]), min(era.last_year, limits[1])
        if last - first + 1 >= LEAST:
            options[f"{first}–{last}"] = {"first_year": first, "last_year": last}
    controls.choices(page, "Era", options)


def zoom(page: str, usual: tuple[int, int], limits: tuple[int, int]) -> None:
    """Buttons that show fewer or more years, or move along. `usual` are the years of no choice."""
    first, last = shown(usual, limits)
    step = max(1, (last - first + 1) // PART)
    back, on = min(step, first - limits[0]), min(step, limits[1] - last)
    closer = (first + (step + 1) // 2, last - step // 2)
    wider = (max(first - step, limits[0]), min(last + step, limits[1]))
    with st.container(horizontal=True):
        for label, years, possible in (
            ("+ Closer", closer, closer[1] - closer[0] + 1 >= LEAST),
            ("− Wider", wider, wider != (first, last)),
            ("Earlier", (first - back, last - back), back > 0),
            ("Later", (first + on, last + on), on > 0),
        ):
            chosen = (None, None) if years == usual else years
            st.button(
                label,
                key=f"{page}-{label}",
                disabled=not possible,
                on_click=state.put,
                args=(page,),
                kwargs=dict(zip(("first_year", "last_year"), chosen, strict=True)),
            )


def shown(usual: tuple[int, int], limits: tuple[int, int]) -> tuple[int, int]:
    """The first and last year of the view, in order and within the limits."""
    view = state.view()
    asked = (view.first_year or usual[0], view.last_year or usual[1])
    return years_within(asked, limits)
