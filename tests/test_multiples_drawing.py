"""Several days beside each other: one square a body, one scale, no word cut off."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.drawing.scene import Mark
from explorer.export.svg import svg
from explorer.figures.drawing import figure
from explorer.layout.multiples.picture import multiples_scene
from explorer.load import load
from explorer.snapshot import snapshot
from tests.test_responsibilities_drawing import THEMES, WIDTHS, faults, words
from tests.worlds import worlds

REGISTRY = load()
CHOICES = {
    "two": ["1975-01-01", "2013-04-01"],
    "four": ["1996-04-01", "2002-10-01", "2013-04-01", "2026-05-01"],
    "six": ["1949-01-01", "1985-01-01", "1999-04-01", "2001-04-01", "2016-06-01", "2022-07-01"],
}


def shown(days, **part):
    return [snapshot(REGISTRY, date.fromisoformat(day), **part) for day in days]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("choice", CHOICES)
def test_days_beside_each_other_are_legible(choice, width, theme):
    scene = multiples_scene(shown(CHOICES[choice]), REGISTRY, width, theme)
    assert faults(scene, width) == ([], (), [], [], [])
    assert len(scene.alt) <= 250


@pytest.mark.parametrize("choice", CHOICES)
def test_every_body_of_every_day_is_one_square_of_one_size(choice):
    days = shown(CHOICES[choice])
    marks = [item for item in multiples_scene(days, REGISTRY).items if isinstance(item, Mark)]
    assert len(marks) == sum(len(day.bodies) for day in days)
    assert len({mark.size for mark in marks}) == 1
    unsure = sum(not body.certain for day in days for body in day.bodies)
    assert Counter(mark.shape for mark in marks)["cross"] == unsure


def test_kinds_and_numbers_stand_in_words():
    scene = multiples_scene(shown(["2013-04-01"]), REGISTRY)
    assert "1 April 2013" in words(scene)
    assert "211 clinical commissioning groups" in scene.description
    assert "1 government department" in scene.description


def test_a_part_of_the_record_is_named():
    days = shown(CHOICES["two"], region="London")
    assert "region London" in multiples_scene(days, REGISTRY).standfirst


def test_no_day_is_no_drawing():
    assert multiples_scene([], REGISTRY).headline == "No day is chosen"


def test_the_scene_can_be_written():
    scene = multiples_scene(shown(CHOICES["two"]), REGISTRY)
    assert svg(scene).startswith("<svg")
    assert figure(scene)


@settings(deadline=None, max_examples=15)
@given(worlds(), st.lists(st.dates(date(1990, 1, 1), date(2026, 1, 1)), min_size=1, max_size=6))
def test_any_world_can_be_drawn(small, days):
    found = [snapshot(small, day) for day in days]
    scene = multiples_scene(found, small, 760)
    assert sum(isinstance(item, Mark) for item in scene.items) == sum(
        len(day.bodies) for day in found
    )
