"""Each rule about the record has a small world that breaks it, and the exact words it then says."""

from dataclasses import replace

import pytest

from explorer.checks import bodies, changes, references
from explorer.checks.view import view
from tests.worlds import table, tables

SOUND = (
    "A 2002..2013, B 2002..2013, C 2013..",
    "A>C 2013 1, B>C 2013 1",
    "A^B 2002..2013",
    "A#5AA 2002..2013",
)


def cell(world, name, row, /, **values):
    """The tables of `world` with some cells of one row (0 = first) replaced."""
    held = world[name]
    columns = {
        column: tuple(
            values.get(column, text) if n == row else text for n, text in enumerate(texts)
        )
        for column, texts in held.columns.items()
    }
    return {**world, name: replace(held, columns=columns)}


def said(rule, world):
    return [str(problem) for problem in rule(view(world))]


@pytest.mark.parametrize("rule", [*bodies.RULES, *changes.RULES, *references.RULES])
def test_a_sound_world_breaks_no_rule(rule):
    assert said(rule, tables(*SOUND)) == []


def test_a_precision_that_differs_from_its_date():
    world = cell(tables(*SOUND), "organisations", 0, opened="2002", opened_precision="day")
    assert said(bodies.precisions, world) == [
        "organisations.csv:2 opened_precision: 'day' beside the date '2002'; 'year' was expected"
    ]


def test_before_needs_a_whole_day():
    world = cell(tables(*SOUND), "organisations", 0, closed="2012", closed_precision="before")
    assert said(bodies.precisions, world) == [
        "organisations.csv:2 closed_precision: 'before' beside the date '2012'; 'year' was expected"
    ]


def test_an_end_before_its_start():
    world = cell(tables(*SOUND), "organisations", 0, closed="2001-03-31")
    assert said(bodies.spans, world) == [
        "organisations.csv:2 closed: '2001-03-31' is earlier than '2002-01-01' in column opened"
    ]


def test_a_partial_end_in_the_year_of_its_start_is_no_fault():
    world = cell(tables(*SOUND), "organisations", 0, opened="2002-06", closed="2002")
    assert said(bodies.spans, world) == []


def test_a_closed_body_without_a_closing_day():
    world = cell(tables(*SOUND), "organisations", 0, closed="", closed_precision="")
    assert said(bodies.statuses, world) == [
        "organisations.csv:2 closed: is blank; status 'closed' needs a date here"
    ]


def test_a_body_in_force_with_a_last_sighting():
    world = cell(tables(*SOUND), "organisations", 2, last_seen="2016-02")
    assert said(bodies.statuses, world) == [
        "organisations.csv:4 last_seen: '2016-02' does not go with status 'in_force'"
    ]


def test_a_last_name_that_is_not_the_last():
    world = tables("A 2002..", 'A="Old" 2002..2005')
    world["names"] = table("names", [
        {"org_id": "A", "name": "Old", "name_type": "in_use", "from": "2002-01-01"},
        {"org_id": "A", "name": "New", "name_type": "in_use", "from": "2005-01-01"},
        {"org_id": "A", "name": "In law", "name_type": "legal", "from": "2009-01-01"},
    ])  # fmt: skip
    assert said(bodies.last_names, cell(world, "organisations", 0, name="Old")) == [
        "organisations.csv:2 name: 'Old' is not the last name of 'A' in names.csv: 'New'"
    ]
    assert said(bodies.last_names, cell(world, "organisations", 0, name="New")) == []


def test_a_body_without_a_name():
    world = tables("A 2002..")
    world["names"] = table("names", [])
    assert said(bodies.last_names, world) == [
        "organisations.csv:2 name: 'A' has no name in names.csv"
    ]


