"""The sheets beside the drawings of functions and money hold what the drawings show."""

from explorer.duties.courses import courses
from explorer.load import load
from explorer.money import money
from explorer.sheets.budgets import budgets
from explorer.sheets.courses import courses as courses_sheet

REGISTRY = load()


def test_every_bar_gap_and_plan_of_the_matrix_is_a_row():
    found = courses(REGISTRY)
    rows = courses_sheet(found).records
    assert sum(row["role"] is not None for row in rows) == len(found.tenures) == 230
    assert sum(row["gap"] is not None for row in rows) == sum(len(c.gaps) for c in found.all)
    assert sum(row["planned"] is not None for row in rows) == 3  # the fourth plan has no date
    assert len(rows) == 230 + sum(len(c.gaps) + len(c.plans) for c in found.all)
    assert {row["function_id"] for row in rows} == set(REGISTRY.functions)


def test_rows_of_the_matrix_keep_the_dates_of_the_record():
    found = courses(REGISTRY, functions=["ambulance"], first_year=2005, last_year=2010)
    (row,) = courses_sheet(found).records
    assert (row["holder_id"], row["from"], row["to"]) == (
        "primary_care_trust", "2002-04-01", "2013-03-31",
    )  # fmt: skip


def test_what_holds_in_part_of_england_is_marked():
    rows = courses_sheet(courses(REGISTRY, functions=["dental"])).records
    early = next(row for row in rows if row["from"] == "2022-07-01")
    assert early["part_of_england"] is True


def test_every_published_figure_is_a_row_with_its_source():
    rows = budgets(REGISTRY, money(REGISTRY)).records
    assert len(rows) == 92
    assert all(row["source_id"] in REGISTRY.sources for row in rows)
    for row in rows:
        source = REGISTRY.sources[row["source_id"]]
        assert (row["source_title"], row["url"] or "") == (source.title, source.url)
    groups = {}
    for row in rows:
        groups.setdefault(row["series"], set()).add(
            (row["subject"], row["what"], row["price_basis"])
        )
    assert all(len(sorts) == 1 for sorts in groups.values())
    assert len(groups) == 57


def test_the_sheets_are_written_as_csv():
    assert budgets(REGISTRY, money(REGISTRY, "nice-sha")).csv == (
        "subject_type,subject_id,subject,series,what,price_basis,financial_year,amount_gbp_bn,"
        "source_id,source_title,url\n"
        "organisation,nice-sha,National Institute for Clinical Excellence,1,"
        "annual budget,cash,2001/02,0.0106,bmj-regulators-2002,"
        "Table 2: five NHS regulators created April 1999 to April 2001 (BMJ 324:967),"
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC1122908/table/T2\n"
    )
