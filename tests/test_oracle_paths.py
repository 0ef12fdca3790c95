"""The fast lineage and crosswalk agree with the slow, obvious ones on random worlds."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.crosswalk import crosswalk
from explorer.lineage import lineage
from explorer.paths.flow import spreads
from tests.oracle_paths import closure, simulate
from tests.worlds import DEFAULT_KIND, FIRST_YEAR, YEARS, world, world_texts, worlds

DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(FIRST_YEAR + YEARS, 1, 1))
LIMITS = st.one_of(st.none(), st.integers(0, 3))


@st.composite
def crossing_worlds(draw):
    """Worlds in which bodies of line `commissioner` also pass to bodies of line `place`."""
    bodies, *facts = draw(world_texts(("commissioner", "place")))
    spans = dict(text.split() for text in bodies.split(", "))
    changed = {(name, arc[1]) for arc in map(str.split, facts) for name in arc[0].split(">")}
    for name, span in spans.items():
        opened, closed = (int(year or FIRST_YEAR + YEARS) for year in span.split(".."))
        for kind in ("transfer", "") if name.startswith("A") else ():
            year = draw(st.integers(opened + 1, closed)) if kind else closed
            if year >= closed if kind else span.endswith(".."):
                continue
            # a change of the other body on that day would be taken for part of the same event
            others = [
                other
                for other, life in spans.items()
                if other.startswith("B")
                and int(life[:4]) <= year
                and (other, str(year)) not in changed
            ]
            chosen = st.lists(st.sampled_from(others), max_size=2, unique=True)
            for other in draw(chosen) if others else ():
                share = draw(st.sampled_from(("", "0.4", "0.25")))
                facts.append(f"{name}>{other} {year} {share} {kind} place")
    return world(bodies, *facts)


@settings(deadline=None, max_examples=500)
@given(worlds(), LIMITS, LIMITS, st.booleans(), st.data())
def test_a_lineage_is_all_paths_on_which_time_goes_one_way(
    registry, back, forward, through_parts, data
):
    focus = data.draw(st.sampled_from(list(registry.organisations)))
    fast = lineage(
        registry,
        focus,
        back=back,
        forward=forward,
        through_parts=through_parts,
        lines=("commissioner",) if registry.successions else None,
        relatives=False,
    )
    roles = {
        True: {True: "predecessor", False: "part_giver"},
        False: {True: "successor", False: "part_taker"},
    }
    expected, arcs, behind = {(focus, "self", 0)}, set(), {}
    for going_back, limit in ((True, back), (False, forward)):
        bodies, passed, hidden = closure(
            registry,
            focus,
            "commissioner",
            back=going_back,
            limit=limit,
            through_parts=through_parts,
        )
        expected |= {(n, roles[going_back][whole], g) for n, (whole, g) in bodies.items()}
        arcs |= passed
        behind = {n: hidden.get(n, 0) + behind.get(n, 0) for n in {*hidden, *behind}}
    assert {(r.organisation_id, r.role, r.generation) for r in fast.relatives} == expected
    assert set(fast.successions) == arcs
    assert fast.collapsed == behind


def _same(fast, slow):
    assert fast.keys() == slow.keys()
    for holder, held in fast.items():
        if slow[holder] is None:
            assert held.weight is None
        else:
            assert held.weight == pytest.approx(slow[holder], abs=1e-9)


@settings(deadline=None, max_examples=500)
@given(worlds(), DAYS, DAYS)
def test_a_crosswalk_is_every_change_applied_in_turn(registry, one, other):
    start, last = sorted((one, other))
    if start == last:
        return
    answer = crosswalk(registry, start, last, kind=DEFAULT_KIND, to_kind=DEFAULT_KIND)
    targets = {b.id for b in registry.organisations.values() if last in b.lifetime}
    from_ids = {b.id for b in registry.organisations.values() if start in b.lifetime}
    assert {row.from_id for row in answer.rows} == from_ids
    for name in from_ids:
        slow = simulate(registry, start, last, name, "commissioner", targets)
        expected = {holder: weight for holder, weight in slow.items() if holder in targets}
        found = {row.to_id: row.weight for row in answer.rows if row.from_id == name}
        assert found == pytest.approx(expected or {None: None}, abs=1e-9)


@settings(deadline=None, max_examples=500)
@given(crossing_worlds(), DAYS, DAYS)
def test_the_last_line_is_taken_where_it_leads_to_the_kind_asked_for(registry, one, other):
    start, last = sorted((one, other))
    bodies = registry.organisations.values()
    targets = {b.id for b in bodies if last in b.lifetime and b.id.startswith("B")}
    arcs = [a for a in registry.successions if start < a.date.first <= last]
    fast = spreads(arcs, "place", targets)
    for body in bodies:
        if start in body.lifetime:
            slow = simulate(registry, start, last, body.id, "place", targets)
            if body.id in fast:
                _same(fast[body.id], slow)
            else:
                assert slow == {body.id: 1.0}
