"""All functions that changed hands at one date."""

from datetime import date

import pytest

from explorer.duties.handovers import handover_dates, handovers_at, moves_of
from explorer.errors import DateError
from explorer.load import load
from tests.worlds import registry


@pytest.fixture(scope="module")
def record():
    return load()


def test_every_hand_over_belongs_to_one_date(record):
    dates = handover_dates(record)
    assert sum(count for _, count in dates) == len(record.transfers) == 145
    assert sum(len(handovers_at(record, when).moves) for when, _ in dates) == 145


@pytest.mark.parametrize(
    ("when", "moves", "perhaps", "functions"),
    [
        ("2013-04-01", 47, 0, 36),
        ("1996-04-01", 26, 1, 24),
        ("2002-04-01", 19, 0, 18),
        ("2002-10-01", 4, 0, 4),
        ("2022-07-01", 18, 0, 17),
        ("2015-10-01", 1, 0, 1),
        ("1996", 1, 0, 1),
    ],
)
def test_the_record_holds_so_many(record, when, moves, perhaps, functions):
    found = handovers_at(record, when)
    assert (len(found.moves), len(found.perhaps), found.functions) == (moves, perhaps, functions)


def test_what_is_dated_to_the_year_is_told_beside_a_day_and_not_among_it(record):
    found = handovers_at(record, date(1996, 4, 1))
    assert [move.handover.function.id for move in found.perhaps] == ["highly-specialised"]
    assert all(move.handover.transfer.date.text == "1996-04-01" for move in found.moves)


def test_a_day_of_a_year_with_nothing_sure_shows_what_may_have_happened(record):
    found = handovers_at(record, date(1996, 12, 25))
    assert (len(found.moves), len(found.perhaps)) == (0, 1)


def test_a_date_without_hand_overs_is_answered_with_the_nearest(record):
    with pytest.raises(DateError) as error:
        handovers_at(record, "2010-01-01")
    assert str(error.value) == (
        "No function changed hands at 2010-01-01. "
        "The nearest dates of hand-overs are 2007-04-01, 2008, 2009-04-01."
    )


def test_a_record_without_hand_overs_says_so():
    with pytest.raises(DateError, match="holds no hand-overs of functions"):
        handovers_at(registry(), "2010-01-01")


def test_a_word_that_is_no_date_is_refused(record):
    with pytest.raises(DateError, match="'soon' is not a date such as 1999"):
        handovers_at(record, "soon")


def test_instruments_are_counted_the_most_frequent_first(record):
    made = handovers_at(record, "2013-04-01").instruments
    assert next(iter(made.items())) == ("act: Health and Social Care Act 2012", 40)
    assert sum(made.values()) == 47


def test_the_moves_of_a_function_stand_in_order(record):
    found = moves_of(record, "specialised")
    assert [move.handover.transfer.date.text for move in found] == [
        "1996-04-01", "2002-04-01", "2013-04-01", "2013-04-01", "2024-04-01", "2025-04-01",
    ]  # fmt: skip
    assert len({move.key for move in found}) == len(found)
