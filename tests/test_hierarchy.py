"""Every body once in its place: the forest of a day, and the rows of a drawing in layers."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.days.tiers import in_tiers, tiers
from explorer.errors import UnknownOrganisation
from explorer.hierarchy import RELATIONS, above, below, hierarchy
from explorer.load import load
from explorer.snapshot import snapshot
from tests.rich_worlds import counted_world, rich_worlds
from tests.worlds import world

D = date.fromisoformat
DAYS = st.dates(date(1999, 7, 1), date(2007, 7, 1))
STRUCTURES = {  # day: the rows of the ladder as (level, kind, bodies)
    "1975-01-01": [
        (0, "government_department", 1),
        (2, "regional_health_authority", 14),
        (3, "area_health_authority", 90),
    ],
    "1990-06-01": [
        (0, "government_department", 1),
        (1, "national_body", 1),
        (2, "regional_health_authority", 14),
        (3, "district_health_authority", 77),
    ],
    "1997-05-01": [
        (0, "government_department", 1),
        (1, "national_body", 2),
        (2, "regional_office", 8),
        (3, "health_authority", 100),
    ],
    "2001-01-01": [
        (0, "government_department", 1),
        (1, "national_body", 7),
        (2, "regional_office", 8),
        (3, "health_authority", 99),
        (4, "primary_care_group", 432),
        (4, "primary_care_trust", 40),
    ],
    "2002-10-01": [
        (0, "government_department", 1),
        (1, "national_body", 9),
        (2, "directorate_of_health_and_social_care", 4),
        (3, "strategic_health_authority", 28),
        (4, "primary_care_trust", 304),
    ],
    "2008-04-01": [
        (0, "government_department", 1),
        (1, "national_body", 13),
        (2, "strategic_health_authority", 10),
        (3, "primary_care_trust", 152),
    ],
    "2013-04-01": [
        (0, "government_department", 1),
        (1, "national_body", 15),
        (2, "regional_team", 4),
        (3, "area_team", 28),
        (4, "clinical_commissioning_group", 211),
    ],
    "2019-04-01": [
        (0, "government_department", 1),
        (1, "national_body", 16),
        (2, "regional_team", 7),
        (3, "clinical_commissioning_group", 191),
        (3, "integrated_care_system", 11),
        (3, "sustainability_transformation_partnership", 31),
    ],
    "2023-04-01": [
        (0, "government_department", 1),
        (1, "national_body", 12),
        (2, "regional_team", 7),
        (3, "integrated_care_board", 42),
        (4, "sub_icb_location", 106),
    ],
    "2026-05-01": [
        (0, "government_department", 1),
        (1, "national_body", 12),
        (2, "regional_team", 7),
        (3, "integrated_care_board", 36),
        (4, "sub_icb_location", 106),
    ],
}


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def of_2013(record):
    return snapshot(record, D("2013-04-01"))


def walk(nodes):
    for node in nodes:
        yield node
        yield from walk(node.children)


def tree(nodes):
    return {node.id: tree(node.children) for node in nodes}


# The forest ---------------------------------------------------------------------------------------


def test_the_relations_are_the_closed_list_of_the_record(record):
    assert {link.relation for link in record.relationships} == set(RELATIONS)


def test_the_national_chain_of_2013_runs_from_the_department_to_the_groups(of_2013):
    department = next(node for node in hierarchy(of_2013) if node.id == "dhsc")
    board = next(node for node in department.children if node.id == "nhs-england")
    regions = [node for node in board.children if node.body.kind == "regional_team"]
    assert [dict(node.below)["area_team"] for node in regions] == [4, 8, 9, 7]
    groups = [dict(node.below)["clinical_commissioning_group"] for node in regions]
    assert (groups, sum(groups)) == ([32, 61, 68, 50], 211)
    teams = [node for region in regions for node in region.children]
    with_groups = [node for node in teams if "clinical_commissioning_group" in dict(node.below)]
    assert len(with_groups) == 27
    assert [node.id for node in teams if node not in with_groups] == ["Q71"]


def test_a_node_tells_how_it_stands_to_its_parent(of_2013):
    places = {node.id: (node.relation, node.parent) for node in walk(hierarchy(of_2013))}
    assert places["Q44"] == ("local_office_of", "Y54")
    assert places["nhs-england"] == ("reports_to", "dhsc")
    assert places["dhsc"] == (None, None)


def test_a_body_with_several_parents_stands_under_the_first_by_the_order_of_relations():
    registry = world(
        "A 2001.., B 2001.., C 2001..", "A^C 2001.. hosted_by", "A^B 2001.. reports_to"
    )
    shown = snapshot(registry, D("2003-01-01"))
    assert tree(hierarchy(shown)) == {"B": {"A": {}}, "C": {}}
    assert tree(hierarchy(shown, ("hosted_by", "reports_to"))) == {"B": {}, "C": {"A": {}}}
    assert tree(hierarchy(shown, ())) == {"A": {}, "B": {}, "C": {}}


def test_of_two_parents_by_one_relation_the_first_in_the_snapshot_is_taken():
    registry = world("A 2001.., B 2001.., C 2001..", "A^C 2001..", "A^B 2001..", 'C="An" 2001..')
    assert tree(hierarchy(snapshot(registry, D("2003-01-01")))) == {"C": {"A": {}}, "B": {}}


def test_two_bodies_that_report_to_each_other_do_not_vanish():
    registry = world("A 2001.., B 2001..", "A^B 2001..", "B^A 2001..")
    assert tree(hierarchy(snapshot(registry, D("2003-01-01")))) == {"B": {"A": {}}}


def test_what_lies_above_and_below_is_told_nearest_first(of_2013):
    assert above(of_2013, "00C") == ("Q45", "Y54", "nhs-england", "dhsc")
    assert below(of_2013, "Y54")[:9] == tuple(f"Q{number}" for number in range(44, 53))
    with pytest.raises(UnknownOrganisation):
        above(of_2013, "5PD")


@settings(deadline=None)
@given(rich_worlds(), DAYS, st.permutations(tuple(RELATIONS)), st.integers(0, 7))
def test_every_body_stands_once_whatever_the_relations(registry, day, relations, taken):
    shown = snapshot(registry, day)
    nodes = list(walk(hierarchy(shown, relations[:taken])))
    assert sorted(node.id for node in nodes) == sorted(shown.ids)
    for node in nodes:
        assert node.size == len(list(walk(node.children))) == sum(dict(node.below).values())
        assert all(child.parent == node.id for child in node.children)
        assert all(child.relation in relations[:taken] for child in node.children)


@settings(deadline=None)
@given(rich_worlds(), DAYS)
def test_a_body_below_another_has_it_above(registry, day):
    shown = snapshot(registry, day)
    for name in shown.ids:
        assert name not in below(shown, name)
        assert all(name in above(shown, other) for other in below(shown, name))


# The rows of a drawing ----------------------------------------------------------------------------


@pytest.mark.parametrize("day", STRUCTURES)
def test_the_ladder_of_each_age(record, day):
    found = tiers(snapshot(record, D(day)))
    assert [(row.level, row.kind, row.count) for row in found.ladder] == STRUCTURES[day]


@pytest.mark.parametrize("day", [*STRUCTURES, "1984-01-01", "2002-05-01", "2012-12-01"])
def test_every_body_of_the_day_is_in_one_row(record, day):
    shown = snapshot(record, D(day))
    found = tiers(shown)
    ids = [node.id for row in (*found.ladder, *found.outside) for node in row.nodes]
    assert len(ids) == len(set(ids))
    assert set(ids) == shown.ids == set(found.nodes)


def test_regions_and_teams_come_with_most_groups_first(of_2013):
    found = tiers(of_2013)
    regions = found.row("regional_team").nodes
    assert [node.id for node in regions] == ["Y54", "Y55", "Y57", "Y56"]
    assert dict(regions[0].below) == {"area_team": 9, "clinical_commissioning_group": 68}
    north = found.row("area_team").groups[0]
    assert north.parent == "Y54"
    assert [node.size for node in north.nodes] == [12, 10, 8, 8, 8, 6, 6, 5, 5]


def test_groups_stand_in_the_order_of_their_parents(record):
    for day in STRUCTURES:
        found = tiers(snapshot(record, D(day)))
        for row in found.ladder:
            parents = [group.parent for group in row.groups if group.parent]
            above_them = [n.id for upper in found.ladder for n in upper.nodes if n.id in parents]
            assert parents == above_them, (day, row.kind)


def test_a_row_tells_fewest_and_most_under_one_parent(of_2013):
    row = tiers(of_2013).row("clinical_commissioning_group")
    assert row.spread == (3, 12)
    assert len(row.groups) == len(row.parents) == 27
    assert row.relation == "reports_to"


def test_national_bodies_without_a_recorded_link_are_a_group_without_a_parent(of_2013):
    linked, unlinked = tiers(of_2013).row("regulator").groups
    assert linked.parent == "dhsc"
    assert {node.id for node in linked.nodes} == {
        "nhs-england", "public-health-england", "care-quality-commission", "nhs-property-services"
    }  # fmt: skip
    assert linked.nodes[0].id == "nhs-england"
    assert unlinked.parent is None
    assert {"monitor", "nhs-trust-development-authority"} < {node.id for node in unlinked.nodes}


def test_bodies_of_a_linked_kind_whose_own_link_is_not_known_stay_in_its_row(record):
    row = tiers(snapshot(record, D("1984-01-01"))).row("district_health_authority")
    assert (row.level, row.count, row.groups[-1].parent) == (3, 76, None)
    assert row.groups[-1].count == 49
    assert row.spread == (2, 12)


def test_care_trusts_stand_in_the_row_of_the_trusts(record):
    row = tiers(snapshot(record, D("2008-04-01"))).row("care_trust")
    assert (row.kind, row.kinds, row.count) == (
        "primary_care_trust",
        ("primary_care_trust", "care_trust"),
        152,
    )


def test_strategic_authorities_keep_a_row_of_their_own_while_health_authorities_in_law(record):
    found = tiers(snapshot(record, D("2002-05-01")))
    row = found.row("strategic_health_authority")
    assert (row.kinds, row.count, row.level) == (("strategic_health_authority",), 28, 3)
    assert found.row("health_authority") is None


def test_councils_their_boards_and_hosted_help_stand_outside_by_kind_and_region(of_2013):
    found = tiers(of_2013)
    assert [(row.kind, row.count, row.relation) for row in found.outside] == [
        ("local_commissioning_hub", 29, "hosted_by"),
        ("health_and_wellbeing_board", 152, "committee_of"),
        ("local_authority", 152, None),
        ("local_health_board", 7, None),
        ("commissioning_support_unit", 19, "hosted_by"),
        ("clinical_senate", 12, "hosted_by"),
        ("strategic_clinical_network", 12, "hosted_by"),
    ]
    councils = found.row("local_authority")
    assert [(group.region, group.count) for group in councils.groups] == [
        ("East Midlands", 7),
        ("East of England", 11),
        ("London", 33),
        ("North East", 12),
        ("North West", 23),
        ("South East", 18),
        ("South West", 14),
        ("West Midlands", 15),
        ("Yorkshire and the Humber", 16),
        ("", 3),
    ]
    boards = found.row("health_and_wellbeing_board")
    assert set(boards.parents) == {node.id for node in councils.nodes}
    assert found.row("commissioning_support_unit").parents == ("nhs-england",)


def test_a_row_brings_the_published_numbers_of_that_very_day(record, of_2013):
    (published,) = tiers(of_2013).row("area_team").published
    assert published.count == 27
    assert published.gap_note.startswith("The register lists a London code, Q71")
    in_part = tiers(snapshot(record, D("2013-04-01"), region="London"))
    assert in_part.row("area_team").published == ()


def test_members_of_clusters_and_partnerships_are_found_beside_their_place(record):
    found = tiers(snapshot(record, D("2012-12-01")))
    cluster = found.row("pct_cluster").nodes[0].id
    members = found.linked_to(cluster)
    assert members
    assert {link.relation for link in members} == {"part_of_cluster"}
    of_2019 = tiers(snapshot(record, D("2019-04-01")))
    partnerships = (
        *of_2019.row("integrated_care_system").nodes,
        *of_2019.row("sustainability_transformation_partnership").nodes,
    )
    groups = [link.child_id for node in partnerships for link in of_2019.linked_to(node.id)]
    assert len(groups) == len(set(groups)) == 191


def test_a_link_gives_a_place_or_is_told_beside_it(of_2013):
    found = tiers(of_2013)
    placed = {(node.id, node.parent, node.relation) for node in found.nodes.values()}
    beside = {(link.child_id, link.parent_id, link.relation) for link in found.other_links}
    every = {(link.child_id, link.parent_id, link.relation) for link in of_2013.relations}
    assert not placed & beside
    assert every <= placed | beside


def test_rows_do_not_need_the_tiers_of_the_nhs():
    registry = counted_world(
        "P:panel 2001.., Q:office 2001.., R:club 2001..", "Q^P 2001..",
        kinds=[{"kind": "office", "tier": "regional"}, {"kind": "club", "tier": "own"}],
    )  # fmt: skip
    found = tiers(snapshot(registry, D("2003-01-01")))
    assert [(row.kind, row.level) for row in found.ladder] == [("panel", 2), ("office", 3)]
    assert [row.kind for row in found.outside] == ["club"]


@settings(deadline=None)
@given(rich_worlds(), DAYS)
def test_rows_hold_every_body_once_in_any_world(registry, day):
    shown = snapshot(registry, day)
    found = tiers(shown)
    ids = [node.id for row in (*found.ladder, *found.outside) for node in row.nodes]
    assert sorted(ids) == sorted(shown.ids)
    assert all(row.count == len(row.nodes) > 0 for row in (*found.ladder, *found.outside))


def test_a_table_of_the_day_follows_the_tiers_from_the_top(of_2013):
    ids = [body.id for body in in_tiers(of_2013)]
    assert sorted(ids) == sorted(body.id for body in of_2013.bodies)
    assert ids[0] == "dhsc"
    at = ids.index
    assert at("nhs-england") < at("Y54") < at("Q44") < at("01C")
    below = [link.child_id for link in of_2013.relations if link.parent_id == "Q44"]
    groups = sorted(at(name) for name in below if name.startswith("0"))
    assert groups == list(range(groups[0], groups[0] + len(groups)))  # together