def test_two_bodies_of_a_kind_with_one_code_on_one_day():
    world = tables(*SOUND[:3], "A#5AA 2002..2008", "B#5AA 2007..2013")
    assert said(bodies.one_holder_of_a_code, world) == [
        "codes.csv:3 code: ODS code '5AA' is held by 'B' and 'A', "
        "both of kind clinical_commissioning_group, on 2007-01-01"
    ]


def test_a_code_may_pass_on_and_may_be_shared_between_kinds():
    passed = tables("A 2002..2013, B 2002..", "A#5AA 2002..2008", "B#5AA 2008..")
    shared = tables("A:x 2002..2013, B:y 2002..", "A#5AA 2002..2013", "B#5AA 2002..")
    assert said(bodies.one_holder_of_a_code, passed) == []
    assert said(bodies.one_holder_of_a_code, shared) == []


def test_a_relation_outside_the_lives_of_both():
    world = tables("A 2002..2013, C 2013..", "A^C 2002..2020")
    assert said(bodies.relations_within_lives, world) == [
        "relationships.csv:2 from: 'A' and 'C' were never both open "
        "between '2002-01-01' and '2019-12-31'"
    ]


def test_a_body_that_is_its_own_parent():
    assert said(bodies.relations_within_lives, tables("A 2002..2013", "A^A 2002..2013")) == [
        "relationships.csv:2 parent_id: 'A' is its own parent"
    ]


def test_an_arc_that_differs_from_its_event():
    world = cell(tables(*SOUND), "successions", 1, line="strategic")
    assert said(changes.arcs_agree_with_their_event, world) == [
        "successions.csv:3 line: 'strategic' differs from 'commissioner' of event 'e1' "
        "in change_events.csv"
    ]


def test_an_event_without_arcs():
    world = tables(*SOUND)
    event = dict(world["change_events"].rows()[0], event_id="e9")
    world["change_events"] = table("change_events", [*world["change_events"].rows(), event])
    assert said(changes.arcs_agree_with_their_event, world) == [
        "change_events.csv:3 event_id: 'e9' has no row in successions.csv"
    ]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("merger", "a merger is 2 or more to 1, but this one is 1 to 1"),
        ("split", "a split is 1 to 2 or more, but this one is 1 to 1"),
        ("reorganisation", "a reorganisation is 2 or more to 2 or more, but this one is 1 to 1"),
    ],
)
def test_one_body_replaced_by_one_is_none_of_these(kind, words):
    world = tables("A 2002..2013, C 2013..", f"A>C 2013 1 {kind}")
    assert said(changes.arity, world) == [f"change_events.csv:2 kind: {words}"]


@pytest.mark.parametrize("kind", ["replacement", "conversion"])
def test_two_bodies_do_not_become_one_by_replacement(kind):
    world = tables(SOUND[0], f"A>C 2013 1 {kind}, B>C 2013 1 {kind}")
    assert said(changes.arity, world) == [
        f"change_events.csv:2 kind: a {kind} is 1 to 1, but this one is 2 to 1"
    ]


def test_an_absorption_has_one_result():
    world = tables("A 2002..2013, B 2002.., C 2002..", "A>B 2013 absorption, A>C 2013 absorption")
    assert said(changes.arity, world) == [
        "change_events.csv:2 kind: a absorption is 1 or more to 1, but this one is 1 to 2"
    ]


def test_an_arc_to_a_body_not_open():
    world = tables("A 2002..2013, C 2014..", "A>C 2013 1")
    assert said(changes.arcs_join_open_bodies, world) == [
        "successions.csv:2 to_id: 'C' is not open on 2013-01-01"
    ]


def test_an_arc_from_a_body_not_open():
    world = tables("A 2013..2014, C 2013..", "A>C 2013 1 transfer")
    assert said(changes.arcs_join_open_bodies, world) == [
        "successions.csv:2 from_id: 'A' is not open on the day before 2013-01-01"
    ]


