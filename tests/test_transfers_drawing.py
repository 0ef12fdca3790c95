"""Where every function went at one date: legible for every date, and equal to the record."""

import random
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.drawing.geometry import bounds
from explorer.duties.handovers import handover_dates, handovers_at
from explorer.export.svg import svg
from explorer.figures.drawing import figure
from explorer.layout.transfers.arrow import arrow
from explorer.layout.transfers.ordering import crossings, orders
from explorer.layout.transfers.picture import transfers_scene
from explorer.load import load
from tests.test_responsibilities_drawing import THEMES, WIDTHS, faults, words

REGISTRY = load()
DATES = [when.text for when, _ in handover_dates(REGISTRY)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("when", [*DATES, "1996-12-25"])
def test_the_drawing_of_any_date_is_legible_and_has_one_mark_for_each_hand_over(when, width, theme):
    found = handovers_at(REGISTRY, when)
    scene = transfers_scene(found, width, theme)
    assert faults(scene, width) == ([], (), [], [], [])
    assert len(scene.alt) <= 250
    marks = [item.key for item in scene.drawn if item.key]
    assert sorted(marks) == sorted(move.key for move in (*found.moves, *found.perhaps))
    assert all(item.title for item in scene.items if item.key)


def test_the_first_of_april_2013_has_47_arrows_for_36_functions():
    scene = transfers_scene(handovers_at(REGISTRY, "2013-04-01"), 1600)
    assert len(scene.keys) == 47
    assert scene.headline == (
        "On 1 April 2013, 36 functions changed hands, most from primary care trusts"
    )
    assert scene.standfirst.startswith("47 hand-overs from 12 holders to 13.")
    assert "share not stated" in words(scene)


def test_a_function_that_went_to_several_takers_is_called_a_part():
    told = words(transfers_scene(handovers_at(REGISTRY, "2013-04-01"), 1600))
    assert told.count("Estates of abolished commissioners (part)") == 3
    assert "Dental services (part)" not in told


def test_a_single_hand_over_is_told_in_the_headline():
    assert transfers_scene(handovers_at(REGISTRY, "2003-04-01")).headline == (
        "On 1 April 2003, prison and offender health passed from HM Prison Service "
        "to the Department of Health"
    )


def test_a_delegation_is_called_one():
    assert transfers_scene(handovers_at(REGISTRY, "2025-04-01")).headline == (
        "On 1 April 2025, NHS England delegated specialised services to integrated care boards"
    )


def test_what_is_dated_to_the_year_stands_apart_and_is_dashed():
    found = handovers_at(REGISTRY, "1996-04-01")
    scene = transfers_scene(found, 1200)
    assert "In 1996, on a day that is not known" in words(scene)
    shapes = {item.key: item for item in scene.drawn if item.key}
    assert all(shapes[move.key].dash for move in found.perhaps)
    assert not any(shapes[move.key].dash for move in found.moves)
    lowest = max(bounds(shapes[move.key])[3] for move in found.moves)
    assert all(bounds(shapes[move.key])[1] > lowest for move in found.perhaps)


def test_every_arrow_is_as_wide_as_every_other_whatever_its_slope():
    for end in ((200.0, 0.0), (200.0, 60.0), (200.0, 400.0), (200.0, -400.0)):
        ribbon = arrow((0.0, 0.0), end, thick=10, unit=1, colour="#000000", paper="#FFFFFF")[0]
        points = [step[1:] for step in ribbon.steps]
        half = len(points) // 2
        left, right = points[:half], points[half:][::-1]
        for x, y in left[1:-1]:
            assert min(_distance(x, y, *pair) for pair in pairwise(right)) == pytest.approx(
                10, rel=0.05
            )


def _distance(x, y, one, other):
    """From a point to the line between two others."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    part = ((x - one[0]) * dx + (y - one[1]) * dy) / (dx * dx + dy * dy)
    part = min(max(part, 0.0), 1.0)
    return hypot(x - one[0] - part * dx, y - one[1] - part * dy)


def test_equal_dates_give_equal_drawings():
    one, other = (
        svg(transfers_scene(handovers_at(REGISTRY, "2013-04-01"), 1200)) for _ in range(2)
    )
    assert one == other


def test_the_figure_answers_for_every_hand_over():
    found = handovers_at(REGISTRY, "2022-07-01")
    traces = figure(transfers_scene(found, 1200))["data"]
    keys = {point[0] for trace in traces for point in trace.get("customdata", ())}
    assert {move.key for move in found.moves} <= keys


def test_at_most_17_pairs_of_arrows_cross_on_the_busiest_day():
    pairs = {}
    for move in handovers_at(REGISTRY, "2013-04-01").moves:
        name = (move.giver.text, move.taker.text)
        pairs[name] = pairs.get(name, 0) + 1
    assert crossings(pairs, *orders(pairs)) <= 17


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("ABCDE"), st.sampled_from("vwxyz")), st.integers(1, 4), min_size=1
    ),
    st.integers(0, 99),
)
def test_orders_hold_every_name_once_and_cross_no_more_than_a_random_order(pairs, seed):
    givers, takers = orders(pairs)
    assert sorted(givers) == sorted({giver for giver, _ in pairs})
    assert sorted(takers) == sorted({taker for _, taker in pairs})
    assert (givers, takers) == orders(dict(pairs))
    first = list(dict.fromkeys(giver for giver, _ in pairs))
    second = list(dict.fromkeys(taker for _, taker in pairs))
    chance = random.Random(seed)
    costs = []
    for _ in range(20):
        chance.shuffle(first)
        chance.shuffle(second)
        costs.append(crossings(pairs, first, second))
    # a heuristic: never worse than the middle of twenty orders drawn by lot
    assert crossings(pairs, givers, takers) <= sorted(costs)[10]
