"""In one ink, classes of bodies stay apart and words stay legible."""

import re
from itertools import combinations, pairwise

import pytest

from explorer.colours import FAMILY, palette
from explorer.drawing.geometry import bounds
from explorer.drawing.legibility import contrast, faint
from explorer.drawing.scene import Path, Rect, Scene, Text
from explorer.export.picture import Wish, finished, picture
from explorer.export.textures import LEAST, STEP, textured
from tests.pictures import NAMES, real

GREY = palette("grey")
LINE = ("health_authority", "primary_care_group", "primary_care_trust",
        "clinical_commissioning_group", "integrated_care_board")  # fmt: skip


def test_every_colour_is_a_grey():
    plain = [GREY.paper, GREY.ink, GREY.divided, GREY.whole, GREY.joined, GREY.accent]
    used = [part for s in GREY.swatches.values() for part in (s.fill, s.text, s.edge, s.lines)]
    for colour in filter(None, (*plain, *used)):
        assert re.fullmatch(r"#([0-9A-F]{2})\1\1", colour), colour


def test_words_can_be_read_on_every_grey_and_on_its_texture():
    for name, swatch in GREY.swatches.items():
        assert contrast(swatch.text, swatch.fill) >= 4.5, name
        if swatch.lines:
            assert contrast(swatch.text, swatch.lines) >= 4.5, name
        assert contrast(swatch.edge, GREY.paper) >= 3, name


def test_bodies_that_follow_one_another_differ_by_three_to_one():
    fills = [GREY.of(kind).fill for kind in LINE]
    for one, other in pairwise(fills):
        assert contrast(one, other) >= 3


def test_two_families_with_bars_never_look_alike():
    known = {name: GREY.swatches[name] for name in set(FAMILY.values()) - {"other", "arrangement"}}
    for (one, a), (other, b) in combinations(sorted(known.items()), 2):
        near = contrast(a.fill, b.fill) < 1.2
        assert not near or (a.texture, a.edge) != (b.texture, b.edge), (one, other)
    assert len({swatch.fill for swatch in known.values()}) == len(known)


def test_no_family_has_the_diagonals_that_drawings_use():
    assert {swatch.texture for swatch in GREY.swatches.values()} == {"", "level", "upright"}


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_in_one_ink_is_legible_and_has_no_colour(name):
    scene = finished(real()[name], Wish(grey=True))
    assert faint(scene) == ()
    for match in re.findall(
        r"#[0-9A-Fa-f]{6}", picture(real()[name], "svg", Wish(grey=True)).decode()
    ):
        assert match[1:3] == match[3:5] == match[5:7]


def example(*items):
    return Scene("test", 400, 200, items, "#FFFFFF", inside=len(items))


def lines_of(scene):
    return [item for item in scene.items if isinstance(item, Path)]


def test_a_texture_keeps_within_its_area_and_leaves_room_for_words():
    swatch = GREY.of("primary_care_trust")
    bar = Rect(50, 40, 200, 100, fill=swatch.fill)
    word = Text(60, 95, "Nene", 14, fill=swatch.text)
    (texture,) = lines_of(textured(example(bar, word)))
    left, top, right, bottom = bounds(texture)
    assert 50 < left < right < 250
    assert 40 < top < bottom < 140
    through = [step for step in texture.steps if 86 < step[2] < 98 and 58 < step[1] < 94]
    assert through == []
    assert len({step[2] for step in texture.steps}) == pytest.approx(100 / STEP, abs=1)


def test_small_marks_and_see_through_bands_have_no_texture():
    swatch = GREY.of("primary_care_trust")
    small = Rect(0, 0, 100, LEAST - 1, fill=swatch.fill)
    band = Rect(0, 50, 100, 100, fill=swatch.fill, opacity=0.5)
    assert lines_of(textured(example(small, band))) == []


def test_the_drawing_and_its_frame_stay_told_apart():
    swatch = GREY.of("primary_care_trust")
    scene = Scene("test", 400, 200, (Rect(0, 0, 99, 99, fill=swatch.fill), Text(0, 9, "a", 9)),
                  "#FFFFFF", inside=1)  # fmt: skip
    assert textured(scene).inside == 2
