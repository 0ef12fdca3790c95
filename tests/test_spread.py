"""Things on a line stand as near as they can to where they want to be, and never too close."""

from __future__ import annotations

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.layout.spread import Gap, push_apart, settle

numbers = st.floats(min_value=-500, max_value=500, allow_nan=False)


def cost(places, wanted):
    return sum((place - want) ** 2 for place, want in zip(places, wanted, strict=True))


def test_things_that_are_apart_do_not_move():
    assert push_apart([0, 50, 100], [10, 10]) == (0, 50, 100)
    assert settle([0, 50, 100], [Gap(0, 1, 10), Gap(1, 2, 10)]) == (0, 50, 100)


def test_two_that_want_the_same_place_give_way_equally():
    assert push_apart([10, 10], [20]) == (0, 20)
    assert settle([10, 10], [Gap(0, 1, 20)]) == (0, 20)


def test_the_heavier_gives_way_less():
    light, heavy = settle([10, 10], [Gap(0, 1, 20)], [1, 3])
    assert (round(light, 6), round(heavy, 6)) == (-5, 15)


@given(st.lists(st.tuples(numbers, st.floats(min_value=0, max_value=40)), min_size=1, max_size=20))
def test_both_methods_agree_on_one_column(items):
    wanted = [want for want, _ in items]
    distances = [distance for _, distance in items][:-1]
    column = push_apart(wanted, distances)
    general = settle(wanted, [Gap(i, i + 1, d) for i, d in enumerate(distances)])
    assert all(abs(a - b) < 1e-3 for a, b in zip(column, general, strict=True))
    for (above, below), distance in zip(pairwise(column), distances, strict=True):
        assert below - above >= distance - 1e-6


@settings(deadline=None, max_examples=60)
@given(st.lists(numbers, min_size=2, max_size=14), st.integers(0, 10_000))
def test_no_small_move_makes_a_settled_line_better(wanted, seed):
    chance = random.Random(seed)
    count = len(wanted)
    gaps = [
        Gap(a, b, chance.choice([5, 12, 30]))
        for a in range(count)
        for b in range(a + 1, count)
        if chance.random() < 0.4
    ]
    places = settle(wanted, gaps)
    assert all(places[g.below] - places[g.above] >= g.distance - 1e-5 for g in gaps)
    best = cost(places, wanted)
    for _ in range(60):
        moved = [place + chance.uniform(-3, 3) for place in places]
        if all(moved[g.below] - moved[g.above] >= g.distance for g in gaps):
            assert cost(moved, wanted) >= best - 1e-3


def test_what_was_pushed_early_is_let_go_when_nothing_holds_it_any_more():
    pairs = "015 025 03! 05! 06x 14x 235 24x 26! 35x 36x 455 46x"
    distance = {"5": 5, "x": 10, "!": 20}
    gaps = [Gap(int(p[0]), int(p[1]), distance[p[2]]) for p in pairs.split()]
    places = settle([30, 30, 0, 5, 20, 5, 10], gaps, [1, 1, 9, 9, 3, 9, 1])
    assert round(places[2], 9) == 0
    assert round(places[3], 4) == 5.2083
