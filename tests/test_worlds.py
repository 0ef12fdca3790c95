"""The worlds that other tests stand on are themselves sound."""

from hypothesis import given

from explorer.checks import bodies, changes
from explorer.checks.view import view
from tests.worlds import tables, world, world_texts


def test_a_world_reads_as_it_is_written():
    registry = world("A 2002..2013, C 2013..", "A>C 2013 1", 'A="Old" 2002..2005', "A^C 2013..")
    arc = registry.successions[0]
    assert registry.organisations["A"].lifetime.last_day.isoformat() == "2012-12-31"
    assert (arc.from_id, arc.to_id, arc.kind, arc.share) == ("A", "C", "replacement", 1.0)
    assert [naming.name for naming in registry.names["A"]] == ["Body A", "Old"]
    assert registry.relationships == ()  # A and C never lived on one day


@given(world_texts(lines=("commissioner", "strategic")))
def test_random_worlds_break_no_rule(texts):
    seen = view(tables(*texts))
    rules = (bodies.spans, bodies.statuses, *changes.RULES)
    assert [str(problem) for rule in rules for problem in rule(seen)] == []
