"""A drawing on a page, with its words, its table and what a reader may take away."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go
import streamlit as st

from explorer.drawing.scene import Scene
from explorer.errors import ExplorerError
from explorer.export.drawings import drawing_of, view_of
from explorer.figures.drawing import CONFIG, figure
from explorer.look import counted
from explorer.sheets.sheet import Sheet
from explorer.tables import frame
from explorer.ui import inpage, links, state, text
from explorer.ui.exporting.bar import bar
from explorer.ui.record import registry
from explorer.view import PASSING, to_params

if TYPE_CHECKING:
    import pandas as pd

WIDTH = 1176  # px: the measure of the page with its gutters; narrower screens scroll sideways
KEPT = 60  # drawings and tables of the latest views; a drawing takes about 1.5 MB
TALLEST = 640  # px of a table before it scrolls
ROW = 35  # px of one row of `st.dataframe`
WIDTHS = {"date": 140}  # px, by sort of column
ID = "Id"  # the heading under which sheets give the body of a row

_LOG = logging.getLogger(__name__)


def drawing(page: str, draw: Callable[..., Scene], **tables: Callable[[], Sheet]) -> None:
    """The drawing that `draw(width=, theme=)` makes, in words too, and the tables of its facts.

    The name of each table is that of its file. What is not open is neither made nor sent: a page
    would wait for it. Whatever is made is kept for the next reader of the same view.
    """
    for tab, name in zip(_tabs(page, tuple(tables)), (None, *tables), strict=True):
        if tab.open:
            with tab:
                table(page, name, tables[name]) if name else _drawn(page, draw)
    with st.container(horizontal=True, vertical_alignment="center"):
        bar(page, draw, tables)
        copy_link(page)


def view(page: str) -> None:
    """The drawing of a page with its tables: the same that its permanent address gives."""
    chosen = state.view()
    try:
        found = view_of(drawing_of(page, chosen), registry(), chosen)
    except ExplorerError as error:  # the record has nothing of what was asked for, and it says so
        st.info(text.plain(str(error)))
        copy_link(page)
    else:
        drawing(page, found.draw, **found.tables)


def _tabs(page: str, tables: tuple[str, ...]) -> Sequence[Any]:
    """The drawing and its tables; which of them is open stands in the address."""
    labels = {None: "Drawing", **{name: name.capitalize() for name in tables}}
    key, now = f"{page}-tab", labels.get(state.view().tab, labels[None])
    if st.session_state.get(key) != now:
        st.session_state[key] = now
    names = {label: name for name, label in labels.items()}
    return st.tabs(
        list(names), key=key, on_change=lambda: state.put(page, tab=names[st.session_state[key]])
    )


def table(page: str, name: str, make: Callable[[], Sheet]) -> None:
    """A long table, to sort and to search, and its CSV."""
    rows, widths = _rows(registry().edition.digest, page, _view(page), name, make)
    ids = list(rows[ID]) if ID in rows else []
    if ids:
        st.caption(_offer(next(filter(None, ids), "")))
    marked = st.dataframe(
        rows,
        hide_index=True,
        width="stretch",
        height=min(TALLEST, ROW * (len(rows) + 1) + 3),
        column_config=widths,
        placeholder="",  # unknown is an empty cell
        key=f"{page}-{name}-{_view(page)}",
        on_select="rerun" if ids else "ignore",
        selection_mode="single-row",
    )
    if ids and marked.selection.rows:
        _open(page, (ids[marked.selection.rows[0]],))
    st.download_button(
        f"Download as CSV ({counted(len(rows), 'row', 'rows')})",
        data=lambda: make().csv.encode(),
        file_name=f"{name}-{registry().edition.version}.csv",
        mime="text/csv",
        key=f"{page}-{name}-csv",
        on_click="ignore",
    )


def copy_link(page: str) -> None:
    """A button that copies the address which rebuilds this view."""
    inpage.copy_button(links.permalink(page))


def picture(page: str, draw: Callable[..., Scene]) -> None:
    """A drawing alone, for a page of few words; its words and tables stand on another page."""
    _drawn(page, draw, told=False)


def _drawn(page: str, draw: Callable[..., Scene], *, told: bool = True) -> None:
    view, theme = _view(page), st.context.theme.type or "light"
    try:
        scene, plotted = _picture(registry().edition.digest, page, view, theme, WIDTH, draw)
    except ExplorerError as error:  # what was asked for cannot be drawn, and it says why
        st.info(text.plain(str(error)))
        return
    except Exception:  # the tables hold the same facts, and must outlive any fault of a layout
        _LOG.exception("The drawing of %s for %s failed", page, view)
        st.warning("This drawing could not be made. The tables hold the same facts.")
        return
    with st.container(key="drawing"):
        picked = st.plotly_chart(
            plotted,
            key=f"{page}-{view}-{theme}",
            theme=None,
            width="content",
            config=CONFIG,
            alt=scene.alt,
            on_select="rerun",
            selection_mode="points",
        )
    if told and scene.description:
        with st.expander("The drawing in words"):
            # a body or a change to a line: as running text it would be hard to follow
            text.paragraphs(scene.description.replace("; ", ";\n").splitlines(), "listed")
    _follow(page, picked)


def _view(page: str) -> str:
    """The settings of a page as one text, under which its results are kept."""
    params = to_params(replace(state.view(), **PASSING), page)
    return ",".join(f"{name}={code}" for name, code in params.items())


class _Checked(go.Figure):
    """A figure checked once: Streamlit would check the same plain values on every run."""

    def __init__(self, plain: dict) -> None:
        super().__init__()
        self._plain = go.Figure(plain).to_dict()

    def to_dict(self) -> dict:
        return self._plain


@st.cache_resource(max_entries=KEPT, show_spinner="Drawing…")
def _picture(
    digest: str, page: str, view: str, theme: str, width: int, _draw: Callable[..., Scene]
) -> tuple[Scene, go.Figure]:
    scene = _draw(width=width, theme=theme)
    return scene, _Checked(figure(scene))


@st.cache_resource(max_entries=KEPT, show_spinner=False)
def _rows(
    digest: str, page: str, view: str, name: str, _make: Callable[[], Sheet]
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The table, widths for columns that would be cut or too wide, and addresses as links."""
    sheet = _make()
    widths = {
        column.heading: st.column_config.TextColumn(width=WIDTHS[column.sort])
        for column in sheet.columns
        if column.sort in WIDTHS
    } | {
        column.heading: st.column_config.LinkColumn()
        for column in sheet.columns
        if column.key == "url"
    }
    return frame(sheet), widths


def _follow(page: str, picked: Any) -> None:
    points = picked.selection.points if picked else ()
    _open(page, [point["customdata"][0] for point in points if point.get("customdata")])


def _offer(name: str) -> str:
    """What marking a row leads to."""
    body = name in registry().organisations
    return f"Mark a row to go to {'the lineage of its body' if body else 'what it did'}."


def _open(page: str, keys: Sequence[str]) -> None:
    """From a body to its lineage, from a day to its structure, from an Act or a reform to what it
    did, from a kind to its bodies."""
    record, view = registry(), state.view()
    for key in keys[:1]:
        sort, _, name = key.rpartition(":")
        if key in record.organisations:
            to = "card" if page == "record" else "lineage"
            if (page, key) != (to, view.org):
                links.go(to, org=key, lines=())
        elif sort == "day":
            links.go("structure", day=date.fromisoformat(name))
        elif key in record.reforms or any(event.id == key for event in record.timeline):
            if (page, key) != ("timeline", view.reform):
                links.go("timeline", reform=key)
        elif (page, sort) == ("timeline", "kind"):
            links.go("timeline", kind=name)
