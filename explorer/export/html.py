"""A drawing and its tables as one web page that needs no network, no server and no script."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from html import escape
from pathlib import Path

from explorer.drawing.page import unframed
from explorer.drawing.scene import Scene
from explorer.export.glyphs import seen
from explorer.export.svg import svg
from explorer.look import counted
from explorer.sheets.sheet import Column, Sheet, Value

_STYLE = Path(__file__).with_name("page.css")
_CLOSED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def html(scene: Scene, sheets: Mapping[str, Sheet]) -> str:
    """The drawing between its words, what it shows in words, and every table with its CSV."""
    body = [
        f"<h1>{words(scene.headline or scene.alt)}</h1>",
        f'<p class="standfirst">{words(scene.standfirst)}</p>' if scene.standfirst else "",
        f"<figure>{drawing(unframed(scene) if scene.inside else scene)}</figure>",
        f"<footer>{''.join(f'<p>{words(note)}</p>' for note in (*scene.notes, scene.source_line))}"
        "</footer>",
        in_words(scene),
        *(table(name, sheet) for name, sheet in sheets.items()),
    ]
    return whole(scene.headline or scene.alt, scene.alt, body)


def whole(title: str, about: str, body: list[str], script: str = "") -> str:
    """A page around `body`; nothing outside it can be asked for."""
    rules = f"{_CLOSED}; script-src 'unsafe-inline'" if script else _CLOSED
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en-GB">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{rules}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="description" content="{words(about)}">',
            f"<title>{words(title)}</title>",
            f"<style>{_STYLE.read_text(encoding='utf-8')}</style>",
            "</head>",
            "<body>",
            "<main>",
            *filter(None, body),
            "</main>",
            *([f"<script>{script}</script>"] if script else []),
            "</body>",
            "</html>",
            "",
        ]
    )


def drawing(scene: Scene) -> str:
    """The drawing in a frame that scrolls sideways where the screen is narrow."""
    return (
        '<div class="wide" tabindex="0" role="region" aria-label="Drawing, scrolls sideways">'
        f"{svg(scene)}</div>"
    )


def in_words(scene: Scene) -> str:
    if not scene.description:
        return ""
    lines = "".join(f"<p>{words(line)}</p>" for line in scene.description.splitlines() if line)
    return f"<details><summary>The drawing in words</summary>{lines}</details>"


def table(name: str, sheet: Sheet) -> str:
    """A table that opens on request, and a link that saves its CSV from the page itself."""
    title = name.replace("_", " ").capitalize()
    rows = counted(len(sheet.rows), "row", "rows")
    head = "".join(f'<th scope="col"{_side(c)}>{words(c.heading)}</th>' for c in sheet.columns)
    body = "\n".join(
        f"<tr>{''.join(map(_cell, sheet.columns, row, [sheet] * len(row)))}</tr>"
        for row in sheet.rows
    )
    data = b64encode(sheet.csv.encode()).decode()
    return (
        f"<details><summary>Table: {words(title)} ({rows})</summary>"
        f'<p><a download="{words(name)}.csv" href="data:text/csv;charset=utf-8;base64,{data}">'
        f"Save this table as CSV</a></p>"
        f'<div class="wide" tabindex="0" role="region" aria-label="{words(title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def words(text: object) -> str:
    """Words as words, also between quotation marks."""
    return escape(seen(str(text)), quote=True)


def _cell(column: Column, value: Value, sheet: Sheet) -> str:
    said = sheet.words(column, value)
    return f'<td{_side(column)} dir="auto">{"" if said is None else words(said)}</td>'


def _side(column: Column) -> str:
    return ' class="number"' if column.sort == "number" else ""
