"""Slides: every step of every story fits its screen, in type that the back row can read."""

from datetime import date

import pytest

from explorer.drawing.legibility import crossed, faint, outside, overlaps
from explorer.drawing.scene import Line, Rect, Text
from explorer.glossary import glossary
from explorer.handouts.pictures import drawn
from explorer.handouts.slide import Slide, room, slide
from explorer.layout.brief.amounts import Amount, Amounts, amounts_scene
from explorer.layout.brief.lives import Life, Lives, lives_scene
from explorer.layout.brief.picture import brief_scene
from explorer.layout.brief.sheet import WIDTH, Sheet, cut
from explorer.layout.brief.told import Told, told_scene
from explorer.load import load
from explorer.look import day_words
from explorer.shorthand import acronyms_in
from explorer.teaching.address import address
from explorer.teaching.stories.reading import stories

RECORD = load()
STEPS = [(story, number, step) for story in stories(RECORD)
         for number, step in enumerate(story.steps, 1)]  # fmt: skip
ids = [f"{story.id}-{number}" for story, number, _ in STEPS]
SHEET = Sheet(RECORD, "light", 400)


def shown(step, theme="light") -> Slide:
    words = (*step.text, f"Notice. {step.notice}", f"Question. {step.ask}")
    return slide(RECORD, step.view, theme, room(words))


def texts(scene):
    return [item for item in scene.items if isinstance(item, Text)]


def said(scene):
    return [text.text for text in texts(scene)]


# The stories of the package -----------------------------------------------------------------------


@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_a_slide_has_a_picture_that_fits_the_screen_with_its_words(story, number, step):
    found = shown(step)
    assert found.fits
    assert found.scene.alt
    assert found.headline


@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_every_word_of_a_picture_is_as_large_as_the_words_of_the_slide(story, number, step):
    found = shown(step)
    scale = found.width / found.scene.width
    assert min(text.size for text in texts(found.scene)) * scale >= 24


@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_nothing_of_a_picture_is_cut_off(story, number, step):
    assert outside(shown(step).scene) == ()


@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_no_words_of_a_picture_lie_on_others_or_are_struck_through(story, number, step):
    scene = shown(step).scene
    assert overlaps(scene) == ()
    if scene.name == "brief":
        assert crossed(scene) == ()


@pytest.mark.parametrize("theme", ["light", "dark", "grey"])
@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_words_stand_out_from_what_is_behind_them(story, number, step, theme):
    scene = shown(step, theme).scene
    if scene.name == "brief":
        assert faint(scene) == ()


@pytest.mark.parametrize(
    ("story", "number", "step"),
    [one for one in STEPS if one[2].view.page in ("structure", "changes", "cycle")],
)
def test_the_day_stands_on_the_picture(story, number, step):
    found = shown(step)
    view = step.view.view
    days = (view.start, view.end) if step.view.page == "changes" else (view.day,)
    there = " ".join((found.headline, *said(found.scene)))
    assert all(day_words(day) in there for day in days)


def test_a_slide_is_drawn_for_a_dark_screen_too():
    light, dark = (slide(RECORD, address("cycle"), theme, 400) for theme in ("light", "dark"))
    assert light.scene.paper != dark.scene.paper
    assert said(light.scene) == said(dark.scene)


def test_a_whole_drawing_is_shown_where_it_can_be_read():
    view = address("structure", day=date(2019, 4, 1), kind="regional_team")
    assert slide(RECORD, view, "light", 400).scene.name == "structure"
    assert slide(RECORD, view, "light", 100).scene.name == "brief"


def test_words_leave_less_room_the_more_there_are():
    assert room(["A line."]) > room(["A line.", "Another."]) > room(["A line.", "Long. " * 60])


def test_a_view_without_a_brief_drawing_is_shown_whole_and_says_that_it_scrolls():
    view = address("timeline")
    assert brief_scene(RECORD, view, "light", 400) is None
    found = slide(RECORD, view, "light", 400)
    assert not found.fits
    assert found.height > 400


def test_a_page_without_drawings_has_no_slide():
    assert slide(RECORD, address("glossary"), "light", 400) is None


# What a brief drawing says ------------------------------------------------------------------------


def rows(page, **settings):
    """The words of each row of a brief drawing, from left to right."""
    scene = brief_scene(RECORD, address(page, **settings), "light", 420)
    lines: dict[int, list[Text]] = {}
    for text in texts(scene):
        lines.setdefault(round(text.y), []).append(text)
    return [[text.text for text in sorted(line, key=lambda t: t.x)]
            for _, line in sorted(lines.items())]  # fmt: skip


def test_what_ended_comes_before_what_began():
    found = rows("changes", start=date(2013, 3, 31), end=date(2013, 4, 1))
    assert found[0] == ["31 March 2013", "1 April 2013"]
    assert ["Primary care trusts", "151", "0"] in found
    groups = ["Clinical commissioning groups", "0", "211"]
    assert found.index(["Primary care trusts", "151", "0"]) < found.index(groups)


def test_kinds_whose_bodies_are_not_listed_have_the_published_number():
    found = rows("changes", start=date(1996, 3, 31), end=date(1996, 4, 1))
    assert ["District health authorities", "105", "0"] in found
    assert ["Family health services authorities", "90", "0"] in found


def test_where_no_number_is_known_none_is_shown():
    found = rows("changes", start=date(1991, 3, 31), end=date(1991, 4, 1))
    there = "no sure number"
    assert ["District health authorities", there, there] in found
    assert ["GP fundholding schemes", "0", "in force"] in found


