"""A time axis is linear in days, and what is packed in rows does not touch."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.layout.axis import TimeAxis, rows

AXIS = TimeAxis(100, 1100, date(2000, 1, 1), date(2010, 1, 1))


def test_equal_spans_of_days_are_equal_spans_of_px():
    week = AXIS.x(date(2003, 5, 8)) - AXIS.x(date(2003, 5, 1))
    assert week == pytest.approx(7 * AXIS.per_day)
    assert (AXIS.x(date(2000, 1, 1)), AXIS.x(date(2010, 1, 1))) == (100, 1100)


def test_days_off_the_axis_keep_the_scale_or_are_held_at_its_ends():
    assert AXIS.x(date(1999, 12, 31)) == 100 - AXIS.per_day
    assert AXIS.within(date(1990, 1, 1), 0) == 100
    assert AXIS.within(None, 7) == 7


def test_years_stand_as_close_as_they_may():
    assert AXIS.years(90) == tuple(range(2000, 2011))
    assert AXIS.years(150) == (2000, 2002, 2004, 2006, 2008, 2010)
    assert AXIS.years(400) == (2000, 2005, 2010)
    late = TimeAxis(0, 100, date(2000, 7, 1), date(2004, 1, 1))
    assert late.years(10) == (2001, 2002, 2003, 2004)


def test_what_fits_side_by_side_shares_a_row():
    assert rows([(0, 10), (20, 30), (5, 25)], 4) == (0, 0, 1)
    assert rows([(0, 10), (12, 20)], 4) == (0, 1)


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 40)), max_size=25))
def test_no_two_in_one_row_touch(items):
    spans = [(left, left + wide) for left, wide in items]
    placed = zip(rows(spans, 3), spans, strict=True)
    for (row, one), (other_row, other) in combinations(placed, 2):
        if row == other_row:
            assert one[1] + 3 <= other[0] or other[1] + 3 <= one[0]
