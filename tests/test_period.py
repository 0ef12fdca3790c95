"""Half-open periods and partial dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.errors import DateError
from explorer.period import (
    PartialDate,
    Period,
    Precision,
    after_last_day,
    day,
    last_day_before,
    partial,
    spell,
)

DAYS = st.dates(date(1948, 7, 5), date(2027, 12, 31))
ENDS = st.none() | DAYS


def test_last_day_and_first_day_do_not_overlap():
    trust = spell(partial("2002-04-01"), partial("2013-03-31"))
    group = spell(partial("2013-04-01"), None)
    assert date(2013, 3, 31) in trust
    assert date(2013, 4, 1) not in trust
    assert date(2013, 3, 31) not in group
    assert date(2013, 4, 1) in group


def test_a_year_means_all_its_days():
    year = partial("1999")
    assert (year.first, year.last) == (date(1999, 1, 1), date(1999, 12, 31))
    assert year.precision is Precision.YEAR
    assert not year.exact


def test_a_month_ends_on_its_own_last_day():
    assert partial("2000-02").last == date(2000, 2, 29)
    assert partial("1999-02").last == date(1999, 2, 28)
    assert partial("2000-02").precision is Precision.MONTH


def test_a_day_is_exact():
    assert partial("2013-04-01") == PartialDate("2013-04-01", date(2013, 4, 1), date(2013, 4, 1))
    assert partial("2013-04-01").exact


@pytest.mark.parametrize("text", ["", "13", "2013-4", "2013-13", "2013-02-30", "1 April 2013", "x"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match="is not a"):
        partial(text)


def test_a_malformed_day_is_explained():
    with pytest.raises(DateError) as error:
        day("1/4/2013")
    assert str(error.value) == (
        "'1/4/2013' is not a date such as 1999, 1999-04 or 1999-04-01. "
        "Write a day as year-month-day, for instance 2013-04-01."
    )


def test_a_day_that_is_not_in_the_calendar_is_explained():
    with pytest.raises(DateError) as error:
        day("2013-02-30")
    assert str(error.value) == (
        "'2013-02-30' is not a day of the calendar. "
        "Write a day as year-month-day, for instance 2013-04-01."
    )


def test_a_month_is_no_day():
    with pytest.raises(DateError) as error:
        day("2013-04")
    assert str(error.value) == (
        "'2013-04' names a month, not a day. "
        "Write a day as year-month-day, for instance 2013-04-01."
    )


@given(DAYS)
def test_the_end_after_a_last_day_has_that_last_day(when):
    assert last_day_before(after_last_day(when)) == when


@given(ENDS, ENDS, ENDS, ENDS, DAYS)
def test_a_clip_holds_the_days_of_both(a, b, c, d, when):
    one, other = Period(a, b), Period(c, d)
    assert (when in one.clip(other)) == (when in one and when in other)


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400))
def test_periods_overlap_where_they_share_a_day(a, length, b, other_length):
    one = Period(a, a + timedelta(length))
    other = Period(b, b + timedelta(other_length))
    days = {a + timedelta(n) for n in range(length)} & {
        b + timedelta(n) for n in range(other_length)
    }
    assert one.overlaps(other) == bool(days)
