"""The checks of legibility find what a reader could not read, and nothing else."""

import pytest

from explorer.drawing.geometry import band
from explorer.drawing.legibility import blend, contrast, crossed, faint, outside, overlaps, small
from explorer.drawing.scene import Line, Mark, Rect, Scene, Text

INK, PAPER = "#222222", "#FFFFFF"


def scene(*items, width=400, height=200):
    return Scene("test", width, height, items, PAPER)


def words(x, y, text="words", **kinds):
    return Text(x, y, text, 16, fill=INK, **kinds)


def test_a_text_on_a_text_is_found():
    assert len(overlaps(scene(words(10, 50), words(30, 55), words(10, 90)))) == 1


def test_neighbouring_lines_of_a_block_do_not_overlap():
    assert overlaps(scene(words(10, 50), words(10, 70))) == ()


@pytest.mark.parametrize("item", [words(380, 50), words(-5, 50), words(10, 5), words(10, 199)])
def test_a_text_cut_off_by_the_page_is_found(item):
    assert outside(scene(item)) == (item,)


def test_a_shape_beyond_the_page_is_found_too():
    late = Rect(390, 10, 20, 20, fill=INK)
    assert outside(scene(words(10, 50), late)) == (late,)


def test_a_line_through_words_is_found_unless_they_have_a_plate():
    line = Line(0, 45, 400, 45, stroke=INK)
    assert [item for _, item in crossed(scene(words(10, 50), line))] == [line]
    assert crossed(scene(words(10, 50, plate=PAPER), line)) == ()


def test_words_inside_a_bar_stand_on_it_but_may_not_stick_out():
    bar = Rect(0, 30, 60, 30, fill="#6BACE6")
    assert crossed(scene(words(5, 50), bar)) == ()
    assert crossed(scene(words(30, 50), bar)) != ()


def test_words_across_the_edge_of_a_band_are_found():
    ribbon = band(0, 20, 80, 400, 120, 180, fill="#6BACE6")
    assert crossed(scene(words(10, 60), ribbon)) == ()
    assert crossed(scene(words(180, 60), ribbon)) != ()


def test_a_bar_hides_what_was_painted_before_it_but_not_where_it_fades():
    line = Line(0, 45, 400, 45, stroke=INK)
    bar = Rect(0, 30, 100, 30, fill="#6BACE6")
    assert crossed(scene(line, bar, words(10, 50))) == ()
    assert crossed(scene(bar, line, words(10, 50))) != ()
    hazy = Rect(0, 30, 100, 30, fill="#6BACE6", fade="left", fade_px=60)
    assert crossed(scene(line, hazy, words(10, 50))) != ()
    assert crossed(scene(line, Rect(0, 30, 100, 30, fill="#6BACE6", opacity=0.5), words(10, 50)))


def test_words_on_a_mark_are_found():
    assert crossed(scene(words(10, 50), Mark(30, 45, 8, fill=INK))) != ()


def test_an_item_that_paints_nothing_disturbs_nobody():
    assert crossed(scene(words(10, 50), Rect(12, 40, 5, 5))) == ()


def test_small_type_is_found():
    assert small(scene(words(10, 50)), 17) == (words(10, 50),)
    assert small(scene(words(10, 50)), 16) == ()


def test_dark_words_on_a_dark_bar_are_found():
    bar = Rect(0, 30, 100, 30, fill="#12436D")
    assert [text for text, _ in faint(scene(bar, words(5, 50)))] == [words(5, 50)]
    assert faint(scene(words(5, 50))) == ()


def test_contrast_of_black_and_white_is_twenty_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_half_black_on_white_is_grey():
    assert blend("#000000", "#FFFFFF", 0.5) == "#808080"
