"""Lineage: whole closures, along one line, never backwards in time."""

from collections import Counter
from datetime import date

import pytest

from explorer.errors import ExplorerError, UnknownName, UnknownOrganisation
from explorer.lineage import ROLES, lineage, lines_of
from explorer.load import load
from explorer.paths.breaks import line_break
from tests.worlds import world


@pytest.fixture(scope="module")
def record():
    return load()


def roles(found):
    """`role id generation` of every relative but the focus."""
    return {f"{r.role} {r.organisation_id} {r.generation}" for r in found.relatives[1:]}


CHAIN = world(
    "A 2000..2002, B 2000..2002, C 2002..2005, D 2005..2007, E 2005..",
    "A>C 2002 1, B>C 2002 1",
    "C>D 2005 0.6, C>E 2005 0.4",
    "D>E 2007 1 absorption",
)


def test_a_body_is_followed_through_all_generations_both_ways():
    assert roles(lineage(CHAIN, "C")) == {
        "predecessor A 1",
        "predecessor B 1",
        "successor D 1",
        "successor E 1",
    }
    assert roles(lineage(CHAIN, "E")) == {
        "predecessor C 1",
        "predecessor D 1",
        "predecessor A 2",
        "predecessor B 2",
    }


def test_the_focus_stands_first_and_relatives_follow_in_the_order_of_roles():
    found = lineage(CHAIN, "D")
    assert found.relatives[0].role == "self"
    order = [ROLES.index(r.role) for r in found.relatives]
    assert order == sorted(order)
    assert found.ids("predecessor") == ("C", "A", "B")
    assert set(found.ids()) == {"A", "B", "C", "D", "E"}


def test_generations_are_counted_in_changes_and_can_be_limited():
    assert roles(lineage(CHAIN, "E", back=1, forward=0)) == {"predecessor C 1", "predecessor D 1"}
    assert lineage(CHAIN, "A", back=0, forward=0).successions == ()
    assert roles(lineage(CHAIN, "A", forward=1)) == {"successor C 1", "co_predecessor B 1"}


def test_a_longer_way_to_a_body_may_open_more_of_its_past_than_a_short_one():
    registry = world(
        "A 2000..2003, B 2000..2006, M 2006..2008, T 2000..",
        "B>T 2002 0.1 transfer, A>B 2003 1 absorption, B>M 2006 1, M>T 2008 1 absorption",
    )
    found = roles(lineage(registry, "T", through_parts=True))
    assert found == {"predecessor B 1", "predecessor M 1", "predecessor A 3"}


def test_what_a_giver_received_later_does_not_reach_those_it_gave_to_earlier():
    registry = world(
        "A 2000..2005, B 2000.., D 2000..",
        "B>D 2003 0.2 transfer",
        "A>B 2005 1 absorption",
    )
    assert roles(lineage(registry, "D", through_parts=True)) == {"part_giver B 1"}
    assert roles(lineage(registry, "A", through_parts=True)) == {"successor B 1"}


def test_two_changes_of_one_day_do_not_follow_each_other():
    registry = world("A 2000..2005, B 2000.., C 2000..", "A>B 2005 1, B>C 2005 0.1 transfer")
    assert "part_taker C 2" not in roles(lineage(registry, "A", through_parts=True))


PARTS = world(
    "A 2000..2002, B 2002..2008, C 2002.., D 2008..2010, E 2010..",
    "A>B 2002 1",
    "B>C 2005 0.1 transfer",
    "B>D 2008 1",
    "D>E 2010 1",
)


def test_behind_a_body_that_gave_a_part_and_lived_on_nothing_is_followed_but_it_is_counted():
    found = lineage(PARTS, "C")
    assert roles(found) == {"part_giver B 1"}
    assert found.collapsed == {"B": 1}
    assert [(arc.from_id, arc.to_id) for arc in found.successions] == [("B", "C")]


def test_ahead_of_a_body_that_took_a_part_nothing_is_followed_but_it_is_counted():
    registry = world("A 2000.., B 2000..2005, C 2005..", "A>B 2003 0.1 transfer", "B>C 2005 1")
    found = lineage(registry, "A")
    assert roles(found) == {"part_taker B 1"}
    assert found.collapsed == {"B": 1}


def test_part_transfers_are_followed_on_request():
    found = lineage(PARTS, "C", through_parts=True)
    assert roles(found) == {"part_giver B 1", "predecessor A 2"}
    assert found.collapsed == {}


