"""Our counts beside published ones, counts through time, and a past that stays as it is."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.counts import ledger, series
from explorer.errors import UnknownName
from explorer.load import load
from explorer.snapshot import snapshot
from tests.rich_worlds import counted_world, rich_worlds

D = date.fromisoformat
FROZEN = Path(__file__).parent / "frozen_counts.csv"
HEADER = ["day", "kind", "group", "count", "uncertain"]
CHOSEN = [
    ("clinical_commissioning_group", "2013-04-01", 211),
    ("clinical_commissioning_group", "2014-04-01", 211),
    ("clinical_commissioning_group", "2015-04-01", 209),
    ("clinical_commissioning_group", "2016-04-01", 209),
    ("clinical_commissioning_group", "2017-04-01", 207),
    ("clinical_commissioning_group", "2018-04-01", 195),
    ("clinical_commissioning_group", "2019-04-01", 191),
    ("clinical_commissioning_group", "2020-04-01", 135),
    ("clinical_commissioning_group", "2021-04-01", 106),
    ("clinical_commissioning_group", "2022-04-01", 106),
    ("integrated_care_board", "2022-07-01", 42),
    ("integrated_care_board", "2026-04-01", 36),
    ("primary_care_group", "1999-04-01", 481),
    ("primary_care_trust", "2000-04-01", 17),
    ("primary_care_trust", "2006-09-30", 303),
    ("primary_care_trust", "2006-10-01", 152),
    ("primary_care_trust", "2013-03-31", 151),
    ("strategic_health_authority", "2006-06-30", 28),
    ("strategic_health_authority", "2006-07-01", 10),
    ("health_authority", "1996-04-01", 100),
    ("health_authority", "2002-04-01", 28),
]


@pytest.fixture(scope="module")
def record():
    return load()


def row(record, count_id):
    return next(row for row in ledger(record) if row.count.id == count_id)


def counted(**count):
    return {
        "count_id": "c", "kind": "primary_care_trust", "as_of_date": "2002-06", "count": "3",
        "scope": "England", "measure": "bodies", "comparable": "yes", "source_id": "s", **count,
    }  # fmt: skip


def one_row(bodies, **count):
    (only,) = ledger(counted_world(bodies, counts=[counted(**count)]))
    return only


# The ledger ---------------------------------------------------------------------------------------


def test_every_published_number_has_its_row(record):
    assert [row.count for row in ledger(record)] == list(record.counts)


def test_61_of_79_comparable_numbers_agree(record):
    gaps = [row.gap for row in ledger(record) if row.count.comparable]
    assert (len(gaps), gaps.count(0)) == (79, 61)


def test_a_number_that_does_not_agree_has_its_reason(record):
    for found in ledger(record):
        assert bool(found.gap) == bool(found.count.comparable and found.count.gap_reason)


def test_our_number_is_that_of_the_last_day_of_the_date():
    opened_late = "A:primary_care_trust 2001.., B:primary_care_trust 2002-06-20.."
    assert one_row(opened_late).ours == 2
    assert one_row(opened_late).gap == -1
    assert one_row(opened_late, as_of_date="2002-06-19").ours == 1


def test_our_number_says_how_many_of_it_are_uncertain():
    found = one_row("A:primary_care_trust 2001.., B:primary_care_trust ~2002..")
    assert (found.ours, found.uncertain) == (2, 1)


def test_our_number_includes_the_kinds_counted_as_the_kind_on_the_day():
    bodies = "A:primary_care_trust 2001.., B:care_trust 2001.."
    assert one_row(bodies).ours == 2
    assert one_row(bodies, as_of_date="2004-01-01").ours == 1


def test_wales_is_left_out_of_england_and_a_region_holds_its_own(record):
    def listed(region):
        return {"id": region, "kind": "primary_care_trust", "region": region, "name": region,
                "status": "in_force", "opened": "2001", "opened_precision": "year"}  # fmt: skip

    rows = {"organisations": [listed(region) for region in ("London", "North East", "Wales")]}
    for scope, ours in {"England": 2, "London": 1, "Wales": 1, "England and Scotland": 2}.items():
        registry = counted_world("", counts=[counted(scope=scope)], **rows)
        assert ledger(registry)[0].ours == ours, scope
    regional = {row.count.scope: row.ours for row in ledger(record) if row.gap is not None}
    assert (regional["North West"], regional["London"], regional["East of England"]) == (24, 31, 6)


def test_a_number_that_cannot_be_compared_has_no_gap(record):
    scheme = row(record, "gp_multifund-1995-09-1")
    assert (scheme.ours, scheme.gap) == (1, None)


def test_there_is_no_number_of_ours_for_another_measure_or_for_bodies_not_listed(record):
    for found in ledger(record):
        if found.count.measure != "bodies":
            assert (found.ours, found.gap, found.uncertain) == (None, None, 0)
    assert row(record, "arms_length_body-2004-03-31-1").ours is None


def test_bodies_listed_without_a_first_day_count_from_the_first_fact_about_them(record):
    """Dozens of districts are first seen on the day before the authorities of 1996 took over."""
    assert row(record, "district_health_authority-1996-03-31-1").ours == 100
    assert row(record, "district_health_authority-1994-09-30-1").ours == 69


@pytest.mark.parametrize(("kind", "day", "number"), CHOSEN)
def test_well_known_numbers(record, kind, day, number):
    shown = snapshot(record, D(day), kind=kind).counts
    whole = [c.count for c in shown if c.group] or [c.count for c in shown]
    assert whole == [number]


# Through time -------------------------------------------------------------------------------------


def test_the_number_of_commissioning_groups_through_time(record):
    assert [(day.isoformat(), n) for day, n in series(record, "clinical_commissioning_group")] == [
        ("2013-04-01", 211),
        ("2015-04-01", 209),
        ("2017-04-01", 207),
        ("2018-04-01", 195),
        ("2019-04-01", 191),
        ("2020-04-01", 135),
        ("2021-04-01", 106),
        ("2022-07-01", 0),
    ]


def test_health_authorities_in_law_end_with_the_law(record):
    with_law = dict(series(record, "health_authority"))
    assert (with_law[D("2002-04-01")], with_law[D("2002-10-01")]) == (28, 0)
    assert dict(series(record, "health_authority", exact=True))[D("2002-04-01")] == 0


def test_a_day_on_which_one_opens_as_one_closes_is_no_step():
    registry = counted_world("A:care_trust 2001..2003, B:care_trust 2003..")
    assert series(registry, "care_trust") == ((D("2001-01-01"), 1),)


def test_an_unknown_kind_has_no_series(record):
    with pytest.raises(UnknownName):
        series(record, "trust")


@settings(deadline=None)
@given(rich_worlds(), st.dates(date(1999, 7, 1), date(2007, 7, 1)), st.booleans())
def test_the_series_agrees_with_the_snapshot_of_any_day(registry, day, exact):
    steps = series(registry, "primary_care_trust", exact=exact)
    number = next((n for when, n in reversed(steps) if when <= day), 0)
    shown = snapshot(registry, day, kind="primary_care_trust", exact=exact)
    assert number == len(shown.bodies)


# The frozen past ----------------------------------------------------------------------------------


def yearly(record):
    return [
        [f"{year}-04-01", c.kind, "yes" if c.group else "no", str(c.count), str(c.uncertain)]
        for year in range(1974, 2027)
        for c in snapshot(record, date(year, 4, 1)).counts
    ]


def test_the_past_does_not_change_unnoticed(record):
    """If a change is meant, change these lines, and say why in the CHANGELOG of the record."""
    with FROZEN.open(encoding="utf-8", newline="") as file:
        header, *kept = csv.reader(file)
    assert header == HEADER
    now = yearly(record)
    gone = [",".join(line) for line in kept if line not in now]
    new = [",".join(line) for line in now if line not in kept]
    assert not gone + new, f"in {FROZEN.name} and no longer so: {gone}; now so: {new}"
    assert now == kept
