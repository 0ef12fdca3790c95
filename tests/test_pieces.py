"""Items lowered to plain paths paint what the item says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.drawing.geometry import flatten
from explorer.drawing.pieces import HATCH_STEP, fade_stops, hatch, number, path_data, pieces
from explorer.drawing.scene import Line, Mark, Path, Rect

FILL = {"fill": "#12436D"}


def area(points):
    sides = zip(points, (*points[1:], points[0]), strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in sides)) / 2


def test_a_bar_is_one_piece():
    (piece,) = pieces(Rect(0, 0, 10, 10, **FILL))
    assert (piece.fill, piece.opacity, piece.closed) == ("#12436D", 1, True)


def test_an_item_without_colours_paints_nothing():
    assert tuple(pieces(Rect(0, 0, 10, 10))) == ()


def test_an_arrow_ends_with_a_head_and_its_shaft_stops_before_the_point():
    shaft, head = pieces(Line(0, 0, 100, 0, 10, stroke="#222222"))
    assert head.fill == "#222222"
    assert flatten(shaft.steps)[0][-1][0] == pytest.approx(92)


sizes = st.floats(min_value=5, max_value=300)


@given(st.floats(min_value=-100, max_value=300), sizes, sizes)
def test_hatching_stays_inside_and_leaves_no_gap(x, width, height):
    lines = hatch(Rect(x, 7, width, height, hatch="#12436D"))
    ends = [end for line in lines for end in line]
    assert all(x - 0.01 <= a <= x + width + 0.01 and 6.99 <= b <= 7.01 + height for a, b in ends)
    assert abs(len(lines) - (width + height) / HATCH_STEP) <= 1


def test_hatching_of_neighbours_lies_on_one_lattice():
    left, right = Rect(0, 0, 37, 40, hatch="#12436D"), Rect(37, 0, 40, 40, hatch="#12436D")
    sums = {round((x + y) % HATCH_STEP, 6) for one in (left, right) for (x, y), _ in hatch(one)}
    assert sums <= {0.0, HATCH_STEP}


def test_hatching_of_a_hollow_shape_leaves_the_hollow_free():
    u = Path(
        (
            *(("M", 0, 0), ("L", 90, 0), ("L", 90, 90), ("L", 60, 90)),
            *(("L", 60, 30), ("L", 30, 30), ("L", 30, 90), ("L", 0, 90)),
        ),
        True,
    )
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in hatch(u)]
    assert not [m for m in middles if 31 < m[0] < 59 and m[1] > 31]


@given(sizes, sizes, st.sampled_from(["left", "right", "both"]), sizes)
def test_slices_of_a_fade_cover_the_bar_once(width, height, side, length):
    bar = Rect(3.3, 0, width, height, fade=side, fade_px=length, **FILL)
    covered = sum(area(flatten(piece.steps)[0]) for piece in pieces(bar))
    assert covered == pytest.approx(width * height, rel=1e-6)


def test_a_fade_thins_out_towards_the_unknown_end():
    bar = Rect(0, 0, 100, 10, fade="left", fade_px=30, opacity=0.8, **FILL)
    seen = [piece.opacity for piece in pieces(bar)]
    assert seen == sorted(seen)
    assert (seen[0] < 0.1, seen[-1]) == (True, 0.8)


def test_two_fades_share_a_bar_that_is_too_short_for_both():
    bar = Rect(0, 0, 40, 10, fade="both", fade_px=30, **FILL)
    assert fade_stops(bar) == ((0, 0.0), (20, 1.0), (40, 0.0))


def test_the_edge_of_a_faded_bar_has_its_closed_side_once():
    bar = Rect(0, 0, 100, 10, fade="left", fade_px=30, stroke="#222222")
    upright = [
        line
        for piece in pieces(bar)
        for line in flatten(piece.steps)
        if line[0][0] == line[-1][0] == 100
    ]
    assert len(upright) == 1


def test_a_closed_path_of_two_parts_closes_both():
    steps = (("M", 0, 0), ("L", 1, 0), ("L", 1, 1), ("M", 5, 5), ("L", 6, 5), ("L", 6, 6))
    assert path_data(steps, True) == "M0 0L1 0L1 1ZM5 5L6 5L6 6Z"
    assert path_data(steps, False) == "M0 0L1 0L1 1M5 5L6 5L6 6"


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.125, "0.12"), (-0.001, "0"), (100.0, "100"), (-2.5, "-2.5")]
)
def test_numbers_are_short(value, text):
    assert number(value) == text


def test_signs_are_marked_as_such():
    (piece,) = pieces(Mark(0, 0, 10, **FILL))
    assert piece.mark
