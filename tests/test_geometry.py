"""Shapes of a scene: outlines, bounds, bands, clipping."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.drawing.geometry import (
    arrow_head,
    band,
    bounds,
    cut,
    flatten,
    outline,
    polygons,
    polyline,
    shifted,
)
from explorer.drawing.scene import SHAPES, Line, Mark, Path, Rect, Text

px = st.floats(min_value=-500, max_value=500)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_mark_stands_centred_in_its_box(shape):
    left, top, right, bottom = bounds(Mark(100, 50, 20, shape))
    assert left + right == pytest.approx(200)
    assert top + bottom == pytest.approx(100)
    assert 0.8 * 20 <= right - left <= 1.1 * 20 + 0.01


def test_a_band_starts_and_ends_on_its_sides_at_full_height():
    one = band(100, 10, 30, 200, 50, 60, fill="#000000")
    assert bounds(one) == pytest.approx((100, 10, 200, 60))
    (points,) = polygons(one)
    assert {(100, 10), (200, 50), (200, 60), (100, 30)} <= {(round(x), round(y)) for x, y in points}


def test_an_open_path_has_bounds_but_no_area():
    path = polyline([(0, 0), (10, 20)])
    assert polygons(path) == ()
    assert bounds(path) == (0, 0, 10, 20)


def test_a_path_of_two_parts_is_flattened_part_by_part():
    steps = (("M", 0, 0), ("L", 1, 1), ("M", 5, 5), ("L", 6, 6))
    assert flatten(steps) == (((0, 0), (1, 1)), ((5, 5), (6, 6)))


def test_rounded_corners_keep_the_box():
    assert bounds(Rect(0, 0, 30, 20, 6)) == pytest.approx((0, 0, 30, 20))
    assert outline(Rect(0, 0, 30, 20))[0] == ("M", 0, 0)


def test_the_head_of_an_arrow_points_along_its_line():
    (head,) = flatten(arrow_head(Line(0, 0, 100, 0, 10)))
    assert head[0] == (100, 0)
    assert {round(x) for x, _ in head[1:]} == {90}


@given(px, px, st.floats(min_value=1, max_value=200), st.floats(min_value=1, max_value=200), px, px)
def test_what_is_cut_from_a_rectangle_is_the_part_between_the_verticals(x, y, width, height, a, b):
    (polygon,) = polygons(Rect(x, y, width, height))
    left, right = sorted((a, b))
    kept = cut(polygon, left, right)
    area = (
        abs(
            sum(
                p[0] * q[1] - q[0] * p[1] for p, q in zip(kept, (*kept[1:], *kept[:1]), strict=True)
            )
        )
        / 2
    )
    expected = max(0.0, min(right, x + width) - max(left, x)) * height
    assert area == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    "item",
    [
        Rect(1, 2, 3, 4),
        Line(1, 2, 3, 4),
        Mark(1, 2, 3),
        Path((("M", 1, 2), ("C", 3, 4, 5, 6, 7, 8))),
    ],
)
def test_moving_an_item_moves_its_bounds(item):
    moved = bounds(shifted(item, 10, 20))
    assert moved == pytest.approx(
        tuple(a + b for a, b in zip(bounds(item), (10, 20, 10, 20), strict=True))
    )


def test_moving_a_text_moves_its_baseline():
    assert shifted(Text(1, 2, "a", 16), 10, 20) == Text(11, 22, "a", 16)