def test_an_original_that_outlives_its_replacement():
    world = tables("A 2002..2015, C 2013..", "A>C 2013 1")
    assert said(changes.arcs_join_open_bodies, world) == [
        "successions.csv:2 from_id: 'A' closed on 2014-12-31; a replacement on 2013-01-01 "
        "ends it on the day before"
    ]


def test_an_original_that_never_closes():
    world = tables("A 2002.., C 2013..", "A>C 2013 1")
    assert said(changes.arcs_join_open_bodies, world) == [
        "successions.csv:2 from_id: 'A' closed on no known day; a replacement on 2013-01-01 "
        "ends it on the day before"
    ]


def test_a_giver_of_a_part_that_closes_at_once():
    world = tables("A 2002..2013, C 2002..", "A>C 2013 0.2 transfer")
    assert said(changes.arcs_join_open_bodies, world) == [
        "successions.csv:2 from_id: 'A' closed on 2012-12-31, but after a transfer "
        "the original carries on"
    ]


def test_duties_may_leave_a_closing_body():
    world = tables("A 2002..2013, C 2002..", "A>C 2013 transfer function")
    assert said(changes.arcs_join_open_bodies, world) == []


def test_a_body_that_succeeds_itself():
    assert said(changes.arcs_join_open_bodies, tables("A 2002..", "A>A 2013 transfer")) == [
        "successions.csv:2 to_id: 'A' succeeds itself"
    ]


def test_a_closing_known_to_the_year_fits_a_change_known_to_the_year():
    world = tables("A 2002..~1993, C ~1993..", "A>C ~1993")
    world = cell(world, "organisations", 0, opened="1982-01-01")
    assert said(changes.arcs_join_open_bodies, world) == []


def test_a_cycle_of_one_day():
    world = tables(
        "A 2002.., B 2002.., C 2002.., D 2002..",
        "A>B 2013 transfer, B>C 2013 transfer, C>A 2013 transfer, C>D 2013 transfer",
    )
    assert said(changes.cycles_of_one_day, world) == [
        "successions.csv:2 to_id: a cycle on 2013-01-01 in line commissioner among: A, B, C"
    ]


def test_there_and_back_on_two_days_is_no_cycle():
    world = tables("A 2002.., B 2002..", "A>B 2013 transfer, B>A 2016 transfer")
    assert said(changes.cycles_of_one_day, world) == []


def test_shares_above_one():
    world = tables(
        "A 2002..2013, B 2013.., C 2013..", "A>B 2013 0.7 @postcodes, A>C 2013 0.4 @postcodes"
    )
    assert said(changes.shares_add_up, world) == [
        "shares.csv:2 share: the shares of 'A' on 2013-01-01 by postcodes add up to 1.1000, above 1"
    ]


def test_shares_on_two_bases_are_never_added():
    world = tables("A 2002..2013, B 2013..", "A>B 2013 0.7 @postcodes")
    more = dict(world["shares"].rows()[0], share="0.8", share_basis="practices")
    world["shares"] = table("shares", [*world["shares"].rows(), more])
    assert said(changes.shares_add_up, world) == []


def test_a_share_of_nothing():
    assert said(changes.shares_add_up, tables("A 2002..2013, B 2013..", "A>B 2013 0")) == [
        "shares.csv:2 share: 0 is no share; leave the row out"
    ]


def test_a_plan_for_a_body_that_is_not_there():
    world = tables(*SOUND)
    world["planned"] = table("planned", [{"subject_type": "organisation", "subject_id": "Q99"}])
    assert said(references.subjects, world) == [
        "planned.csv:2 subject_id: no organisation 'Q99' in this package"
    ]


def test_a_holder_that_is_not_listed():
    world = tables(*SOUND)
    world["holders"] = table("holders", [])
    world["responsibilities"] = table(
        "responsibilities", [{"holder_type": "kind", "holder_id": "nobody"}]
    )
    assert said(references.holders, world) == [
        "responsibilities.csv:2 holder_id: kind 'nobody' is not in holders.csv"
    ]
