"""Extracts of the record and of hostile worlds, for the tests of exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from explorer.crosswalk import crosswalk
from explorer.diff import diff
from explorer.export import extract
from explorer.export.extract import Extract
from explorer.lineage import lineage
from explorer.model import Registry
from explorer.snapshot import snapshot
from explorer.timeline import timeline
from tests.worlds import world

MARCH, APRIL = date(2013, 3, 31), date(2013, 4, 1)
HOSTILE = {
    "a script": "<script>alert('1')</script>",
    "quotes": "\"double\" and 'single' \\ back",
    "an entity": "Bread & Butter &lt; ]]>",
    "a formula": "=1+1",
    "a command": "@SUM(A1)",
    "marks that turn text round": "\u202eevil\u202c \u200f",
    "a line end": "one\r\ntwo\ttabbed\u2028three",
    "what XML forbids": "bell \x07 nul \x00 end \ufffe",
    "300 letters": "long " * 60,
    "Turtle": 'a"""b\\"^^<x> @en . # c',
}


def extracts(registry: Registry) -> dict[str, Extract]:
    """One of every sort, by name."""
    walk = crosswalk(registry, date(2012, 4, 1), date(2026, 4, 1), kind="primary_care_trust",
                     to_kind="integrated_care_board")  # fmt: skip
    return {
        "lineage": extract.of_lineage(lineage(registry, "5PD")),
        "changes": extract.of_diff(diff(registry, MARCH, APRIL)),
        "structure": extract.of_snapshot(snapshot(registry, APRIL)),
        "crosswalk": extract.of_crosswalk(walk),
        "timeline": extract.of_timeline(timeline(registry), 1948, 2027),
        "body": extract.of_body(registry, "5PD"),
        "record": extract.of_record(registry),
    }


def hostile_world(name: str) -> Registry:
    """Two bodies with this name, one after the other, under a third; source and event bear it."""
    made = world("A 2000..~2010, B 2011.., C 2000..", "A>B 2011 0.5, A^C 2000..2010, A#4A1 2000..")
    return replace(
        made,
        organisations={key: replace(body, name=name) for key, body in made.organisations.items()},
        names={
            key: tuple(replace(naming, name=name) for naming in held)
            for key, held in made.names.items()
        },
        events={key: replace(event, title=name) for key, event in made.events.items()},
        sources={key: replace(source, title=name) for key, source in made.sources.items()},
    )


def hostile_extracts(name: str) -> tuple[Extract, ...]:
    registry = hostile_world(name)
    return (
        extract.of_lineage(lineage(registry, "A")),
        extract.of_diff(diff(registry, date(2009, 1, 1), date(2011, 1, 1))),
        extract.of_snapshot(snapshot(registry, date(2005, 1, 1))),
    )
