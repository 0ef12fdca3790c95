"""The graph is frozen to the last attribute, and the index answers as a plain scan would."""

from datetime import date, timedelta

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph import index, lineage_graph, sequence_of_days
from tests.worlds import world, worlds

DAYS = st.dates(date(1999, 6, 1), date(2010, 6, 1))


@pytest.fixture
def registry():
    return world("A 2002..2013, B 2002..2013, C 2013..", "A>C 2013 1, B>C 2013", "A^B 2003..2008")


def test_nodes_and_arcs_carry_valid_time(registry):
    graph = lineage_graph(registry)
    assert isinstance(graph, nx.MultiDiGraph)
    assert graph.nodes["A"]["start"] == date(2002, 1, 1)
    assert graph.nodes["A"]["end"] == date(2013, 1, 1)
    arc = graph.edges["A", "C", ("succession", "e1")]
    assert (arc["date"], arc["line"], arc["share"]) == (date(2013, 1, 1), "commissioner", 1.0)
    link = graph.edges["A", "B", ("relationship", "reports_to", date(2003, 1, 1))]
    assert (link["start"], link["end"]) == (date(2003, 1, 1), date(2008, 1, 1))


def test_an_unknown_share_is_none(registry):
    assert lineage_graph(registry).edges["B", "C", ("succession", "e1")]["share"] is None


def test_nothing_in_the_graph_can_be_changed(registry):
    graph = lineage_graph(registry)
    with pytest.raises(nx.NetworkXError):
        graph.add_node("D")
    with pytest.raises(TypeError):
        graph.nodes["A"]["name"] = "Other"
    with pytest.raises(TypeError):
        graph.edges["A", "C", ("succession", "e1")]["share"] = 0.5
    with pytest.raises(TypeError):
        next(iter(graph.in_edges("C", data=True)))[2]["share"] = 0.5


def test_the_graph_and_the_index_are_made_once(registry):
    assert lineage_graph(registry) is lineage_graph(registry)
    assert index(registry) is index(registry)


def test_two_arcs_between_two_bodies_are_both_kept():
    registry = world("A 2002.., B 2002..", "A>B 2005 0.1 transfer", "A>B 2007 0.2 transfer")
    assert lineage_graph(registry).number_of_edges("A", "B") == 2


@given(worlds(), DAYS)
def test_who_is_alive_agrees_with_a_scan(registry, day):
    scan = tuple(b.id for b in registry.organisations.values() if day in b.lifetime)
    assert index(registry).alive(day) == scan
    assert all(index(registry).is_alive(name, day) for name in scan)


@given(worlds(), DAYS, st.integers(0, 2000))
def test_the_change_logs_agree_with_a_scan(registry, after, length):
    until = after + timedelta(length)
    bodies = registry.organisations.values()
    found = index(registry)
    assert set(found.opened_between(after, until)) == {
        b.id for b in bodies if after < b.lifetime.start <= until
    }
    assert set(found.closed_between(after, until)) == {
        b.id for b in bodies if b.lifetime.end and after < b.lifetime.end <= until
    }
    assert set(found.arcs_between(after, until)) == {
        arc for arc in registry.successions if after < arc.date.first <= until
    }
    assert set(found.events_between(after, until)) == {
        event for event in registry.events.values() if after < event.date.first <= until
    }


@given(worlds(), DAYS)
def test_relations_in_force_agree_with_a_scan(registry, day):
    assert index(registry).in_force(day) == tuple(
        link for link in registry.relationships if day in link.period
    )


@given(worlds(), DAYS)
def test_the_next_change_is_the_first_later_day_on_which_something_happens(registry, day):
    found = index(registry)
    days = set()
    for body in registry.organisations.values():
        days |= {body.lifetime.start, body.lifetime.end} - {None}
    days |= {arc.date.first for arc in registry.successions}
    assert found.next_change(day) == min((d for d in days if d > day), default=None)
    assert found.previous_change(day) == max((d for d in days if d < day), default=None)
    assert list(sequence_of_days(registry, day, date(2009, 1, 1))) == sorted(
        d for d in days if day < d <= date(2009, 1, 1)
    )
