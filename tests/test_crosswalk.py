"""Crosswalks: shares multiply along a path, add across paths, and nothing is guessed."""

from dataclasses import replace
from datetime import date

import pytest

from explorer.crosswalk import crosswalk
from explorer.errors import DateError, UnknownName
from explorer.load import load
from explorer.record.shares import BASIS_ORDER
from tests.worlds import world

GROUP, TRUST = "clinical_commissioning_group", "primary_care_trust"


@pytest.fixture(scope="module")
def record():
    return load()


def walk(registry, start=2001, end=2020, *, kind=GROUP, to_kind=GROUP, **options):
    days = (date(year, 6, 1) for year in (start, end))
    return crosswalk(registry, *days, kind=kind, to_kind=to_kind, **options)


def weights(answer):
    return {
        (r.from_id, r.to_id): None if r.weight is None else round(r.weight, 9) for r in answer.rows
    }


def statuses(answer):
    return {row.from_id: row.status for row in answer.rows}


def test_shares_multiply_along_a_path_and_add_across_paths():
    registry = world(
        "A 2000..2005, B 2005..2010, C 2005..2010, D 2010.., E 2010..",
        "A>B 2005 0.6, A>C 2005 0.4",
        "B>D 2010 0.5, B>E 2010 0.5",
        "C>D 2010 1",
    )
    answer = walk(registry)
    assert weights(answer) == {("A", "D"): 0.7, ("A", "E"): 0.3}
    assert statuses(answer) == {"A": "mapped"}
    assert answer.unmapped == {}
    assert {row.hops for row in answer.rows} == {2}


def test_a_body_that_lives_through_is_itself():
    answer = walk(world("A 2000.."))
    (row,) = answer.rows
    assert (row.from_id, row.to_id, row.weight, row.bases, row.hops) == ("A", "A", 1.0, (), 0)


def test_a_boundary_change_leaves_the_rest_with_the_living_body():
    registry = world("A 2000.., B 2000..", "A>B 2005 0.25 boundary-change @small_areas")
    answer = walk(registry)
    assert weights(answer) == {("A", "A"): 0.75, ("A", "B"): 0.25, ("B", "B"): 1.0}
    assert statuses(answer) == {"A": "mapped", "B": "mapped"}


def test_what_arrives_later_than_a_gift_is_not_given_away():
    registry = world(
        "A 2000..2008, B 2000.., C 2000..",
        "B>C 2005 0.5 transfer",
        "A>B 2008 1 absorption",
    )
    assert weights(walk(registry))["A", "B"] == 1.0


def test_what_arrives_on_a_day_cannot_leave_on_that_day():
    registry = world("A 2000..2005, B 2000.., C 2000..", "A>B 2005 1, B>C 2005 0.5 transfer")
    registry = replace(
        registry,
        successions=tuple(
            replace(arc, kind="absorption" if arc.from_id == "A" else "transfer")
            for arc in registry.successions
        ),
    )
    assert weights(walk(registry)) == {
        ("A", "B"): 1.0,
        ("B", "B"): 0.5,
        ("B", "C"): 0.5,
        ("C", "C"): 1.0,
    }


def test_only_changes_after_the_first_day_and_up_to_the_last_count():
    registry = world("A 2000..2005, B 2005..", "A>B 2005 1")
    kinds = {"kind": GROUP, "to_kind": GROUP}
    eve, day = date(2004, 12, 31), date(2005, 1, 1)
    assert weights(crosswalk(registry, eve, day, **kinds)) == {("A", "B"): 1.0}
    assert weights(crosswalk(registry, day, date(2006, 1, 1), **kinds)) == {("B", "B"): 1.0}
    assert weights(crosswalk(registry, date(2003, 1, 1), eve, **kinds)) == {("A", "A"): 1.0}


