from explorer.load import load
from explorer.policy.eras import turning_points
from tests.worlds import world


def test_the_record_turns_with_its_largest_reforms_and_the_latest():
    years = [reform.date.text for reform in turning_points(load())]
    assert years == [
        *("1974-04-01", "1982-04-01", "1996-04-01", "1999-04-01", "2002-04-01"),
        *("2006-10-01", "2013-04-01", "2020-04-01", "2022-07-01", "2026-04-01"),
    ]


def test_fewer_turning_points_are_the_larger_ones():
    years = [reform.date.first.year for reform in turning_points(load(), number=2)]
    assert years == [2002, 2013, 2026]


def test_a_record_without_reforms_has_no_turning_points():
    assert turning_points(world("A 2002..2013")) == ()
