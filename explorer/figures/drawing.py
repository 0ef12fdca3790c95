"""A scene as a Plotly figure, painted to the pixel.

The axes run over the page with one unit a pixel, so the figure looks as measured only at its own
width: give it to Streamlit with `theme=None, width="content", config=CONFIG`. Shapes carry the
drawing, one trace the words, and one trace of invisible bars answers pointing and clicking:
`customdata[0]` of a selected point is the key of its item.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from explorer.drawing.geometry import bounds, cut, polygons
from explorer.drawing.pieces import Piece, number, path_data, pieces
from explorer.drawing.scene import Item, Mark, Path, Scene, Text
from explorer.drawing.textbox import box, plates, wrap
from explorer.look import FONT_STACK

CONFIG = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": False}

_MIDDLE = 0.25  # Plotly sets the baseline of "middle" text a quarter of its size below the point
_HOVER, _HOVER_SIZE = 380, 14  # px: widest line and type of the words shown when pointing
_STRIPS = 8  # a slanted band answers to the pointer in so many upright strips
_REACH = 2.5  # px by which a sign or a thin item answers beyond its edges


def figure(scene: Scene) -> dict:
    """The figure as plain values, ready for `st.plotly_chart`; building `go.Figure(...)` of it
    only adds a validation of every shape."""
    axis = {"visible": False, "fixedrange": True, "automargin": False}
    return {
        "data": [*_answers(scene), *_words(scene.texts)],
        "layout": {
            "width": scene.width,
            "height": scene.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "autosize": False,
            "paper_bgcolor": scene.paper,
            "plot_bgcolor": scene.paper,
            "xaxis": {**axis, "range": [0, scene.width]},
            "yaxis": {**axis, "range": [scene.height, 0]},
            "shapes": [_shape(piece) for piece in _merged((*scene.drawn, *plates(scene.texts)))],
            "font": {"family": FONT_STACK},
            "showlegend": False,
            "barmode": "overlay",
            "hovermode": "closest",
            "dragmode": False,
            "hoverlabel": {
                "align": "left",
                "namelength": -1,
                "font": {"family": FONT_STACK, "size": _HOVER_SIZE},
            },
        },
    }


def _merged(drawn: Sequence[Item]) -> list[Piece]:
    """The pieces of all items; neighbours in order with the same paint become one path.

    Only signs and open lines are joined: areas could overlap, and an overlap would be a hole.
    """
    joined: list[Piece] = []
    for piece in (piece for item in drawn for piece in pieces(item)):
        last = joined[-1] if joined else None
        if last and _joinable(last) and _joinable(piece) and last.paint == piece.paint:
            joined[-1] = replace(last, steps=last.steps + piece.steps)
        else:
            joined.append(piece)
    return joined


def _joinable(piece: Piece) -> bool:
    return piece.mark or not piece.closed


def _shape(piece: Piece) -> dict:
    line = {"width": piece.stroke_width if piece.stroke else 0}
    if piece.stroke:
        line["color"] = piece.stroke
    if piece.dash:
        line["dash"] = ",".join(f"{number(part)}px" for part in piece.dash)
    return {
        "type": "path",
        "path": path_data(piece.steps, piece.closed),
        "layer": "below",
        "fillcolor": piece.fill or "rgba(0,0,0,0)",
        "line": line,
        "opacity": piece.opacity,
    }


def _words(texts: Sequence[Text]) -> list[dict]:
    sides = {"start": "middle right", "middle": "middle center", "end": "middle left"}
    if not texts:
        return []
    return [
        {
            "type": "scatter",
            "mode": "text",
            "x": [text.x for text in texts],
            "y": [round(text.y - _MIDDLE * text.size, 2) for text in texts],
            "text": [_escaped(text.text) for text in texts],
            "textposition": [sides[text.anchor] for text in texts],
            "textfont": {
                "family": FONT_STACK,
                "size": [text.size for text in texts],
                "color": [text.fill for text in texts],
                "weight": [700 if text.bold else 400 for text in texts],
                "style": ["italic" if text.italic else "normal" for text in texts],
                "lineposition": ["through" if text.struck else "none" for text in texts],
            },
            "cliponaxis": False,
            "hoverinfo": "skip",
            # naming a colour for selected words keeps Plotly from paling all the others
            "selected": {"textfont": {"color": texts[0].fill}},
        }
    ]


def _escaped(text: str) -> str:
    """Words as words: Plotly reads a small HTML, and formulas between dollar signs."""
    marks = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "&#36;"}
    return "".join(marks.get(letter, letter) for letter in text)


def _answers(scene: Scene) -> list[dict]:
    """Invisible bars over every item with a key or a title, large ones first."""
    spots = [
        (area, item) for item in scene.items if item.key or item.title for area in _areas(item)
    ]
    if not spots:
        return []
    spots.sort(key=lambda spot: -(spot[0][2] - spot[0][0]) * (spot[0][3] - spot[0][1]))
    style = {"marker": {"opacity": 0}}
    return [
        {
            "type": "bar",
            "orientation": "h",
            "base": [round(left, 2) for (left, _, _, _), _ in spots],
            "x": [round(right - left, 2) for (left, _, right, _), _ in spots],
            "y": [round((top + bottom) / 2, 2) for (_, top, _, bottom), _ in spots],
            "width": [round(bottom - top, 2) for (_, top, _, bottom), _ in spots],
            "customdata": [[item.key] for _, item in spots],
            "hovertext": [_hover(item.title) for _, item in spots],
            "hoverinfo": ["text" if item.title else "none" for _, item in spots],
            "marker": {"color": scene.paper, "opacity": 0, "line": {"width": 0}},
            "selected": style,
            "unselected": style,
        }
    ]


@lru_cache(maxsize=5_000)
def _hover(title: str) -> str:
    """The words in lines short enough to stand beside what they are about."""
    lines = (wrap(line, _HOVER, _HOVER_SIZE, balanced=False) for line in title.splitlines())
    return "<br>".join(_escaped(line) for part in lines for line in part)


def _areas(item: Item) -> Iterator[tuple[float, float, float, float]]:
    if isinstance(item, Text):
        yield box(item)
        return
    limits = bounds(item)
    if isinstance(item, Path) and item.closed:
        width = (limits[2] - limits[0]) / _STRIPS
        sides = [limits[0] + i * width for i in range(_STRIPS + 1)]
        for left, right in pairwise(sides):
            for polygon in polygons(item):
                kept = cut(polygon, left, right)
                if kept:
                    ys = [y for _, y in kept]
                    yield (left, min(ys), right, max(ys))
        return
    thin = min(limits[2] - limits[0], limits[3] - limits[1]) < 2 * _REACH
    spare = _REACH if thin or isinstance(item, Mark) else 0
    yield (limits[0] - spare, limits[1] - spare, limits[2] + spare, limits[3] + spare)