def test_what_is_counted_behind_a_part_lies_within_the_generations_asked_for():
    assert lineage(PARTS, "C", back=1).collapsed == {}


def test_a_giver_that_was_merged_later_is_a_predecessor_with_all_that_lies_behind():
    registry = world(
        "A 2000..2002, B 2002..2008, C 2002..",
        "A>B 2002 1",
        "B>C 2005 0.1 transfer",
        "B>C 2008 1 absorption",
    )
    found = lineage(registry, "C")
    assert roles(found) == {"predecessor B 1", "predecessor A 2"}
    assert found.collapsed == {}


def test_a_body_may_take_a_part_and_come_back():
    registry = world("E 2013.., I 2016..2022", "E>I 2016 transfer", "I>E 2022 absorption")
    found = lineage(registry, "E")
    assert roles(found) == {"predecessor I 1", "part_taker I 1"}
    assert len(found.successions) == 2
    assert found.collapsed == {}


def test_a_share_below_the_least_is_shown_and_not_followed():
    registry = world(
        "A 2000..2002, B 2002..2005, C 2005.., D 2005..",
        "A>B 2002 1",
        "B>C 2005 0.99, B>D 2005 0.01",
    )
    assert "predecessor A 2" in roles(lineage(registry, "D"))
    found = lineage(registry, "D", least_share=0.02)
    assert roles(found) == {"predecessor B 1"}
    assert found.collapsed == {"B": 1}


def test_an_unknown_share_is_followed_however_large_the_least():
    registry = world("A 2000..2002, B 2002..2005, C 2005..", "A>B 2002 1, B>C 2005")
    assert "predecessor A 2" in roles(lineage(registry, "C", least_share=0.5))


def test_partners_in_a_merger_and_the_other_parts_of_a_split_are_relatives():
    assert "co_predecessor B 1" in roles(lineage(CHAIN, "A"))
    assert "co_successor E 1" not in roles(lineage(CHAIN, "D"))  # it is a successor already
    registry = world("A 2000..2005, B 2005.., C 2005..", "A>B 2005 0.5, A>C 2005 0.5")
    found = lineage(registry, "B")
    assert roles(found) == {"predecessor A 1", "co_successor C 1"}
    assert {(arc.from_id, arc.to_id) for arc in found.successions} == {("A", "B"), ("A", "C")}


def test_a_merger_of_another_day_makes_no_partners():
    registry = world(
        "A 2000..2005, B 2000..2008, C 2000..", "A>C 2005 1 absorption, B>C 2008 1 absorption"
    )
    assert roles(lineage(registry, "A")) == {"successor C 1"}


def test_each_line_is_walked_alone():
    registry = world(
        "A 2000..2005, B 2005..2010, C 2010.., P 2010..",
        "A>B 2005 1",
        "B>C 2010 1",
        "B>P 2010 1 place",
    )
    found = lineage(registry, "B")
    assert found.lines == ("commissioner", "place")
    lines = {r.organisation_id: r.line for r in found.relatives}
    assert lines == {"B": "", "A": "commissioner", "C": "commissioner", "P": "place"}
    assert roles(lineage(registry, "P")) == {"predecessor B 1"}
    assert roles(lineage(registry, "B", lines=("place",))) == {"successor P 1"}


DUTIES = world(
    "H 1996..2002, S 2002.., T 2000..2013, U 2000..2013, C 2013..",
    "H>T 2002 transfer function, H>U 2002 transfer function",
    "H>S 2002 strategic",
    "T>C 2013 1, U>C 2013 1",
)


def test_duties_are_shown_one_hop_from_the_bodies_of_line_commissioner():
    assert "duties_from H 2" in roles(lineage(DUTIES, "C"))
    assert roles(lineage(DUTIES, "H")) == {"successor S 1", "duties_to T 1", "duties_to U 1"}
    assert lines_of(DUTIES, "H") == ("commissioner", "strategic")


def test_duties_beyond_the_generations_asked_for_are_left_out():
    assert "duties_from H 2" not in roles(lineage(DUTIES, "C", back=1))


def test_duties_and_partners_can_be_left_out():
    assert roles(lineage(DUTIES, "T", relatives=False)) == {"successor C 1"}


