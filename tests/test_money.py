"""Published budgets: what makes a series, and what may not be compared."""

import pytest

from explorer.errors import UnknownName
from explorer.load import load
from explorer.money import comparable, money, year_words
from tests.worlds import registry


@pytest.fixture(scope="module")
def record():
    return load()


def world(*rows):
    return registry(
        budgets=[
            {"subject_type": "theme", "subject_id": "care", "financial_year": year,
             "amount_gbp_bn": amount, "what": what, "price_basis": basis, "source_id": "s"}
            for year, amount, what, basis in rows
        ]
    )  # fmt: skip


def shapes(account):
    return [
        (series.what, series.price_basis, [f.first_year for f in series.figures])
        for series in account.series
    ]


def test_every_published_figure_stands_in_one_series(record):
    accounts = money(record)
    figures = [figure for account in accounts for figure in account.figures]
    assert len(figures) == len(record.budgets) == 92
    assert len({figure.key for figure in figures}) == 92
    assert {id(figure.budget) for figure in figures} == {id(row) for row in record.budgets}


def test_figures_with_one_description_basis_and_length_are_a_series():
    (account,) = money(
        world(
            ("2014/15", "3", "grant", "cash"),
            ("2013/14", "2", "grant", "cash"),
            ("2015/16", "4", "grant", "cash, planned"),
            ("2015/16", "5", "grants", "cash"),
            ("2015/16 and 2016/17", "9", "grant", "cash"),
        )
    )
    assert shapes(account) == [
        ("grant", "cash", [2015]),
        ("grants", "cash", [2015]),
        ("grant", "cash, planned", [2015]),
        ("grant", "cash", [2013, 2014]),
    ]


def test_two_figures_for_one_year_are_two_statements():
    (account,) = money(world(("2013/14", "2", "grant", "cash"), ("2013/14", "3", "grant", "cash")))
    assert [len(series.figures) for series in account.series] == [1, 1]


def test_only_figures_of_one_sort_may_be_compared(record):
    (england,) = money(record, "nhs-england")
    plan = next(s for s in england.series if s.what.startswith("total as planned"))
    cash = next(s for s in england.series if s.what.startswith("total NHS England allocation"))
    assert comparable(plan.figures[0], plan.figures[-1])
    assert not comparable(plan.figures[-1], cash.figures[0])
    (groups,) = money(record, "clinical_commissioning_group")
    assert not comparable(plan.figures[0], groups.figures[0])


def test_the_totals_of_nhs_england_run_from_2019_to_2023(record):
    (england,) = money(record, "NHS England")
    top = england.series[0]
    assert [(f.budget.financial_year, f.budget.amount_gbp_bn) for f in top.figures] == [
        ("2019/20", 123.377), ("2020/21", 149.473), ("2021/22", 150.614),
        ("2022/23", 158.521), ("2023/24", 167.313),
    ]  # fmt: skip
    assert top.basis == "cash"
    assert top.sources == ("pq-197068",)


def test_several_years_are_read_from_words():
    (account,) = money(world(("2008/09 to 2010/11", "0.084", "committed", "cash")))
    (figure,) = account.figures
    assert (figure.first_year, figure.years) == (2008, 3)
    assert year_words(2008, 3) == "2008/09 to 2010/11"
    assert year_words(1999) == "1999/00"


def test_a_year_that_cannot_be_read_is_kept_without_a_place():
    (account,) = money(world(("undated", "1", "grant", "cash")))
    assert account.figures[0].first_year is None


@pytest.mark.parametrize(
    ("words", "basis"),
    [
        ("cash", "cash"),
        ("cash, planned", "planned"),
        ("cash, estimate", "estimate"),
        ("2016/17 accounts", "accounts"),
        ("not stated", "not_stated"),
        ("", "not_stated"),
    ],
)
def test_the_basis_is_read_from_the_words_of_the_source(words, basis):
    (account,) = money(world(("2013/14", "1", "grant", words)))
    assert account.series[0].basis == basis


def test_a_known_subject_without_figures_has_none(record):
    assert money(record, "primary_care_group") == ()


def test_an_unknown_subject_is_answered_with_near_ones(record):
    with pytest.raises(UnknownName) as error:
        money(record, "nhs-englend")
    assert str(error.value) == (
        "No subject of a budget 'nhs-englend' in this edition of the record. "
        "Did you mean: nhs-england?"
    )


def test_a_body_is_called_by_the_name_it_had_then(record):
    (account,) = money(record, "nice-sha")
    assert account.label == "National Institute for Clinical Excellence"
