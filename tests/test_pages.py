"""The pages under Streamlit's own test harness: what they say, and that their numbers are right."""

import re
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from explorer.errors import DataError, Problem
from explorer.load import load
from explorer.snapshot import snapshot
from explorer.ui.links import ROOT
from explorer.view import PAGES, TABLES

SHELL = ROOT / "explorer" / "ui" / "shell.py"


def opened(page, **params):
    """The page as a reader sees it who follows an address."""
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.query_params.update(params)
    app.switch_page(f"../../pages/{PAGES[page].section}/{page}.py")
    app.run()
    assert not app.exception
    return app


def table(app, name):
    """The table of this name, once the reader has opened its tab."""
    app.query_params["tab"] = name
    app.run()
    assert not app.exception
    return app.dataframe[0].value


def words(app):
    """All sentences and links of the page as plain text."""
    html = " ".join(element.value for element in app.html)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_page_opens_without_a_word_of_error(page):
    app = opened(page)
    assert len(app.title) == 1
    assert not app.error
    assert not app.warning


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_page_names_the_edition_and_the_licence(page):
    foot = words(opened(page))
    assert "As known on 2 July 2026. Edition 1.0.0 (" in foot
    assert "licensed under the Open Government Licence v3.0." in foot


def test_the_start_says_what_it_is_in_fewer_than_eighty_words_and_asks_three_questions():
    app = opened("start")
    own = " ".join(part.value for part in app.html if "menu" not in part.value)
    own = own[: own.index("<footer")]
    text = re.sub(r"<[^>]+>", " ", own)
    text = f"{app.title[0].value} {text}".replace("NHS Commissioning Lineage Explorer", "")
    assert len(text.split()) < 80
    assert "As known on 2 July 2026" in text
    assert own.count("<li>") == 3


def test_on_the_first_of_april_2013_there_were_211_groups():
    app = opened("structure", on="2013-04-01")
    assert "211 clinical commissioning groups" in words(app)
    assert (table(app, "bodies")["Kind"] == "Clinical commissioning group").sum() == 211
    numbers = table(app, "numbers").set_index("Kind")["Number"]
    assert numbers["Clinical commissioning group"] == 211
    assert "Primary care trust" not in numbers


@pytest.mark.parametrize("day", ["1948-07-05", "1975-01-01", "2002-10-01", "2027-12-31"])
def test_the_numbers_of_a_day_equal_the_rows_of_its_table(day):
    app = opened("structure", on=day)
    shown = snapshot(load(), date.fromisoformat(day))
    assert len(table(app, "bodies")) == len(shown.bodies)
    exact = table(app, "numbers")
    exact = exact[exact["With kinds counted as it"] == "no"]
    assert exact["Number"].sum() == len(shown.bodies)


def test_filters_narrow_the_table_of_a_day():
    app = opened("structure", on="2013-04-01", region="London", kind="clinical_commissioning_group")
    assert len(table(app, "bodies")) == 32
    assert "32 clinical commissioning groups in the region London" in words(app)


def test_the_next_change_is_a_real_one():
    app = opened("structure", on="2013-04-01")
    label = "Next change: 2 April 2013"
    next(button for button in app.button if button.label == label).click().run()
    assert app.date_input[0].value == date(2013, 4, 2)
    assert app.query_params["on"] == "2013-04-02"


def test_a_date_changed_by_hand_stands_in_the_address():
    app = opened("structure")
    app.date_input[0].set_value(date(2006, 10, 1)).run()
    assert app.query_params["on"] == "2006-10-01"
    assert "On 1 October 2006 the record counts" in words(app)


def test_dates_outside_the_record_are_refused_in_words():
    app = opened("structure", on="1900-01-01")
    assert [warning.value for warning in app.warning] == [
        r"The link asked for on=1900\-01\-01, which lies outside this edition; it was left out."
    ]
    assert app.date_input[0].value == date(2013, 4, 1)


def test_the_reform_of_2006_is_one_click_from_the_day_before_to_the_day_of():
    app = opened("changes")
    pills = next(group for group in app.button_group if "2006" in group.options)
    pills.set_value("2006").run()
    assert app.query_params["from"] == "2006-09-30"
    assert app.query_params["to"] == "2006-10-01"
    assert "From 30 September 2006 to 1 October 2006, 73 bodies opened" in words(app)


def test_the_balance_of_2013_closes_for_every_kind():
    app = opened("changes", **{"from": "2013-03-31", "to": "2013-04-01"})
    for row in app.table[0].value.itertuples(index=False):
        _, start, came, went, first, last, end = row
        assert start + came - went + first - last == end


def test_the_later_day_first_tells_the_change_backwards():
    app = opened("changes", **{"from": "2013-04-01", "to": "2013-03-31"})
    assert "Going back from 1 April 2013 to 31 March 2013" in words(app)


