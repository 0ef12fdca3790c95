"""The drawing of the structure: legible on any day, true to the record, the same every time."""

import xml.etree.ElementTree as ET
from collections import Counter
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest

from explorer.days.tiers import tiers
from explorer.drawing.geometry import bounds
from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import page
from explorer.drawing.scene import Mark, Path, Rect, Text
from explorer.export.svg import svg
from explorer.figures.drawing import figure
from explorer.layout.parts import Part
from explorer.layout.structure.links import links
from explorer.layout.structure.picture import structure_scene
from explorer.layout.structure.signs import sign_of
from explorer.layout.structure.spine import Spine
from explorer.load import load
from explorer.snapshot import by_relations, snapshot

DAYS = [
    "1949-01-01",
    "1975-01-01",
    "1983-06-01",
    "1990-06-01",
    "1995-01-01",
    "1997-06-01",
    "2001-01-01",
    "2002-10-01",
    "2008-01-01",
    "2012-01-01",
    "2013-04-01",
    "2016-06-01",
    "2019-06-01",
    "2021-06-01",
    "2023-01-01",
    "2026-05-01",
    "2027-06-01",
]
WIDTHS = (760, 1200, 1600)
REGISTRY = load()


def day_tiers(day, **part):
    return tiers(snapshot(REGISTRY, date.fromisoformat(day), **part))


def words(scene):
    return " ".join(text.text for text in scene.texts)


def faults(scene):
    return (
        [(a.text, b.text) for a, b in overlaps(scene)],
        outside(scene),
        [text.text for text, _ in crossed(scene)],
        small(scene, page(scene.width).small),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("day", DAYS)
def test_every_word_can_be_read(day, width):
    assert faults(structure_scene(day_tiers(day), width)) == ([], (), [], ())


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("day", DAYS)
def test_every_word_has_contrast_in_both_themes(day, theme):
    assert faint(structure_scene(day_tiers(day), 1200, theme)) == ()


@pytest.mark.parametrize("year", range(1950, 2028, 3))
def test_every_word_can_be_read_in_any_third_year(year):
    assert faults(structure_scene(day_tiers(f"{year}-10-02"), 1000)) == ([], (), [], ())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    ("day", "part"),
    [
        ("2013-04-01", {"region": "London"}),
        ("2001-01-01", {"region": "London"}),
        ("2023-01-01", {"region": "Midlands"}),
        ("2008-01-01", {"under": "Q33"}),
        ("2014-01-01", {"under": "Q45"}),
        ("2014-01-01", {"under": "08F"}),
        ("2026-05-01", {"under": "QHM"}),
        ("2014-01-01", {"kind": "clinical_commissioning_group"}),
        ("2014-01-01", {"region": "Wales"}),
        ("2013-04-01", {"under": "nhs-england"}),
    ],
)
def test_parts_of_the_record_can_be_read_as_well(day, part, width):
    assert faults(structure_scene(day_tiers(day, **part), width)) == ([], (), [], ())


def signs(scene):
    """How many marks and boxes stand for each body, by id."""
    return Counter(item.key for item in scene.drawn if item.key)


@pytest.mark.parametrize("day", DAYS)
def test_each_body_is_one_mark_or_box_or_the_name_of_a_row_or_told_in_words(day):
    found = day_tiers(day)
    scene = structure_scene(found)
    assert set(signs(scene).values()) <= {1}
    left_out = [body for body in found.snapshot.bodies if body.id not in scene.keys]
    told = {"health_and_wellbeing_board"} | {
        kind for kind, found in REGISTRY.kinds.items() if found.tier == "scheme"
    }
    assert all(b.kind in told or b.organisation.region == "Wales" for b in left_out)


def test_the_211_groups_of_2013_are_211_discs_under_their_area_teams():
    found = day_tiers("2013-04-01")
    scene = structure_scene(found)
    discs = [item for item in scene.drawn if isinstance(item, Mark) and item.shape == "disc"]
    groups = {
        body.id for body in found.snapshot.bodies if body.kind == "clinical_commissioning_group"
    }
    assert len(groups) == 211
    assert groups <= {disc.key for disc in discs}
    texts = [text.text for text in scene.texts]
    assert texts[texts.index("Greater Manchester") + 1] == "12"
    assert "9 area teams, 68 groups" in texts


def test_the_day_stands_in_the_picture():
    scene = structure_scene(day_tiers("2013-04-01"))
    assert scene.headline == "1 April 2013: 211 clinical commissioning groups under 4 regions"
    assert "Structure on 1 April 2013" in scene.standfirst
    assert scene.standfirst in words(scene)


