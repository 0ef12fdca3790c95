"""The matrix of functions and years, and the path of a function: legible, equal to the record."""

import xml.etree.ElementTree as ET

import pytest

from explorer.drawing.geometry import bounds
from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import page
from explorer.drawing.scene import Line, Path, Rect
from explorer.drawing.textbox import box
from explorer.duties.courses import courses
from explorer.duties.handovers import moves_of
from explorer.export.svg import svg
from explorer.figures.drawing import figure
from explorer.layout.responsibilities.form import bar, look
from explorer.layout.responsibilities.lanes import bars
from explorer.layout.responsibilities.picture import responsibilities_scene
from explorer.layout.responsibilities.stage import stage
from explorer.layout.transfers.path import function_path_scene
from explorer.load import load
from tests.test_courses import held, world
from tests.worlds import registry

REGISTRY = load()
WIDTHS = (760, 1200, 1600)
THEMES = ("light", "dark")
CHOICES = {
    "everything": {},
    "hospital": {"groups": ["hospital and community"]},
    "primary, since 2010": {"groups": ["primary care"], "first_year": 2010},
    "planning and voice": {"groups": ["planning", "voice and advice"]},
    "three years": {"groups": ["public health"], "first_year": 2001, "last_year": 2003},
    "one year": {"first_year": 2013, "last_year": 2013},
    "one function": {"functions": ["gp-services"]},
}


def faults(scene, width):
    return (
        [(a.text, b.text) for a, b in overlaps(scene)],
        outside(scene),
        [text.text for text, _ in crossed(scene)],
        [(text.text, ratio) for text, ratio in faint(scene)],
        [text.text for text in small(scene, page(width).small)],
    )


def words(scene):
    return " ".join(text.text for text in scene.texts)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("choice", CHOICES)
def test_the_matrix_is_legible_for_any_choice(choice, width, theme):
    scene = responsibilities_scene(courses(REGISTRY, **CHOICES[choice]), width, theme)
    assert faults(scene, width) == ([], (), [], [], [])
    assert len(scene.alt) <= 250


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("choice", CHOICES)
def test_every_tenure_gap_and_open_plan_has_one_mark_and_nothing_else_has(choice, width):
    found = courses(REGISTRY, **CHOICES[choice])
    scene = responsibilities_scene(found, width)
    marks = [item.key for item in scene.drawn if item.key]
    wanted = [tenure.key for tenure in found.tenures]
    wanted += [
        f"{course.function.id}/{gap.reason}/{gap.period.start}"
        for course in found.all
        for gap in course.gaps
    ]
    wanted += [plan.id for course in found.all for plan in course.plans]
    assert sorted(marks) == sorted(wanted)


def test_every_mark_with_a_key_answers_to_the_pointer():
    scene = responsibilities_scene(courses(REGISTRY), 1200)
    assert all(item.title for item in scene.items if item.key)


@pytest.mark.parametrize("width", WIDTHS)
def test_bars_of_one_row_do_not_cover_each_other_but_where_a_day_is_in_doubt(width):
    found = courses(REGISTRY)
    here = stage(found, page(width))
    for course in found.all:
        placed = bars(here, course.tenures)
        assert sorted(one.tenure.key for one in placed) == sorted(t.key for t in course.tenures)
        for number, one in enumerate(placed):
            for other in placed[number + 1 :]:
                if one.lane == other.lane:
                    assert not one.tenure.core.overlaps(other.tenure.core)


@pytest.mark.parametrize("width", WIDTHS)
def test_words_in_a_bar_stay_in_it_and_clear_of_its_faded_ends(width):
    found = courses(REGISTRY)
    here = stage(found, page(width))
    scene = responsibilities_scene(found, width)
    shapes = {item.key: bounds(item) for item in scene.drawn if item.key}
    for course in found.all:
        for one in bars(here, course.tenures):
            if one.label and one.label.inside:
                left, _, right, _ = shapes[one.tenure.key]
                inside = [
                    box(text)
                    for text in scene.texts
                    if text.text == one.label.name and abs(text.x - one.label.left) < 0.01
                ]
                assert inside
                assert all(left <= x1 and x2 <= right for x1, _, x2, _ in inside)
                assert one.label.left >= one.left + one.fade.left


def test_everybody_below_the_top_lane_is_named_where_there_is_room():
    found = courses(REGISTRY)
    for width, most in ((1600, 1), (1200, 2), (760, 4)):
        here = stage(found, page(width))
        unnamed = [
            one
            for course in found.all
            for one in bars(here, course.tenures)
            if one.label is None
            # a tenure that goes on is named by the bar before it
            and not any(
                before.tenure.period.end == one.tenure.period.start
                and before.tenure.holder.id == one.tenure.holder.id
                for before in bars(here, course.tenures)
            )
        ]
        assert len(unnamed) <= most, [one.tenure.key for one in unnamed]


def test_several_bodies_that_share_the_work_all_stand_in_lanes_of_their_own():
    one = world(
        held("Main board", "responsible", "2000-01-01", ""),
        *(held(f"Helper {name}", "shared", "2000-01-01", "") for name in "ABCD"),
    )
    found = courses(one)
    placed = bars(stage(found, page(1200)), found.tenures)
    assert sorted(one.lane for one in placed) == [0, 1, 2, 3, 4]
    told = words(responsibilities_scene(found, 1200))
    assert all(f"Helper {name}" in told for name in "ABCD")


