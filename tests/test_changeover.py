"""Between two days every body of a line is accounted for, and no share is made up."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from explorer.changeover import changeover, kinds_of_line, of_crosswalk
from explorer.crosswalk import crosswalk
from explorer.errors import DateError, UnknownName
from explorer.load import load
from tests.worlds import world


@lru_cache(maxsize=1)
def record():
    return load()


def day(text):
    return date.fromisoformat(text)


def between(start, end):
    return changeover(record(), day(start), day(end))


@pytest.mark.parametrize(
    ("start", "end", "before", "after"),
    [
        ("2006-09-30", "2006-10-01", 303, 152),
        ("2013-03-31", "2013-04-01", 151, 211),
        ("2020-03-31", "2022-07-01", 191, 42),
        ("2022-07-01", "2026-04-01", 42, 36),
        ("2012-04-01", "2026-04-01", 151, 36),
    ],
)
def test_all_commissioners_of_both_days_are_there(start, end, before, after):
    found = between(start, end)
    assert (len(found.before), len(found.after)) == (before, after)


@pytest.mark.parametrize("days", [("2006-09-30", "2006-10-01"), ("2012-04-01", "2026-04-01")])
def test_what_is_known_of_a_body_adds_to_the_whole_of_it(days):
    found = between(*days)
    for name in found.before:
        weights = [one.weight for one in found.passages if one.from_id == name]
        if None not in weights:
            assert sum(weights) + found.rest.get(name, 0.0) == pytest.approx(1)


def test_a_body_that_lives_on_passes_to_itself():
    found = between("2022-07-01", "2026-04-01")
    kept = [one for one in found.passages if one.from_id == one.to_id == "QHM"]
    assert [one.weight for one in kept] == [1.0]


def test_health_authorities_of_2002_have_no_successor_on_the_line():
    found = between("2002-03-31", "2002-04-01")
    assert found.rest["QDE"] == 1
    assert not [one for one in found.passages if one.from_id == "QDE"]


def test_the_order_of_the_days_does_not_matter():
    one, other = between("2013-03-31", "2013-04-01"), between("2013-04-01", "2013-03-31")
    assert (one.start, one.passages) == (other.start, other.passages)


def test_one_day_twice_is_refused():
    with pytest.raises(DateError, match="Two different days are needed, and 2013-04-01 was given"):
        between("2013-04-01", "2013-04-01")


def test_an_unknown_line_is_refused():
    with pytest.raises(UnknownName):
        changeover(record(), day("2012-04-01"), day("2013-04-01"), line="nope")


def test_a_share_not_stated_stays_unknown():
    small = world("A 2000..2009, B 2010.., C 2010..", "A>B 2010, A>C 2010")
    (line,) = {arc.line for arc in small.successions}
    found = changeover(small, day("2005-01-01"), day("2012-01-01"), line=line)
    assert [(p.from_id, p.to_id, p.weight) for p in found.passages] == [
        ("A", "B", None),
        ("A", "C", None),
    ]
    assert "A" not in found.rest


def test_a_crosswalk_tells_the_same():
    found = of_crosswalk(
        crosswalk(
            record(),
            day("2013-03-31"),
            day("2013-04-01"),
            kind="primary_care_trust",
            to_kind="clinical_commissioning_group",
        )
    )
    net = between("2013-03-31", "2013-04-01")
    assert set(found.passages) == set(net.passages)


def test_the_kinds_of_a_line_are_those_its_arcs_join():
    assert kinds_of_line(record(), "strategic") == {
        "health_authority",
        "strategic_health_authority",
    }
