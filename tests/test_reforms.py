"""A reform's bodies: by its change events, by its own day, and never those of another reform."""

from datetime import date

import pytest

from explorer.errors import UnknownName
from explorer.load import load
from explorer.policy.reform_ties import reforms_of
from explorer.reforms import reform_effects
from tests.worlds import registry

KIND = {"kind": "group", "label": "Group", "plural": "Groups", "short": "GRP", "tier": "local"}


@pytest.fixture(scope="module")
def record():
    return load()


def body(name, opened="", closed="", kind="group"):
    return {
        "id": name, "name": name, "kind": kind, "opened": opened, "closed": closed,
        "opened_precision": "day" if opened else "", "closed_precision": "day" if closed else "",
        "status": "closed" if closed else "in_force",
    }  # fmt: skip


def reform(name="r", day="2013-04-01", title="A reform", **more):
    return {"reform_id": name, "title": title, "date": day, "date_precision": "day",
            "status": "done", **more}  # fmt: skip


def change(name, day, reform_id="", kind="replacement"):
    return {"event_id": name, "date": day, "date_precision": "day", "kind": kind,
            "line": "commissioner", "reform_id": reform_id}  # fmt: skip


def arc(event, origin, target, day, kind="replacement"):
    return {"from_id": origin, "to_id": target, "date": day, "date_precision": "day",
            "kind": kind, "line": "commissioner", "event_id": event}  # fmt: skip


def world(**tables):
    return registry(**{"kinds": [KIND], "reforms": [reform()], **tables})


def test_bodies_of_a_change_event_belong_to_the_reform_that_it_names():
    made = world(
        organisations=[body("A", "2002-01-01", "2013-03-31"), body("B", "2013-04-01")],
        change_events=[change("e", "2013-04-01", "r")],
        successions=[arc("e", "A", "B", "2013-04-01")],
    )
    found = reform_effects(made, "r")
    assert (found.created, found.closed) == (("B",), ("A",))


def test_a_change_event_without_a_reform_is_nobodys():
    made = world(
        organisations=[body("A", "2002-01-01", "2013-03-31"), body("B", "2013-04-01")],
        change_events=[change("e", "2013-04-01")],
        successions=[arc("e", "A", "B", "2013-04-01")],
    )
    found = reform_effects(made, "r")
    assert (found.created, found.closed) == ((), ())


def test_bodies_without_a_succession_belong_to_the_reform_of_their_day():
    made = world(organisations=[body("A", "2002-01-01", "2013-03-31"), body("B", "2013-04-01")])
    found = reform_effects(made, "r")
    assert (found.created, found.closed) == (("B",), ("A",))


def test_one_of_many_that_opens_by_chance_on_the_day_does_not_belong():
    others = [body(f"O{i}", f"200{i}-01-01") for i in range(5)]
    made = world(organisations=[*others, body("B", "2013-04-01")])
    assert reform_effects(made, "r").created == ()


def test_national_bodies_belong_by_their_change_events_only():
    made = world(kinds=[{**KIND, "tier": "national"}], organisations=[body("B", "2013-04-01")])
    assert reform_effects(made, "r").created == ()


def test_of_two_reforms_of_a_day_the_one_without_events_has_the_bodies_without_successions():
    made = world(
        reforms=[reform("bare"), reform("busy")],
        organisations=[
            body("A", "2002-01-01", "2013-03-31"), body("B", "2013-04-01"), body("C", "2013-04-01")
        ],
        change_events=[change("e", "2013-04-01", "busy")],
        successions=[arc("e", "A", "B", "2013-04-01")],
    )  # fmt: skip
    assert reform_effects(made, "bare").created == ("C",)
    assert reform_effects(made, "busy").created == ("B",)


def test_a_planned_reform_has_no_effects_yet():
    made = world(reforms=[reform(status="planned")], organisations=[body("B", "2013-04-01")])
    assert reform_effects(made, "r").created == ()


def test_a_giver_that_lives_on_is_moved_not_closed():
    made = world(
        organisations=[body("A", "2002-01-01"), body("B", "2002-01-01")],
        change_events=[change("e", "2013-04-01", "r", "boundary-change")],
        successions=[arc("e", "A", "B", "2013-04-01", "boundary-change")],
    )
    found = reform_effects(made, "r")
    assert (found.created, found.closed, found.moved) == ((), (), ("A", "B"))