def test_one_unknown_share_makes_the_weight_unknown():
    registry = world(
        "A 2000..2005, B 2005..2010, C 2005.., D 2010..",
        "A>B 2005 0.6, A>C 2005",
        "B>D 2010 1",
    )
    answer = walk(registry)
    assert weights(answer) == {("A", "C"): None, ("A", "D"): 0.6}
    assert statuses(answer) == {"A": "unknown_share"}
    assert {row.note for row in answer.rows} == {"A share on the way is not stated."}
    assert answer.unmapped == {}  # what is left of an unknown is unknown


def test_one_successor_without_a_share_is_not_taken_for_the_whole():
    (row,) = walk(world("A 2000..2005, B 2005..", "A>B 2005")).rows
    assert (row.weight, row.status) == (None, "unknown_share")
    assert row.note == "One successor; share not stated."


def test_an_unknown_part_given_away_leaves_an_unknown_rest():
    registry = world("A 2000.., B 2000..", "A>B 2005 transfer")
    assert weights(walk(registry)) == {("A", "A"): None, ("A", "B"): None, ("B", "B"): 1.0}


def test_shares_that_do_not_add_to_one_are_returned_with_the_rest_and_never_rescaled():
    registry = world("A 2000..2005, B 2005.., C 2005..", "A>B 2005 0.6, A>C 2005 0.3")
    answer = walk(registry)
    assert weights(answer) == {("A", "B"): 0.6, ("A", "C"): 0.3}
    assert statuses(answer) == {"A": "partial"}
    assert answer.unmapped == pytest.approx({"A": 0.1})
    assert answer.rows[0].note == "The known shares add to 0.900; the rest is not mapped."


def test_a_total_within_rounding_of_one_is_the_whole():
    registry = world("A 2000..2005, B 2005.., C 2005..", "A>B 2005 0.333, A>C 2005 0.666")
    answer = walk(registry)
    assert statuses(answer) == {"A": "mapped"}
    assert answer.unmapped == pytest.approx({"A": 0.001})


def test_the_target_kind_is_chosen_before_summing():
    registry = world(
        f"A:{TRUST} 2000..2005, B 2005.., C:health_authority 2005..",
        "A>B 2005 0.7, A>C 2005 0.3",
    )
    answer = walk(registry, kind=TRUST)
    assert weights(answer) == {("A", "B"): 0.7}
    assert statuses(answer) == {"A": "partial"}


def test_a_body_whose_line_ends_has_no_successor():
    registry = world(f"A:{TRUST} 2000..2005, B 2000..")
    answer = walk(registry, kind=TRUST)
    (row,) = answer.rows
    assert (row.to_id, row.weight, row.status) == (None, None, "no_successor")
    assert row.note == "No successor on line commissioner."
    assert answer.unmapped == {"A": 1.0}


def test_a_break_says_where_duties_and_the_body_went():
    registry = world(
        f"A:health_authority 2000..2001, H:health_authority 2001..2002, S:strategic 2002..,"
        f"T:{TRUST} 2000..2013, U:{TRUST} 2000..2013, C 2013..",
        "A>H 2001 1, H>T 2002 transfer function, H>U 2002 transfer function, H>S 2002 strategic",
        "T>C 2013 1, U>C 2013 1",
    )
    (row,) = walk(registry, start=2000, kind="health_authority").rows
    assert row.status == "no_successor"
    assert row.note == (
        "Body H has no successor on line commissioner. Duties passed on 1 January 2002 to Body T "
        "and Body U. On line strategic it passed on 1 January 2002 to Body S."
    )


def test_an_end_that_is_not_known_is_said():
    (row,) = walk(world(f"A:{TRUST} 2000..?2005, Z 2000.."), kind=TRUST).rows
    assert row.note == (
        "No successor on line commissioner; its end is not known, last seen on 31 December 2004."
    )


def test_a_body_that_is_still_of_another_kind_says_so():
    registry = world(f"A:{TRUST} 2000..2005, B 2005..", "A>B 2005 1")
    (row,) = walk(registry, kind=TRUST, to_kind=TRUST).rows
    assert (row.to_id, row.status) == (None, "wrong_kind")
    assert row.note == "On 1 June 2020 it is in Body B (clinical commissioning group)."
    (row,) = walk(registry, end=2004, kind=TRUST).rows
    assert row.note == "On 1 June 2004 it is still Body A (primary care trust)."