def test_a_line_that_ends_says_where_duties_and_the_body_went():
    (found,) = lineage(DUTIES, "H").breaks
    assert (found.organisation_id, found.line, found.date) == (
        "H",
        "commissioner",
        date(2002, 1, 1),
    )
    assert [arc.to_id for arc in found.duties] == ["T", "U"]
    assert [arc.to_id for arc in found.elsewhere] == ["S"]


def test_a_line_does_not_end_at_a_body_that_lives_or_whose_end_is_not_known():
    registry = world("A 2000..2005, B 2005..?2010, C 2000..", "A>B 2005 1")
    assert lineage(registry, "A").breaks == ()
    assert lineage(registry, "C").breaks == ()


def test_a_part_given_away_is_no_successor():
    registry = world("A 2000..2005, B 2000..", "A>B 2003 0.5 transfer")
    assert [found.organisation_id for found in lineage(registry, "A").breaks] == ["A"]


def test_a_body_in_no_line_is_its_own_lineage_and_says_that_it_ended():
    registry = world("A 2000..2005")
    found = lineage(registry, "A")
    assert (found.lines, found.ids()) == ((), ("A",))
    assert [(at.organisation_id, at.line) for at in found.breaks] == [("A", "")]


def test_an_unknown_body_is_refused_with_near_matches():
    with pytest.raises(UnknownOrganisation, match=r"No organisation 'body zz' in this edition"):
        lineage(CHAIN, "body zz")


def test_an_unknown_line_is_refused():
    with pytest.raises(UnknownName) as error:
        lineage(CHAIN, "A", lines=("comissioner",))
    assert str(error.value) == (
        "No line 'comissioner' in this edition of the record. Did you mean: commissioner?"
    )


def test_fewer_than_no_generations_are_refused():
    with pytest.raises(ExplorerError) as error:
        lineage(CHAIN, "A", back=-1)
    assert str(error.value) == "-1 generations were asked for; 0 is the fewest."


def kinds(record, found, *wanted, line="commissioner"):
    return Counter(
        record.organisations[r.organisation_id].kind
        for r in found.relatives
        if r.role in wanted and r.line == line
    )


def test_north_east_and_north_cumbria_goes_back_to_32_groups_and_24_trusts(record):
    found = lineage(record, "QHM", least_share=0.02)
    behind = kinds(record, found, "predecessor")
    trusts = behind["primary_care_trust"] + behind["care_trust"]
    # 25 with North Yorkshire and York, of which only 1.2% came: shown, not followed
    assert (behind["primary_care_group"], trusts) == (32, 25)
    assert behind["clinical_commissioning_group"] == 16
    assert found.collapsed == {"5NV": 10}
    assert len(lineage(record, "QHM", lines=("commissioner",)).ids("predecessor")) == 83


def test_nhs_england_has_no_crowd_of_ancestors(record):
    found = lineage(record, "nhs-england")
    assert len(found.ids("predecessor", "part_giver")) == 17
    assert found.collapsed == {"dhsc": 8}


def test_northamptonshire_teaching_trust(record):
    found = lineage(record, "5PD")
    first = {r.organisation_id for r in found.relatives if r.generation == 1}
    assert first & set(found.ids("predecessor")) == {"5AC", "5AG", "5DV", "5LV", "5LW"}
    assert first & set(found.ids("successor")) == {"03V", "04G", "06H"}
    assert set(found.ids("duties_from")) == {"QCC", "QCE", "QER"}
    assert {"QPM", "S1Y5D"} <= set(found.ids("successor"))


def test_strategic_authorities_of_2013_have_no_successor_and_their_functions_have_new_holders(
    record,
):
    (found,) = lineage(record, "Q33").breaks
    assert (found.line, found.date) == ("strategic", date(2013, 4, 1))
    assert {transfer.to_id for transfer in found.transfers} == {
        "nhs-england",
        "nhs-trust-development-authority",
        "public-health-england",
        "health_and_wellbeing_board",
        "health-education-england-sha",
    }
    assert [change.to_kind for change in found.kind_successions] == ["national_body"]


def test_specialised_commissioning_groups_are_in_no_line_and_their_function_has_a_new_holder(
    record,
):
    (found,) = lineage(record, "scg-east-midlands").breaks
    assert [(t.function_id, t.to_id) for t in found.transfers] == [("specialised", "nhs-england")]


def test_a_care_trust_that_ended_without_successor_would_share_the_transfers_of_trusts(record):
    found = line_break(record, "TAL", "place")  # Torbay Care Trust is in no such line
    assert "primary_care_trust" in {transfer.from_id for transfer in found.transfers}
