"""The structure of a day as nested boxes: every body in one box, no word cut off."""

from datetime import date

import pytest
from hypothesis import given, settings

from explorer.drawing.geometry import bounds
from explorer.drawing.scene import Rect
from explorer.drawing.textbox import box
from explorer.export.svg import svg
from explorer.figures.drawing import figure
from explorer.graph import index
from explorer.hierarchy import hierarchy
from explorer.layout.icicle.boxes import boxes, loose, walk
from explorer.layout.icicle.picture import icicle_scene
from explorer.layout.icicle.words import kinds_shown
from explorer.load import load
from explorer.snapshot import snapshot
from tests.test_responsibilities_drawing import THEMES, WIDTHS, faults, words
from tests.worlds import world, worlds

REGISTRY = load()
DAYS = [
    "1949-01-01",
    "1975-01-01",
    "1983-06-01",
    "1990-06-01",
    "1997-06-01",
    "2001-04-01",
    "2002-04-01",
    "2002-10-01",
    "2008-01-01",
    "2012-01-01",
    "2013-04-01",
    "2016-06-01",
    "2020-04-01",
    "2022-07-01",
    "2026-05-01",
    "2027-06-01",
]
PARTS = [
    {"kind": "primary_care_trust"},
    {"region": "London"},
    {"under": "nhs-england"},
]


def on(day, **part):
    return snapshot(REGISTRY, date.fromisoformat(day), **part)


def shapes(scene):
    return [item for item in scene.drawn if isinstance(item, Rect) and item.key]


def told(scene):
    """How many bodies the boxes stand for: 1, or the number that begins their words."""
    total = 0
    for shape in shapes(scene):
        inside = [text.text for text in scene.texts if _within(box(text), bounds(shape))]
        total += int(inside[0].split()[0]) if "/" in shape.key else 1
    return total


def _within(inner, outer):
    return (
        outer[0] <= inner[0] and outer[1] <= inner[1]
        and inner[2] <= outer[2] and inner[3] <= outer[3]
    )  # fmt: skip


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("day", DAYS)
def test_the_icicle_of_any_day_is_legible_and_counts_every_body_once(day, width, theme):
    shown = on(day)
    scene = icicle_scene(shown, width, theme)
    assert faults(scene, width) == ([], (), [], [], [])
    assert len(scene.alt) <= 250
    assert told(scene) == len(shown.bodies)
    assert all(item.title for item in shapes(scene))


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("part", PARTS)
def test_a_part_of_the_record_is_drawn_likewise(part, width):
    shown = on("2012-06-01" if "kind" in part else "2014-06-01", **part)
    scene = icicle_scene(shown, width)
    assert faults(scene, width) == ([], (), [], [], [])
    assert told(scene) == len(shown.bodies)


def test_every_tenth_day_of_change_is_legible_at_the_narrowest():
    for day in index(REGISTRY).change_days[::10]:
        scene = icicle_scene(snapshot(REGISTRY, day), 760)
        assert faults(scene, 760) == ([], (), [], [], []), day


@pytest.mark.parametrize("width", WIDTHS)
def test_every_box_holds_its_words_whole(width):
    scene = icicle_scene(on("2013-04-01"), width)
    for shape in shapes(scene):
        assert any(_within(box(text), bounds(shape)) for text in scene.texts), shape.title


def test_a_body_opened_has_a_box_for_each_body_below_it_and_no_other_has():
    shown = on("2013-04-01")
    closed, opened = (icicle_scene(shown, 1200, opened=ids) for ids in ((), ("Q44",)))
    keys = [{shape.key for shape in shapes(scene)} for scene in (closed, opened)]
    below = {link.child_id for link in shown.relations if link.parent_id == "Q44"}
    assert len(below) == 7  # six groups and a hub
    assert below <= keys[1]
    assert keys[1] - keys[0] == below - keys[0]
    assert told(opened) == len(shown.bodies)


@pytest.mark.parametrize("width", WIDTHS)
def test_everything_may_be_opened_and_read(width):
    shown = on("2013-04-01")
    scene = icicle_scene(shown, width, opened=["dhsc"])
    assert faults(scene, width) == ([], (), [], [], [])
    assert told(scene) == len(shown.bodies)


