"""The wall poster holds every local commissioner of the record once, on paper of exact size."""

import io
import re
from collections import Counter
from datetime import date

import pytest
from pypdf import PdfReader

from explorer.drawing.legibility import outside, overlaps
from explorer.export.formats import UnknownFormat
from explorer.poster.forest import forest
from explorer.poster.key import TITLE, mark
from explorer.poster.papers import SHEETS, NothingToDraw, UnknownSheet
from explorer.poster.picture import WIDTH, poster_scene
from explorer.poster.poster import poster
from explorer.poster.sheet import Part, placed, strips
from tests.pictures import record
from tests.worlds import world

KINDS = ("clinical_commissioning_group",)
COMMISSIONERS = (
    *("area_health_authority", "district_health_authority", "health_authority"),
    *("primary_care_group", "primary_care_trust", "care_trust"),
    *("clinical_commissioning_group", "integrated_care_board"),
)


@pytest.fixture(scope="module", params=SHEETS)
def paper(request):
    return request.param


@pytest.fixture(scope="module")
def scene(paper):
    return poster_scene(record(), paper)


def trees(bodies, arcs="", **how):
    return forest(world(bodies, arcs), KINDS, **{"until": date.min, **how})


def test_a_body_stands_under_the_one_that_took_most_of_it():
    (b, c) = trees("A 2002..2013, B 2013.., C 2013..", "A>B 2013 0.3, A>C 2013 0.7")
    assert (b.body.id, [child.body.id for child in b.children]) == ("B", [])
    assert (c.body.id, [child.body.id for child in c.children]) == ("C", ["A"])
    assert [arc.from_id for arc in b.given] == ["A"]


def test_a_bar_is_as_high_as_all_that_came_into_it():
    (tree,) = trees("A 2002..2006, B 2002..2006, C 2006..2013, D 2002..2013, E 2013..",
                    "A>C 2006 1, B>C 2006 1, C>E 2013 1, D>E 2013 1")  # fmt: skip
    assert (tree.body.id, tree.rows) == ("E", 3)
    assert Counter(branch.body.id for branch in tree.walk()) == Counter("ABCDE")


def test_earlier_bodies_can_be_folded_into_a_number():
    (tree,) = trees("A 2002..2006, B 2002..2006, C 2006..2013", "A>C 2006 1, B>C 2006 1",
                    folded=KINDS, until=date(2006, 1, 1))  # fmt: skip
    assert (tree.rows, [(fold.number, fold.start.year) for fold in tree.folds]) == (1, [(2, 2002)])


def test_bodies_share_a_row_only_with_years_between_them():
    found = trees("A 1974..1982, B 1984..1996, C 1996..2002")
    assert [[tree.body.id for tree in strip] for strip in strips(found)] == [["A", "C"], ["B"]]


def test_columns_are_filled_with_rows_as_high_as_they_can_be():
    found = trees(", ".join(f"B{n} 2002..2013" for n in range(40)))
    parts = (Part("All", (("North", strips(found)),)),)
    row, places = placed(parts, 2, 400.0, 30.0)
    used = {one.column for one in places}
    assert used == {0, 1}
    assert max((one.top + bool(one.strip)) * row for one in places) <= 400
    assert sum(len(one.strip) for one in places) == 40
    assert row > 400 / 30


def test_every_local_commissioner_of_the_record_is_a_bar_or_is_counted(scene, paper):
    bodies = {b.id for b in record().organisations.values() if b.kind in COMMISSIONERS}
    bars = Counter(item.key for item in scene.drawn if item.key)
    assert set(bars) <= bodies
    assert set(bars.values()) == {1}
    if not SHEETS[paper].folded:
        assert set(bars) == bodies
    assert scene.headline == (
        f"The {len(bodies):,} bodies that planned or bought local NHS care since 1974"
    )


def test_the_poster_is_legible_and_nothing_leaves_the_page(scene, paper):
    assert overlaps(scene) == outside(scene) == ()
    points = SHEETS[paper].wide / WIDTH * 72 / 25.4
    assert min(text.size for text in scene.texts) * points > 5.3


def test_a_name_that_does_not_fit_stands_in_the_key_and_its_letter_in_the_bar(scene):
    texts = scene.texts
    title = next(place for place, text in enumerate(texts) if text.text == TITLE)
    size = texts[title].size / 1.25
    below = [text for text in texts[title + 1 :] if text.size == pytest.approx(size)]
    signs, names = below[::2], below[1::2]
    assert [sign.text for sign in signs] == [mark(number) for number in range(len(signs))]
    assert all(sign.bold and name.x > sign.x for sign, name in zip(signs, names, strict=True))
    in_bars = [text.text for text in texts[:title] if text.bold and text.anchor == "middle"]
    assert sorted(in_bars) == sorted(sign.text for sign in signs)
    assert len(signs) > 100
    left_out = re.search(r"Left out: (\d+) names with bars", " ".join(scene.notes))
    assert int(left_out[1]) < 10


def test_letters_of_the_key_go_on_after_z():
    assert [mark(number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        "a", "z", "aa", "az", "ba", "zz", "aaa"
    ]  # fmt: skip


def test_counted_bodies_have_their_number_in_the_bar(scene, paper):
    middle = [text.text for text in scene.texts if text.anchor == "middle"]
    counted = sum(text.isdigit() and len(text) < 4 for text in middle)  # years have four
    assert counted > 150 if SHEETS[paper].folded else counted == 0


def test_bars_of_the_poster_stand_at_their_dates_side_by_side(scene):
    places = {item.key: (item.x, item.x + item.width) for item in scene.drawn if item.key}
    nene, northamptonshire = places["04G"], places["78H"]
    assert nene[1] == pytest.approx(northamptonshire[0], abs=3)


def test_the_pdf_has_the_size_of_the_paper_and_every_word(scene, paper):
    (page,) = PdfReader(io.BytesIO(poster(record(), paper))).pages
    sides = [float(side) / 72 * 25.4 for side in page.mediabox[2:]]
    assert sides == pytest.approx([SHEETS[paper].wide, SHEETS[paper].high], abs=0.1)
    found = "".join(page.extract_text().split())
    assert [t.text for t in scene.texts if "".join(t.text.split()) not in found] == []
    assert "/XObject" not in page["/Resources"] or not [
        thing
        for thing in page["/Resources"]["/XObject"].values()
        if thing.get_object().get("/Subtype") == "/Image"
    ]


def test_the_svg_is_as_large_as_the_paper(paper):
    head = poster(record(), paper, "svg").decode()[:300]
    sheet = SHEETS[paper]
    assert f'width="{sheet.wide}mm" height="{sheet.high}mm"' in head


def test_the_same_poster_has_the_same_bytes(paper):
    assert poster(record(), paper, "svg") == poster(record(), paper, "svg")


def test_other_papers_and_formats_are_refused():
    with pytest.raises(UnknownSheet) as error:
        poster(record(), "a0")
    assert str(error.value) == "Unknown size of poster 'a0'. Known sizes: a1, a3."
    with pytest.raises(NothingToDraw, match=r"^This record holds no local commissioners of NHS"):
        poster(world("A:regulator 2002..2013"))
    with pytest.raises(UnknownFormat, match="Known formats: pdf, svg"):
        poster(record(), "a1", "png")