def test_days_swap_places_at_a_click():
    app = opened("changes")
    next(button for button in app.button if button.label == "Swap the days").click().run()
    assert [box.value for box in app.date_input] == [date(2013, 4, 1), date(2013, 3, 31)]


def test_what_lived_only_in_between_is_listed():
    app = opened("changes", **{"from": "1999-03-31", "to": "2013-04-01"})
    labels = [box.label for box in app.expander]
    assert any(label.startswith("± Lived only in between (") for label in labels)


def test_new_closed_and_changed_bodies_are_told_apart_by_sign_and_word():
    labels = [box.label for box in opened("changes").expander]
    for sign in (
        "+ Opened (460)",
        "+ Came into view, day not known (143)",
        "− Closed (230)",
        "~ Answered to another body (4)",
    ):
        assert sign in labels


def test_a_difference_leads_to_the_duties_that_passed_in_it():
    (link,) = re.findall(r'<a href="(functions[^"]*show=handovers[^"]*)">', " ".join(
        part.value for part in opened("changes").html
    ))  # fmt: skip
    assert "when=" not in link  # 1 April 2013 is the usual date
    said = words(opened("changes", **{"from": "2002-01-01", "to": "2013-12-31"}))
    assert said.count("The duties that passed ") == 3
    assert "The duties that passed" not in words(
        opened("changes", **{"from": "1950-01-01", "to": "1950-02-01"})
    )


def test_a_window_can_be_walked_day_by_day():
    app = opened("changes", **{"from": "2013-03-01", "to": "2013-04-01", "steps": "yes"})
    days = [box.label for box in app.expander if box.label[0].isdigit()]
    assert days[-1] == (
        "1 April 2013: 460 opened, 230 closed, 143 came into or went out of view, "
        "130 changes recorded"
    )


def test_the_lists_of_a_difference_backwards_say_what_was_there_and_what_was_not_yet():
    back = {"from": "2013-04-01", "to": "2013-03-31"}
    labels = [box.label for box in opened("changes", **back).expander]
    assert "+ Gone later (230)" in labels
    assert "− Not opened yet (460)" in labels
    assert "− Went out of view, day not known (143)" in labels
    (step,) = (box.label for box in opened("changes", steps="yes", **back).expander
               if box.label[0].isdigit())  # fmt: skip
    assert step.startswith("1 April 2013: 230 gone later, 460 not opened yet, 143 came into")


def test_the_same_day_twice_has_words_in_place_of_a_drawing():
    app = opened("changes", **{"from": "2013-04-01", "to": "2013-04-01"})
    assert [part.value for part in app.info] == [
        r"Two different days are needed, and 2013\-04\-01 was given twice."
    ]


def test_a_fault_in_a_drawing_leaves_its_tables_standing(monkeypatch):
    def fault(scene):
        raise ZeroDivisionError

    monkeypatch.setattr("explorer.ui.show.figure", fault)
    app = opened("structure", on="2009-03-03")
    assert [part.value for part in app.warning] == [
        "This drawing could not be made. The tables hold the same facts."
    ]
    assert len(table(app, "bodies")) == len(snapshot(load(), date(2009, 3, 3)).bodies)
    assert "As known on 2 July 2026" in words(app)


def test_a_faulty_record_is_told_in_its_own_words(monkeypatch):
    problem = Problem("codes.csv", 214, "code", "'5E+1' is a number, not a code")

    def faulty():
        raise DataError([problem])

    monkeypatch.setattr("explorer.ui.state.registry", faulty)
    app = AppTest.from_file(str(SHELL), default_timeout=60).run()
    assert not app.exception
    assert app.error[0].value == r"1 problem in the data package\:"
    assert app.text[0].value == str(problem)


def test_a_lineage_tells_what_happened_with_every_successor_and_the_sources():
    app = opened("lineage", org="5PD")
    text = words(app)
    assert app.title[0].value == "What happened to Northamptonshire Teaching Primary Care Trust"
    for name in ("NHS Corby CCG", "NHS Nene CCG", "NHS Cambridgeshire and Peterborough CCG"):
        assert name in text
    assert "1 April 2013" in text
    assert "Came before (" in text


def test_a_body_that_sources_differ_about_says_so():
    app = opened("lineage", org="S1Y5D")
    assert "Where sources differ (1)" in [box.label for box in app.expander]
    assert "Kept: E54000066 = Essex." in words(app)


def test_a_lineage_leads_to_the_structure_of_its_first_and_last_day():
    links = " ".join(part.value for part in opened("lineage", org="5PD").html)
    assert "structure?on=2006-10-01&amp;under=5PD" in links
    assert "structure?on=2013-03-31&amp;under=5PD" in links
    assert "changes?from=2006-09-30&amp;to=2006-10-01" in links


