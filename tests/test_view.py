from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.load import load
from explorer.view import (
    ANYWHERE,
    CARRIED,
    PAGES,
    SETTINGS,
    ViewState,
    fit,
    from_params,
    to_params,
)
from tests.worlds import world

CODES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P")), min_size=1, max_size=20)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
NUMBERS = st.none() | st.integers(0, 999)
YEARS = st.none() | st.integers(1000, 9999)
LISTS = st.lists(CODES.filter(lambda code: "," not in code), max_size=3).map(tuple)
VIEWS = st.builds(
    ViewState,
    day=DAYS,
    start=DAYS,
    end=DAYS,
    org=CODES,
    kind=st.none() | CODES,
    region=st.none() | CODES,
    under=st.none() | CODES,
    steps=st.booleans(),
    back=NUMBERS,
    forward=NUMBERS,
    lines=LISTS,
    parts=st.booleans(),
    find=st.lists(CODES, max_size=3).map(" ".join),
    show=st.none() | CODES,
    first_year=YEARS,
    last_year=YEARS,
    reform=st.none() | CODES,
    place=st.lists(CODES, min_size=1, max_size=3).map(" ".join),
    function=CODES,
    when=DAYS.map(lambda day: day.isoformat()[: 4 + 3 * (day.day % 3)]),
    milestone=st.none() | CODES,
    subject=st.none() | CODES,
    table=CODES,
    words=st.lists(CODES, max_size=3).map(" ".join),
    column=st.none() | CODES,
    value=st.none() | st.lists(CODES, min_size=1, max_size=3).map(" ".join),
    relations=LISTS,
    days=st.lists(DAYS, max_size=6).map(tuple),
    story=st.none() | CODES,
    step=st.integers(0, 999),
    number=st.none() | st.integers(0, 9999),
    verdict=st.none() | CODES,
    seed=st.integers(0, 999),
    era=st.none() | CODES,
    length=st.integers(0, 999),
    level=st.integers(0, 999),
    near=st.none() | st.lists(CODES, min_size=1, max_size=3).map(" ".join),
    opened=LISTS,
    tab=st.none() | CODES,
)
EVERYTHING = tuple(SETTINGS)


@pytest.fixture(scope="module")
def registry():
    return load()


@given(VIEWS)
def test_a_view_comes_back_from_its_address(view):
    assert from_params(to_params(view, "start", EVERYTHING)) == (view, ())


@given(VIEWS, st.sampled_from(sorted(PAGES)))
def test_a_page_gets_back_every_setting_it_uses(view, page):
    again, ignored = from_params(to_params(view, page))
    assert not ignored
    for name in PAGES[page].settings:
        assert getattr(again, name) == getattr(view, name)


@given(st.dictionaries(st.sampled_from(["on", "from", "org", "line", "back", "x"]) | st.text(),
                       st.text() | DAYS.map(str)))  # fmt: skip
def test_any_address_can_be_read_and_written_again(params):
    view, ignored = from_params(params)
    written = to_params(view, "start", EVERYTHING)
    assert from_params(written) == (view, ())
    for part in ignored:
        assert part.name in params
        assert str(part).endswith("it was left out.")


def test_the_usual_view_needs_no_address():
    assert all(to_params(ViewState(), page, EVERYTHING) == {} for page in PAGES)


def test_an_address_holds_codes_and_iso_dates_in_a_fixed_order():
    view = ViewState(
        org="08F", end=date(2006, 10, 1), start=date(2006, 9, 30), lines=("place", "commissioner")
    )
    assert list(to_params(view, "lineage", CARRIED).items()) == [
        ("from", "2006-09-30"),
        ("to", "2006-10-01"),
        ("org", "08F"),
        ("line", "place,commissioner"),
    ]


def test_dates_and_the_chosen_body_travel_to_another_page():
    view = ViewState(day=date(2006, 10, 1), org="08F", kind="primary_care_trust", parts=True)
    assert to_params(view, "changes", CARRIED) == {
        "on": "2006-10-01",
        "org": "08F",
        "kind": "primary_care_trust",
    }


@pytest.mark.parametrize(
    ("params", "sentence"),
    [
        ({"on": "banana"}, "The link asked for on=banana, which cannot be read; it was left out."),
        ({"on": "20130401"}, "The link asked for on=20130401, which cannot be read; "
                             "it was left out."),
        ({"back": "-1"}, "The link asked for back=-1, which cannot be read; it was left out."),
        ({"colour": "red"}, "The link asked for colour=red, which is no setting of this explorer; "
                            "it was left out."),
        ({"org": "x" * 300}, f"The link asked for org={'x' * 59}…, which cannot be read; "
                             "it was left out."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_and_left_out(params, sentence):
    view, ignored = from_params(params)
    assert view == ViewState()
    assert [str(part) for part in ignored] == [sentence]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"org": "NOPE"}, "The link asked for org=NOPE, which this edition does not have; "
                          "it was left out."),
        ({"kind": "wizard"}, "The link asked for kind=wizard, which this edition does not have; "
                             "it was left out."),
        ({"near": "Narnia"}, "The link asked for near=Narnia, which this edition does not have; "
                             "it was left out."),
        ({"opened": ("Y54", "NOPE")}, "The link asked for open=Y54,NOPE, which this edition "
                                      "does not have; it was left out."),
        ({"tab": "nonsense"}, "The link asked for tab=nonsense, which this edition does not have; "
                              "it was left out."),
        ({"region": "Narnia"}, "The link asked for region=Narnia, which this edition does not "
                               "have; it was left out."),
        ({"lines": ("commissioner", "x")}, "The link asked for line=commissioner,x, which this "
                                           "edition does not have; it was left out."),
        ({"day": date(1800, 1, 1)}, "The link asked for on=1800-01-01, which lies outside this "
                                    "edition; it was left out."),
    ],
)  # fmt: skip
def test_what_the_edition_lacks_is_said_and_left_out(registry, change, sentence):
    view, left_out = fit(ViewState(**change), registry)
    assert view == ViewState()
    assert [str(part) for part in left_out] == [sentence]


def test_what_the_edition_has_stays(registry):
    view = ViewState(
        day=date(2006, 10, 1), org="08F", under="nhs-england", region="London", lines=("place",)
    )
    assert fit(view, registry) == (view, ())


def test_another_record_gets_usual_values_of_its_own_without_a_word():
    view, left_out = fit(ViewState(), world("A 2002..2013"))
    assert view == replace(ViewState(), org="A")
    assert left_out == ()


@given(VIEWS)
def test_a_fitted_view_fits(view):
    small = world("A 2002..2013, B 2013..", "A>B 2013 1")
    fitted, _ = fit(view, small)
    assert fit(fitted, small) == (fitted, ())


def test_every_setting_is_used_by_a_page_or_stands_on_all_of_them():
    used = {name for page in PAGES.values() for name in page.settings} | {*ANYWHERE}
    assert {entry.name for entry in fields(ViewState)} == used