def test_each_role_has_a_form_of_its_own():
    one = page(1200)
    holder = courses(REGISTRY).tenures[0].holder
    forms = {}
    for role in ("responsible", "joint", "shared", "delegated", "advisory", "hosts"):
        items = bar(one, role, look(one, holder, role), (0, 0, 100, 20))
        forms[role] = tuple(
            (type(item).__name__, bool(item.fill), item.fill == one.colours.paper,
             bool(item.stroke), bool(item.hatch), bool(item.dash))
            for item in items
        )  # fmt: skip
    assert len(set(forms.values())) == 6
    assert [
        type(item) for item in bar(one, "advisory", look(one, holder, "advisory"), (0, 0, 9, 9))
    ] == [Line]
    assert [type(item) for item in bar(one, "hosts", look(one, holder, "hosts"), (0, 0, 9, 9))] == [
        Path
    ]


def test_general_evidence_is_pale_and_italic_and_part_of_england_is_dashed():
    one = world(
        held("North board", "responsible", "2000-01-01", "2009-12-31", basis="general"),
        held("South board", "responsible", "2010-01-01", ""),
        held("East board", "delegated", "2010-01-01", "", note="SOME places."),
    )
    scene = responsibilities_scene(courses(one), 1200)
    names = {text.text: text for text in scene.texts}
    assert names["North board"].italic
    assert not names["North board"].bold
    assert names["South board"].bold
    shapes = {item.key.split("/")[2]: item for item in scene.drawn if item.key}
    assert shapes["North board"].stroke != shapes["South board"].stroke
    assert shapes["East board"].dash
    assert not shapes["South board"].dash
    assert "part of England" in words(scene)


def test_a_doubtful_end_fades_over_the_days_that_are_in_doubt():
    one = world(
        held("First", "responsible", "2000-01-01", "2004"), held("Then", "responsible", "2005", "")
    )
    found = courses(one)
    here = stage(found, page(1200))
    shapes = {
        item.key.split("/")[2]: item
        for item in responsibilities_scene(found, 1200).drawn
        if isinstance(item, Rect) and item.key
    }
    assert (shapes["First"].fade, shapes["Then"].fade) == ("right", "left")
    assert shapes["First"].fade_px == pytest.approx(366 * here.axis.per_day)


def test_gaps_are_named_and_planned_things_stand_off_the_axis():
    found = courses(REGISTRY, functions=["nhs-111", "specialised", "armed-forces"])
    scene = responsibilities_scene(found, 1600)
    told = words(scene)
    assert "service did not exist yet" in told
    assert "no holder is recorded" in told
    plan = next(item for item in scene.drawn if item.key == "specialised-to-icbs-in-law-01")
    assert bounds(plan)[0] > stage(found, page(1600)).axis.right
    assert plan.dash


def test_a_key_names_only_the_roles_and_short_names_on_view():
    told = words(responsibilities_scene(courses(REGISTRY, functions=["ambulance"]), 1600))
    assert "advises" not in told
    assert "does the work by delegation" not in told
    assert "GP practices" not in told


def test_the_headline_counts_functions_that_changed_hands_on_the_busiest_day():
    scene = responsibilities_scene(courses(REGISTRY), 1200)
    assert scene.headline == ("On 1 April 2013, 36 of 40 functions changed hands, whole or in part")
    moved = {t.function_id for t in REGISTRY.transfers if t.date.text == "2013-04-01"}
    assert len(moved) == 36


def test_words_may_be_replaced():
    scene = responsibilities_scene(courses(REGISTRY), headline="Mine", standfirst="")
    assert scene.headline == "Mine"
    assert scene.standfirst == ""


def test_equal_questions_give_equal_drawings():
    one, other = (svg(responsibilities_scene(courses(REGISTRY), 1200)) for _ in range(2))
    assert one == other


def test_the_drawing_can_be_written_as_svg_and_as_a_figure():
    scene = responsibilities_scene(courses(REGISTRY), 1200, "dark")
    ET.fromstring(svg(scene))
    keys = {point[0] for trace in figure(scene)["data"] for point in trace.get("customdata", ())}
    assert {tenure.key for tenure in courses(REGISTRY).tenures} <= keys


def test_a_record_without_functions_gives_an_empty_drawing_and_no_error():
    scene = responsibilities_scene(courses(registry()), 1200)
    assert faults(scene, 1200) == ([], (), [], [], [])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_the_path_of_every_function_is_legible_and_has_an_arrow_for_each_hand_over(width, theme):
    for function in REGISTRY.functions:
        found = courses(REGISTRY, functions=[function])
        scene = function_path_scene(found, width, theme)
        assert faults(scene, width) == ([], (), [], [], []), function
        assert len(scene.alt) <= 250
        marks = [item.key for item in scene.drawn if item.key]
        wanted = [tenure.key for tenure in found.tenures]
        wanted += [move.key for move in moves_of(REGISTRY, function)]
        wanted += [f"{function}/{gap.reason}/{gap.period.start}" for gap in found.all[0].gaps]
        wanted += [plan.id for plan in found.all[0].plans]
        assert sorted(marks) == sorted(wanted)
        assert svg(scene) == svg(function_path_scene(found, width, theme))


def test_the_path_of_specialised_services_tells_its_six_hand_overs():
    scene = function_path_scene(courses(REGISTRY, functions=["specialised"]), 1200)
    assert scene.headline == "Specialised services: 6 hand-overs between 1991 and 2026"
    assert "1 April 2013: from primary care trusts to NHS England" in scene.description


def test_hand_overs_outside_the_years_shown_are_left_out():
    found = courses(REGISTRY, functions=["specialised"], first_year=2010, last_year=2020)
    scene = function_path_scene(found, 1200)
    assert scene.headline == "Specialised services: 2 hand-overs between 2010 and 2020"
