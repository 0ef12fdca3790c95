"""A place on the page: which, its drawing, and every body in each era with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from html import escape

import streamlit as st

from explorer.look import life_words, upper_first
from explorer.naming import display_name
from explorer.narrative.localities import reason, span_words
from explorer.period import Period
from explorer.places import Place, PlaceHit, place_names
from explorer.timeline import ERAS
from explorer.ui import links, sources, state
from explorer.ui.record import registry

PAGE = "place"


def choice() -> None:
    """A council, county or town, found by typing a part of its name."""
    st.selectbox(
        "Council, county or town",
        place_names(registry()),
        filter_mode="contains",
        width=420,
        **state.tie(PAGE, "place"),
    )


def by_era(found: Place) -> None:
    """Who commissioned there in each era and why each is listed; gaps; councils apart."""
    st.subheader("In each era, and why each body is listed", anchor=False)
    for era in ERAS:
        shown = Period(date(era.first_year, 4, 1), date(era.last_year, 4, 1))
        hits = [hit for hit in found.hits if _body(hit).lifetime.overlaps(shown)]
        gaps = [gap.clip(shown) for gap in found.gaps if gap.overlaps(shown)]
        with st.expander(f"{era.first_year}–{era.last_year}: {_count(hits, gaps)}", expanded=True):
            said = [f"<li>Gap: no body is listed {span_words(gap)}.</li>" for gap in gaps]
            st.html(f'<ul class="inside events">{_items(found, hits)}{"".join(said)}</ul>')
    if found.councils:
        with st.expander(f"Councils and their boards ({len(found.councils)})"):
            st.html(f'<ul class="inside events">{_items(found, found.councils)}</ul>')
    sources.popover(_body(hit).source_id for hit in (*found.hits, *found.councils))


def _count(hits: list[PlaceHit], gaps: list[Period]) -> str:
    number = f"{len(hits)} listed" if hits else "none listed"
    return f"{number}, with a gap" if gaps and hits else number


def _items(found: Place, hits: Iterable[PlaceHit]) -> str:
    return "".join(
        f"<li>{links.body(hit.organisation_id, display_name(registry(), hit.organisation_id).text)}"
        f", {escape(life_words(_body(hit)))}."
        f"<small>{escape(upper_first(reason(found, hit)))}.</small></li>"
        for hit in hits
    )


def _body(hit: PlaceHit):
    return registry().organisations[hit.organisation_id]
