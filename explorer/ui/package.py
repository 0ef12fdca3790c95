"""The tables of the package on the page: one to browse and filter, and a body's record card."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from explorer.citing import cited, conflicts_about
from explorer.glossary import BODY, NAMED, Term
from explorer.load import tables as read
from explorer.look import day_words, upper_first
from explorer.narrative.records import table_sentence
from explorer.responsibilities import held_by_body
from explorer.schema import Table
from explorer.sheets import duties, package, records
from explorer.sheets.sheet import Sheet
from explorer.tables import frame
from explorer.ui import links, prose, show, sources, state, text
from explorer.ui.record import registry
from explorer.view import LeftOut

ABOUT = ("names", "codes", "relationships", "successions", "shares", "practice_flows",
         "planned", "budgets", "transfers")  # fmt: skip
FEW = 12  # rows that are shown without a frame to scroll in


def tables() -> Mapping[str, Table]:
    """The package as text, read once for each edition."""
    return _tables(registry().edition.digest)


@st.cache_resource(max_entries=2, show_spinner="Reading the tables…")
def _tables(digest: str) -> Mapping[str, Table]:
    return read()


def lead() -> None:
    """The chosen table: what a row is, and how many there are."""
    table = tables()[state.view().table]
    shown = len(_chosen(table).rows)
    schema = table.schema
    text.lead(table_sentence(schema.title, schema.description, shown, len(table)))


def choice(page: str) -> None:
    """The table, and words that its rows must hold."""
    held = tables()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Table",
            list(held),
            format_func=lambda name: f"{held[name].schema.title} ({len(held[name]):,})",
            width=340,
            **state.tie(page, "table", clears=("column", "value")),
        )
        words(page)
    _by_value(page, held[state.view().table])


def _by_value(page: str, table: Table) -> None:
    """A column and one of its values: only the rows that have it."""
    view, offered = state.view(), package.choices(table)
    titles = {field.name: field.title for field in table.schema.fields}
    if view.column and view.column not in titles:
        st.warning(
            text.plain(str(LeftOut("column", view.column, "which this table does not have")))
        )
    names = [name for name in titles if name in offered or name == view.column]
    names += [view.column] if view.column and view.column not in titles else []
    numbers = offered.get(view.column or "", {})
    values = sorted(numbers, key=str.casefold)
    values += [view.value] if view.value and view.value not in numbers else []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Only rows by a column",
            names,
            index=None,
            placeholder="Choose a column",
            format_func=lambda name: titles.get(name, name),
            width=340,
            **state.tie(page, "column", clears=("value",)),
        )
        if values:
            st.selectbox(
                "that has",
                values,
                index=None,
                placeholder="Choose a value",
                format_func=lambda value: f"{value} ({numbers.get(value, 0):,})",
                filter_mode="contains",
                width=340,
                **state.tie(page, "value"),
            )


def _chosen(table: Table) -> Sheet:
    """The rows that the view asks for."""
    view = state.view()
    return package.whole(table, view.words, *_filter(table))


def _filter(table: Table) -> tuple[str | None, str | None]:
    """The column and the value to filter by, where the table has the column."""
    view = state.view()
    return (view.column, view.value) if view.column in table.columns else (None, None)


def words(page: str) -> None:
    """Words to filter by; all of them must occur."""
    st.text_input(
        "Only rows with these words", type="search", max_chars=100, width=340,
        **state.tie(page, "words"),
    )  # fmt: skip


def table(page: str) -> None:
    """The rows, to sort and to download, and what each column holds."""
    view, chosen = state.view(), tables()[state.view().table]
    rows = partial(package.whole, chosen, view.words, *_filter(chosen))
    show.table(page, view.table, rows)
    with st.expander("What the columns hold"):
        items = "".join(
            f"<dt>{escape(field.title)}</dt><dd>{escape(field.description)}</dd>"
            for field in chosen.schema.fields
        )
        st.html(f'<dl class="inside kin">{items}</dl>')
    show.copy_link(page)


def card(page: str) -> None:
    """Everything that the record holds about the body, table by table."""
    body = registry().organisations[state.view().org]
    for name in ABOUT:
        found = package.about(registry(), tables()[name], body.id) if name in tables() else None
        if found and found.rows:
            st.subheader(f"{tables()[name].schema.title} ({len(found.rows):,})", anchor=False)
            _static(found)
    if held := held_by_body(registry(), body):
        st.subheader(f"Responsibilities, its own and of its kind ({len(held)})", anchor=False)
        _static(duties.holdings(registry(), held))
    st.subheader("Where sources differ", anchor=False)
    if conflicts_about(registry(), body):
        prose.conflicts([("organisation", body.id)])
    else:
        text.paragraphs(["No difference between sources is on record."])
    st.subheader("Sources, and what each supports", anchor=False)
    show.table(page, f"sources-{body.id}", partial(records.sources, cited(registry(), body)))
    prose.around(body)


def _static(found) -> None:
    """A table without the columns that are empty throughout; as a grid where it is long."""
    rows = frame(found)
    rows = rows[[name for name in rows if any(rows[name].notna() & (rows[name] != ""))]]
    if len(rows) > FEW:
        st.dataframe(rows, hide_index=True, width="stretch")
    else:
        st.table(rows, border="horizontal", hide_index=True)


def terms(found: tuple[Term, ...]) -> None:
    """Terms as a list, each with its acronyms, years and law."""
    items = "".join(
        f"<dt>{escape(term.term)}{f' ({escape(term.short)})' if term.short else ''}</dt>"
        f"<dd>{escape(upper_first(term.meaning or term.sort))} {_rest(term)}</dd>"
        for term in found
    )
    st.html(f'<dl class="inside kin">{items}</dl>')
    sources.popover(term.source_id for term in found if term.source_id)


def _rest(term: Term) -> str:
    said = [f"{escape(_years(term))}."] if _years(term) else []
    if term.legal_basis:
        said.append(f"Basis in law: {escape(term.legal_basis)}.")
    if term.bodies:
        said.append(links.anchor("timeline", f"Life bars ({term.bodies:,})", kind=term.id))
    if term.id in registry().organisations:
        said.append(links.anchor("lineage", "Its lineage", org=term.id))
    if term.id in registry().functions:
        said.append(links.anchor("functions", "Who held it", show="function", function=term.id))
    return " ".join(said)


def _years(term: Term) -> str:
    if term.start:
        start = day_words(term.start)
        return f"{start} to {day_words(term.end)}" if term.end else f"From {start}"
    if term.end:
        return f"First day not known, to {day_words(term.end)}"
    return "First day not known" if term.sort in (BODY, NAMED) else ""
