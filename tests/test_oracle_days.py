"""Snapshots and differences agree with the slow, obvious ones on random worlds."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.diff import diff, same, steps, then
from explorer.naming import LABEL, display_name
from explorer.snapshot import snapshot
from tests.oracle_days import around, state, story
from tests.rich_worlds import rich_worlds
from tests.worlds import worlds

DAYS = st.dates(date(1999, 7, 1), date(2007, 7, 1))
SHORT = st.integers(0, 1000)
ANY_WORLD = st.one_of(rich_worlds(), worlds())


@settings(deadline=None, max_examples=500)
@given(ANY_WORLD, DAYS)
def test_a_snapshot_is_the_state_of_its_day(registry, day):
    expected, shown = state(registry, day), snapshot(registry, day)
    assert shown.ids == set(expected.kinds)
    assert {body.id: body.certain for body in shown.bodies} == expected.certain
    links = {(link.child_id, link.parent_id, link.relation) for link in shown.relations}
    assert links == expected.links
    for body in shown.bodies:
        assert body.legal_name == expected.names.get((body.id, "legal"))
        assert (body.code,) in [(c,) for c in expected.codes.get((body.id, "ODS"), (None,))]
        held = next(
            (
                (expected.names[body.id, kind], kind)
                for kind in ("in_use", "legal", "label")
                if (body.id, kind) in expected.names
            ),
            None,
        )
        assert held in (None, (body.name, body.name_type))


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), DAYS, st.data())
def test_what_is_under_a_body_is_all_that_is_linked_to_it_up_or_down(registry, day, data):
    body = data.draw(st.sampled_from(sorted(registry.organisations)))
    assert snapshot(registry, day, under=body).ids == around(state(registry, day), body)


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), DAYS)
def test_counts_are_those_of_the_bodies_of_the_day(registry, day):
    expected, shown = state(registry, day), snapshot(registry, day)
    exact = {(c.kind, c.count, c.uncertain) for c in shown.counts if not c.group}
    assert exact == {
        (
            kind,
            sum(k == kind for k in expected.kinds.values()),
            sum(k == kind and not expected.certain[b] for b, k in expected.kinds.items()),
        )
        for kind in expected.kinds.values()
    }
    groups = [c for c in shown.counts if c.group]
    wanted = {"primary_care_trust"} if day.year <= 2003 else set()
    assert {c.kind for c in groups} == (
        wanted if "care_trust" in expected.kinds.values() else set()
    )
    trusts = {"primary_care_trust", "care_trust"}
    assert all(c.count == sum(k in trusts for k in expected.kinds.values()) for c in groups)


@settings(deadline=None, max_examples=500)
@given(ANY_WORLD, DAYS, SHORT)
def test_a_difference_is_what_a_walk_through_its_days_sees(registry, first, length):
    last = first + timedelta(length)
    expected, found = story(registry, first, last), diff(registry, first, last)
    assert set(found.opened) == expected.opened
    assert set(found.closed) == expected.closed
    assert set(found.lived_between) == expected.lived_between
    assert set(found.continued) == set(state(registry, first).kinds) - expected.closed
    assert set(found.uncertain) == expected.unsure
    assert {(r.organisation_id, r.name_type, r.before, r.after) for r in found.renamed} == (
        expected.renamed
    )
    assert {(m.organisation_id, m.relation, m.before, m.after) for m in found.moved} == (
        expected.moved
    )
    assert {(r.organisation_id, r.scheme, r.before, r.after) for r in found.recoded} == (
        expected.recoded
    )
    assert {arc for event in found.events for arc in event.successions} == expected.arcs
    assert {line.kind: (line.start, line.end) for line in found.balance} == expected.balance


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), DAYS, DAYS, st.sampled_from((None, "primary_care_trust", "care_trust")))
def test_the_balance_always_closes(registry, start, end, kind):
    for line in diff(registry, start, end, kind=kind).balance:
        assert line.start + line.opened - line.closed + line.first_seen - line.last_seen == line.end
        assert min(line.opened, line.closed, line.first_seen, line.last_seen) >= 0


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), st.tuples(DAYS, DAYS, DAYS), st.booleans(), st.booleans())
def test_two_differences_make_one(registry, days, backwards, narrowed):
    one, two, three = sorted(days, reverse=backwards)
    kind = "primary_care_trust" if narrowed else None
    first, second = diff(registry, one, two, kind=kind), diff(registry, two, three, kind=kind)
    assert same(then(first, second), diff(registry, one, three, kind=kind))


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), DAYS, DAYS)
def test_a_difference_backwards_is_its_mirror_image(registry, start, end):
    there, back = diff(registry, start, end), diff(registry, end, start)
    assert (back.start, back.end) == (there.end, there.start)
    assert (back.opened, back.closed) == (there.closed, there.opened)
    assert (back.first_seen, back.last_seen) == (there.last_seen, there.first_seen)
    assert set(back.continued) == set(there.continued)
    assert [(m.organisation_id, m.after, m.before) for m in back.moved] == [
        (m.organisation_id, m.before, m.after) for m in there.moved
    ]
    assert [(r.organisation_id, r.after, r.before) for r in back.renamed] == [
        (r.organisation_id, r.before, r.after) for r in there.renamed
    ]
    assert back.events == there.events[::-1]
    assert set(back.uncertain) == set(there.uncertain)
    assert back.lived_between == there.lived_between
    for line, mirror in zip(there.balance, back.balance, strict=True):
        assert (line.start, line.opened, line.first_seen) == (
            mirror.end,
            mirror.closed,
            mirror.last_seen,
        )


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), DAYS, DAYS)
def test_the_steps_between_two_days_add_up_to_the_difference(registry, start, end):
    taken = steps(registry, start, end)
    assert all(abs(step.end - step.start) == timedelta(1) for step in taken)
    whole = diff(registry, start, start)
    for step in taken:
        whole = then(whole, step)
    assert same(then(whole, diff(registry, end, end)), diff(registry, start, end))


@settings(deadline=None, max_examples=500)
@given(rich_worlds(), DAYS)
def test_a_label_is_never_told_as_a_name_in_use(registry, day):
    for body in snapshot(registry, day).bodies:
        name = display_name(registry, body.id, day)
        assert (body.name_type == LABEL) == name.is_label
