"""Words keep their widths, are never lost and never stick out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.drawing.scene import Text
from explorer.drawing.textbox import FONTS, block, block_height, box, fits, measure, run, wrap

NAMES = (
    "Bath, Gloucestershire, Swindon and Wiltshire",
    "NHS Birmingham and Solihull Clinical Commissioning Group",
    "Bristol, North Somerset, Somerset and South Gloucestershire",
)


def test_fonts_are_bundled_and_not_taken_from_the_system():
    assert {path.name for path in FONTS.glob("*.ttf")} >= {
        "LiberationSans-Regular.ttf",
        "LiberationSans-Bold.ttf",
        "LiberationSans-Italic.ttf",
        "LiberationSans-BoldItalic.ttf",
    }


def test_width_grows_with_the_size_and_is_that_of_the_font():
    assert measure("n", 20) == pytest.approx(20 * 1139 / 2048)  # advance width of n in the font
    assert measure("Nene", 32) == pytest.approx(2 * measure("Nene", 16))
    assert measure("Nene", 16, bold=True) > measure("Nene", 16)


def test_anchor_tells_which_side_of_the_words_stands_at_x():
    width = measure("Nene", 16)
    left, middle, right = (
        box(Text(100, 50, "Nene", 16, anchor=a)) for a in ("start", "middle", "end")
    )
    assert (left[0], right[2]) == (100, 100)
    assert middle[0] == pytest.approx(100 - width / 2)


@pytest.mark.parametrize("name", NAMES)
def test_lines_of_a_long_name_are_balanced(name):
    lines = wrap(name, 250, 16)
    widths = [measure(line, 16) for line in lines]
    assert max(widths) <= 250
    assert min(widths) > 0.5 * max(widths)


words = st.text(alphabet="abcdefghijklmnop -&<>'", min_size=0, max_size=80)


@given(words, st.floats(min_value=20, max_value=400), st.booleans())
def test_wrapping_keeps_every_letter_and_every_line_inside(text, width, bold):
    lines = wrap(text, width, 16, bold=bold)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(fits(line, width + 0.01, 16, bold=bold) for line in lines)


@given(words, st.floats(min_value=60, max_value=400))
def test_balancing_never_adds_a_line(text, width):
    if any(not fits(word, width, 16) for word in text.split()):
        return
    greedy, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and not fits(longer, width, 16):
            greedy, line = [*greedy, line], word
        else:
            line = longer
    assert len(wrap(text, width, 16)) == len(greedy) + bool(line)


def test_a_word_wider_than_the_space_is_cut_and_not_lost():
    lines = wrap("Llanfairpwllgwyngyll", 60, 16)
    assert len(lines) > 1
    assert "".join(lines) == "Llanfairpwllgwyngyll"


def test_a_block_starts_at_its_top_and_is_as_high_as_its_lines():
    set_text = block(NAMES[0], Text(10, 100, "", 16, bold=True), 200)
    assert box(set_text.items[0])[1] == pytest.approx(100)
    assert box(set_text.items[-1])[3] == pytest.approx(100 + set_text.height)
    assert set_text.height == pytest.approx(block_height(len(set_text.items), 16))
    assert set_text.width <= 200


def test_a_block_of_nothing_has_no_height():
    assert block("", Text(0, 0, "", 16), 100).height == 0


def test_pieces_of_a_run_follow_each_other_without_touching():
    first, second = run((Text(10, 50, "Derby City", 16, bold=True), Text(0, 0, "36 practices", 14)))
    assert box(second)[0] > box(first)[2]
    assert second.y == first.y
