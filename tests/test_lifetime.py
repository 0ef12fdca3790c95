"""When a body counts as existing, and where that is in doubt."""

from datetime import date

from explorer.period import Period, partial
from explorer.record.lifetime import doubt, lifetime
from tests.worlds import world


def test_partial_dates_count_at_their_widest():
    life = lifetime(partial("1982"), partial("1990-03"), None, None)
    assert life == Period(date(1982, 1, 1), date(1990, 4, 1))


def test_the_inside_of_a_partial_date_is_in_doubt():
    opened, closed = partial("1982"), partial("1990-03")
    life = lifetime(opened, closed, None, None)
    assert doubt(life, opened, closed, None, closed_by=False) == (
        Period(date(1982, 1, 1), date(1982, 12, 31)),
        Period(date(1990, 3, 2), date(1990, 4, 1)),
    )


def test_whole_days_leave_no_doubt():
    opened, closed = partial("2002-04-01"), partial("2013-03-31")
    assert doubt(lifetime(opened, closed, None, None), opened, closed, None, closed_by=False) == ()


def test_a_closing_at_the_latest_leaves_doubt_after_the_opening():
    opened, closed = partial("1982"), partial("1993-03-31")
    life = lifetime(opened, closed, None, None)
    assert doubt(life, opened, closed, None, closed_by=True) == (
        Period(date(1982, 1, 1), date(1982, 12, 31)),
        Period(date(1983, 1, 1), date(1993, 4, 1)),
    )


def test_a_blank_opening_is_never_from_the_beginning():
    assert lifetime(None, None, None, date(2013, 4, 1)).start == date(2013, 4, 1)
    assert lifetime(None, None, None, None).start == date.max


def test_a_body_known_only_by_its_last_day_counts_on_that_day():
    life = lifetime(None, partial("1996-03-31"), None, None)
    assert life == Period(date(1996, 3, 31), date(1996, 4, 1))


def test_a_first_fact_on_the_eve_of_closing_is_that_day():
    life = lifetime(None, partial("1996-03-31"), None, date(1996, 4, 1))
    assert life == Period(date(1996, 3, 31), date(1996, 4, 1))


def test_an_unknown_end_counts_to_the_last_sighting():
    life = lifetime(partial("2013-04-01"), None, partial("2016-02"), None)
    assert life.last_day == date(2016, 2, 29)


def test_who_passes_something_on_existed_the_day_before():
    registry = world("A ..1996-04-01, C 1996-04-01..", "A>C 1996-04-01")
    assert registry.organisations["A"].lifetime == Period(date(1996, 3, 31), date(1996, 4, 1))


def test_a_relation_brings_an_undated_body_into_view():
    registry = world("council .., board 2013-04-01..", "board^council 2013-04-01..")
    assert registry.organisations["council"].lifetime.start == date(2013, 4, 1)


def test_a_partial_date_never_leaves_the_days_of_the_kind():
    districts = Period(date(1982, 4, 1), date(1996, 4, 1))
    life = lifetime(partial("1982"), partial("1996"), None, None, districts)
    assert life == districts
    assert doubt(life, partial("1982"), partial("1996"), None, closed_by=False) == (
        Period(date(1982, 4, 1), date(1982, 12, 31)),
        Period(date(1996, 1, 2), date(1996, 4, 1)),
    )


def test_a_whole_day_outside_the_days_of_the_kind_is_kept():
    days = Period(date(1982, 4, 1), date(1996, 4, 1))
    life = lifetime(partial("1982-03-01"), partial("1996-05-31"), None, None, days)
    assert life == Period(date(1982, 3, 1), date(1996, 6, 1))
