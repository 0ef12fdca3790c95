"""Who existed on a day, who answered to whom, and what the answer says about its own limits."""

from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import DateError, UnknownName, UnknownOrganisation
from explorer.graph import index
from explorer.load import load
from explorer.snapshot import TIERS, check_day, regions, snapshot
from tests.rich_worlds import counted_world
from tests.worlds import world

D = date.fromisoformat
RECORD_DAYS = st.dates(date(1948, 7, 5), date(2027, 12, 31))


@pytest.fixture(scope="module")
def record():
    return load()


def counts(shown):
    return {(c.kind, "group") if c.group else c.kind: c.count for c in shown.counts}


# Existence ----------------------------------------------------------------------------------------


def test_last_day_and_first_day_do_not_overlap(record):
    before, after = snapshot(record, D("2013-03-31")), snapshot(record, D("2013-04-01"))
    assert "5PD" in before.ids
    assert "5PD" not in after.ids
    assert "08F" in after.ids
    assert "08F" not in before.ids


def test_on_1_april_2013_there_are_211_groups_and_no_trust(record):
    shown = counts(snapshot(record, D("2013-04-01")))
    assert shown["clinical_commissioning_group"] == 211
    assert "primary_care_trust" not in shown
    assert shown["area_team"] == 28
    assert shown["regional_team"] == 4


@pytest.mark.parametrize("day", ["1948-07-04", "2028-01-01", "2030-01-01"])
def test_a_day_outside_the_record_is_refused_in_words(record, day):
    with pytest.raises(DateError) as caught:
        snapshot(record, D(day))
    assert str(caught.value) == (
        f"{day} is outside the record, which runs from 1948-07-05 to 2027-12-31."
    )


@pytest.mark.parametrize("day", ["1948-07-05", "2027-12-31"])
def test_the_first_and_the_last_day_of_the_record_are_in_it(record, day):
    check_day(record, D(day))
    assert snapshot(record, D(day)).bodies


def test_a_partial_opening_counts_from_its_first_day_and_is_certain_from_its_last():
    registry = world("A ~2003..2010")
    sure = {
        day: [body.certain for body in snapshot(registry, D(day)).bodies]
        for day in ("2002-12-31", "2003-01-01", "2003-12-30", "2003-12-31")
    }
    assert sure == {
        "2002-12-31": [],
        "2003-01-01": [False],
        "2003-12-30": [False],
        "2003-12-31": [True],
    }


def test_a_partial_closing_counts_to_its_last_day_and_is_certain_to_its_first():
    registry = world("A 2001..~2003-05")
    sure = {
        day: [body.certain for body in snapshot(registry, D(day)).bodies]
        for day in ("2003-05-01", "2003-05-02", "2003-05-31", "2003-06-01")
    }
    assert sure == {
        "2003-05-01": [True],
        "2003-05-02": [False],
        "2003-05-31": [False],
        "2003-06-01": [],
    }


def test_a_body_whose_end_is_not_known_is_named_but_never_counted_after_it_was_last_seen():
    registry = world("A 2001..?2005, B 2001..")
    seen, later = snapshot(registry, D("2004-12-31")), snapshot(registry, D("2005-01-01"))
    assert counts(seen) == {"clinical_commissioning_group": 2}
    assert seen.end_not_known == ()
    assert counts(later) == {"clinical_commissioning_group": 1}
    assert [body.id for body in later.end_not_known] == ["A"]
    assert "Not counted: 1 body last seen before this day, end not known." in later.notes


def test_a_body_cannot_outlive_its_kind_unseen():
    registry = counted_world(
        "A:forum 2001..?2005", kinds=[{"kind": "forum", "last_day": "2007-03-31"}]
    )
    assert [b.id for b in snapshot(registry, D("2007-03-31")).end_not_known] == ["A"]
    assert snapshot(registry, D("2007-04-01")).end_not_known == ()


def test_a_blank_opening_is_never_from_the_beginning():
    registry = world("A ..2010, B 2001..", 'A="Red" 2005..2010')
    early, later = snapshot(registry, D("2004-12-31")), snapshot(registry, D("2005-01-01"))
    assert early.ids == {"B"}
    assert [body.id for body in early.may_exist] == ["A"]
    assert early.notes == (
        "Not counted: 1 body that may have existed already; the first day is not known, and the "
        "first dated fact is later.",
    )
    assert later.ids == {"A", "B"}
    assert later.may_exist == ()