def test_a_new_body_says_what_changed_against_the_one_before():
    app = opened("changes", **{"from": "2022-06-30", "to": "2022-07-01"})
    text = words(app)
    assert "Integrated care boards (42)" in text
    assert "Changed from one body to the next: name and legal form (34)" in text


def test_one_generation_back_shows_only_the_nearest():
    every, nearest = opened("lineage", org="QPM"), opened("lineage", org="QPM", back="1")
    assert len(table(nearest, "bodies")) < len(table(every, "bodies"))


def test_the_ledger_counts_agreements():
    app = opened("counts")
    assert "61 agree and 18 do not" in words(app)
    some = opened("counts", kind="clinical_commissioning_group")
    assert set(some.dataframe[0].value["Kind"]) == {"Clinical commissioning group"}


def test_search_hits_name_kind_years_and_what_became_of_the_body():
    text = words(opened("start", find="Nene"))
    assert "Nene (clinical commissioning group, 2013–2020)" in text
    assert "Closed on 31 March 2020. See NHS Northamptonshire CCG (78H)." in text


def test_pages_are_paragraphs():
    for page in PAGES.values():
        source = (ROOT / "pages" / page.section / f"{page.name}.py").read_text()
        assert len(source.splitlines()) <= 60
        assert not re.search(r"^\s*(def|class|if|for|while|try)\b", source, re.MULTILINE)


def test_the_region_of_a_difference_narrows_its_words_its_balance_and_its_tables():
    app = opened("changes", region="East Midlands")
    assert "From 31 March 2013 to 1 April 2013 in the region East Midlands, 31 bodies" in words(app)
    assert "Bodies of other regions are counted where they took from these" in words(app)
    balance = app.table[0].value.set_index("Kind")
    assert balance.loc["Primary care trust", "Closed"] == 9
    assert balance.loc["Clinical commissioning group", "Opened"] == 22
    changed = table(app, "changes")
    assert (changed["Kind"] == "Primary care trust").sum() == 9
    passed = table(app, "successions")
    assert len(passed) == 23  # as many as the ribbons of the drawing
    assert any(box.label.endswith(": 8 changes") for box in app.expander)


def test_a_place_chosen_stands_in_the_address_and_leaves_its_bodies_and_the_chain():
    app = opened("structure")
    box = next(box for box in app.selectbox if box.label == "Place")
    box.set_value("Northamptonshire").run()
    assert app.query_params["near"] == "Northamptonshire"
    assert "On 1 April 2013 the record counts 10 bodies for Northamptonshire and above" in words(
        app
    )
    bodies = table(app, "bodies")
    assert len(bodies) == 10
    assert {"nhs-england", "dhsc", "03V", "04G"} < set(bodies["Id"])


def test_a_region_expanded_stands_in_the_address():
    app = opened("structure")
    (expand,) = app.multiselect
    assert len(expand.options) == 31
    assert expand.options[0] == "NHS England North of England (77)"
    expand.set_value(["Y54"]).run()
    assert app.query_params["open"] == "Y54"
    assert not opened("structure", on="1997-06-01").multiselect


def test_relations_chosen_hold_for_the_table_as_for_the_drawing():
    def answering(**asked):
        above = table(opened("structure", **asked), "bodies")["Answered to"]
        return (above.fillna("") != "").sum()

    assert answering(relation="part_of_cluster") == 0
    assert 0 < answering(relation="hosted_by") < answering()


def test_the_table_that_is_open_stands_in_the_address():
    app = opened("changes", tab="successions")
    assert app.session_state["changes-tab"] == "Successions"
    assert app.query_params["tab"] == "successions"
    assert not app.warning
    assert opened("changes").session_state["changes-tab"] == "Drawing"
    elsewhere = opened("money", tab="successions")  # a table of another page
    assert elsewhere.session_state["money-tab"] == "Drawing"
    assert [part.value for part in opened("money", tab="nonsense").warning] == [
        "The link asked for tab=nonsense, which this edition does not have; it was left out."
    ]


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_table_beside_a_drawing_may_stand_in_an_address(page):
    for tab in opened(page).tabs:
        assert tab.label == "Drawing" or tab.label.casefold() in TABLES


def test_the_open_table_stays_behind_when_the_reader_goes_on():
    app = opened("changes", tab="successions")
    menu = next(part.value for part in app.html if "menu" in part.value)
    assert "tab=" not in menu


def test_a_table_that_is_not_open_is_neither_made_nor_sent():
    app = opened("structure", on="2009-03-03")
    assert not app.dataframe
    assert len(table(app, "numbers")) < len(table(app, "bodies"))
    assert len(app.dataframe) == 1
