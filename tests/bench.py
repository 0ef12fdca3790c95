"""`make bench`: how long each question takes on the real record. Measures, never judges.

Ratios travel from machine to machine, milliseconds do not: where a plain way to the same answer
exists, it is timed in the same run and the ratio is printed.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median
from time import perf_counter

import networkx as nx

from explorer.crosswalk import crosswalk
from explorer.diff import diff
from explorer.export import views
from explorer.export.picture import WRITERS, finished, written
from explorer.export.sizes import SIZES
from explorer.graph import lineage_graph
from explorer.lineage import lineage
from explorer.load import load
from explorer.search import search
from explorer.snapshot import snapshot

RUNS = 15
EVE, DAY = date(2013, 3, 31), date(2013, 4, 1)


def milliseconds(question: Callable[[], object], runs: int = RUNS) -> list[float]:
    """The time of each run after one that is not counted, in order of length."""
    question()
    times = []
    for _ in range(runs):
        gc.collect()
        start = perf_counter()
        question()
        times.append((perf_counter() - start) * 1000)
    return sorted(times)


def show(label: str, question: Callable[[], object], runs: int = RUNS) -> float:
    times = milliseconds(question, runs)
    middle = median(times)
    print(f"{label:58} {times[0]:9.2f} {middle:9.2f} {times[-1]:9.2f}")
    return middle


def core() -> None:
    print(f"{'the record, in milliseconds':58} {'least':>9} {'median':>9} {'most':>9}")
    show("load the whole package", load, 7)
    registry = load()
    graph = lineage_graph(registry)

    def plain_snapshot() -> nx.Graph:
        def alive(name: str) -> bool:
            node = graph.nodes[name]
            return (node["start"] or date.min) <= DAY < (node["end"] or date.max)

        return nx.subgraph_view(graph, filter_node=alive).copy()

    fast = show("snapshot, 2013-04-01", lambda: snapshot(registry, DAY))
    slow = show("  the same bodies by networkx subgraph_view", plain_snapshot, 5)
    print(f"{'  ratio':58} {slow / fast:29.1f}")
    show("diff, 2013-03-31 to 2013-04-01", lambda: diff(registry, EVE, DAY))
    show(
        "diff, 1974-04-01 to 2026-07-02", lambda: diff(registry, date(1974, 4, 1), date(2026, 7, 2))
    )
    show("lineage of QHM (North East and North Cumbria)", lambda: lineage(registry, "QHM"))
    show("lineage of 5PD (Northamptonshire)", lambda: lineage(registry, "5PD"))
    show(
        "  networkx ancestors and descendants of 5PD",
        lambda: (nx.ancestors(graph, "5PD"), nx.descendants(graph, "5PD")),
    )
    show(
        "crosswalk, trusts of 2012-04-01 to boards of 2026-04-01",
        lambda: crosswalk(
            registry,
            date(2012, 4, 1),
            date(2026, 4, 1),
            kind="primary_care_trust",
            to_kind="integrated_care_board",
        ),
    )
    show(
        "crosswalk, groups of 1999-04-01 to boards of 2026-04-01",
        lambda: crosswalk(
            registry,
            date(1999, 4, 1),
            date(2026, 4, 1),
            kind="primary_care_group",
            to_kind="integrated_care_board",
        ),
    )
    for text in ("Nene", "5PD", "Nothamptonshire"):
        show(f"search '{text}'", lambda text=text: search(registry, text))


def exports() -> None:
    """A finished scene in each format, after the scene itself: layout, words and sources."""
    print(f"\n{'exports, in milliseconds':58} {'least':>9} {'median':>9} {'most':>9}")
    registry = load()
    for label, view in (
        ("lineage of QHM", views.lineage(registry, "QHM")),
        ("structure of 2013-04-01", views.structure(registry, DAY)),
    ):
        show(f"{label}: the scene", partial(finished, view))
        scene, web = finished(view), SIZES["web"]
        for suffix in WRITERS:
            show(f"{label}: {suffix}", partial(written, view, scene, suffix, web))


if __name__ == "__main__":
    core()
    exports()
