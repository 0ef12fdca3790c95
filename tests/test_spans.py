"""Numbers through time are what one would count on each day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.counts import series
from explorer.load import load
from explorer.policy.spans import Span, by_count, runs, spans
from tests.worlds import world


def bodies(text):
    return tuple(world(text).organisations.values())


def test_a_body_counts_from_its_first_day_to_the_day_after_its_last():
    (span,) = spans(bodies("A 2002..2013"))
    assert span == Span(date(2002, 1, 1), date(2013, 1, 1), 1)
    assert date(2012, 12, 31) in span
    assert date(2013, 1, 1) not in span


def test_bodies_that_follow_each_other_on_one_day_leave_no_gap_and_no_double_count():
    (span,) = spans(bodies("A 2002..2013, B 2013..2020"))
    assert (span.start, span.end, span.count) == (date(2002, 1, 1), date(2020, 1, 1), 1)


def test_a_gap_ends_a_run():
    found = spans(bodies("A 2002..2005, B 2008..2013"))
    assert [len(run) for run in runs(found)] == [1, 1]


def test_what_is_in_force_has_no_end():
    assert spans(bodies("A 2002.."))[-1].end is None


def test_a_partial_opening_is_doubt_until_its_last_day():
    first, second = spans(bodies("A ~1999..2013"))
    assert (first.start, first.end, first.uncertain) == (date(1999, 1, 1), date(1999, 12, 31), 1)
    assert second.uncertain == 0


def test_joined_steps_keep_the_largest_doubt():
    (step,) = by_count(spans(bodies("A ~1999..2013")))
    assert (step.count, step.uncertain) == (1, 1)


lives = st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 3000)), min_size=1, max_size=8)


@settings(max_examples=60, deadline=None)
@given(lives, st.integers(-10, 6100))
def test_any_day_holds_as_many_as_are_alive(drawn, offset):
    first = date(1990, 1, 1)
    ends = [(first + timedelta(a), first + timedelta(a + n)) for a, n in drawn]
    text = ", ".join(f"B{i} {a}..{b}" for i, (a, b) in enumerate(ends))
    day = first + timedelta(offset)
    counted = sum(span.count for span in spans(bodies(text)) if day in span)
    assert counted == sum(a <= day < b for a, b in ends)


def test_the_record_gives_the_same_series_as_the_counts():
    registry = load()
    for kind in ("clinical_commissioning_group", "primary_care_group", "area_team"):
        members = [b for b in registry.organisations.values() if b.kind == kind]
        steps = [(s.start, s.count) for s in by_count(spans(members))]
        known = [(day, n) for day, n in series(registry, kind, exact=True) if n]
        assert steps == known