def test_a_body_that_answers_to_a_new_one_is_moved():
    made = world(
        organisations=[
            body("A", "2002-01-01"), body("P", "2002-01-01", "2013-03-31"), body("Q", "2013-04-01")
        ],
        relationships=[
            {"child_id": "A", "parent_id": "P", "relation": "reports_to", "from": "2002-01-01",
             "to": "2013-03-31"},
            {"child_id": "A", "parent_id": "Q", "relation": "reports_to", "from": "2013-04-01"},
        ],
        change_events=[change("e", "2013-04-01", "r")],
        successions=[arc("e", "P", "Q", "2013-04-01")],
    )  # fmt: skip
    assert reform_effects(made, "r").moved == ("A",)


def test_an_unknown_reform_is_refused_with_its_neighbours(record):
    with pytest.raises(UnknownName) as refused:
        reform_effects(record, "reform-2013-hsa")
    assert "reform-2013-hsca" in str(refused.value)
    assert str(refused.value).startswith("No reform or policy event 'reform-2013-hsa'")


@pytest.mark.parametrize(
    ("asked", "created", "closed"),
    [
        ("reform-1974", {"area_health_authority": 90, "regional_health_authority": 14}, {}),
        ("reform-1982-districts", {}, {"area_health_authority": 90}),
        ("reform-1996-health-authorities", {"health_authority": 100, "regional_office": 8},
         {"regional_health_authority": 8}),
        ("reform-1999-pcgs", {"primary_care_group": 481}, {"gp_fundholding": 1}),
        ("reform-1999-regions", {"regional_office": 4}, {"regional_office": 4}),
        ("reform-2013-hsca",
         {"clinical_commissioning_group": 211, "health_and_wellbeing_board": 152},
         {"primary_care_trust": 146, "care_trust": 5, "strategic_health_authority": 10}),
        ("reform-2022-hca", {"integrated_care_board": 42}, {"clinical_commissioning_group": 106}),
        ("reform-2026-icb-mergers", {"integrated_care_board": 6}, {"integrated_care_board": 12}),
        ("reform-ccg-mergers-2020", {"clinical_commissioning_group": 18},
         {"clinical_commissioning_group": 74}),
    ],
)  # fmt: skip
def test_the_reforms_of_the_record_did_what_is_known(record, asked, created, closed):
    found = reform_effects(record, asked)
    assert created.items() <= dict(found.created_by_kind).items()
    assert closed.items() <= dict(found.closed_by_kind).items()


def test_the_act_of_2012_closed_the_trusts_and_opened_the_groups(record):
    found = reform_effects(record, "act-2012-hsc")
    assert [reform.id for reform in found.reforms] == ["reform-2013-hsca"]
    assert dict(found.created_by_kind)["clinical_commissioning_group"] == 211
    closed = dict(found.closed_by_kind)
    assert closed["primary_care_trust"] + closed["care_trust"] == 151


def test_reforms_of_one_day_share_no_body(record):
    by_day: dict[date, list] = {}
    for one in record.reforms.values():
        by_day.setdefault(one.date.first, []).append(reform_effects(record, one.id))
    for found in by_day.values():
        created = [name for effects in found for name in effects.created]
        closed = [name for effects in found for name in effects.closed]
        assert len(created) == len(set(created))
        assert len(closed) == len(set(closed))


@pytest.mark.parametrize(
    ("event", "reforms"),
    [
        ("act-1973-reorganisation", ["reform-1974"]),
        ("act-1999-health", ["reform-1999-pcgs", "reform-2000-pcts"]),
        ("new-nhs-1997", ["reform-1999-pcgs"]),
        ("capl-2005", ["reform-2006-patient-led"]),
        ("si-1993-574", ["reform-1993-districts"]),
        ("ccg-merge-2015", ["reform-ccg-mergers-2015"]),
        ("at-2015", ["reform-2015-area-teams"]),
        ("ev-2013-end", ["reform-2013-hsca"]),
        ("hb-2026", ["reform-nhse-abolition"]),
        ("act-1997-pc", []),
        ("ev-1999-anglia", []),
        ("ukhsa-2021", []),
    ],
)
def test_entries_of_policy_are_tied_to_the_reforms_they_name(record, event, reforms):
    entry = next(one for one in record.timeline if one.id == event)
    assert [reform.id for reform in reforms_of(record, entry)] == reforms
