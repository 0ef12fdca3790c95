"""What stands round every page: title, menu, search, notices, and at the foot the edition."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from explorer.errors import ExplorerError
from explorer.look import counted, day_words
from explorer.search import Hit, search
from explorer.ui import inpage, links, state, text
from explorer.ui.record import registry
from explorer.ui.teaching import ways
from explorer.view import LONGEST, PAGES

TITLE = "NHS Commissioning Lineage Explorer"
STYLE = Path(__file__).with_name("style.css")
HITS = 12


def run() -> None:
    """The whole app, for any address."""
    st.set_page_config(
        page_title=TITLE, page_icon=str(links.ROOT / "static" / "icon.png"), layout="wide"
    )
    shown = st.navigation(list(links.pages().values()), position="hidden")
    st.html(STYLE)
    inpage.ease()
    try:
        _header(shown.url_path or links.HOME)
        for part in state.left_out():
            st.warning(text.plain(str(part)))
        _found()
        ways.back(shown.url_path or links.HOME)
        shown.run()
        _footer()
    except ExplorerError as error:  # a faulty record, for one: its faults are for people to read
        first, *rest = str(error).splitlines()
        st.error(text.plain(first))
        st.text("\n".join(rest))


def _header(page: str) -> None:
    with st.container(key="header"):
        with st.container(key="masthead", horizontal=True, vertical_alignment="center"):
            st.html(f'<p class="inside name">{links.anchor(links.HOME, TITLE)}</p>')
            st.text_input(
                "Search for a body",
                type="search",
                placeholder="Search: a name, old or new, a code, a place",
                label_visibility="collapsed",
                max_chars=LONGEST,
                width=340,
                **state.tie(page, "find"),
            )
        st.html(_menu(page))


def _menu(page: str) -> str:
    """Links to all pages, a list for each section; on a phone behind one word that opens them."""
    sections: dict[str, list[str]] = {}
    for entry in filter(lambda entry: entry.in_menu, PAGES.values()):
        sections.setdefault(entry.section, []).append(f"<li>{_entry(entry.name, page)}</li>")
    lists = "".join(f"<ul>{''.join(items)}</ul>" for items in sections.values())
    return (
        f'<nav class="inside menu" aria-label="Pages">{lists}</nav>'
        f'<details class="inside folded"><summary>Menu: {escape(PAGES[page].title)}</summary>'
        f'<nav aria-label="Pages">{lists}</nav></details>'
    )


def _entry(name: str, page: str) -> str:
    here = ' aria-current="page"' if name == page else ""
    return f'<a href="{escape(links.address(name))}"{here}>{escape(PAGES[name].title)}</a>'


def _found() -> None:
    """The bodies that fit the words in the search box, as links to their lineage."""
    words = state.view().find
    if not words:
        return
    hits = search(registry(), words, limit=HITS + 1)
    with st.container(key="found", border=True):
        if not hits:
            st.markdown(f"Nothing in this edition fits “{text.plain(words)}”.")
            return
        close = "No exact match. Near to " if hits[0].approximate else ""
        more = "more than " if len(hits) > HITS else ""
        number = counted(min(len(hits), HITS), "body", "bodies")
        head = f"{close}“{escape(words)}”: {more}{number}"
        items = "".join(f"<li>{_hit(hit)}</li>" for hit in hits[:HITS])
        st.html(
            f'<section class="inside hits" aria-label="Search results"><p>{head}</p>'
            f"<ul>{items}</ul></section>"
        )


def _hit(hit: Hit) -> str:
    notes = [
        f"{hit.field}: {hit.matched}" if hit.matched.casefold() not in hit.title.casefold() else "",
        hit.caution,
        hit.closed_note,
    ]
    small = escape(" · ".join(note for note in notes if note))
    return f"{links.body(hit.organisation_id, hit.title)}<span>{small}</span>"


def _footer() -> None:
    edition = registry().edition
    attribution = " ".join(edition.attribution)
    st.html(
        f'<footer class="inside"><p>As known on {day_words(edition.as_known_on)}. '
        f"Edition {escape(edition.version)} ({edition.digest[:8]}). "
        f"{escape(attribution)}</p></footer>"
    )