PLACES = world(
    "A 2000..2005, B 2005..2010, I:integrated_care_board 2010..,"
    "P:sub_icb_location 2010..2015, Q:sub_icb_location 2015.., R:sub_icb_location 2015..",
    "A>B 2005 1",
    "B>I 2010 1",
    "B>P 2010 1 place",
    "P>Q 2015 0.7 place, P>R 2015 0.3 place",
)


def test_line_commissioner_is_followed_until_the_line_that_ends_in_the_kind():
    answer = walk(PLACES, to_kind="sub_icb_location")
    assert answer.line == "place"
    assert weights(answer) == {("A", "Q"): 0.7, ("A", "R"): 0.3}
    assert {row.hops for row in answer.rows} == {3}


def test_boards_and_locations_are_never_added_together():
    answer = walk(PLACES, to_kind="integrated_care_board")
    assert answer.line == "commissioner"
    assert weights(answer) == {("A", "I"): 1.0}


def test_another_line_can_be_chosen():
    answer = walk(PLACES, to_kind="integrated_care_board", line="place")
    assert answer.line == "place"
    assert weights(answer) == {("A", "I"): 1.0}  # the board is on line commissioner all the way


def test_what_stays_after_a_part_went_along_the_last_line_goes_on_along_line_commissioner():
    registry = world(
        "A 2000..2010, B 2010..2015, P:sub_icb_location 2000.., Q:sub_icb_location 2015..",
        "A>P 2005 0.2 place transfer",
        "A>B 2010 1",
        "B>Q 2015 1 place",
    )
    assert weights(walk(registry, to_kind="sub_icb_location")) == {("A", "P"): 0.2, ("A", "Q"): 0.8}


def test_duties_are_no_line_of_succession_unless_asked_for():
    registry = world(
        f"H:health_authority 2000..2002, T:{TRUST} 2000..", "H>T 2002 transfer function"
    )
    answer = walk(registry, kind="health_authority", to_kind=TRUST)
    assert (answer.line, statuses(answer)) == ("commissioner", {"H": "no_successor"})
    answer = walk(registry, kind="health_authority", to_kind=TRUST, line="function")
    assert weights(answer) == {("H", "T"): None}


def test_a_kind_outside_line_commissioner_is_followed_on_its_own():
    registry = world(
        "S:sustainability_transformation_partnership 2016..2018, T:integrated_care_system 2018..,"
        "C 2013..",
        "S>T 2018 1 system",
    )
    answer = walk(
        registry,
        start=2017,
        kind="sustainability_transformation_partnership",
        to_kind="integrated_care_system",
    )
    assert (answer.line, weights(answer)) == ("system", {("S", "T"): 1.0})


def test_bases_are_named_in_order_of_the_path():
    registry = world(
        "A 2000..2005, B 2005..2010, C 2010..",
        "A>B 2005 1 @postcodes",
        "B>C 2010 1 @whole",
    )
    assert walk(registry).rows[0].bases == ("postcodes", "whole")


def test_bases_of_several_paths_are_all_named():
    registry = world(
        "A 2000..2005, B 2005..2010, C 2005..2010, D 2010..",
        "A>B 2005 0.6 @postcodes, A>C 2005 0.4 @postcodes",
        "B>D 2010 1 @whole, C>D 2010 1 @small_areas",
    )
    assert walk(registry).rows[0].bases == ("postcodes", "whole", "small_areas")