@pytest.mark.parametrize(
    ("day", "headline"),
    [
        ("1949-01-01", "1 January 1949"),
        (
            "1983-06-01",
            "1 June 1983: 76 known district health authorities and 14 regional health authorities",
        ),
        (
            "2002-10-01",
            "1 October 2002: 304 primary care trusts under 28 strategic health authorities",
        ),
        ("2026-05-01", "1 May 2026: 36 integrated care boards under 7 regions"),
    ],
)
def test_the_headline_says_under_only_where_the_record_has_every_link(day, headline):
    assert structure_scene(day_tiers(day)).headline == headline


def test_words_for_the_headline_may_be_given():
    scene = structure_scene(day_tiers("2013-04-01"), headline="A", standfirst="B")
    assert (scene.headline, scene.standfirst) == ("A", "B")


def names_below(scene, ids):
    return [one.text for one in scene.texts if one.key in ids]


def test_a_region_opened_names_its_groups_and_no_others():
    tiered = day_tiers("2013-04-01")
    folded = Spine(tiered).folded
    assert len(folded) == 4 + 27  # regions, and area teams that have groups
    (north,) = (node for node in folded if node.body.name == "NHS England North of England")
    groups = {leaf.id for team in north.children for leaf in team.children}
    others = {node.id for node in tiered.row("clinical_commissioning_group").nodes} - groups
    closed, opened = (structure_scene(tiered, opened=ids) for ids in ((), (north.id,)))
    assert names_below(closed, groups | others) == []
    assert len(names_below(opened, groups)) >= 68
    assert names_below(opened, others) == []


def test_a_team_opened_names_its_own_groups_only():
    tiered = day_tiers("2013-04-01")
    team = tiered.nodes["Q44"]
    opened = structure_scene(tiered, opened=("Q44",))
    shown = {one.key for one in opened.texts}
    groups = {node.id for node in tiered.row("clinical_commissioning_group").nodes}
    assert shown & groups == {child.id for child in team.children} & groups


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("day", ["2013-04-01", "2003-01-01", "2006-10-01"])
def test_every_word_can_be_read_with_all_opened(day, width):
    tiered = day_tiers(day)
    opened = [node.id for node in Spine(tiered).folded]
    assert opened
    scene = structure_scene(tiered, width, opened=opened)
    assert not any(faults(scene))


def test_nothing_waits_to_be_opened_where_every_body_is_named():
    assert Spine(day_tiers("1997-06-01")).folded == ()


def test_the_national_view_of_2013_has_fewer_than_sixty_names_and_boxes():
    scene = structure_scene(day_tiers("2013-04-01"))
    named = {one.key for one in scene.items if isinstance(one, Text | Rect) and one.key}
    assert {"nhs-england", "Y54", "Q44"} < named
    assert len(named) < 60


def lines(scene):
    return [item for item in scene.drawn if isinstance(item, Path)]


def test_lines_are_drawn_only_where_the_record_has_the_relation():
    assert lines(structure_scene(day_tiers("2008-01-01"))) == []
    found = day_tiers("1997-06-01")
    scene = structure_scene(found)
    assert lines(scene)
    no_links = tiers(snapshot(REGISTRY, date(1997, 6, 1), kind="regional_office"))
    assert lines(structure_scene(no_links)) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("day", DAYS)
def test_lines_run_upright_or_level_and_never_through_a_box(day, width):
    scene = structure_scene(day_tiers(day), width)
    boxes = [bounds(item) for item in scene.drawn if isinstance(item, Rect)]
    for line in lines(scene):
        points = [step[1:] for step in line.steps]
        for (x1, y1), (x2, y2) in pairwise(points):
            assert abs(x1 - x2) < 0.01 or abs(y1 - y2) < 0.01
            low_x, high_x, low_y, high_y = min(x1, x2), max(x1, x2), min(y1, y2), max(y1, y2)
            for left, top, right, bottom in boxes:
                inside_x = low_x < right - 1 and high_x > left + 1
                assert not (inside_x and low_y < bottom - 1 and high_y > top + 1)


class OneNode:
    """A place under a parent, which is all that lines ask of a node."""

    def __init__(self, parent):
        self.parent = parent


