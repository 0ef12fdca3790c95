"""The pages of timeline, functions, plans, places and money: every number is that of the record."""

import re
from datetime import date

import pytest

from explorer.duties.handovers import handovers_at
from explorer.layout.milestones.agenda import WHITE_PAPER_2010
from explorer.load import load
from explorer.money import money
from explorer.places import place
from explorer.plans import plans
from explorer.reforms import reform_effects
from explorer.responsibilities import held_by
from explorer.timeline import ERAS
from explorer.ui.play import next_reform
from tests.test_pages import opened, table, words


def tab(app, heading):
    """The table that has a column of this heading, once the reader has found and opened it."""
    shown = (table(app, tab.label.lower()) for tab in app.tabs[1:])
    return next(rows for rows in shown if heading in rows)


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


# Timeline -----------------------------------------------------------------------------------------


def test_the_timeline_begins_with_the_whole_record():
    app = opened("timeline")
    assert "Between 1948 and 2027 the record knows 2,564 bodies" in words(app)
    assert not app.query_params
    pills = next(group for group in app.button_group if group.label == "Era")
    assert pills.value == "All years"
    pills.set_value("1973–2027").run()
    assert app.query_params == {"first": "1973", "last": "2027"}


def test_an_era_stands_in_the_address_and_cuts_the_tables():
    app = opened("timeline")
    pills = next(group for group in app.button_group if group.label == "Era")
    pills.set_value("2002–2013").run()
    assert app.query_params == {"first": "2002", "last": "2013"}
    years = {text[-4:] for text in tab(app, "Title")["Date"]}
    assert min(years) >= "2002"
    assert max(years) <= "2013"


def test_closer_and_wider_lead_back_to_where_one_was():
    app = opened("timeline", first="2002", last="2013")
    press(app, "+ Closer")
    assert app.query_params == {"first": "2004", "last": "2011"}
    press(app, "− Wider")
    assert app.query_params == {"first": "2002", "last": "2013"}
    press(app, "Later")
    assert app.query_params == {"first": "2006", "last": "2017"}


def test_wider_than_the_record_there_is_nothing():
    app = opened("timeline", first="1948", last="2027")
    wider = next(button for button in app.button if button.label == "− Wider")
    assert wider.disabled


def test_years_in_the_wrong_order_are_read_in_the_right_one():
    assert "Between 2002 and 2013" in words(opened("timeline", first="2013", last="2002"))


@pytest.mark.parametrize("era", ERAS, ids=lambda era: era.id)
def test_every_era_has_a_view(era):
    app = opened("timeline", first=str(era.first_year), last=str(era.last_year))
    assert not app.warning
    assert f"Between {era.first_year} and {era.last_year}" in words(app)


def test_a_kind_chosen_shows_a_bar_for_each_body():
    app = opened("timeline", kind="clinical_commissioning_group")
    assert "The record knows 248 clinical commissioning groups, each a bar." in words(app)
    assert len(tab(app, "First day")) == 248


def test_a_kind_that_a_region_never_had_is_said_and_not_drawn():
    app = opened("timeline", kind="area_health_authority", region="North of England")
    assert "The record has no body of this kind in this region." in words(app)
    assert len(app.info) == 1


def test_an_act_opened_shows_what_it_created_closed_and_moved():
    app = opened("timeline", reform="act-2012-hsc")
    found = reform_effects(load(), "act-2012-hsc")
    text = words(app)
    assert f"{len(found.created)} bodies opened (211 clinical commissioning groups" in text
    assert f"{len(found.closed)} bodies closed (146 primary care trusts" in text
    rows = tab(app, "What happened")
    assert len(rows) == len(found.created) + len(found.closed) + len(found.moved)
    assert "The structure on 1 April 2013" in text


def test_what_is_only_planned_has_done_nothing():
    assert "It is planned: nothing has come of it" in words(
        opened("timeline", reform="reform-nhse-abolition")
    )


def test_every_reform_and_act_opens():
    record = load()
    for name in (*record.reforms, *(event.id for event in record.timeline)):
        assert reform_effects(record, name).registry is record
    app = opened("timeline", reform="moh-dhss-1968")
    assert "The record ties no reorganisation to it." in words(app)


# Who commissioned what ----------------------------------------------------------------------------


def test_the_matrix_counts_what_the_record_holds():
    text = words(opened("functions"))
    assert "the record names 62 holders of 40 functions, 145 hand-overs" in text


def test_one_function_names_its_holders_on_a_day():
    app = opened("functions", show="function", function="dental", on="2010-01-01")
    assert "On 1 January 2010, primary care trusts were responsible for NHS dental" in words(app)
    assert set(tab(app, "Function (id)")["Function (id)"]) == {"dental"}


@pytest.mark.parametrize(
    ("kind", "day"),
    [("primary_care_trust", date(2008, 1, 1)), ("integrated_care_board", date(2026, 1, 1))],
)
def test_what_a_kind_held_on_a_day_equals_the_record(kind, day):
    app = opened("functions", show="holder", kind=kind, on=day.isoformat())
    held = held_by(load(), "kind", kind, day)
    assert len(tab(app, "Function (id)")) == len(held)
    number = len({each.responsibility.function_id for each in held})
    assert f"had a part in {number} functions" in words(app)