def test_on_a_day_without_changes_that_is_said():
    view = address("changes", start=date(2010, 7, 11), end=date(2010, 7, 12))
    scene = brief_scene(RECORD, view, "light", 420)
    assert scene.headline.endswith(": no body opened or closed")
    assert ["Primary care trusts", "151", "151"] in rows(
        "changes", start=date(2010, 7, 11), end=date(2010, 7, 12)
    )


def test_the_tiers_of_a_day_say_below_whom_they_stand():
    found = rows("structure", day=date(2013, 3, 31))
    assert ["Primary care trusts", "151", "report to strategic health authorities"] in found


def test_a_published_number_that_differs_is_said_beside_ours():
    found = rows("structure", day=date(2013, 4, 1))
    assert [
        "NHS England area teams and local offices",
        "28",
        "local offices of regions of NHS England; published: 27",
    ] in found


def test_bodies_that_may_have_been_there_are_said_and_not_counted():
    found = rows("structure", day=date(2013, 3, 31))
    assert ["Upper-tier local authorities", "9", "143 more may have been there"] in found


def test_plans_for_a_day_to_come_are_called_planned():
    view = address("structure", day=date(2027, 4, 1))
    scene = brief_scene(RECORD, view, "light", 420)
    assert scene.headline == "Planned for 1 April 2027 or earlier, and not known to be done"
    assert "New department starts operating" in said(scene)


def test_the_shares_of_a_division_stand_beside_the_bodies():
    found = rows("lineage", org="5PD")
    assert ["Nene CCG", "2013–2020, took 88%"] in found
    assert ["South Peterborough PCT", "2000–2006, gave 11%"] in found


def test_bodies_further_off_share_a_row_of_their_kind():
    found = rows("lineage", org="QPM")
    assert ["8 primary care groups", "1999–2002"] in found
    assert ["Northamptonshire ICB", "2022–"] in found


def test_functions_that_changed_hands_are_counted_by_giver_and_taker():
    found = rows("functions", show="handovers")
    assert found[1] == ["Primary care trusts → clinical commissioning groups", "12"]
    assert found[2] == ["Primary care trusts → NHS England", "10"]


def test_a_misprint_is_named_among_the_plans():
    found = rows("plans", milestone="board-statutory")
    assert ["April 2010 (unknown site)", "Misprint"] in found


def test_published_numbers_stand_beside_ours():
    found = rows("counts", kind="clinical_commissioning_group")
    assert ["23 May 2012, planned", "212"] in found
    assert ["1 April 2016", "209", "209"] in found


def test_a_single_number_stands_beside_those_of_like_kinds():
    found = rows("counts", kind="local_healthwatch")
    assert ["Local Healthwatch organisations, 18 July 2025", "152"] in found
    assert ["Patients' forums, 1 December 2003", "572"] in found


def test_a_holder_by_delegation_has_a_hollow_square():
    scene = brief_scene(RECORD, address("cycle", day=date(2000, 4, 1)), "light", 420)
    assert "Primary care groups" in said(scene)
    assert "(by delegation)" in said(scene)
    squares = [item for item in scene.items if isinstance(item, Rect) and item.width == 17]
    assert any(not square.fill for square in squares[:-2])  # the last two are the key


# The three sorts ----------------------------------------------------------------------------------


def test_rows_for_which_there_is_no_room_are_counted():
    asked = Amounts("Many", ("",), tuple(Amount(f"Row {n}", (n,)) for n in range(40)))
    scene = amounts_scene(SHEET, asked)
    assert scene.height <= SHEET.room
    assert said(scene)[-1] == "and 30 rows in the whole view"


def test_a_bar_is_as_long_as_its_number_is_large():
    asked = Amounts("Two", ("",), (Amount("a", (10.0,)), Amount("b", (20.0,))))
    bars = [item for item in amounts_scene(SHEET, asked).items if isinstance(item, Rect)]
    assert bars[1].width == pytest.approx(2 * bars[0].width)


def test_a_life_is_drawn_over_its_years():
    asked = Lives("One", (Life("a", date(2000, 1, 1), date(2010, 1, 1), "2000–2010"),
                          Life("b", date(2005, 1, 1), date(2010, 1, 1), "2005–2010")))  # fmt: skip
    scene = lives_scene(SHEET, asked)
    one, two = (item for item in scene.items if isinstance(item, Rect))
    assert two.width == pytest.approx(one.width / 2, rel=0.01)
    years = [item for item in scene.items if isinstance(item, Line)]
    assert one.x == pytest.approx(years[0].x1)


def test_told_rows_are_drawn_as_long_as_there_is_room():
    asked = Told("Words", ("", ""), tuple((f"Said {n}", "Then. " * 40) for n in range(9)))
    scene = told_scene(SHEET, asked)
    assert scene.height <= SHEET.room
    assert said(scene)[-1].endswith("rows in the whole view")


def test_words_too_long_for_their_place_end_in_an_ellipsis():
    assert cut("Short", WIDTH) == "Short"
    assert cut("A rather long name of a body", 120).endswith("…")


def test_pictures_of_views_without_drawings_are_brief_ones():
    view = address("counts", kind="patients_forum")
    assert drawn(RECORD, view, width=632, theme="light") is None
    assert slide(RECORD, view, "light", 400).scene.name == "brief"


def test_every_acronym_of_a_picture_is_in_the_glossary():
    terms = glossary(RECORD)
    known = {letters for term in terms for letters in term.letters}
    known |= {word for term in terms for word in acronyms_in(term.term)}
    shown_words = {word for *_, step in STEPS for text in said(shown(step).scene)
                   for word in acronyms_in(text)}  # fmt: skip
    assert {"CCG", "ICB", "PCT"} <= shown_words
    assert shown_words - known == set()
