"""The Plotly figure of a scene: one unit a pixel, words as words, items that answer."""

import json

import plotly.graph_objects as go
import pytest

from explorer.drawing.geometry import band
from explorer.drawing.scene import Line, Mark, Rect, Scene, Text
from explorer.figures.drawing import CONFIG, figure

INK, PAPER = "#222222", "#FFFFFF"


def scene(*items):
    return Scene("test", 400, 200, items, PAPER)


ALL = scene(
    Rect(10, 10, 100, 20, fill="#12436D", key="08F", title="Nene <b>group</b>"),
    Rect(10, 40, 100, 20, fill="#12436D", hatch=PAPER, fade="left", fade_px=30),
    band(10, 80, 100, 200, 90, 95, fill="#28A197", opacity=0.6, key="5PD>08F"),
    Line(10, 120, 200, 120, 8, stroke=INK, dash=(4, 3)),
    *(Mark(20 + 12 * i, 150, 8, "disc", fill="#801650", key=f"g{i}") for i in range(10)),
    Text(220, 50, "A & B <b> $x$", 16, bold=True, fill=INK, plate=PAPER),
    Text(220, 90, "old", 14, italic=True, struck=True, anchor="end", fill=INK),
)


def test_plotly_accepts_every_value_of_the_figure():
    built = go.Figure(figure(ALL))
    assert built.layout.width == 400
    json.dumps(figure(ALL))


def test_axes_run_over_the_page_with_one_unit_a_pixel_and_cannot_be_dragged():
    layout = figure(ALL)["layout"]
    assert (layout["xaxis"]["range"], layout["yaxis"]["range"]) == ([0, 400], [200, 0])
    assert layout["xaxis"]["fixedrange"]
    assert layout["yaxis"]["fixedrange"]
    assert layout["margin"] == {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0}
    assert CONFIG["displayModeBar"] is False


def words(drawn):
    return next(trace for trace in drawn["data"] if trace.get("mode") == "text")


def test_words_are_never_read_as_markup_or_formula():
    assert words(figure(ALL))["text"][0] == "A &amp; B &lt;b&gt; &#36;x&#36;"


def test_words_stand_on_their_baseline():
    trace = words(figure(ALL))
    assert trace["y"] == [50 - 0.25 * 16, 90 - 0.25 * 14]
    assert trace["textposition"] == ["middle right", "middle left"]
    assert trace["textfont"]["lineposition"] == ["none", "through"]


def answers(drawn):
    return next(trace for trace in drawn["data"] if trace["type"] == "bar")


def test_every_item_with_a_key_answers_where_it_is_drawn():
    trace = answers(figure(scene(Rect(10, 20, 100, 30, fill=INK, key="08F", title="Nene"))))
    assert (trace["base"], trace["x"], trace["y"], trace["width"]) == ([10], [100], [35], [30])
    assert trace["customdata"] == [["08F"]]
    assert trace["hovertext"] == ["Nene"]


def test_all_keys_of_the_scene_answer_and_nothing_else():
    assert {row[0] for row in answers(figure(ALL))["customdata"]} == ALL.keys


def test_a_small_item_answers_before_the_large_one_below_it():
    trace = answers(
        figure(
            scene(
                Mark(50, 50, 8, key="small", fill=INK), Rect(0, 0, 100, 100, key="large", fill=INK)
            )
        )
    )
    assert [row[0] for row in trace["customdata"]] == ["large", "small"]


def test_answers_cannot_be_seen_before_or_after_a_click():
    trace = answers(figure(ALL))
    assert trace["marker"]["opacity"] == 0
    assert trace["selected"]["marker"]["opacity"] == trace["unselected"]["marker"]["opacity"] == 0


def test_equal_signs_side_by_side_are_one_shape():
    many = scene(*(Mark(20 + 12 * i, 150, 8, "disc", fill="#801650") for i in range(30)))
    assert len(figure(many)["layout"]["shapes"]) == 1


@pytest.mark.parametrize("gap", [-5, 0, 5])
def test_areas_are_never_joined_as_an_overlap_would_be_a_hole(gap):
    two = scene(Rect(0, 0, 50, 50, fill=INK), Rect(50 + gap, 0, 50, 50, fill=INK))
    assert len(figure(two)["layout"]["shapes"]) == 2


def test_a_plate_is_painted_above_the_lines_and_below_the_words():
    shapes = figure(
        scene(Text(10, 50, "a", 16, fill=INK, plate=PAPER), Line(0, 45, 90, 45, stroke=INK))
    )
    assert shapes["layout"]["shapes"][-1]["fillcolor"] == PAPER


def test_a_page_without_words_or_keys_still_draws():
    go.Figure(figure(scene(Rect(0, 0, 50, 50, fill=INK))))
