"""The commissioning cycle of any day: who is in it, and a drawing that keeps its words."""

from datetime import date

import pytest

from explorer.drawing import legibility
from explorer.drawing.page import page
from explorer.errors import DateError
from explorer.layout.cycle import cycle_scene
from explorer.load import load
from explorer.responsibilities import holders_of
from explorer.sheets import cycle as sheets
from explorer.teaching.cycle import STAGES, cycle

RECORD = load()
DAYS = [date(1975, 1, 1), date(1995, 4, 1), date(2000, 4, 1), date(2007, 4, 1),
        date(2013, 4, 1), date(2022, 7, 1), date(2026, 7, 2)]  # fmt: skip


@pytest.mark.parametrize("day", DAYS)
def test_the_holders_are_those_of_the_day(day):
    for stage in cycle(RECORD, day).stages:
        for each in stage.duties:
            assert each.span.held == holders_of(RECORD, each.function.id, day)


def test_every_function_of_a_step_is_in_the_record():
    assert {name for *_, names in STAGES for name in names} <= set(RECORD.functions)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("width", [760, 1200, 1600])
@pytest.mark.parametrize("theme", ["light", "dark", "grey"])
def test_no_words_overlap_leave_the_page_or_fade(day, width, theme):
    scene = cycle_scene(cycle(RECORD, day), width, theme)
    assert not legibility.overlaps(scene)
    assert not legibility.outside(scene)
    assert not legibility.crossed(scene)
    assert not legibility.small(scene, page(width).small)
    assert not legibility.faint(scene)
    assert len(scene.alt) <= 250


@pytest.mark.parametrize("day", DAYS)
def test_the_drawing_and_the_sheet_name_every_holder_and_every_gap(day):
    found = cycle(RECORD, day)
    scene = cycle_scene(found)
    duties = [each for stage in found.stages for each in stage.duties]
    signs = sum(len(each.span.held) for each in duties)
    gaps = sum(bool(each.span.gap) for each in duties)
    assert sum(bool(item.title) for item in scene.drawn) == signs
    assert len(sheets.cycle(found).rows) == signs + gaps


def test_a_responsible_holder_is_filled_and_another_hollow_whatever_its_colour():
    scene = cycle_scene(cycle(RECORD, date(2013, 4, 1)))
    for item in scene.drawn:
        if item.title:
            main = "responsible" in item.title or "held it jointly" in item.title
            assert bool(item.fill) == main
            assert item.fill != scene.paper


def test_a_drawing_is_the_same_each_time():
    found = cycle(RECORD, date(2013, 4, 1))
    assert cycle_scene(found) == cycle_scene(found)


def test_a_day_outside_the_record_is_refused():
    with pytest.raises(DateError):
        cycle(RECORD, date(1900, 1, 1))