def test_boxes_do_not_cover_each_other():
    edges = sorted(bounds(shape) for shape in shapes(icicle_scene(on("2013-04-01"), 1200)))
    for number, one in enumerate(edges):
        for other in edges[number + 1 :]:
            if other[0] >= one[2]:
                break
            assert one[3] <= other[1] + 0.01 or other[3] <= one[1] + 0.01


def test_what_stands_below_a_body_is_at_its_right_and_within_its_height():
    shown = on("2026-05-01")
    places = {item.key: bounds(item) for item in shapes(icicle_scene(shown, 1200))}

    def check(node):
        for child in node.children:
            if node.id in places and child.id in places:
                one, other = places[node.id], places[child.id]
                assert other[0] >= one[2]
                assert one[1] - 0.01 <= other[1]
                assert other[3] <= one[3] + 0.01
            check(child)

    for tree in hierarchy(shown):
        check(tree)
    assert {"nhs-england", "QHL"} <= places.keys()


def test_in_2026_every_board_is_named():
    shown = on("2026-05-01")
    keys = icicle_scene(shown, 1200).keys
    boards = {body.id for body in shown.bodies if body.kind == "integrated_care_board"}
    assert len(boards) == 36
    assert boards <= keys


def test_in_2013_the_211_groups_are_counted_under_their_teams():
    scene = icicle_scene(on("2013-04-01"), 1600)
    counted = [
        int(text.text.split()[0])
        for text in scene.texts
        if text.text.endswith("clinical commissioning groups") and not text.bold
        and text.text[0].isdigit()
    ]  # fmt: skip
    assert sum(counted) == 211
    assert (min(counted), max(counted)) == (3, 12)


def test_acronyms_in_boxes_are_spelled_in_the_key():
    told_words = words(icicle_scene(on("2013-04-01"), 760))
    assert "12 CCGs" in told_words
    assert "clinical commissioning groups (CCGs)" in told_words


def test_a_kind_is_named_as_a_whole_or_not_at_all():
    forest = hierarchy(on("2013-04-01"))
    found = boxes(forest, lambda tried: sum(1 for _ in walk(tried)), 150)
    levels = {}
    for one in walk(found):
        levels.setdefault((one.depth, one.kind), set()).add(one.named)
    below_many = [one for one in walk(found) if not one.named]
    assert below_many
    assert all(len(named) == 1 for (_, kind), named in levels.items() if kind == "area_team")


def test_more_room_names_more_bodies():
    shown = on("2013-04-01")
    few, many = (len(icicle_scene(shown, 1200, room=room).items) for room in (40, 160))
    assert few < many


def test_small_kinds_without_a_link_are_named_first():
    one = world("A:red 2000.., B:blue 2000.., C:blue 2000.., D:blue 2000..")
    forest = hierarchy(snapshot(one, date(2001, 1, 1)))
    found = loose(forest, 2)
    assert sorted((one.kind, one.count, one.named) for one in found) == [
        ("blue", 3, False),
        ("red", 1, True),
    ]


@settings(max_examples=25, deadline=None)
@given(worlds())
def test_boxes_hold_every_body_of_any_world_once_however_little_room_there_is(one):
    shown = snapshot(one, date(2004, 6, 1))
    forest = hierarchy(shown)
    for room in (0, 5, 1000):
        found = boxes(forest, lambda tried: sum(1 for _ in walk(tried)), room)
        ids = [node.id for one in walk(found) for node in one.nodes]
        assert sorted(ids) == sorted(shown.ids)
        assert sum(count for _, count in kinds_shown(one, found)) == len(shown.bodies)


def test_equal_days_give_equal_drawings():
    one, other = (svg(icicle_scene(on("2013-04-01"), 1200)) for _ in range(2))
    assert one == other


def test_the_figure_answers_for_every_box():
    scene = icicle_scene(on("2020-04-01"), 1200)
    traces = figure(scene)["data"]
    keys = {point[0] for trace in traces for point in trace.get("customdata", ())}
    assert scene.keys <= keys
