"""Parts keep their items and boxes wherever they are moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.drawing.scene import Rect
from explorer.layout.parts import NOTHING, Part, columns, overlaid, stacked


def part(height=20.0, name="a"):
    return Part((Rect(0, 0, 10, height),), height, {name: (0, 0, 10, height)})


def test_stacked_parts_stand_below_each_other_with_the_gap_between():
    whole = stacked((part(20), NOTHING, part(30, "b")), 5)
    assert whole.height == 55
    assert [item.y for item in whole.items] == [0, 25]
    assert whole.boxes == {"a": (0, 0, 10, 20), "b": (0, 25, 10, 55)}


def test_parts_side_by_side_are_as_high_as_the_highest():
    whole = overlaid((part(20), part(30, "b").moved(15, 0)))
    assert whole.height == 30
    assert whole.boxes["b"] == (15, 0, 25, 30)


def test_moves_add_up():
    moved = stacked((part(), part(10, "b").moved(3, 0)), 4).moved(100, 200)
    assert moved.boxes["b"] == (103, 224, 113, 234)
    assert [(item.x, item.y) for item in moved.items] == [(100, 200), (103, 224)]


def test_nothing_has_no_height():
    assert stacked((), 5).height == 0
    assert overlaid(()).height == 0


@given(st.integers(1, 40), st.floats(50, 1500), st.floats(40, 300), st.floats(0, 40))
def test_columns_fill_the_width_and_rows_are_even(wanted, width, least, gap):
    grid = columns(0, width, least, gap, wanted)
    assert grid.x(grid.count - 1) + grid.width == pytest.approx(width)
    assert grid.count == 1 or grid.width >= least - 0.01
    rows = -(-wanted // grid.count)
    assert wanted > (rows - 1) * grid.count
