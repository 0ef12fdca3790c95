"""The SVG of a scene: well formed, accessible, always the same bytes."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.drawing.geometry import band
from explorer.drawing.scene import Line, Mark, Rect, Scene, Text
from explorer.export.svg import svg

INK, PAPER = "#222222", "#FFFFFF"
NS = "{http://www.w3.org/2000/svg}"


def scene(*items, **kinds):
    words = {"headline": "A headline", "alt": "A picture.", "description": "Long words."}
    return Scene("test", 400, 200, items, PAPER, **{**words, **kinds})


def tree(*items, **kinds):
    return ET.fromstring(svg(scene(*items, **kinds)))


def test_a_drawing_has_a_title_and_a_description_that_name_it():
    root = tree()
    title, desc = root.find(f"{NS}title"), root.find(f"{NS}desc")
    assert (title.text, desc.text) == ("A headline", "A picture. Long words.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    assert (root.get("role"), root.get("lang")) == ("img", "en-GB")
    assert root.get("font-family") == "Liberation Sans, Arial, Helvetica, sans-serif"


def test_text_stays_text():
    (text,) = tree(Text(10, 20, "Nene", 16, bold=True, italic=True, anchor="end", fill=INK)).iter(
        f"{NS}text"
    )
    assert (text.text, text.get("font-weight"), text.get("font-style")) == ("Nene", "700", "italic")
    assert (text.get("x"), text.get("y"), text.get("text-anchor")) == ("10", "20", "end")


@given(st.text(max_size=40), st.text(max_size=20))
def test_hostile_names_do_no_harm(name, key):
    root = tree(Text(10, 20, name, 16, fill=INK, key=key, title=name), headline=name)
    assert len(list(root.iter(f"{NS}text"))) == 1
    assert not list(root.iter(f"{NS}script"))


def test_markup_in_a_name_is_shown_and_not_obeyed():
    (text,) = tree(Text(10, 20, "<script>alert('x')</script> & co", 16, fill=INK)).iter(f"{NS}text")
    assert text.text == "<script>alert('x')</script> & co"


def test_an_item_with_a_key_is_a_group_with_its_id_and_words():
    root = tree(Rect(0, 0, 10, 10, fill=INK, key="08F", title="Nene, 2013 to 2020"))
    (group,) = root.iter(f"{NS}g")
    assert (group.get("id"), group.get("data-key")) == ("test-08F", "08F")
    assert group.find(f"{NS}title").text == "Nene, 2013 to 2020"


def test_ids_are_unique_although_a_body_is_drawn_twice():
    root = tree(*(Mark(20 * i, 50, 8, fill=INK, key="la/1") for i in range(1, 4)))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert ids[-3:] == ["test-la_1", "test-la_1--2", "test-la_1--3"]


def test_equal_fades_share_one_gradient():
    bar = Rect(10, 10, 100, 20, fill=INK, fade="left", fade_px=30)
    root = tree(bar, bar, Rect(10, 40, 100, 20, fill="#801650", fade="left", fade_px=30))
    gradients = list(root.iter(f"{NS}linearGradient"))
    assert [g.get("id") for g in gradients] == ["test-fade-1", "test-fade-2"]
    stops = [(stop.get("offset"), stop.get("stop-opacity")) for stop in gradients[0]]
    assert stops == [("0", "0"), ("0.3", "1"), ("1", "1")]


def test_hatching_is_drawn_as_lines():
    root = tree(Rect(0, 0, 100, 50, fill="#EEEEEE", hatch="#12436D"))
    (path,) = root.iter(f"{NS}path")
    assert (path.get("stroke"), path.get("fill")) == ("#12436D", "none")


@pytest.mark.parametrize(
    "item",
    [
        band(0, 0, 10, 100, 20, 30, fill=INK, opacity=0.5),
        Line(0, 0, 10, 10, 5, stroke=INK, dash=(4, 3)),
        Mark(5, 5, 10, "hexagon", stroke=INK),
        Text(5, 5, "a", 16, fill=INK, plate=PAPER, struck=True),
    ],
)
def test_equal_scenes_give_equal_bytes(item):
    assert svg(scene(item)) == svg(scene(item))


def test_words_are_painted_last():
    root = tree(Text(10, 20, "a", 16, fill=INK), Rect(0, 0, 100, 50, fill=INK))
    assert root[-1].tag == f"{NS}text"