def measured_twice(*shares):
    """A splits into B and C by postcodes; `shares` are further (to, share) by practices."""
    registry = world(
        "A 2000..2005, B 2005.., C 2005..", "A>B 2005 0.6 @postcodes, A>C 2005 0.4 @postcodes"
    )
    also = dict(shares)
    arcs = tuple(
        replace(
            arc,
            measurements=(
                *arc.measurements,
                replace(arc.default, basis="practices", share=also[arc.to_id]),
            ),
        )
        if arc.to_id in also
        else arc
        for arc in registry.successions
    )
    return replace(registry, successions=arcs)


def test_another_basis_is_used_where_the_whole_split_was_measured_on_it():
    answer = walk(measured_twice(("B", 0.5), ("C", 0.3)), basis="practices")
    assert weights(answer) == {("A", "B"): 0.5, ("A", "C"): 0.3}
    assert {row.bases for row in answer.rows} == {("practices",)}


def test_bases_are_never_mixed_within_one_split():
    answer = walk(measured_twice(("B", 0.5)), basis="practices")
    assert weights(answer) == {("A", "B"): 0.6, ("A", "C"): 0.4}
    assert {row.bases for row in answer.rows} == {("postcodes",)}


def test_a_change_known_only_to_the_year_counts_for_a_body_still_counted():
    registry = world("A ~1990..~1994, B ~1994..", "A>B ~1994 1")
    answer = walk(registry, start=1994, end=2000)
    assert weights(answer) == {("A", "B"): 1.0, ("B", "B"): 1.0}


def test_a_part_given_away_in_a_year_is_not_given_again_to_a_body_that_lived_on():
    registry = world("A 1990.., B 1990..", "A>B ~1994 0.2 transfer")
    assert weights(walk(registry, start=1994))["A", "A"] == 1.0
    assert weights(walk(registry, start=1993))["A", "A"] == 0.8


def test_a_body_that_gave_all_away_and_lived_on_keeps_nothing():
    registry = world("A 2000.., B 2000..", "A>B 2005 1 transfer")
    assert weights(walk(registry)) == {("A", "B"): 1.0, ("B", "B"): 1.0}


@pytest.mark.parametrize(("longer", "end"), [("B", "C"), ("C", "B")])
def test_hops_are_those_of_the_longest_path(longer, end):
    registry = world(
        f"A 2000..2005, {longer} 2005..2010, {end} 2005..",
        "A>B 2005 0.5, A>C 2005 0.5",
        f"{longer}>{end} 2010 1 absorption",
    )
    (row,) = walk(registry).rows
    assert (row.weight, row.hops) == (1.0, 2)


def test_every_body_of_the_first_day_appears_and_the_coverage_counts_them():
    registry = world(
        "A 2000..2005, B 2005.., C 2000..2005, D 2000..2005, E 2005..",
        "A>B 2005 1, D>E 2005 0.5",
    )
    answer = walk(registry)
    assert set(statuses(answer)) == {"A", "C", "D"}
    assert answer.coverage == {
        "mapped": 1,
        "partial": 1,
        "unknown_share": 0,
        "no_successor": 1,
        "wrong_kind": 0,
    }


def test_days_in_the_wrong_order_are_refused():
    with pytest.raises(DateError) as error:
        walk(world("A 2000.."), start=2020, end=2001)
    assert str(error.value) == (
        "A crosswalk runs from a day to a later one, but 2020-06-01 is not before 2001-06-01."
    )
    with pytest.raises(DateError):
        walk(world("A 2000.."), start=2001, end=2001)


def test_an_unknown_kind_line_or_basis_is_refused():
    registry = world("A 2000..2005, B 2005..", "A>B 2005 1")
    for options in ({"kind": "nothing"}, {"to_kind": "nothing"}, {"line": "x"}, {"basis": "x"}):
        with pytest.raises(UnknownName):
            walk(registry, **options)
    with pytest.raises(UnknownName) as error:
        walk(registry, basis="postcode")
    assert str(error.value) == (
        "No basis 'postcode' in this edition of the record. Did you mean: postcodes?"
    )


TRUSTS_TO_BOARDS = {"kind": TRUST, "to_kind": "integrated_care_board"}