def test_a_body_made_by_a_merger_did_not_exist_before_it():
    registry = world("A 2001..2005, B 2001..2005, C ..2010", "A>C 2005 merger, B>C 2005 merger")
    assert snapshot(registry, D("2004-01-01")).may_exist == ()


def test_a_body_that_took_a_part_may_have_existed_before():
    registry = world("A 2001.., C ..2010", "A>C 2005 transfer")
    assert [body.id for body in snapshot(registry, D("2004-01-01")).may_exist] == ["C"]


def test_no_body_may_have_existed_before_its_kind():
    registry = counted_world(
        "A:forum ..2010", 'A="Red" 2005..2010', kinds=[{"kind": "forum", "first_day": "2003"}]
    )
    assert snapshot(registry, D("2002-12-31")).may_exist == ()
    assert [body.id for body in snapshot(registry, D("2003-01-01")).may_exist] == ["A"]


# Names and codes ----------------------------------------------------------------------------------


def test_name_in_use_and_legal_name_of_the_day_stand_side_by_side(record):
    shown = snapshot(record, D("2015-01-01")).body("nhs-england")
    assert (shown.name, shown.name_type) == ("NHS England", "in_use")
    assert shown.legal_name == "NHS Commissioning Board"
    later = snapshot(record, D("2022-07-01")).body("nhs-england")
    assert (later.name, later.legal_name) == ("NHS England", "NHS England")
    first = snapshot(record, D("2012-10-01")).body("nhs-england")
    assert first.name == "NHS Commissioning Board"


def test_a_body_is_called_what_it_was_called_then():
    registry = world("A 2001..", 'A="Old" 2001..2004', 'A="New" 2004..')
    assert snapshot(registry, D("2003-12-31")).bodies[0].name == "Old"
    assert snapshot(registry, D("2004-01-01")).bodies[0].name == "New"


def test_a_made_up_label_says_that_it_is_one(record):
    groups = snapshot(record, D("1999-04-01"), kind="primary_care_group").bodies
    assert {body.name_type for body in groups} == {"in_use", "label"}


def test_the_code_is_the_one_held_on_the_day():
    registry = world("A 2001..", "A#X1 2001..2004", "A#X2 2005..")
    codes = [snapshot(registry, D(day)).bodies[0].code for day in ("2003-01-01", "2004-06-01")]
    assert codes == ["X1", None]


# Relations ----------------------------------------------------------------------------------------


def test_a_group_reports_to_its_team_and_sits_in_its_partnership_at_once(record):
    graph = snapshot(record, D("2017-04-01")).graph
    assert {p: graph.edges["03H", p]["relations"] for p in graph.successors("03H")} == {
        "Q72": ("reports_to",),
        "stp-QOQ": ("member_of",),
    }
    relations = {r for _, _, data in graph.edges(data=True) for r in data["relations"]}
    assert {"reports_to", "member_of", "local_office_of", "committee_of"} <= relations


def test_a_relation_ends_with_either_body():
    registry = world("A 2001..2008, B 2001..2004", "A^B 2001..2008")
    assert len(snapshot(registry, D("2003-12-31")).relations) == 1
    assert snapshot(registry, D("2004-01-01")).relations == ()


def test_two_relations_between_two_bodies_are_one_edge_that_tells_both():
    registry = world("A 2001.., B 2001..", "A^B 2001..2008 reports_to", "A^B 2001..2008 hosted_by")
    graph = snapshot(registry, D("2003-01-01")).graph
    assert graph.edges["A", "B"]["relations"] == ("reports_to", "hosted_by")
    assert graph.edges["A", "B"]["source_ids"] == ("s", "s")


def test_the_graph_of_a_day_cannot_be_changed():
    graph = snapshot(world("A 2001..", 'A="Red" 2001..2005 legal'), D("2003-01-01")).graph
    assert dict(graph.nodes["A"]) == {
        "name": "Body A",
        "name_type": "in_use",
        "legal_name": "Red",
        "code": None,
        "kind": "clinical_commissioning_group",
        "tier": "local",
        "region": "",
        "certain": True,
        "source_id": "s",
    }
    with pytest.raises(nx.NetworkXError):
        graph.add_node("B")
    with pytest.raises(TypeError):
        graph.nodes["A"]["name"] = "Other"


# Parts of the record ------------------------------------------------------------------------------


