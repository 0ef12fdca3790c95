"""The pages of the record itself: tables, a body's card, sources, glossary."""

import pytest

from explorer.citing import cited
from explorer.glossary import glossary
from explorer.load import load, tables
from explorer.sheets import package
from tests.test_pages import opened, words

TABLES = tables()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_table_can_be_browsed_whole(name):
    app = opened("record", table=name)
    assert len(app.dataframe[0].value) == len(TABLES[name])
    assert f"{TABLES[name].schema.title}: {len(TABLES[name]):,} row" in words(app)


def test_every_word_of_a_filter_must_occur_in_a_row():
    app = opened("record", table="names", **{"with": "corby  GROUP"})
    assert "1 of 2,615 rows" in words(app)
    assert list(app.dataframe[0].value["Id"]) == ["4LL74"]


def test_a_filter_without_a_match_says_so():
    app = opened("record", **{"with": "no such words anywhere"})
    assert "no of" not in words(app)
    assert "0 of 2,564 rows" in words(app)


def test_a_column_and_a_value_leave_the_rows_that_have_it():
    app = opened("record", column="kind", value="strategic_health_authority")
    rows = app.dataframe[0].value
    assert set(rows["Kind"]) == {"strategic_health_authority"}
    assert len(rows) == TABLES["organisations"].columns["kind"].count("strategic_health_authority")
    assert f"{len(rows)} of 2,564 rows" in words(app)


def test_a_value_and_words_filter_together():
    app = opened("record", column="status", value="in_force", **{"with": "devon"})
    rows = app.dataframe[0].value
    assert set(rows["Status"]) == {"in_force"}
    assert 0 < len(rows) < len(opened("record", **{"with": "devon"}).dataframe[0].value)


def test_empty_cells_can_be_asked_for():
    app = opened("record", table="codes", column="from", value="(blank)")
    assert len(app.dataframe[0].value) == TABLES["codes"].columns["from"].count("")


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_value_on_offer_leaves_as_many_rows_as_it_says(name):
    for column, numbers in package.choices(TABLES[name]).items():
        assert sum(numbers.values()) == len(TABLES[name])
        for value, number in numbers.most_common(2):
            assert len(package.whole(TABLES[name], "", column, value).rows) == number


def test_another_table_forgets_column_and_value():
    app = opened("record", column="kind", value="strategic_health_authority")
    box = next(each for each in app.selectbox if each.label == "Table")
    box.set_value("codes").run()
    assert app.query_params == {"table": "codes"}
    assert not app.exception


def test_choosing_column_and_value_stands_in_the_address():
    app = opened("record", table="names")
    next(each for each in app.selectbox if "column" in each.label).set_value("name_type").run()
    next(each for each in app.selectbox if each.label == "that has").set_value("label").run()
    assert app.query_params == {"table": "names", "column": "name_type", "value": "label"}
    assert set(app.dataframe[0].value["Type of name"]) == {"label"}


def test_a_column_of_another_table_is_left_out_in_words():
    app = opened("record", table="codes", column="milestone_id", value="x")
    assert [warning.value for warning in app.warning] == [
        r"The link asked for column=milestone\_id, which this table does not have; it was left out."
    ]
    assert len(app.dataframe[0].value) == len(TABLES["codes"])


def test_a_value_that_no_row_has_leaves_none():
    app = opened("record", column="kind", value="wizard")
    assert not app.exception
    assert "0 of 2,564 rows" in words(app)


def test_the_columns_of_bodies_are_those_that_hold_them():
    assert package.bodies_in(TABLES["names"]) == {"org_id": ""}
    assert next(iter(package.bodies_in(TABLES["organisations"]))) == "id"
    assert package.bodies_in(TABLES["budgets"]) == {"subject_id": "subject_type"}


def test_a_card_holds_every_row_about_a_body_and_no_other():
    record = load()
    for name in ("5PD", "nhs-england"):
        rows = package.about(record, TABLES["successions"], name).rows
        assert len(rows) == len(record.into.get(name, ())) + len(record.out_of.get(name, ()))
        names = package.about(record, TABLES["names"], name)
        assert len(names.rows) == len(record.names[name])
        assert "org_id" not in names.keys
    plans = package.about(record, TABLES["planned"], "nhs-england")
    assert len(plans.rows) == sum(
        (plan.subject_type, plan.subject_id) == ("organisation", "nhs-england")
        for plan in record.plans
    )


def test_a_card_names_the_other_bodies():
    found = package.about(load(), TABLES["successions"], "5PD")
    column = next(each for each in found.columns if each.key == "to_id")
    assert found.words(column, "04G") == "NHS Nene CCG (04G)"


def test_a_card_says_codes_in_words():
    found = package.about(load(), TABLES["names"], "5PD")
    column = next(each for each in found.columns if each.key == "name_type")
    assert found.words(column, "in_use") == "the name in use"


def test_a_card_names_every_source_with_what_it_supports():
    app = opened("card", org="5PD")
    rows = next(each.value for each in app.dataframe if "Supports" in each.value)
    assert len(rows) == len(cited(load(), load().organisations["5PD"]))
    assert (rows["Supports"] != "").all()
    assert app.title[0].value == "Northamptonshire (primary care trust, 2006–2013)"
    assert "No difference between sources is on record." in words(app)


def test_where_sources_differ_both_readings_stand_on_the_card():
    text = words(opened("card", org="nhs-england"))
    assert "Kept: 26 March 2013." in text
    assert "Another source has: 12 April 2013." in text


def test_every_source_is_listed_with_the_rows_that_cite_it():
    app = opened("sources")
    rows = app.dataframe[0].value
    assert len(rows) == len(load().sources)
    cites = sum(
        sum(bool(source) for (source,) in table.keys(key.fields))
        for table in TABLES.values()
        for key in table.schema.foreign_keys
        if key.table == "sources"
    )
    assert rows["Rows that cite it"].sum() == cites
    assert "625 sources" in words(app)


def test_sources_can_be_filtered():
    rows = opened("sources", **{"with": "hansard 1997"}).dataframe[0].value
    assert 0 < len(rows) < len(load().sources)


def test_the_glossary_holds_every_kind_every_function_and_every_acronym():
    record, found = load(), glossary(load())
    assert {term.id for term in found} >= {*record.kinds, *record.functions}
    assert {letters for term in found for letters in term.letters} >= {
        row.short for row in record.acronyms
    }
    assert [term.term.casefold() for term in found] == sorted(t.term.casefold() for t in found)


def test_an_acronym_finds_its_term_with_years_and_law():
    app = opened("glossary", **{"with": "CCG"})
    text = words(app)
    assert "Clinical commissioning group (CCG)" in text
    assert "1 April 2013 to 30 June 2022. Basis in law: Health and Social Care Act 2012." in text