def test_all_151_trusts_are_wholly_in_the_boards_of_2026_and_20_are_split(record):
    answer = crosswalk(record, date(2012, 4, 1), date(2026, 4, 1), **TRUSTS_TO_BOARDS)
    assert answer.line == "commissioner"
    assert answer.coverage["mapped"] == 151 == sum(answer.coverage.values())
    totals, rows = {}, {}
    for row in answer.rows:
        totals[row.from_id] = totals.get(row.from_id, 0) + row.weight
        rows[row.from_id] = rows.get(row.from_id, 0) + 1
    assert all(abs(total - 1) <= 0.005 for total in totals.values())
    assert sum(count > 1 for count in rows.values()) == 20


def test_care_trusts_count_as_trusts_unless_the_kind_is_exact(record):
    days = date(2012, 4, 1), date(2014, 4, 1)
    everyone = crosswalk(record, *days, kind=TRUST, to_kind=GROUP)
    exact = crosswalk(record, *days, kind=TRUST, to_kind=GROUP, exact=True)
    care = set(statuses(everyone)) - set(statuses(exact))
    assert {record.organisations[name].kind for name in care} == {"care_trust"}


def test_health_authorities_of_2001_have_no_successor_and_their_duties_went_to_trusts(record):
    answer = crosswalk(
        record,
        date(2001, 6, 1),
        date(2026, 4, 1),
        kind="health_authority",
        to_kind="integrated_care_board",
    )
    assert answer.coverage["no_successor"] == 95 == len(answer.rows)
    notes = {row.from_id: row.note for row in answer.rows}
    assert notes["QA2"] == (
        "No successor on line commissioner. Duties passed on 1 April 2002 to Hillingdon Primary "
        "Care Trust. On line strategic it passed on 1 April 2002 to North West London Health "
        "Authority."
    )


@pytest.mark.parametrize(
    ("start", "end", "kind", "to_kind", "line", "status"),
    [
        ("2021-04-01", "2026-05-01", GROUP, "sub_icb_location", "place", "mapped"),
        ("2012-04-01", "2023-05-01", TRUST, "sub_icb_location", "place", "mapped"),
        ("2016-06-01", "2023-07-01", "sustainability_transformation_partnership",
         "integrated_care_board", "system", "mapped"),
        ("2001-06-01", "2007-07-01", "health_authority", "strategic_health_authority",
         "strategic", "unknown_share"),
        ("2012-06-01", "2014-04-01", "strategic_health_authority", GROUP, "commissioner",
         "no_successor"),
        ("2022-07-01", "2026-04-01", "integrated_care_board", "integrated_care_board",
         "commissioner", "mapped"),
    ],
)  # fmt: skip
def test_each_kind_is_followed_on_the_line_that_leads_there(
    record, start, end, kind, to_kind, line, status
):
    days = date.fromisoformat(start), date.fromisoformat(end)
    answer = crosswalk(record, *days, kind=kind, to_kind=to_kind)
    assert answer.line == line
    assert answer.coverage[status] == sum(answer.coverage.values()) > 0


def test_groups_of_2014_lose_nothing_on_the_way_to_the_locations_of_2022(record):
    answer = crosswalk(
        record, date(2014, 4, 1), date(2022, 7, 1), kind=GROUP, to_kind="sub_icb_location"
    )
    assert answer.coverage["mapped"] == 211
    assert all(rest < 0.005 for rest in answer.unmapped.values())


def test_practices_can_be_chosen_and_leave_a_rest_for_those_that_closed(record):
    answer = crosswalk(
        record, date(2012, 4, 1), date(2014, 4, 1), kind=TRUST, to_kind=GROUP, basis="practices"
    )
    northamptonshire = [row for row in answer.rows if row.from_id == "5PD"]
    assert {row.bases for row in northamptonshire} == {("practices",)}
    assert 0.005 < answer.unmapped["5PD"] < 0.02
    assert {basis for row in answer.rows for basis in row.bases} <= set(BASIS_ORDER)
