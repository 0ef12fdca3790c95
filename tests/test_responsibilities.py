"""Who held which function on which day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from explorer.duties.holders import find_function, holder_label
from explorer.errors import UnknownName
from explorer.labels import GAP
from explorer.load import load
from explorer.period import ONE_DAY, Period, day
from explorer.responsibilities import (
    duty,
    held_by,
    held_by_body,
    holders_of,
    matrix,
    transfers_of,
    transfers_on,
)
from tests.worlds import registry


@pytest.fixture(scope="module")
def record():
    return load()


def holding(*rows, exists=""):
    """A world with one function, `care`, and rows of (holder, role, from, to)."""
    precision = {0: "", 4: "year", 7: "month", 10: "day"}
    held = [
        {"function_id": "care", "holder_type": "outside", "holder_id": holder, "role": role,
         "from": start, "from_precision": precision[len(start)],
         "to": end, "to_precision": precision[len(end)], "basis": "named", "source_id": "s"}
        for holder, role, start, end in rows
    ]  # fmt: skip
    function = {"function_id": "care", "name": "Care at home", "exists_from": exists}
    return registry(functions=[function], responsibilities=held)


def labels(held):
    return [each.label for each in held]


def test_a_holder_holds_to_its_last_day():
    world = holding(("A", "responsible", "2000-01-01", "2013-03-31"))
    assert labels(holders_of(world, "care", date(2013, 3, 31))) == ["A"]
    assert labels(holders_of(world, "care", date(2013, 4, 1))) == []


def test_the_responsible_holder_comes_first_and_advisers_last():
    roles = ("advisory", "hosts", "delegated", "shared", "joint", "responsible")
    world = holding(*((role, role, "2000-01-01", "") for role in roles))
    assert labels(holders_of(world, "care", date(2001, 1, 1))) == list(reversed(roles))


@pytest.mark.parametrize(
    ("start", "end", "when", "certain"),
    [
        ("2000", "2013-03-31", "2000-06-01", False),  # it may have begun later in the year
        ("2000", "2013-03-31", "2000-12-31", True),
        ("2000-01-01", "2013", "2013-01-01", True),
        ("2000-01-01", "2013", "2013-06-01", False),  # it may have ended by then
        ("2000-04", "", "2000-04-01", False),
        ("2000-04", "", "2000-04-30", True),
    ],
)
def test_a_holder_is_uncertain_inside_a_date_known_to_the_month_or_year(start, end, when, certain):
    world = holding(("A", "responsible", start, end))
    (held,) = holders_of(world, "care", day(when))
    assert held.certain is certain


def test_a_gap_stays_a_gap():
    world = holding(("A", "advisory", "2000-01-01", "2000-12-31"), exists="1999")
    assert duty(world, "care", date(1998, 12, 31)).gap == "not_yet"
    assert duty(world, "care", date(1999, 1, 1)).gap == "no_holder"
    assert duty(world, "care", date(2000, 1, 1)).gap == "no_responsible"
    assert all(GAP[gap] for gap in ("not_yet", "no_holder", "no_responsible"))


def test_a_joint_holder_is_no_gap():
    world = holding(("A", "joint", "2000-01-01", ""), ("B", "joint", "2000-01-01", ""))
    assert duty(world, "care", date(2001, 1, 1)).gap == ""


def test_spans_touch_and_gaps_are_spans_too(record):
    for spans in matrix(record).values():
        for one, other in pairwise(spans):
            assert one.period.end == other.period.start
        assert spans[0].period.start == date(1991, 1, 1)
        assert spans[-1].period.end == record.edition.as_known_on + ONE_DAY


def test_the_days_covered_equal_the_record(record):
    window = Period(date(1991, 1, 1), record.edition.as_known_on + ONE_DAY)
    for function, spans in matrix(record).items():
        told = {
            (each.responsibility.holder_id, each.responsibility.role): timedelta()
            for span in spans
            for each in span.held
        }
        for span in spans:
            for each in span.held:
                key = (each.responsibility.holder_id, each.responsibility.role)
                told[key] += span.period.end - span.period.start
        held = dict.fromkeys(told, timedelta())
        for row in record.responsibilities:
            if row.function_id == function:
                part = row.period.clip(window)
                held[row.holder_id, row.role] += part.end - part.start
        assert told == held


def test_nhs_england_was_responsible_for_specialised_services_in_2014(record):
    (held,) = holders_of(record, "specialised", date(2014, 4, 1))
    assert (held.label, held.responsibility.role, held.named, held.certain) == (
        "NHS England", "responsible", True, True,
    )  # fmt: skip


def test_a_board_has_specialised_services_by_delegation_only_since_april_2024(record):
    rows = [h for h in held_by(record, "kind", "integrated_care_board")
            if h.responsibility.function_id == "specialised"]  # fmt: skip
    assert {each.responsibility.role for each in rows} == {"delegated"}


def test_a_body_holds_what_its_kind_held_while_it_existed(record):
    early = record.organisations["5A3"]
    assert early.kind == "primary_care_trust"
    functions = {h.responsibility.function_id for h in held_by_body(record, early)}
    assert "ambulance" in functions
    assert held_by_body(record, early, early.lifetime.end) == ()


def test_a_body_does_not_hold_what_its_kind_took_up_after_it_ended(record):
    early = record.organisations["5AC"]
    assert str(early.closed) == "2006-09-30"
    held = held_by_body(record, early)
    assert {h.responsibility.function_id for h in held}
    assert all(h.responsibility.period.start < early.lifetime.end for h in held)
    later = held_by(record, "kind", early.kind)
    assert any(h.responsibility.period.start > early.lifetime.end for h in later)


def test_a_care_trust_holds_what_primary_care_trusts_held(record):
    (care_trust,) = [b for b in record.organisations.values() if b.id == "TAC"]
    held = held_by_body(record, care_trust, date(2012, 1, 1))
    assert {h.responsibility.holder_id for h in held} == {"primary_care_trust"}


def test_47_functions_were_handed_over_on_1_april_2013(record):
    moved = transfers_on(record, date(2013, 4, 1))
    assert len(moved) == 47 == sum(t.date.text == "2013-04-01" for t in record.transfers)
    assert all(each.certain for each in moved)
    shown = [(each.from_label, each.to_label) for each in moved if each.function.id == "dental"]
    assert shown == [("Primary care trust", "NHS England")]


def test_a_hand_over_dated_by_the_year_is_uncertain_on_every_day_of_it(record):
    vague = next(t for t in record.transfers if not t.date.exact)
    moved = transfers_on(record, vague.date.last)
    assert [each.certain for each in moved if each.transfer == vague] == [False]


def test_the_hand_overs_of_a_function_stand_in_order_of_date(record):
    days = [each.transfer.date.first for each in transfers_of(record, "specialised")]
    assert days == sorted(days)
    assert date(2013, 4, 1) in days


@pytest.mark.parametrize(
    "asked", ["specialised", "specialised-services", "Specialised services", "SPECIALISED"]
)
def test_a_function_is_found_by_id_name_or_slug(record, asked):
    assert find_function(record, asked).id == "specialised"


def test_an_unknown_function_is_answered_with_near_ones(record):
    with pytest.raises(UnknownName) as error:
        find_function(record, "specialized")
    assert str(error.value) == (
        "No function 'specialized' in this edition of the record. Did you mean: "
        "specialised (Specialised services); highly-specialised (Highly specialised (national) "
        "services)?"
    )


def test_a_holder_is_called_by_its_entry_its_kind_or_its_name(record):
    assert holder_label(record, "outside", "nscag") == (
        "National Specialist Commissioning Advisory Group"
    )
    assert holder_label(record, "kind", "icb_cluster") == "Integrated care board cluster"
    assert holder_label(record, "organisation", "5PD") == record.organisations["5PD"].name
    assert holder_label(record, "outside", "nobody") == "nobody"
