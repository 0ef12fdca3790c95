"""What was planned, what happened, and the slip between them."""

from datetime import date

import pytest

from explorer.errors import UnknownName
from explorer.labels import UNCOUNTED
from explorer.load import load
from explorer.plans import VERDICTS, months_between, outcome, plans
from tests.worlds import registry


@pytest.fixture(scope="module")
def record():
    return load()


def only(**plan):
    """The outcome of one plan about body A, which closed on 31 March 2013."""
    row = {"plan_id": "p", "milestone_id": "m", "subject_type": "organisation", "subject_id": "A",
           "what": "something", "planned_in": "s", "status": ""}  # fmt: skip
    body = {"id": "A", "name": "A", "kind": "k", "status": "closed", "source_id": "s",
            "opened": "2000-04-01", "opened_precision": "day",
            "closed": "2013-03-31", "closed_precision": "day"}  # fmt: skip
    world = registry(planned=[{**row, **plan}], organisations=[body])
    return outcome(world, world.plans[0])


@pytest.mark.parametrize(
    ("planned", "actual", "verdict", "months", "days"),
    [
        ("2011-04", "2011-10-31", "late", 7, 213),  # counted from the first day of the month
        ("2011-10", "2011-10-31", "kept", 0, 0),  # anywhere in the planned month
        ("2012-04", "2013-04-01", "late", 12, 365),
        ("2004-04", "2002-10-01", "early", -18, -548),
        ("2012-12", "2013-01", "late", 1, None),  # an outcome known to the month has no days
        ("2013-04-01", "2013-04-10", "kept", 0, 9),
        ("2006", "2006-10-01", "kept", 0, 0),  # anywhere in the planned year
        ("2012-04", "2012", "unknown", None, None),
        ("2007", "2008-06-30", "unknown", None, None),
    ],
)
def test_a_slip_runs_from_the_first_day_planned(planned, actual, verdict, months, days):
    found = only(planned_date=planned, actual_date=actual)
    assert (found.verdict, found.slip_months, found.slip_days) == (verdict, months, days)


@pytest.mark.parametrize("planned", ["2013-04-01", "2013-03-31", "2013-04", "2013-03", "2013"])
def test_an_end_on_31_march_keeps_a_plan_for_1_april(planned):
    found = only(planned_date=planned, actual_date="2013-03-31")
    assert (found.verdict, found.slip_months, found.slip_days) == ("kept", 0, 0)


def test_an_end_on_31_march_is_late_for_a_plan_of_the_year_before():
    assert only(planned_date="2012-04-01", actual_date="2013-03-31").slip_months == 12
    assert only(planned_date="2012-04-01", actual_date="2013-03-31").slip_days == 365


def test_an_opening_on_31_march_is_not_one_on_1_april():
    found = only(planned_date="2012-04-01", actual_date="2012-03-31")
    assert (found.slip_months, found.slip_days) == (0, -1)


def test_a_span_is_kept_to_its_last_day_and_slips_from_its_last_month():
    span = {"planned_from": "2011-04", "planned_date": "2012-03"}
    assert only(**span, actual_date="2011-04-01").slip_months == 0
    assert only(**span, actual_date="2012-03-31").slip_months == 0
    assert only(**span, actual_date="2012-06-01").slip_months == 3
    assert only(**span, actual_date="2011-02-01").slip_months == -2


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        ({"planned_from": "2012-07", "actual_date": "2012-10-01"}, "earliest_date"),
        ({"actual_date": "2012-10-01"}, "no_date_planned"),
        ({"planned_date": "2012-10"}, "no_outcome_date"),
        ({"planned_date": "2012-04", "actual_date": "2012"}, "outcome_year_only"),
        ({"planned_date": "2007", "actual_date": "2008-06"}, "plan_year_only"),
        ({"planned_date": "2027-04", "status": "pending"}, "pending"),
        (
            {"planned_date": "2010-04", "actual_date": "2012-10-01", "status": "misprint"},
            "misprint",
        ),
        ({"planned_date": "2021-04", "actual_date": "2021-04", "status": "dropped"}, "dropped"),
    ],
)
def test_a_slip_that_cannot_be_counted_says_why(plan, why):
    found = only(**plan)
    assert (found.slip_months, found.slip_days, found.uncounted) == (None, None, why)
    assert UNCOUNTED[why]


def test_the_verdict_of_the_record_wins_over_the_dates():
    assert only(planned_date="2011-04", actual_date="2012-04-01", status="kept").verdict == "kept"


def test_months_are_rounded_and_the_same_backwards():
    assert months_between(date(2011, 4, 1), date(2011, 10, 31)) == 7
    assert months_between(date(2011, 10, 31), date(2011, 4, 1)) == -7
    assert months_between(date(2012, 4, 1), date(2012, 4, 10)) == 0


def test_every_plan_of_the_record_stands_in_one_milestone_with_a_verdict(record):
    found = plans(record)
    told = [each.plan.id for milestone in found for each in milestone.plans]
    assert sorted(told) == sorted(plan.id for plan in record.plans)
    assert {each.verdict for milestone in found for each in milestone.plans} <= set(VERDICTS)


def test_the_plans_for_the_board_of_2012_stand_in_order_of_publication(record):
    (board,) = [each for each in plans(record, "nhs-england") if each.id == "board-statutory"]
    shown = [(o.plan.planned_in, o.verdict, o.slip_months) for o in board.plans]
    assert shown == [
        ("hsj-wp-timeline", "late", 6),
        ("seed-004", "misprint", None),
        ("pulse-pause-2011", "changed", None),
        ("dh-timetable-2011", "kept", 0),
    ]


def test_seven_of_the_eight_dates_of_the_timetable_of_june_2011_were_kept(record):
    timetable = [
        each
        for milestone in plans(record)
        for each in milestone.plans
        if each.plan.planned_in == "dh-timetable-2011"
    ]
    assert len(timetable) == 8
    assert [each.slip_months for each in timetable if each.verdict == "kept"] == [0] * 7


def test_no_plan_called_late_came_on_time_and_none_called_kept_came_late(record):
    for milestone in plans(record):
        for each in milestone.plans:
            if each.slip_months is not None:
                assert each.verdict != "late" or each.slip_months > 0, each.plan.id
                assert each.verdict != "kept" or each.slip_months <= 0, each.plan.id


def test_plans_are_asked_for_by_body_code_name_kind_or_function(record):
    assert plans(record, "nhs-england") == plans(record, "NHS England")
    for asked in ("primary_care_trust", "specialised", "5AA"):
        subjects = {o.plan.subject_id for m in plans(record, asked) for o in m.plans}
        assert subjects == {asked}
    assert plans(record, "Q44") == ()


def test_an_unknown_subject_is_answered_with_near_ones(record):
    with pytest.raises(UnknownName) as error:
        plans(record, "nhs-englnd")
    assert str(error.value).startswith(
        "No body, kind or function 'nhs-englnd' in this edition of the record. "
        "Did you mean: nhs-england (NHS England); "
    )