def test_a_kind_that_held_nothing_on_the_day_is_told_so():
    app = opened("functions", show="holder", kind="primary_care_trust", on="2020-01-01")
    assert "On 1 January 2020, the record names no function held by primary" in words(app)
    assert len(app.info) == 1


def test_all_hand_overs_of_a_date_are_rows():
    app = opened("functions", show="handovers")
    found = handovers_at(load(), date(2013, 4, 1))
    assert f"On 1 April 2013, {found.functions} functions changed hands in 47 hand-" in words(app)
    assert len(tab(app, "Under")) == len(found.moves) + len(found.perhaps)


def test_a_date_known_to_the_year_is_told_so():
    assert "In 2008, 1 function changed hands in 1 hand-over." in words(
        opened("functions", show="handovers", when="2008")
    )


def test_a_date_of_no_hand_over_is_left_out_in_words():
    app = opened("functions", show="handovers", when="2011-11-11")
    assert [warning.value for warning in app.warning] == [
        r"The link asked for when=2011\-11\-11, which this edition does not have; it was left out."
    ]
    assert "On 1 April 2013" in words(app)


# Plans, places, money -----------------------------------------------------------------------------


def test_the_plans_of_the_white_paper_come_first():
    app = opened("plans")
    assert "19 plans for 9 milestones: 8 kept, 7 late, 2 changed, 1 misprinted" in words(app)
    assert list(dict.fromkeys(tab(app, "Milestone")["Milestone"])) == list(
        WHITE_PAPER_2010.milestones
    )


def test_pending_plans_and_all_plans_are_those_of_the_record():
    pending, every = opened("plans", show="pending"), opened("plans", show="all")
    whole = [plan for milestone in plans(load()) for plan in milestone.plans]
    assert len(tab(every, "Milestone")) == len(whole) == len(load().plans)
    shown = tab(pending, "Milestone")["Plan"]
    assert {plan.plan.id for plan in whole if plan.verdict == "pending"} <= set(shown)
    assert "21 pending" in words(pending)


def test_one_milestone_is_told_with_every_plan_for_it():
    app = opened("plans", milestone="board-statutory")
    assert set(tab(app, "Milestone")["Milestone"]) == {"board-statutory"}
    assert "It happened on 1 October 2012: 6 months late." in words(app)


def test_a_place_lists_every_body_with_its_reason_and_states_the_gaps():
    app = opened("place")
    found = place(load(), "Northamptonshire")
    rows = tab(app, "Reason")
    assert len(rows) == len(found.hits) + len(found.gaps) + len(found.councils)
    assert (rows["Reason"] != "").all()
    text = words(app)
    assert "from 5 July 1948 to 31 December 1973" in text
    assert "Named for it: Northamptonshire Health Authority." in text
    assert re.search(r"By lineage: took over from .* on 1 April 2020 \(share|\d+% of it\)", text)


def test_a_town_is_reached_by_lineage_and_by_position():
    text = words(opened("place", place="Corby"))
    assert "By position: the nearest of its kind, 23 km away." in text


def test_an_unknown_place_is_left_out_in_words():
    app = opened("place", place="Atlantis")
    assert len(app.warning) == 1
    assert app.title[0].value == "Northamptonshire through time"


def test_money_is_shown_as_published_and_never_added():
    app = opened("money")
    rows = tab(app, "Price basis")
    assert len(rows) == len(load().budgets)
    assert "Nothing is added up" in words(app)
    one = opened("money", subject="nhs-england")
    (account,) = money(load(), "nhs-england")
    assert len(tab(one, "Price basis")) == len(account.figures)


# Structure ----------------------------------------------------------------------------------------


def test_the_icicle_has_the_same_table_as_the_tiers():
    day = {"on": "2006-10-01", "region": "London"}
    tiers, icicle = opened("structure", **day), opened("structure", show="icicle", **day)
    assert tab(tiers, "Name is").equals(tab(icicle, "Name is"))


def test_relations_chosen_stand_in_the_address():
    app = opened("structure", show="icicle")
    pills = next(group for group in app.button_group if group.label.startswith("Relations"))
    pills.set_value(["reports_to", "hosted_by"]).run()
    assert app.query_params["relation"] == "reports_to,hosted_by"


def test_several_days_stand_beside_each_other():
    app = opened("structure", show="dates", days="1975-01-01,2013-04-01")
    assert "640 bodies" not in words(app)
    numbers = tab(app, "Day")
    assert list(dict.fromkeys(numbers["Day"])) == ["1 January 1975", "1 April 2013"]
    assert "642 bodies on 1 April 2013" in words(app)
    assert not app.date_input


def test_a_seventh_day_has_no_room():
    days = ",".join(f"20{year}-01-01" for year in range(10, 17))
    app = opened("structure", show="dates", days=days)
    assert len(app.warning) == 1


def test_after_the_last_reform_nothing_is_left_to_play():
    assert not opened("structure").toggle[0].disabled
    assert opened("structure", on="2026-07-02").toggle[0].disabled
    assert [when and when.isoformat() for when in map(next_reform, (
        date(1999, 4, 1), date(2013, 3, 31), date(2026, 7, 2)
    ))] == ["2000-04-01", "2013-04-01", None]  # fmt: skip