def test_a_line_is_drawn_from_a_box_to_the_box_below_it_and_only_to_that():
    boxes = {"a": (0, 0, 300, 20), "b": (0, 60, 100, 80), "c": (150, 60, 300, 80)}
    nodes = {"a": OneNode(None), "b": OneNode("a"), "c": OneNode(None)}
    drawn = links(page(1200), Part((), 80, boxes), nodes, 40, -10)
    assert [path.steps for path in drawn] == [(("M", 50, 20), ("L", 50, 60))]


@pytest.mark.parametrize("day", DAYS)
def test_kinds_shown_as_marks_without_names_differ_in_shape_and_not_only_in_colour(day):
    found = day_tiers(day)
    scene = structure_scene(found)
    named = {text.key for text in scene.texts if text.key}
    shown = {
        found.nodes[item.key].body.kind
        for item in scene.drawn
        if isinstance(item, Mark) and item.key and item.key not in named
    }
    assert len({sign_of(kind) for kind in shown}) == len(shown)


def test_a_body_that_may_not_have_existed_is_dashed_and_the_picture_says_so():
    found = day_tiers("1995-01-01")
    scene = structure_scene(found)
    unsure = {body.id for body in found.snapshot.bodies if not body.certain}
    dashed = {item.key for item in scene.drawn if isinstance(item, Mark) and item.dash}
    assert unsure & scene.keys == dashed
    assert "Dashed marks: the body may not have existed on this day." in words(scene)


def test_labels_are_in_italics_and_names_are_not():
    found = day_tiers("1975-01-01")
    for text in structure_scene(found).texts:
        if text.key:
            assert text.italic == (found.nodes[text.key].body.name_type == "label")


def test_what_is_planned_is_dashed_and_says_planned():
    before, after = (structure_scene(day_tiers(day)) for day in ("2026-05-01", "2027-06-01"))
    assert "planned for" not in words(before)
    assert "planned for 1 April 2027" in words(after)
    frames = [item for item in after.drawn if isinstance(item, Rect) and item.dash]
    assert frames
    assert all(not item.fill and item.stroke for item in frames)


def test_welsh_bodies_are_left_out_and_the_notes_say_so():
    scene = structure_scene(day_tiers("2013-04-01"))
    assert "Not drawn: 7 local health boards (Wales)." in " ".join(scene.notes)
    assert "7 local health boards (Wales)" in words(
        structure_scene(day_tiers("2014-01-01", region="Wales"))
    )


@pytest.mark.parametrize("day", DAYS)
def test_the_alt_text_is_one_short_sentence_with_the_day(day):
    alt = structure_scene(day_tiers(day)).alt
    assert len(alt) <= 250
    assert str(date.fromisoformat(day).year) in alt
    assert alt.endswith(".")


@pytest.mark.parametrize("day", ["1975-01-01", "2013-04-01", "2027-06-01"])
def test_the_svg_is_well_formed_and_carries_title_sources_licence_and_date(day):
    scene = structure_scene(day_tiers(day))
    root = ET.fromstring(svg(scene))
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == scene.headline
    assert root.find(f"{space}desc").text.startswith(scene.alt)
    text = " ".join(element.text for element in root.iter(f"{space}text"))
    assert "Sources: NHS ODS register" in text
    assert "Open Government Licence v3.0." in text.replace("\n", " ")
    assert "As known on 2 July 2026." in text


def test_plotly_accepts_the_figure_and_every_drawn_body_answers():
    scene = structure_scene(day_tiers("2013-04-01"))
    built = go.Figure(figure(scene))
    answers = {row[0] for row in built.data[0].customdata}
    assert answers == scene.keys


def test_the_same_day_is_drawn_the_same_every_time():
    first, second = (svg(structure_scene(day_tiers("2013-04-01"), 1200)) for _ in range(2))
    assert first == second


def test_the_picture_explains_only_what_occurs_in_it():
    plain, italic = (words(structure_scene(day_tiers(day))) for day in ("2013-04-01", "1975-01-01"))
    assert "Names in italics" not in plain
    assert "Names in italics" in italic
    assert "Dashed marks" in plain
    assert "Dashed marks" not in italic


def test_relations_left_out_by_choice_are_not_said_to_be_missing_from_the_record():
    whole = snapshot(REGISTRY, date(2013, 4, 1))
    hosted = structure_scene(tiers(by_relations(whole, ("hosted_by",))))
    assert "no reporting line in the record" not in words(hosted)
    assert "15 bodies: no link of the chosen sort on this day" in words(hosted)
    assert "drawn by “hosted by” only" in words(hosted)
    assert "Relations of other sorts are left out." in words(hosted)
    assert "left out" not in words(structure_scene(tiers(whole)))
    assert by_relations(whole, ()) is whole
