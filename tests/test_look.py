"""Words, dates and colours that readers see."""

import csv
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.load import DEFAULT_FOLDER
from explorer.look import (
    FAMILY,
    at_words,
    counted,
    day_words,
    life_words,
    listed,
    lower_first,
    palette,
    percent,
    upper_first,
    years_words,
)
from explorer.period import partial
from tests.worlds import world

THEMES = ("light", "dark")
APRIL = date(2013, 4, 1)


@pytest.mark.parametrize(
    ("when", "words", "inside"),
    [
        (APRIL, "1 April 2013", "on 1 April 2013"),
        (partial("2013-04-01"), "1 April 2013", "on 1 April 2013"),
        (partial("2013-04"), "April 2013", "in April 2013"),
        (partial("1999"), "1999", "in 1999"),
    ],
)
def test_a_date_is_said_as_closely_as_it_is_known(when, words, inside):
    assert day_words(when) == words
    assert at_words(when) == inside


def test_a_latest_possible_day_is_said_as_such():
    day = partial("1990-03-31")
    assert day_words(day, latest=True) == "31 March 1990 at the latest"
    assert at_words(day, latest=True) == "by 31 March 1990"


@pytest.mark.parametrize(
    ("text", "words", "years"),
    [
        ("A 2002..2013", "1 January 2002 to 31 December 2012", "2002–2012"),
        ("A 2022-07-01..", "from 1 July 2022", "2022–"),
        ("A ~1999..~2002-03", "1999 to March 2002", "1999–2002"),
        ("A ..1996-04-01", "first day not known, to 31 March 1996", "?–1996"),
        ("A ..", "first day not known", "?–"),
        ("A 2013..?2019", "from 1 January 2013, end not known (last seen 31 December 2018)",
         "2013–?"),
        ("A 2013..2013-06-01", "1 January 2013 to 31 May 2013", "2013"),
    ],
)  # fmt: skip
def test_a_life_is_said_by_its_first_and_last_day(text, words, years):
    body = world(text).organisations["A"]
    assert life_words(body) == words
    assert years_words(body) == years


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (("Bath, Avon", "B"), "Bath, Avon; and B"),
        (("A", "Bath, Avon", "C"), "A; Bath, Avon; and C"),
    ],
)
def test_a_list_reads_as_a_sentence_would(items, words):
    assert listed(items) == words


def test_numbers_agree_with_their_nouns():
    said = [counted(number, "body", "bodies") for number in (0, 1, 2, 1234)]
    assert said == ["no bodies", "1 body", "2 bodies", "1,234 bodies"]


def test_labels_begin_in_small_letters_inside_a_sentence_unless_they_are_acronyms():
    labels = (
        "Integrated care board",
        "NHS England regional team",
        "GP practice",
        "Local Healthwatch",
    )
    assert [lower_first(label) for label in labels] == [
        "integrated care board", "NHS England regional team", "GP practice", "local Healthwatch",
    ]  # fmt: skip
    assert upper_first("part of A moved to B") == "Part of A moved to B"


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (1.0, "100%"),
        (0.0, "0%"),
        (0.876, "88%"),
        (0.088, "9%"),
        (0.018, "1.8%"),
        (0.01, "1%"),
        (0.996, "99.6%"),
        (0.99996, "more than 99.9%"),
        (0.0004, "less than 0.1%"),
    ],
)
def test_a_share_is_said_in_percent(share, words):
    assert percent(share) == words


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_a_part_is_never_said_to_be_nothing_or_the_whole(share):
    assert percent(share) not in ("0%", "0.0%", "100%", "100.0%")


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two colours."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_every_colour(theme):
    colours = palette(theme)
    for name, swatch in colours.swatches.items():
        assert contrast(swatch.text, swatch.fill) >= 4.5, name
    for text in (colours.ink, colours.muted, colours.accent):
        assert contrast(text, colours.paper) >= 4.5
        assert contrast(text, colours.panel) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_every_mark_stands_out_from_the_paper_by_its_fill_or_its_edge(theme):
    colours = palette(theme)
    for name, swatch in colours.swatches.items():
        assert contrast(swatch.edge, colours.paper) >= 3, name
    for colour in (colours.faint, colours.divided, colours.whole, colours.joined):
        assert contrast(colour, colours.paper) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_light_and_dark_alternate_along_the_line_of_local_commissioners(theme):
    kinds = "area_health_authority district_health_authority health_authority primary_care_group"
    later = "primary_care_trust clinical_commissioning_group integrated_care_board"
    fills = [_luminance(palette(theme).of(kind).fill) for kind in (kinds.split()[:3])]
    assert (fills[0] - fills[1]) * (fills[1] - fills[2]) < 0
    chain = [palette(theme).of(kind).fill for kind in (*kinds.split(), *later.split())]
    assert all(one != other for one, other in pairwise(chain))


def test_every_kind_of_the_record_has_a_colour_of_its_own_family():
    with (DEFAULT_FOLDER / "kinds.csv").open(encoding="utf-8") as file:
        assert {row["kind"] for row in csv.DictReader(file)} == FAMILY.keys()


def test_nhs_england_is_not_outlined_like_the_other_national_bodies():
    colours = palette()
    assert colours.of("national_body").fill == colours.paper
    assert colours.of("national_body", "nhs-england").fill == "#3D3D3D"


def test_a_kind_of_somebody_elses_record_keeps_the_same_colour():
    assert palette().of("parish") == palette().of("parish")
    assert palette().of("parish").fill != palette().paper
