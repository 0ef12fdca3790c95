"""Functions through a span of years: tenures with their doubts, gaps, hand-overs, open plans."""

from datetime import date

import pytest

from explorer.duties.courses import courses, span_years
from explorer.duties.holder_names import HolderName, holder_name, initials
from explorer.errors import DateError, UnknownName
from explorer.load import load
from explorer.period import Period, after_last_day
from tests.worlds import registry

PRECISION = {0: "", 4: "year", 7: "month", 10: "day"}


@pytest.fixture(scope="module")
def record():
    return load()


def held(holder, role, start, end, *, basis="named", note="", function="care"):
    return {
        "function_id": function, "holder_type": "outside", "holder_id": holder, "role": role,
        "from": start, "from_precision": PRECISION[len(start)],
        "to": end, "to_precision": PRECISION[len(end)],
        "basis": basis, "source_id": "s", "note": note,
    }  # fmt: skip


def world(*rows, exists=""):
    functions = [
        {"function_id": "care", "name": "Care at home", "group": "homes", "exists_from": exists}
    ]
    return registry(functions=functions, responsibilities=rows)


def only(world, **span):
    (course,) = courses(world, **span).all
    return course


def test_every_row_of_the_record_is_one_tenure(record):
    found = courses(record)
    assert len(found.all) == len(record.functions) == 40
    assert len(found.tenures) == len(record.responsibilities) == 230
    assert len({tenure.key for tenure in found.tenures}) == 230


def test_the_span_runs_from_the_first_start_to_the_last_day_of_knowledge(record):
    found = courses(record)
    assert found.period == Period(date(1991, 1, 1), date(2026, 7, 3))
    assert span_years(record) == (1991, 2026)
    assert found.reaches_the_present


def test_a_tenure_is_cut_to_the_span_and_ends_with_the_knowledge():
    one = world(held("A", "responsible", "2000-04-01", ""))
    (tenure,) = only(one, first_year=2005, last_year=2006).tenures
    assert tenure.period == Period(date(2005, 1, 1), date(2007, 1, 1))
    (tenure,) = only(one).tenures
    assert tenure.period.end == after_last_day(one.edition.as_known_on)
    assert tenure.open


def test_a_start_or_end_known_to_the_year_is_doubtful_for_that_year():
    one = world(held("Z", "advisory", "1990-01-01", ""), held("A", "responsible", "2000", "2004"))
    tenure = next(t for t in only(one).tenures if t.holder.id == "A")
    assert tenure.start_doubt == Period(date(2000, 1, 1), date(2000, 12, 31))
    assert tenure.end_doubt == Period(date(2004, 1, 1), date(2005, 1, 1))
    assert tenure.core == Period(date(2000, 12, 31), date(2004, 1, 1))


def test_a_start_at_the_edge_of_the_record_is_no_doubt():
    (tenure,) = only(world(held("A", "responsible", "1991", "2004-03-31"))).tenures
    assert tenure.start_doubt is None


@pytest.mark.parametrize(
    ("note", "in_part", "first_seen"),
    [
        ("SOME early adopters.", True, False),
        ("ONLY three regions.", True, False),
        ("Only the groups with full delegation.", True, False),
        ("Seen in 2005 (EARLIEST EVIDENCE).", False, True),
        ("Only one source.", False, False),
    ],
)
def test_the_notes_say_where_and_how_surely(note, in_part, first_seen):
    (tenure,) = only(world(held("A", "responsible", "2000-01-01", "", note=note))).tenures
    assert (tenure.in_part, tenure.first_seen) == (in_part, first_seen)


def test_gaps_for_one_reason_are_one_gap():
    one = world(
        held("A", "advisory", "2000-01-01", "2000-12-31"),
        held("B", "advisory", "2001-01-01", "2001-12-31"),
        held("C", "responsible", "2002-01-01", "2002-12-31"),
        exists="1999",
    )
    assert [(gap.period.start.year, gap.reason) for gap in only(one).gaps] == [
        (2000, "no_responsible"),
        (2003, "no_holder"),
    ]


def test_groups_stand_in_the_order_of_reading(record):
    groups = [group for group, _ in courses(record).groups]
    assert groups[:3] == ["hospital and community", "primary care", "specialised and direct"]
    assert sorted(groups) == sorted({f.group for f in record.functions.values()})


def test_functions_and_groups_may_be_chosen_together(record):
    found = courses(record, functions=["Specialised services"], groups=["planning"])
    assert {course.function.id for course in found.all} == {
        "specialised", "needs-assessment", "resource-allocation", "system-planning",
    }  # fmt: skip


def test_an_unknown_group_is_answered_with_near_ones(record):
    with pytest.raises(UnknownName) as error:
        courses(record, groups=["primary"])
    assert str(error.value) == (
        "No group of functions 'primary' in this edition of the record. Did you mean: primary care?"
    )


def test_years_outside_the_record_are_refused(record):
    with pytest.raises(DateError) as error:
        courses(record, first_year=1960, last_year=1980)
    assert str(error.value) == (
        "1960 to 1980 holds no year from 1991 to 2026, "
        "of which the record tells who held functions."
    )


def test_plans_stand_only_at_the_end_of_what_is_known(record):
    found = courses(record, functions=["specialised"])
    assert [plan.planned.text for plan in found.all[0].plans] == ["2027-04-01"]
    assert courses(record, functions=["specialised"], last_year=2020).all[0].plans == ()


def test_four_functions_have_plans_that_are_still_open(record):
    planned = {course.function.id for course in courses(record).all if course.plans}
    assert planned == {"specialised", "prison-health", "immunisation-screening", "patient-voice"}


def test_a_record_without_functions_has_no_courses():
    assert courses(registry()).all == ()


def test_a_department_is_called_by_the_name_of_its_time(record):
    names = [
        holder_name(record, "organisation", "dhsc", date(year, 6, 1)).text for year in (2000, 2020)
    ]
    assert names == ["Department of Health", "Department of Health and Social Care"]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Department of Health and Social Care", "DHSC"),
        ("NHS England", "NHSE"),
        ("UK Health Security Agency", "UKHSA"),
        ("NHS Property Services Ltd", "NHSPS"),
        ("Monitor", "Monitor"),
    ],
)
def test_a_name_is_shortened_to_its_initials(name, short):
    assert initials(name) == short


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        ("primary_care_trust", "PCTs"),
        ("local_involvement_network", "LINks"),
        ("local_authority", "Councils"),
        ("gp_fundholding", "Fundholding"),
        ("local_healthwatch", "Healthwatch"),
        ("education_consortium", "Consortia"),
        ("pct_cluster", "PCT clusters"),
        ("regional_team", "Regions"),
    ],
)
def test_many_bodies_of_a_kind_have_a_short_name(record, kind, short):
    assert holder_name(record, "kind", kind, date(2010, 1, 1)).short == short


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Department of Health", "the Department of Health"),
        ("Care Quality Commission", "the Care Quality Commission"),
        ("NHS England", "NHS England"),
        ("Monitor", "Monitor"),
    ],
)
def test_a_body_takes_an_article_where_english_gives_it_one(text, said):
    assert HolderName("organisation", "x", text, "", "", "x").said == said
