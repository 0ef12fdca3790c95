"""Where sources differ is said on the page where it matters, with dates and names in words."""

from dataclasses import replace

import pytest

from explorer.citing import conflicts_on
from explorer.load import load
from explorer.narrative.differing import point, reading, subjects
from tests.test_pages import opened, words

CONFLICTS = {each.id: each for each in load().conflicts}
DATED = next(each for each in CONFLICTS.values() if each.row == "act-2012-hsc")


def test_dates_of_a_reading_are_in_words():
    assert reading(DATED, DATED.kept) == "27 March 2012 (assent), 1 April 2013 (main effect)"
    assert reading(DATED, "2012-05") == "May 2012"


def test_a_financial_year_is_not_taken_for_a_month():
    money = replace(DATED, column="amount_gbp_bn")
    assert reading(money, "12 in 2010-11") == "12 in 2010-11"
    assert reading(money, "on 2012-13-45") == "on 2012-13-45"


def test_what_they_differ_on_is_named():
    assert point(DATED) == "The date"
    assert subjects(load(), DATED) == "Health and Social Care Act 2012"


def test_many_subjects_are_counted():
    many = next(each for each in CONFLICTS.values() if each.row == "Q44-Q69")
    said = subjects(load(), many)
    assert said.endswith(" others")
    assert len(said) < 250


@pytest.mark.parametrize("conflict", CONFLICTS.values(), ids=list(CONFLICTS))
def test_every_conflict_has_a_subject_that_readers_know(conflict):
    said = subjects(load(), conflict)
    assert said
    assert not [name for _, name in conflict.subjects if "_" in name and name in said]


def test_only_conflicts_of_the_asked_tables_are_told():
    found = conflicts_on(load(), [("kind", "local_authority")], ["budgets"])
    assert [each.table for each in found] == ["budgets"]
    assert conflicts_on(load(), [("kind", "nothing")]) == ()


@pytest.mark.parametrize(
    ("page", "asked", "said"),
    [
        (
            "plans",
            {"milestone": "nhse-abolition"},
            "Another source has: October 2026 or March 2027",
        ),
        ("functions", {"show": "function", "function": "estates"}, "Another source has: 31 March"),
        ("functions", {}, "Where sources differ (6)"),
        ("money", {}, "14.4 net, or about 17 gross in 2015/16"),
        ("counts", {"kind": "clinical_senate"}, "Another source has: 8 or 9"),
        ("lineage", {"org": "nhs-england"}, "Another source has: 12 April 2013"),
        ("card", {"org": "nhs-england"}, "Kept: 26 March 2013"),
    ],
)
def test_pages_say_where_sources_differ_about_what_they_show(page, asked, said):
    app = opened(page, **asked)
    labels = " ".join(each.label for each in app.expander)
    assert said in f"{words(app)} {labels}"


def test_a_page_without_a_difference_says_nothing_of_one():
    assert "Another source has" not in words(opened("plans", milestone="icb-start"))
