"""The timeline can be read at any span, width and theme, and is true to scale and date."""

import re
from datetime import date

import pytest

from explorer.drawing.geometry import bounds
from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import page
from explorer.drawing.scene import Line, Path, Rect, Text
from explorer.export.svg import svg
from explorer.layout.timeline.bands import band_lane
from explorer.layout.timeline.bars import bar_lane
from explorer.layout.timeline.drawing import timeline_scene
from explorer.layout.timeline.lives import MANY, lives_scene
from explorer.layout.timeline.stage import stage
from explorer.lives import lives
from explorer.load import load
from explorer.policy.lanes import BANDS
from explorer.timeline import ERAS, timeline

SPANS = [(None, None), (1973, 2027), *((era.first_year, era.last_year) for era in ERAS)]
WIDTHS = (1600, 1200, 760)
KINDS = (
    *("integrated_care_board", "primary_care_trust", "district_health_authority"),
    *("commissioning_support_unit", "area_team", "government_department"),
)


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def found(record):
    return timeline(record)


def unreadable(scene, width):
    return {
        "on each other": [(a.text, b.text) for a, b in overlaps(scene)],
        "beyond the page": outside(scene),
        "crossed": [(text.text, item) for text, item in crossed(scene)],
        "faint": faint(scene),
        "small": small(scene, page(width).small),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("span", SPANS, ids=str)
def test_every_era_can_be_read_at_every_width(found, span, width, theme):
    scene = timeline_scene(found, *span, width=width, theme=theme)
    assert not any(unreadable(scene, width).values())
    assert 0 < len(scene.alt) <= 250


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_life_bars_of_a_kind_can_be_read(record, found, kind, width):
    scene = lives_scene(found, lives(record, kind=kind), width=width)
    assert not any(unreadable(scene, width).values())
    assert len(scene.alt) <= 250


@pytest.mark.parametrize("region", ["East Midlands", "London", "North West", "Trent"])
def test_life_bars_of_a_region_can_be_read(record, found, region):
    scene = lives_scene(found, lives(record, region=region), width=760, theme="dark")
    assert not any(unreadable(scene, 760).values())


@pytest.mark.parametrize("span", SPANS, ids=str)
def test_the_thickness_of_every_band_is_its_number_of_bodies(found, span):
    placed = stage(found, page(1200), span[0] or 1948, span[1] or 2027)
    for lane in (lane for lane in found.lanes if lane.form == BANDS):
        part = band_lane(placed, lane)
        if not part.height:
            continue
        steps = [item for item in part.items if is_step(item)]
        scale = next(
            (
                int(re.search(r"[\d,]+", text.text)[0].replace(",", ""))
                for text in part.items
                if isinstance(text, Text) and re.search(r"\d (body|bodies)$", text.text)
            ),
            None,
        )
        bar = next(i for i in part.items if isinstance(i, Rect) and not i.key)
        for step in steps:
            count = int(step.title.split(" ")[0].replace(",", ""))
            assert step.height / count == pytest.approx(bar.height / scale), step.title
        edges = {
            round(step[i], 6)
            for path in part.items
            if isinstance(path, Path) and path.closed
            for step in path.steps
            for i in (2,)
        }
        assert {round(step.y, 6) for step in steps} <= edges


def is_step(item):
    return isinstance(item, Rect) and item.opacity == 0 and item.key.startswith("day:")


def test_the_steps_of_a_band_meet_their_days(found):
    placed = stage(found, page(1600), 2013, 2022)
    lane = next(lane for lane in found.lanes if lane.id == "local")
    for step in filter(is_step, band_lane(placed, lane).items):
        assert step.x == pytest.approx(placed.axis.x(date.fromisoformat(step.key[4:])), abs=1)


@pytest.mark.parametrize("span", [(1974, 1991), (2002, 2013), (2013, 2022), (1948, 2027)])
def test_bars_begin_and_end_on_their_days(record, found, span):
    placed = stage(found, page(1600), *span)
    ends = {}
    for lane in found.lanes:
        part = bar_lane(placed, lane)
        for item in part.items:
            if isinstance(item, Rect) and item.key in record.organisations and not item.dash:
                left, _, right, _ = bounds(item)
                low, high = ends.get(item.key, (left, right))
                ends[item.key] = (min(low, left), max(high, right))
    assert len(ends) > 3
    for name, (left, right) in ends.items():
        life = record.organisations[name].lifetime
        assert left == pytest.approx(placed.left(life.start), abs=1)
        assert right == pytest.approx(max(placed.right(life.end), left + 1.5), abs=1)


def test_bars_of_a_kind_begin_and_end_on_their_days(record, found):
    chosen = lives(record, kind="clinical_commissioning_group")
    scene = lives_scene(found, chosen, width=1600)
    placed = stage(found, page(1600), 2013, 2022)
    bars = {i.key: i for i in scene.items if isinstance(i, Rect) and i.key in record.organisations}
    assert len(bars) == 248
    for name, bar in bars.items():
        life = record.organisations[name].lifetime
        assert bar.x == pytest.approx(placed.axis.x(life.start), abs=1)
        assert bar.x + bar.width == pytest.approx(placed.axis.x(life.end), abs=1)


def test_few_bars_bear_names_and_many_are_thin_lines(record, found):
    assert len(lives(record, kind="primary_care_group").bars) > MANY
    groups = lives_scene(found, lives(record, kind="primary_care_group"))
    boards = lives_scene(found, lives(record, kind="integrated_care_board"))
    named = {text.text for text in boards.texts}
    assert {"Black Country", "Thames Valley", "42", "opened on 1 July 2022"} <= named
    assert max(i.height for i in groups.items if isinstance(i, Rect)) < 6
    assert any("Names are shown" in note for note in groups.notes)


def test_over_the_lives_of_a_kind_reforms_tell_what_they_did_to_it(record, found):
    words = {t.text for t in lives_scene(found, lives(record, kind="area_team"), width=1600).texts}
    assert "26 ATs opened" in words
    assert not any("CCG" in text for text in words)


def test_equal_questions_give_equal_bytes(found):
    first = svg(timeline_scene(found, 1991, 1999))
    again = svg(timeline_scene(timeline(load()), 1991, 1999))
    assert first == again


def test_the_story_of_the_front_page_is_told_in_numbers(found):
    scene = timeline_scene(found, width=1600)
    assert scene.headline == (
        "Reform multiplied local buyers of NHS care to 481 groups, then cut them to 36 boards"
    )
    shown = {text.text for text in scene.texts if text.bold}
    assert {"90", "192", "100", "481", "303", "152", "211", "106", "42", "36", "28"} <= shown
    assert "481 primary care groups in 1999" in scene.alt
    assert scene.alt.endswith("36 integrated care boards in 2026.")


@pytest.mark.parametrize(
    ("span", "headline"),
    [
        ((1948, 1974), "90 area health authorities begin on 1 April 1974"),
        ((1974, 1991), "From 90 area health authorities to 192 district health authorities"),
        (
            (1991, 1999),
            "From 111 district health authorities to 100 health authorities, "
            "then 481 primary care groups",
        ),
        ((1999, 2002), "From 481 primary care groups to 303 primary care trusts"),
        (
            (2002, 2013),
            "From 303 primary care trusts to 152, then 211 clinical commissioning groups",
        ),
        (
            (2013, 2022),
            "From 211 clinical commissioning groups to 106, then 42 integrated care boards",
        ),
        (
            (2022, 2027),
            "From 106 clinical commissioning groups to 42 integrated care boards, then 36",
        ),
    ],
)
def test_every_era_has_a_headline_of_its_own(found, span, headline):
    assert timeline_scene(found, *span).headline == headline


def test_a_reader_may_give_words_of_their_own(found):
    scene = timeline_scene(found, headline="H", standfirst="S", notes=("N",))
    assert (scene.headline, scene.standfirst, scene.notes) == ("H", "S", ("N",))


def test_districts_are_pale_and_dashed_and_say_that_they_are_published_counts(found):
    scene = timeline_scene(found, 1982, 1995, width=1600)
    mine = [item for item in scene.drawn if item.key == "kind:district_health_authority"]
    assert any(item.dash for item in mine)
    assert not any(is_step(item) for item in mine)
    assert any("published counts only" in text.text for text in scene.texts)
    assert any(note.startswith("Pale with a dashed edge: published") for note in scene.notes)


def test_an_end_known_to_the_year_fades_over_the_year(found):
    scene = timeline_scene(found, 1980, 1992, width=1600)
    year = scene_year(found, 1980, 1992, 1600)
    board = next(i for i in scene.drawn if i.key == "nhs-management-board" and isinstance(i, Rect))
    assert (board.fade, board.fade_px) == ("both", pytest.approx(year, abs=1))
    assert "Fading: the day is not known." in " ".join(scene.notes)


def scene_year(found, first, last, width):
    return 365 * stage(found, page(width), first, last).axis.per_day


def test_an_end_that_is_not_known_has_an_arrow_and_the_words(found):
    scene = timeline_scene(found, 2013, 2022, width=1600)
    arrow = next(i for i in scene.drawn if isinstance(i, Line) and i.arrow and "area" in i.title)
    assert "last seen 31 March 2019, end not known" in arrow.title
    assert any(text.text == "14, end not known" for text in scene.texts)


def test_what_is_planned_is_grey_and_dashed_and_says_so(found):
    scene = timeline_scene(found, 2022, 2027, width=1600)
    colours = page(1600).colours
    planned = [i for i in scene.drawn if i.key == "nhs-england" and i.dash]
    assert {item.stroke for item in planned} == {colours.planned.edge}
    assert all("planned" in item.title for item in planned)
    placed = stage(found, page(1600), 2022, 2027)
    merging = [
        i for i in scene.drawn if i.key == "kind:integrated_care_board" and isinstance(i, Rect)
    ]
    for item in (*planned, *merging):
        assert item.x == pytest.approx(placed.ahead, abs=1)
        assert item.x + item.width == pytest.approx(placed.axis.x(date(2027, 4, 1)), abs=0.5)
    assert any("planned" in text.text and "NHS England" in text.text for text in scene.texts)


def test_nothing_in_force_is_drawn_beyond_what_is_known(record, found):
    placed = stage(found, page(1600), 2022, 2027)
    scene = timeline_scene(found, 2022, 2027, width=1600)
    for item in scene.drawn:
        if isinstance(item, Rect) and item.key in record.organisations and not item.dash:
            assert item.x + item.width <= placed.ahead + 0.01


@pytest.mark.parametrize("span", SPANS, ids=str)
def test_every_mark_has_a_key_and_words(record, found, span):
    scene = timeline_scene(found, *span)
    known = {*record.organisations, *record.reforms, *(e.id for e in record.timeline)}
    for item in scene.drawn:
        if item.key:
            assert item.key in known or re.fullmatch(r"kind:\w+|day:\d{4}-\d\d-\d\d", item.key)
    marks = [item for item in scene.drawn if item.key and not isinstance(item, Path)]
    assert all(mark.title for mark in marks)


def test_a_close_view_shows_more_than_a_wide_one(found):
    wide = timeline_scene(found, 1948, 2027).keys
    close = timeline_scene(found, 2002, 2013).keys
    assert "kind:pct_cluster" in close - wide
    assert "npsa" in close - wide
    assert "ev-2003-stars" in close - wide


def test_the_long_form_names_every_number_and_reform(found):
    told = timeline_scene(found, 2013, 2022).description
    assert "211 from 1 April 2013" in told
    assert "Health and Care Act 2022 (1 July 2022)" in told


def test_other_peoples_records_are_drawn_too():
    mine = load("datasets/template")
    scene = timeline_scene(timeline(mine), width=1200)
    assert not any(unreadable(scene, 1200).values())
    assert scene.alt


def test_the_whole_record_has_every_great_reform_from_1948_on_by_name(found):
    scene = timeline_scene(found)
    assert "1948 to 2027" in scene.standfirst
    shown = {text.text for text in scene.texts}
    assert {"Reorganisation", "Districts replace areas", "Commissioning a Patient-led NHS",
            "Shifting the Balance of Power", "Health and Social Care Act"} <= shown  # fmt: skip
    assert {"regional hospital boards", "Ministry of Health"} <= shown
