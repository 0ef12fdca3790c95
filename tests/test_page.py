"""The page round a drawing grows with its words and never cuts them."""

from dataclasses import replace
from datetime import date

import pytest

from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import framed, page, reworded, unframed
from explorer.drawing.scene import Rect, Text
from explorer.export.svg import svg
from explorer.look import source_line
from explorer.model import Edition

WIDTHS = (760, 1200, 1600)
EDITION = Edition(
    "nhs-commissioning",
    "Commissioning",
    "1.0.0",
    "",
    date(2026, 7, 2),
    date(1948, 7, 5),
    date(2027, 12, 31),
    "CC BY 4.0",
    (
        "Contains public sector information licensed under the Open Government Licence v3.0.",
        "More.",
    ),
)
LONG = "Five of the East Midlands’ nine trusts were divided in 2013; three passed on whole " * 2


def example(width=1200, theme="light", headline=LONG, notes=(LONG, LONG)):
    one = page(width, theme)
    body = [
        Rect(one.left, 0, one.inner, 100, fill=one.colours.panel),
        Text(one.left + 5, 60, "words", one.label, fill=one.colours.ink),
    ]
    return framed(
        one,
        "test",
        body,
        100,
        headline=headline,
        standfirst=LONG,
        notes=notes,
        source_line=source_line(EDITION),
        alt="A picture.",
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_a_framed_page_is_legible_at_every_width(width, theme):
    scene = example(width, theme)
    assert overlaps(scene) == outside(scene) == crossed(scene) == faint(scene) == ()
    assert small(scene, page(width).small) == ()
    assert scene.width == width


def test_a_longer_headline_makes_the_page_higher_and_moves_the_drawing_down():
    short, long = example(headline="Short"), example()
    assert long.height > short.height
    assert (
        next(i for i in long.items if isinstance(i, Rect)).y
        > next(i for i in short.items if isinstance(i, Rect)).y
    )


def test_the_frame_says_which_words_are_which():
    roles = [text.role for text in example().texts]
    assert {"headline", "standfirst", "note", "source", ""} == set(roles)


@pytest.mark.parametrize("width", [320, 760, 1000, 1200, 1600, 2400])
def test_type_grows_with_the_width_and_never_falls_below_the_narrow_sizes(width):
    one = page(width)
    assert 12.5 <= one.small <= one.label <= one.strong <= one.headline
    assert one.headline <= page(1600).headline


def test_the_source_line_names_sources_edition_licence_and_the_day_of_the_knowledge():
    assert source_line(EDITION) == (
        "Sources: NHS ODS register, statutory instruments, Hansard and others; see the record, "
        "edition 1.0.0. Contains public sector information licensed under the Open Government "
        "Licence v3.0. As known on 2 July 2026."
    )


def test_a_scene_knows_which_of_its_items_are_the_drawing():
    scene = example()
    assert [type(item) for item in scene.items[: scene.inside]] == [Rect, Text]
    assert all(getattr(item, "role", "rule") for item in scene.items[scene.inside :])
    assert scene.foot - scene.top == 100


def test_a_drawing_can_be_taken_out_of_its_frame():
    alone = unframed(example())
    assert (alone.height, len(alone.items), alone.items[0].y) == (100, 2, 0)
    assert alone.headline == LONG


def test_other_words_round_a_drawing_leave_the_drawing_as_it_was():
    scene = example()
    other = reworded(page(1200), scene, headline="Short", notes=("One note.",))
    assert (other.headline, other.standfirst, other.notes) == ("Short", LONG, ("One note.",))
    plain = {"headline": "", "description": ""}
    alone = [svg(replace(unframed(one), **plain)) for one in (other, scene)]
    assert alone[0] == alone[1]
    assert other.height < scene.height
    assert svg(reworded(page(1200), scene)) == svg(scene)
