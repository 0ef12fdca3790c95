"""The controls for days: typed, stepped from change to change, or those of a reform."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from explorer.graph import index
from explorer.look import day_words
from explorer.period import ONE_DAY
from explorer.policy.eras import turning_points
from explorer.ui import controls, state
from explorer.ui.record import registry


def day(page: str, setting: str = "day", label: str = "Day") -> None:
    """A day of the record, typed or picked."""
    edition = registry().edition
    st.date_input(
        label,
        value=getattr(state.view(), setting),
        min_value=edition.first_day,
        max_value=edition.last_day,
        format="DD/MM/YYYY",
        width=170,
        **state.tie(page, setting),
    )


def steps(page: str) -> None:
    """Buttons to the change before and after the day, which say where they lead."""
    found, now = index(registry()), state.view().day
    before, after = found.previous_change(now), found.next_change(now)
    _step(page, "Previous change", before, {"day": before})
    _step(page, "Next change", after, {"day": after})


def windows(page: str) -> None:
    """Buttons to the last change before the first day, and to the next after the second."""
    found, view = index(registry()), state.view()
    before = found.previous_change(min(view.start, view.end) + ONE_DAY)
    after = found.next_change(max(view.start, view.end))
    for label, change in (("Previous change", before), ("Next change", after)):
        _step(page, label, change, change and {"start": change - ONE_DAY, "end": change})


def _step(page: str, label: str, to: date | None, changes: Mapping[str, Any] | None) -> None:
    st.button(
        f"{label}: {day_words(to)}" if to else f"{label}: none",
        key=f"{page}-{label}",
        disabled=to is None,
        on_click=state.put,
        args=(page,),
        kwargs=changes if to else None,
    )


def swap(page: str) -> None:
    """A button that looks the other way: from the second day back to the first."""
    view = state.view()
    st.button(
        "Swap the days",
        on_click=state.put,
        args=(page,),
        kwargs={"start": view.end, "end": view.start},
    )


def turning_days(page: str) -> None:
    """The days of the largest reforms, to look at the structure on each, and the last day known."""
    days = {name: {"day": when} for name, when in _turning_points().items()}
    last = registry().edition.as_known_on
    controls.choices(page, "Days of the largest reforms", {**days, "Last day known": {"day": last}})


def turning_windows(page: str) -> None:
    """The largest reforms, each from the day before to the day of."""
    controls.choices(
        page,
        "Overnight, on the day of a reform",
        {name: {"start": when - ONE_DAY, "end": when} for name, when in _turning_points().items()},
    )


def _turning_points() -> dict[str, date]:
    """The days of the largest reforms by their year, or in full where a year has several."""
    days = [reform.date.first for reform in turning_points(registry())]
    years = Counter(when.year for when in days)
    return {day_words(when) if years[when.year] > 1 else str(when.year): when for when in days}


def net_or_steps(page: str) -> None:
    """The net effect of a window, or each day of it on which something changed."""
    controls.choices(page, "Show", {"Net effect": {"steps": False}, "Day by day": {"steps": True}})


def reform(page: str) -> None:
    """Any reform of the record, from the day before to the day of."""
    done = {
        f"{day_words(entry.date)}: {entry.title}": {
            "start": entry.date.first - ONE_DAY,
            "end": entry.date.last,
        }
        for entry in sorted(registry().reforms.values(), key=lambda entry: entry.date.first)
        if entry.status != "planned"
    }
    controls.choices(page, "Any reform, overnight", done, menu=True)
