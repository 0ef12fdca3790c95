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
    assert "Kept: 2013-03-26." in text
    assert "Another source has: 2013-04-12." in text


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