def test_primary_care_trusts_include_care_trusts_unless_the_exact_kind_is_asked_for(record):
    shown = snapshot(record, D("2006-09-30"), kind="primary_care_trust")
    assert counts(shown) == {
        "care_trust": 4,
        "primary_care_trust": 299,
        ("primary_care_trust", "group"): 303,
    }
    exact = snapshot(record, D("2006-09-30"), kind="primary_care_trust", exact=True)
    assert counts(exact) == {"primary_care_trust": 299}


def test_strategic_authorities_are_health_authorities_in_law_until_30_september_2002(record):
    shown = snapshot(record, D("2002-09-30"), kind="health_authority")
    assert counts(shown) == {
        "strategic_health_authority": 28,
        ("health_authority", "group"): 28,
    }
    assert snapshot(record, D("2002-10-01"), kind="health_authority").bodies == ()


def test_a_group_says_how_many_of_it_are_uncertain():
    registry = counted_world("A:primary_care_trust 2001.., B:care_trust ~2002..")
    rows = [
        (c.kind, c.count, c.uncertain, c.group) for c in snapshot(registry, D("2002-05-01")).counts
    ]
    assert rows == [
        ("care_trust", 1, 1, False),
        ("primary_care_trust", 1, 0, False),
        ("primary_care_trust", 2, 1, True),
    ]


def test_a_kind_that_the_record_does_not_hold_is_refused_with_a_near_one(record):
    with pytest.raises(UnknownName) as caught:
        snapshot(record, D("2013-04-01"), kind="clinical_commisioning_group")
    assert str(caught.value).startswith(
        "No kind 'clinical_commisioning_group' in this edition of the record. "
        "Did you mean: clinical_commissioning_group;"
    )


def test_a_region_holds_its_own_bodies_only(record):
    shown = snapshot(record, D("2012-01-01"), kind="primary_care_trust", region="London")
    assert counts(shown)[("primary_care_trust", "group")] == 31
    assert {body.organisation.region for body in shown.bodies} == {"London"}


def test_a_region_comes_with_all_that_stands_above_its_bodies(record):
    shown = snapshot(record, D("2013-04-01"), region="East Midlands")
    here = {body.id for body in shown.bodies if body.organisation.region == "East Midlands"}
    assert shown.ids - here == {"nhs-england", "dhsc"}


def test_a_place_leaves_its_bodies_and_the_chain_above_them(record):
    shown = snapshot(record, D("2013-04-01"), place="Northamptonshire")
    names = {body.name for body in shown.bodies}
    assert {"NHS Nene CCG", "NHS Corby CCG", "Northamptonshire County Council"} < names
    assert {"NHS England", "Department of Health", "NHS England Midlands and East"} < names
    assert len(names) == 10
    assert counts(shown)["area_team"] == 2


def test_a_kind_of_a_place_comes_without_the_chain(record):
    shown = snapshot(record, D("2010-04-01"), place="Northamptonshire", kind="primary_care_trust")
    assert [body.name for body in shown.bodies] == ["Northamptonshire Teaching Primary Care Trust"]


def test_a_place_on_a_day_without_a_body_says_so(record):
    shown = snapshot(record, D("1950-01-01"), place="Northamptonshire", region="London")
    assert shown.bodies == ()
    with pytest.raises(UnknownName, match="place"):
        snapshot(record, D("2013-04-01"), place="Narnia")


def test_regions_are_those_of_the_day(record):
    assert regions(record, D("1990-01-01")) == regions(record, D("1990-01-02"))
    assert "Mersey" in regions(record, D("1990-01-01"))
    assert "Mersey" not in regions(record, D("2013-04-01"))
    assert regions(record, D("1950-01-01")) == ()


def test_a_region_of_another_time_holds_nothing_and_the_answer_says_so(record):
    shown = snapshot(record, D("2015-01-01"), region="Mersey")
    assert shown.bodies == ()
    assert "No body shown for 1 January 2015 belongs to the region Mersey." in shown.notes


def test_a_region_of_no_time_is_refused(record):
    with pytest.raises(UnknownName) as caught:
        snapshot(record, D("2013-04-01"), region="South Westt")
    assert "No region 'South Westt'" in str(caught.value)
    assert "South West" in caught.value.near


def test_under_a_team_stand_its_groups_and_above_it_the_chain_to_the_department(record):
    shown = snapshot(record, D("2013-04-01"), under="Q44")
    assert {"Q44", "Y54", "nhs-england", "dhsc"} < shown.ids
    assert counts(shown)["clinical_commissioning_group"] == 6
    assert counts(shown)["area_team"] == 1
    assert "Q45" not in shown.ids
    assert all(link.child_id in shown.ids and link.parent_id in shown.ids
               for link in shown.relations)  # fmt: skip


