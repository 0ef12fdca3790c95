"""The controls for bodies: which, of what kind, where, and how far to follow them.

Each reads its setting from the address and writes it there.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date
from functools import lru_cache
from typing import Any

import streamlit as st

from explorer.finding.captions import title
from explorer.graph import index
from explorer.labels import LINE, words
from explorer.lineage import lines_of
from explorer.model import Registry
from explorer.places import place_names
from explorer.snapshot import regions
from explorer.ui import state
from explorer.ui.record import registry
from explorer.view import SETTINGS


def choices(
    page: str, label: str, options: Mapping[str, Mapping[str, Any]], *, menu: bool = False
) -> None:
    """A choice among named sets of settings; none is marked where the view is none of them."""
    view, key = state.view(), f"{page}-{label}"
    now = next((name for name, change in options.items() if _holds(view, change)), None)
    if st.session_state.get(key) != now:
        st.session_state[key] = now
    chosen = {"key": key, "on_change": _choose, "args": (page, key, options)}
    if menu:
        st.selectbox(label, list(options), index=None, placeholder="Choose", width=340, **chosen)
    else:
        st.pills(label, list(options), **chosen)


def _holds(view: Any, changes: Mapping[str, Any]) -> bool:
    return all(getattr(view, name) == value for name, value in changes.items())


def _choose(page: str, key: str, options: Mapping[str, Mapping[str, Any]]) -> None:
    if name := st.session_state[key]:
        state.put(page, **options[name])


def narrowing(page: str, words: str, *settings: str) -> AbstractContextManager[Any]:
    """Where the controls of these settings stand: folded away, so that the drawing comes sooner,
    until one of them is in use. Once open it stays so as long as the reader is here."""
    key = f"{page}-narrowing"
    used = any(getattr(state.view(), name) != SETTINGS[name].default for name in settings)
    st.session_state[key] = used or st.session_state.get(key, False)
    return st.expander(f"Narrow the view: {words}", expanded=st.session_state[key])


def kind(page: str, *days: date) -> None:
    """A kind of body: those that existed on any of the days, or all of the record."""
    record = registry()
    bodies = record.organisations
    alive = {bodies[name].kind for when in days for name in index(record).alive(when)}
    there = alive or {body.kind for body in bodies.values()}
    kinds = [entry.id for entry in record.kinds.values() if entry.id in there]
    _pick(page, "kind", "Kind of body", kinds, "All kinds",
          lambda name: record.kinds[name].plural)  # fmt: skip


def region(page: str, *days: date, label: str = "Region") -> None:
    """A region of the time: regions were redrawn and renamed, and each day has its own. Without
    days those of all times."""
    if days:
        names = {name for when in days for name in regions(registry(), when)}
    else:
        names = {body.region for body in registry().organisations.values()} - {""}
    _pick(page, "region", label, sorted(names), "All regions", str)


def place(page: str) -> None:
    """A council, county or town, to see only who commissioned there."""
    _pick(page, "near", "Place", list(place_names(registry())), "All places", str)


def around(page: str, when: date) -> None:
    """A body of the day, to see only what stands above and below it."""
    record = registry()
    names = {name: _titles(record)[name] for name in index(record).alive(when)}
    if (held := state.view().under) is not None:
        names.setdefault(held, _titles(record)[held])
    _pick(page, "under", "Above and below one body", sorted(names, key=names.get), "All bodies",
          names.get)  # fmt: skip


def body(page: str) -> None:
    """Any body of the record, found by typing a part of its name or its code."""
    names = _titles(registry())
    st.selectbox(
        "Body",
        list(names),
        format_func=names.get,
        filter_mode="contains",
        **state.tie(page, "org"),
    )


@lru_cache(maxsize=4)
def _titles(record: Registry) -> dict[str, str]:
    """Every body with what tells it from the others, in order of name."""
    titles = {name: f"{title(record, name)} · {name}" for name in record.organisations}
    return dict(sorted(titles.items(), key=lambda pair: pair[1].casefold()))


def generations(page: str) -> None:
    """How far to follow a body, back and forward."""
    for label, setting in (("Generations back", "back"), ("Generations forward", "forward")):
        options = {"All": {setting: None}, **{str(n): {setting: n} for n in range(1, 5)}}
        choices(page, label, options)


def lines(page: str) -> None:
    """Which of the lines of a body to follow; all of them if none is chosen."""
    there = lines_of(registry(), state.view().org)
    st.pills(
        "Lines (all if none is chosen)",
        dict.fromkeys((*there, *state.view().lines)),
        selection_mode="multi",
        format_func=lambda line: words(LINE, line),
        **state.tie(page, "lines"),
    )


def parts(page: str) -> None:
    """Whether to go on behind a body that gave or took only a part."""
    st.toggle("Follow transfers of parts", **state.tie(page, "parts"))


def _pick(page: str, setting: str, label: str, options: list[str], none: str, called: Any) -> None:
    held = getattr(state.view(), setting)
    if held is not None and held not in options:
        options = [held, *options]
    st.selectbox(
        label,
        options,
        index=None,
        placeholder=none,
        format_func=called,
        filter_mode="contains",
        **state.tie(page, setting),
    )
