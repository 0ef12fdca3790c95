"""What changed between two days: net, backwards, step by step, and in balance."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.diff import BalanceLine, Move, Recoding, Renaming, diff, same, steps, then
from explorer.errors import DateError, UnknownName
from explorer.graph import index
from explorer.load import load
from explorer.snapshot import snapshot
from tests.rich_worlds import counted_world
from tests.worlds import registry as registry_of_rows
from tests.worlds import world

D = date.fromisoformat
RECORD_DAYS = st.dates(date(1948, 7, 5), date(2027, 12, 31))
KINDS = st.sampled_from(
    (None, "primary_care_trust", "health_authority", "national_body", "integrated_care_board")
)


@pytest.fixture(scope="module")
def record():
    return load()


def line(found, kind):
    return next((line for line in found.balance if line.kind == kind), None)


# The window ---------------------------------------------------------------------------------------


def test_a_difference_covers_what_is_dated_after_the_first_day_up_to_the_last():
    registry = world("A 2002..2013, B 2002..2013, C 2013..", "A>C 2013, B>C 2013")
    on_the_day = diff(registry, D("2012-12-31"), D("2013-01-01"))
    assert (on_the_day.opened, on_the_day.closed) == (("C",), ("A", "B"))
    assert [event.id for event in on_the_day.events] == ["e1"]
    before, after = ((D("2012-01-01"), D("2012-12-31")), (D("2013-01-01"), D("2014-01-01")))
    assert diff(registry, *before).empty
    assert diff(registry, *after).empty


def test_a_day_compared_with_itself_shows_nothing(record):
    assert diff(record, D("2013-04-01"), D("2013-04-01")).empty


def test_a_day_outside_the_record_is_refused(record):
    for days in (("2030-01-01", "2013-04-01"), ("2013-04-01", "1948-07-04")):
        with pytest.raises(DateError):
            diff(record, *map(D, days))
        with pytest.raises(DateError):
            steps(record, *map(D, days))


def test_an_unknown_kind_is_refused(record):
    with pytest.raises(UnknownName):
        diff(record, D("2013-03-31"), D("2013-04-01"), kind="trust")


# April 2013 ---------------------------------------------------------------------------------------


def test_on_1_april_2013_trusts_and_authorities_closed_and_groups_opened(record):
    found = diff(record, D("2013-03-31"), D("2013-04-01"))
    assert line(found, "primary_care_trust") == BalanceLine(
        "primary_care_trust", start=146, opened=0, closed=146, first_seen=0, last_seen=0, end=0
    )
    assert line(found, "care_trust").closed == 5
    assert line(found, "strategic_health_authority").closed == 10
    assert line(found, "clinical_commissioning_group").opened == 211
    assert "nhs-england" in found.continued
    assert [reform.id for reform, _ in found.by_reform] == ["reform-2013-hsca"]


def test_councils_that_come_into_view_are_not_told_as_openings(record):
    found = diff(record, D("2013-03-31"), D("2013-04-01"))
    councils = line(found, "local_authority")
    assert (councils.opened, councils.first_seen, councils.end) == (0, 143, 152)
    assert len(found.first_seen) == 143
    assert set(found.first_seen) <= set(found.opened)


def test_a_body_seen_for_the_last_time_is_not_told_as_a_closing():
    registry = world("A 2001..?2005, B 2001..2005")
    found = diff(registry, D("2004-12-31"), D("2005-01-01"))
    assert (found.closed, found.last_seen) == (("A", "B"), ("A",))
    (only,) = found.balance
    assert (only.closed, only.last_seen, only.end) == (1, 1, 0)


def test_the_net_difference_hides_what_lived_only_in_between(record):
    found = diff(record, D("1999-03-31"), D("2013-04-01"))
    brief = set(found.lived_between)
    groups = snapshot(record, D("1999-04-01"), kind="primary_care_group").ids
    assert groups <= brief
    assert not brief & {*found.opened, *found.closed, *found.continued}
    assert line(found, "primary_care_group") is None


# What changed about a body that lived on ----------------------------------------------------------


def test_a_new_name_is_told_with_the_old_one_and_its_type(record):
    assert diff(record, D("2022-06-30"), D("2022-07-01")).renamed == (
        Renaming("nhs-england", "NHS Commissioning Board", "NHS England", "legal"),
    )
    assert diff(record, D("2013-03-25"), D("2013-03-26")).renamed == (
        Renaming("nhs-england", "NHS Commissioning Board", "NHS England", "in_use"),
    )


def test_a_name_first_recorded_later_is_no_renaming():
    registry = world("A 2001..", 'A="Red" 2003..2005 legal')
    found = diff(registry, D("2002-01-01"), D("2004-01-01"))
    assert found.renamed == ()
    assert found.what_changed("A") == ()


def test_a_label_that_gives_way_to_another_or_to_a_name_is_no_renaming():
    registry = world(
        "A 2001..", 'A="One" 2001..2003 label', 'A="Two" 2003..2004 label', 'A="Red" 2004.. legal'
    )
    assert diff(registry, D("2002-01-01"), D("2003-06-01")).empty
    assert diff(registry, D("2002-01-01"), D("2005-01-01")).renamed == ()


def test_a_name_given_back_within_the_window_is_no_net_change():
    registry = world("A 2001..", 'A="Red" 2001..2003', 'A="Blue" 2003..2004', 'A="Red" 2004..2006')
    assert diff(registry, D("2002-01-01"), D("2005-01-01")).renamed == ()
    assert len(steps(registry, D("2002-01-01"), D("2005-01-01"))) == 2


def test_a_new_parent_is_told_relation_by_relation(record):
    found = diff(record, D("2019-03-31"), D("2019-04-01"))
    assert Move("00C", "reports_to", ("Q74",), ("Y63",)) in found.moved
    assert "parent" in found.what_changed("00C")


def test_a_link_that_ends_without_another_is_a_move_to_nothing_recorded():
    registry = world("A 2001.., B 2001..", "A^B 2001..2005")
    found = diff(registry, D("2004-12-31"), D("2005-01-01"))
    assert found.moved == (Move("A", "reports_to", ("B",), ()),)


def test_a_code_alone_that_changed_is_told_apart():
    registry = world(
        "A 2001.., B 2001..", "A#X 2001..2005, A#Y 2005.., B#V 2001..2005, B#W 2005..",
        'B="Old" 2001..2005', 'B="New" 2005..',
    )  # fmt: skip
    found = diff(registry, D("2004-12-31"), D("2005-01-01"))
    assert [r.organisation_id for r in found.recoded] == ["A", "B"]
    assert found.recoded_only == (Recoding("A", "ODS", ("X",), ("Y",)),)
    assert found.what_changed("B") == ("name", "code")


def test_a_group_with_a_new_code_after_a_boundary_change_changed_more_than_its_code(record):
    found = diff(record, D("2018-03-31"), D("2018-04-01"))
    assert {r.organisation_id for r in found.recoded} == {"01E", "01K", "02M"}
    assert found.recoded_only == ()
    assert found.what_changed("01E") == ("code", "area")


def test_a_body_that_gave_a_part_and_lived_on_is_told_as_a_transfer(record):
    found = diff(record, D("2007-03-31"), D("2007-04-01"))
    assert [(arc.from_id, arc.to_id) for arc in found.transferred] == [("5NE", "5NF")]
    assert {"5NE", "5NF"} <= set(found.continued)


def test_duties_that_left_a_closing_body_are_no_transfer_of_a_part():
    registry = world(
        "A 2001..2005, B 2005.., C 2001.., D 2001..",
        "A>B 2005 transfer function", "C>D 2005 0.1 transfer",
    )  # fmt: skip
    found = diff(registry, D("2004-12-31"), D("2005-01-01"))
    assert [arc.from_id for arc in found.transferred] == ["C"]


# What really changed ------------------------------------------------------------------------------


def test_a_system_and_its_board_share_the_code_but_not_the_legal_form(record):
    found = diff(record, D("2022-06-30"), D("2022-07-01"))
    assert found.what_changed("QHM") == found.what_changed("ics-QHM") == ("name", "legal form")
    assert found.what_changed("nhs-england") == ("name",)


def test_a_trust_passed_whole_to_one_group_kept_its_area(record):
    found = diff(record, D("2013-03-31"), D("2013-04-01"))
    whole = ("name", "code", "parent", "legal form")
    areas = [found.what_changed(name) for name in found.closed if name in record.out_of]
    assert whole in areas
    assert (*whole, "area") in areas


def test_a_merger_of_bodies_of_one_kind_changes_area_and_not_legal_form():
    registry = world(
        "A 2001..2005, B 2001..2005, C 2005..", "A>C 2005, B>C 2005", "A#X 2001..2005, C#X 2005.."
    )
    found = diff(registry, D("2004-12-31"), D("2005-01-01"))
    for body in ("A", "B", "C"):
        assert "area" in found.what_changed(body)
        assert "legal form" not in found.what_changed(body)
    assert "code" not in found.what_changed("C")
    assert "code" in found.what_changed("B")


def test_a_body_made_from_a_part_of_another_has_another_area():
    registry = world("A 2001.., B 2005..", "A>B 2005 0.5 transfer")
    found = diff(registry, D("2004-12-31"), D("2005-01-01"))
    assert "area" in found.what_changed("B")
    assert found.what_changed("A") == ("area",)


def test_a_body_that_only_took_over_duties_is_compared_with_nothing():
    registry = world("A 2001..2005, B 2005..", "A>B 2005 transfer function")
    assert diff(registry, D("2004-12-31"), D("2005-01-01")).what_changed("B") == ()


def test_a_body_without_origin_is_compared_with_nothing():
    found = diff(world("A 2001..2005, B 2005.."), D("2004-12-31"), D("2005-01-01"))
    assert found.what_changed("A") == found.what_changed("B") == ()


# Partial dates ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "uncertain"),
    [
        ("2002-06-01", "2002-12-31", ()),
        ("2002-06-01", "2003-06-01", ("A",)),
        ("2003-06-01", "2004-06-01", ("A",)),
        ("2002-06-01", "2004-06-01", ()),
    ],
)
def test_a_change_dated_to_the_year_is_uncertain_only_if_a_boundary_falls_in_that_year(
    start, end, uncertain
):
    registry = world("A ~2003..")
    assert diff(registry, D(start), D(end)).uncertain == uncertain


# Kinds --------------------------------------------------------------------------------------------


def test_care_trusts_belong_to_the_trusts_unless_the_exact_kind_is_asked_for(record):
    window = (D("2013-03-31"), D("2013-04-01"))
    assert len(diff(record, *window, kind="primary_care_trust").closed) == 151
    assert len(diff(record, *window, kind="primary_care_trust", exact=True).closed) == 146


def test_a_body_counted_as_a_kind_for_part_of_its_life_does_not_belong_to_it(record):
    found = diff(record, D("2002-03-31"), D("2002-10-01"), kind="health_authority")
    assert [(x.kind, x.start, x.end) for x in found.balance] == [("health_authority", 95, 0)]
    long = counted_world("A:care_trust 2001..2006, B:care_trust 2001..2003")
    assert diff(long, D("2000-06-01"), D("2002-01-01"), kind="primary_care_trust").opened == ("B",)


def test_events_of_a_kind_are_those_that_touch_a_body_of_it(record):
    found = diff(record, D("2013-03-31"), D("2013-04-01"), kind="strategic_health_authority")
    assert found.events == ()
    trusts = diff(record, D("2013-03-31"), D("2013-04-01"), kind="care_trust")
    assert {arc.from_id for event in trusts.events for arc in event.successions} & set(
        trusts.closed
    )


# Steps, joins and mirrors -------------------------------------------------------------------------


def test_steps_stop_on_the_days_on_which_something_changed():
    registry = world("A 2001..2005, B 2005..", "A>B 2005", 'B="Red" 2007..2008')
    taken = steps(registry, D("2000-06-01"), D("2010-01-01"))
    assert [(step.start.isoformat(), step.end.isoformat()) for step in taken] == [
        ("2000-12-31", "2001-01-01"),
        ("2004-12-31", "2005-01-01"),
        ("2006-12-31", "2007-01-01"),
        ("2007-12-31", "2008-01-01"),
    ]
    back = steps(registry, D("2010-01-01"), D("2000-06-01"))
    assert [(step.start, step.end) for step in back] == [
        (step.end, step.start) for step in reversed(taken)
    ]
    assert back[-1].closed == ("A",)


def test_steps_from_groups_to_trusts_to_groups_add_up(record):
    start, end = D("1999-03-31"), D("2013-04-01")
    taken = steps(record, start, end, kind="primary_care_trust")
    assert not any(step.empty for step in taken)
    whole = diff(record, start, start, kind="primary_care_trust")
    for step in taken:
        whole = then(whole, step)
    assert same(whole, diff(record, start, end, kind="primary_care_trust"))


def test_differences_that_do_not_follow_cannot_be_joined():
    registry = world("A 2001..2005, B 2005..")
    early, late = (
        diff(registry, D("2000-06-01"), D("2002-01-01")),
        diff(registry, D("2006-01-01"), D("2007-01-01")),
    )
    with pytest.raises(ValueError, match="something changed between 2002-01-01 and 2006-01-01"):
        then(early, late)
    with pytest.raises(ValueError, match="do not run the same way through time"):
        then(early, diff(registry, D("2002-01-01"), D("2001-06-01")))
    other = diff(registry, D("2002-01-01"), D("2003-01-01"), kind="clinical_commissioning_group")
    with pytest.raises(ValueError, match="not about the same bodies and record"):
        then(early, other)


def test_events_of_a_reform_stand_together_and_those_of_none_last():
    rows = {
        "organisations": [
            {"id": name, "name": name, "kind": "k", "status": "in_force", "opened": "2001-01-01",
             "opened_precision": "day"}
            for name in "ABC"
        ],
        "kinds": [{"kind": "k", "tier": "local"}],
        "reforms": [{"reform_id": "r", "title": "A reform", "date": "2005-01-01"}],
        "change_events": [
            {"event_id": event, "date": day, "date_precision": "day", "kind": "transfer",
             "line": "commissioner", "reform_id": reform}
            for event, day, reform in (
                ("e1", "2005-01-01", ""), ("e2", "2005-01-02", "r"), ("e3", "2005-01-03", "r"),
            )
        ],
        "successions": [
            {"event_id": event, "from_id": "A", "to_id": "B", "date": day,
             "date_precision": "day", "kind": "transfer", "line": "commissioner"}
            for event, day in (("e1", "2005-01-01"), ("e2", "2005-01-02"), ("e3", "2005-01-03"))
        ],
    }  # fmt: skip
    found = diff(registry_of_rows(**rows), D("2004-01-01"), D("2006-01-01"))
    assert [
        (reform.id if reform else None, [event.id for event in events])
        for reform, events in found.by_reform
    ] == [("r", ["e2", "e3"]), (None, ["e1"])]


# The laws on the record ---------------------------------------------------------------------------


def test_the_balance_closes_between_any_two_days_of_the_record(record):
    chance = random.Random(1948)
    span = (record.edition.last_day - record.edition.first_day).days
    for _ in range(500):
        start, end = (
            record.edition.first_day + timedelta(chance.randint(0, span)) for _ in range(2)
        )
        found = diff(record, start, end)
        bodies = record.organisations
        kinds = {
            day: [bodies[name].kind for name in index(record).alive(day)] for day in (start, end)
        }
        assert {row.kind for row in found.balance} == {*kinds[start], *kinds[end]}
        for row in found.balance:
            assert (row.start, row.end) == (
                kinds[start].count(row.kind),
                kinds[end].count(row.kind),
            )
            assert row.start + row.opened - row.closed + row.first_seen - row.last_seen == row.end


@settings(deadline=None, max_examples=60)
@given(days=st.tuples(RECORD_DAYS, RECORD_DAYS, RECORD_DAYS), backwards=st.booleans(), kind=KINDS)
def test_two_differences_of_the_record_make_one(record, days, backwards, kind):
    one, two, three = sorted(days, reverse=backwards)
    joined = then(diff(record, one, two, kind=kind), diff(record, two, three, kind=kind))
    assert same(joined, diff(record, one, three, kind=kind))


@settings(deadline=None, max_examples=60)
@given(start=RECORD_DAYS, end=RECORD_DAYS, kind=KINDS)
def test_the_record_seen_backwards_is_its_mirror_image(record, start, end, kind):
    there, back = diff(record, start, end, kind=kind), diff(record, end, start, kind=kind)
    assert there.backwards == (start > end)
    assert (back.opened, back.closed) == (there.closed, there.opened)
    assert (back.first_seen, back.last_seen) == (there.last_seen, there.first_seen)
    assert back.events == there.events[::-1]
    assert [(m.before, m.after) for m in back.moved] == [(m.after, m.before) for m in there.moved]
    assert set(back.continued) == set(there.continued)


# A region -----------------------------------------------------------------------------------------

EVE, DAY_OF_2013 = D("2013-03-31"), D("2013-04-01")
EAST_MIDLANDS = "East Midlands"


def test_a_region_keeps_its_bodies_and_those_that_took_from_them(record):
    found = diff(record, EVE, DAY_OF_2013, region=EAST_MIDLANDS)
    trusts, groups = line(found, "primary_care_trust"), line(found, "clinical_commissioning_group")
    assert (trusts.start, trusts.closed, trusts.end) == (9, 9, 0)
    assert (groups.start, groups.opened, groups.end) == (0, 22, 22)  # 20, and parts of 2 more
    assert line(found, "national_body") is None


def test_looking_from_the_later_region_the_bodies_before_it_are_kept(record):
    found = diff(record, EVE, DAY_OF_2013, region="Midlands and East of England")
    assert line(found, "clinical_commissioning_group").opened == 61
    assert line(found, "primary_care_trust").closed == 39


def test_who_took_over_duties_alone_is_not_of_the_region(record):
    bodies = record.organisations
    found = diff(record, EVE, DAY_OF_2013, region=EAST_MIDLANDS)
    assert "national_body" not in {bodies[name].kind for name in found.within}
    councils = {name for name in found.within if bodies[name].kind == "local_authority"}
    assert {bodies[name].region for name in councils} == {EAST_MIDLANDS}


def test_the_changes_of_a_region_concern_a_body_of_it(record):
    found = diff(record, EVE, DAY_OF_2013, region=EAST_MIDLANDS)
    assert len(found.events) == 8
    for event in found.events:
        ids = (*event.original, *event.resulting)
        assert EAST_MIDLANDS in {record.organisations[name].region for name in ids}


def test_a_region_and_a_kind_narrow_together(record):
    found = diff(record, EVE, DAY_OF_2013, region=EAST_MIDLANDS, kind="primary_care_trust")
    assert [each.kind for each in found.balance] == ["primary_care_trust"]
    assert len(found.closed) == 9


@given(RECORD_DAYS, RECORD_DAYS, KINDS, st.sampled_from((EAST_MIDLANDS, "London", "Trent")))
@settings(max_examples=60, deadline=None)
def test_the_steps_of_a_region_make_up_its_difference(record, one, other, kind, region):
    first, last = sorted((one, other))
    whole = diff(record, first, last, kind=kind, region=region)
    for each in whole.balance:
        came, went = each.opened + each.first_seen, each.closed + each.last_seen
        assert each.start + came - went == each.end
    taken = steps(record, first, last, kind=kind, region=region)
    made = None
    for step in taken:
        made = step if made is None else then(made, step)
    assert {name for step in taken for name in (*step.opened, *step.closed)} == {
        *whole.opened, *whole.closed, *whole.lived_between
    }  # fmt: skip
    if made is not None:
        assert (set(made.opened), set(made.closed)) == (set(whole.opened), set(whole.closed))
        assert made.events == whole.events


def test_differences_of_two_regions_do_not_join(record):
    one = diff(record, EVE, DAY_OF_2013, region=EAST_MIDLANDS)
    other = diff(record, DAY_OF_2013, D("2014-04-01"), region="London")
    with pytest.raises(ValueError, match="not about the same bodies and record"):
        then(one, other)


def test_an_unknown_region_is_refused_with_those_near_to_it(record):
    with pytest.raises(UnknownName, match="East Midlands"):
        diff(record, EVE, DAY_OF_2013, region="East Midland")