def test_a_body_may_be_asked_for_by_code_or_name(record):
    by_name = snapshot(record, D("2013-04-01"), under="NHS England")
    assert by_name.under == "nhs-england"


def test_a_body_that_did_not_exist_on_the_day_has_nothing_around_it(record):
    shown = snapshot(record, D("2014-04-01"), under="5PD")
    assert shown.bodies == ()
    assert shown.notes[0] == (
        "Northamptonshire Teaching Primary Care Trust is not counted on 1 April 2014: "
        "1 October 2006 to 31 March 2013."
    )


def test_what_stood_under_a_body_when_last_seen_is_told_with_it(record):
    shown = snapshot(record, D("2020-01-01"), under="Y56")
    assert "Q71" in {body.id for body in shown.end_not_known}
    assert "Q84" not in {body.id for body in shown.end_not_known}


def test_what_had_left_a_body_before_it_was_last_seen_is_not():
    registry = world("A 2001..?2005, B 2001..?2005, C 2001..", "A^C 2001..2003", "B^C 2001..2008")
    shown = snapshot(registry, D("2006-01-01"), under="C")
    assert [body.id for body in shown.end_not_known] == ["B"]


def test_an_unknown_body_is_refused(record):
    with pytest.raises(UnknownOrganisation):
        snapshot(record, D("2013-04-01"), under="NOPE")


# What the answer says of itself -------------------------------------------------------------------


def test_the_answer_says_that_little_is_recorded_before_1974(record):
    assert snapshot(record, D("1948-07-05")).notes[:2] == (
        "Little is recorded before 1974: for 5 July 1948 the record lists no body below the "
        "national level.",
        "Bodies of this day that the record does not list: regional hospital boards.",
    )
    assert not any("Little" in note for note in snapshot(record, D("1974-04-01")).notes)


def test_the_answer_says_which_lists_have_holes(record):
    note = (
        "Not all are listed, so numbers are too low: district health authorities and family "
        "practitioner committees."
    )
    assert note in snapshot(record, D("1985-01-01")).notes
    only = snapshot(record, D("1985-01-01"), kind="regional_health_authority").notes
    assert not any("too low" in note for note in only)


def test_the_answer_says_how_many_bodies_are_uncertain(record):
    assert (
        "Of the bodies counted, 76 may not have existed on this day: their first or last day is "
        "not known exactly."
    ) in snapshot(record, D("1982-04-01")).notes


def test_after_the_last_evidence_plans_are_shown_beside_what_was_in_force(record):
    known, later = snapshot(record, D("2026-07-02")), snapshot(record, D("2027-04-01"))
    assert known.planned == ()
    assert {body.id for body in later.bodies} == {body.id for body in known.bodies}
    assert {plan.status for plan in later.planned} == {"pending"}
    assert "icb-clusters-merge-2027-01" in {plan.id for plan in later.planned}
    assert later.notes[0] == (
        "The record is as known on 2 July 2026. For 1 April 2027 it shows what was in force then; "
        f"{len(later.planned)} plans fall due by that day."
    )


def test_a_plan_is_shown_from_the_first_day_of_its_date(record):
    due = {plan.id for plan in snapshot(record, D("2027-03-31")).planned}
    assert "nhse-abolition-03" in due  # planned for March 2027
    assert "nhse-abolition-02" not in due  # planned for April 2027


def test_plans_of_a_part_of_the_record_are_those_about_it(record):
    shown = snapshot(record, D("2027-12-31"), kind="integrated_care_board")
    assert [plan.id for plan in shown.planned] == ["icb-clusters-merge-2027-01"]


# On every day -------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=60)
@given(day=RECORD_DAYS)
def test_on_every_day_each_body_is_counted_once_and_in_order(record, day):
    shown = snapshot(record, day)
    assert shown.ids == set(index(record).alive(day))
    assert sum(c.count for c in shown.counts if not c.group) == len(shown.bodies) == len(shown.ids)
    lost = {body.id for body in (*shown.end_not_known, *shown.may_exist)}
    assert not lost & shown.ids
    tiers = [record.kinds[body.kind].tier for body in shown.bodies]
    assert tiers == sorted(tiers, key=TIERS.index)
    assert all(a.kind != b.kind or (a.name, a.id) <= (b.name, b.id)
               for a, b in zip(shown.bodies, shown.bodies[1:], strict=False))  # fmt: skip
