"""Orders within generations have few crossings, north above south, and are always the same."""

from __future__ import annotations

import random
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.layout.order import chained, crossings, is_dummy, layered, places

TREE = ["root", "north", "south", "n1", "n2", "s1", "s2"]
LEVEL = {"root": 2, "north": 1, "south": 1, "n1": 0, "n2": 0, "s1": 0, "s2": 0}
ARCS = [
    ("s2", "south", 1.0),
    ("n2", "north", 1.0),
    ("s1", "south", 1.0),
    ("n1", "north", 1.0),
    ("south", "root", 1.0),
    ("north", "root", 1.0),
]


def test_a_tree_has_no_crossing_and_north_is_above_south():
    layers = layered(TREE, LEVEL, ARCS)
    assert layers == (("n1", "n2", "s1", "s2"), ("north", "south"), ("root",))


def test_barycentres_untangle_what_was_given_tangled(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    tangled = ["root", "north", "south", "n1", "s1", "n2", "s2"]
    layers = layered(tangled, LEVEL, ARCS)
    assert crossings(layers, chained(LEVEL, ARCS)[1]) == 0
    assert layers[1] == ("north", "south")


def test_an_arc_that_skips_generations_is_led_through_dummies():
    arcs = [*ARCS, ("n1", "root", 1.0)]
    layers = layered(TREE, LEVEL, arcs)
    assert sum(map(is_dummy, layers[1])) == 1
    assert crossings(layers, chained(LEVEL, arcs)[1]) == 0


def test_arcs_that_lead_nowhere_later_are_left_out():
    assert chained({"a": 0, "b": 0}, [("a", "b", 1.0)])[1] == []


def test_crossings_weigh_by_both_arcs():
    assert crossings((("a", "b"), ("c", "d")), [("a", "d", 0.5), ("b", "c", 0.2)]) == 0.1
    assert crossings((("a", "b"), ("c", "d")), [("a", "c", 0.5), ("b", "d", 0.2)]) == 0


def test_bodies_stand_level_with_their_only_neighbour():
    layers = layered(
        ["a", "b", "x", "y"],
        {"a": 0, "b": 0, "x": 1, "y": 1},
        pairs := [("a", "x", 1.0), ("b", "y", 1.0)],
    )
    found = places(layers, pairs)
    assert found["a"] == pytest.approx(found["x"])
    assert found["b"] - found["a"] >= 1


def lineage(seed, count):
    chance = random.Random(seed)
    level = {f"b{i}": chance.randrange(4) for i in range(count)}
    names = sorted(level)
    arcs = [
        (a, b, chance.choice([0.2, 0.5, 1.0]))
        for a in names
        for b in names
        if level[a] < level[b] and chance.random() < 2 / count
    ]
    return names, level, arcs


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000), st.integers(2, 24))
def test_every_body_has_its_place_and_the_given_order_never_does_better(seed, count):
    names, level, arcs = lineage(seed, count)
    layers = layered(names, level, arcs)
    bodies = [name for layer in layers for name in layer if not is_dummy(name)]
    assert sorted(bodies) == names
    assert all(level[n] == i for i, layer in enumerate(layers) for n in layer if not is_dummy(n))
    dummies, cut = chained(level, arcs)

    def rank(name):
        origin = arcs[int(name[1:].split(".")[0])][0] if is_dummy(name) else name
        return names.index(origin), name

    given_order = tuple(
        tuple(sorted((n for n in dummies if dummies[n] == i), key=rank))
        for i in range(max(dummies.values()) + 1)
    )
    assert crossings(layers, cut) <= crossings(given_order, cut)


def test_without_dot_the_order_is_made_in_plain_python(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    names, level, arcs = lineage(7, 20)
    layers = layered(names, level, arcs)
    assert sorted(n for layer in layers for n in layer if not is_dummy(n)) == names


def test_equal_input_gives_equal_order():
    names, level, arcs = lineage(11, 24)
    assert layered(names, level, arcs) == layered(list(names), dict(level), list(arcs))
