"""What a data export holds: the tables of a view, and the part of the record that it shows.

Rows and graphs are made from the same result that is drawn, so that they hold the same facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from explorer.citing import cited
from explorer.crosswalk import Crosswalk
from explorer.diff import Diff
from explorer.export.picture import View
from explorer.lifestrip import life_strip
from explorer.lineage import Lineage
from explorer.look import day_words
from explorer.model import Registry, Relationship, Succession
from explorer.naming import display_name
from explorer.narrative.phrases import plural_words
from explorer.narrative.story import what_happened
from explorer.sheets import bodies, changes, records, stories, timeline
from explorer.sheets.lifestrip import life
from explorer.sheets.sheet import Sheet
from explorer.snapshot import Snapshot
from explorer.timeline import Timeline


@dataclass(frozen=True, eq=False)
class Extract:
    """A named part of the record. `name` goes into file names, `title` into citations.

    The first of `sheets` is the one that CSV and Parquet hold. `organisations` are the nodes of a
    graph and `successions` and `relationships` its arcs; without nodes there is no graph.
    `address` is where the view can be seen again.
    """

    registry: Registry
    name: str
    title: str
    sheets: Mapping[str, Sheet]
    organisations: tuple[str, ...] = ()
    successions: tuple[Succession, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    address: str = ""

    @property
    def main(self) -> tuple[str, Sheet]:
        """The first table and its name."""
        return next(iter(self.sheets.items()))


def of_lineage(found: Lineage, *, address: str = "") -> Extract:
    """The successions of a lineage and everyone in it."""
    name = display_name(found.registry, found.focus).text
    return Extract(
        found.registry,
        f"lineage-{found.focus}",
        f"Lineage of {name}",
        _sheets(
            changes=bodies.successions(found),
            bodies=bodies.relatives(found),
            life=life(life_strip(found.registry, found.focus)),
        ),
        organisations=_named(found.ids(), found.successions),
        successions=found.successions,
        address=address,
    )


def of_diff(found: Diff, *, address: str = "") -> Extract:
    """Every change between two days, the bodies changed and the successions."""
    arcs = found.successions
    table = changes.changes(found)
    ids = [row[table.keys.index("id")] for row in table.rows]
    return Extract(
        found.registry,
        f"changes-{found.start}-{found.end}",
        f"Changes from {day_words(found.start)} to {day_words(found.end)}",
        _sheets(changes=table, successions=changes.arcs(found), balance=changes.balance(found)),
        organisations=_named(ids, arcs),
        successions=arcs,
        address=address,
    )


def of_snapshot(shown: Snapshot, *, address: str = "") -> Extract:
    """The bodies of a day and to whom each answered."""
    return Extract(
        shown.registry,
        f"structure-{shown.day}",
        f"Structure on {day_words(shown.day)}",
        _sheets(bodies=bodies.bodies(shown), numbers=bodies.counts(shown)),
        organisations=tuple(body.organisation.id for body in shown.bodies),
        relationships=shown.relations,
        address=address,
    )


def of_crosswalk(found: Crosswalk, *, address: str = "") -> Extract:
    """The rows of a crosswalk; it holds shares of bodies, not changes, and makes no graph."""
    before, after = (plural_words(found.registry, kind) for kind in (found.kind, found.to_kind))
    return Extract(
        found.registry,
        f"crosswalk-{found.kind}-{found.start}-{found.to_kind}-{found.end}",
        f"Crosswalk from {before} on {day_words(found.start)} to {after} on {day_words(found.end)}",
        _sheets(crosswalk=records.crosswalk(found)),
        address=address,
    )


def of_body(registry: Registry, organisation_id: str, *, address: str = "") -> Extract:
    """One body: what happened to it in sentences, its sources, and its own changes."""
    told = what_happened(registry, organisation_id)
    found = cited(registry, registry.organisations[organisation_id])
    arcs = (*registry.into.get(organisation_id, ()), *registry.out_of.get(organisation_id, ()))
    return Extract(
        registry,
        f"record-{organisation_id}",
        told.title,
        _sheets(story=stories.sentences(told), sources=records.sources(found)),
        organisations=_named((organisation_id,), arcs),
        successions=arcs,
        address=address,
    )


def of_timeline(found: Timeline, first_year: int, last_year: int, *, address: str = "") -> Extract:
    """The numbers of bodies and the events of some years; they make no graph."""
    shown = timeline.shown_years(first_year, last_year)
    return Extract(
        found.registry,
        f"timeline-{first_year}-{last_year}",
        f"Timeline {first_year} to {last_year}",
        _sheets(numbers=timeline.numbers(found, shown), events=timeline.events(found, shown)),
        address=address,
    )


def of_view(view: View, name: str, *, address: str = "") -> Extract:
    """The tables of any drawing, under its headline; they make no graph."""
    return Extract(view.registry, name, view.headline, view.sheets, address=address)


def of_record(registry: Registry, *, address: str = "") -> Extract:
    """The whole record as a graph; its tables are those of its own package."""
    return Extract(
        registry,
        registry.edition.name,
        registry.edition.title,
        MappingProxyType({}),
        organisations=tuple(registry.organisations),
        successions=registry.successions,
        relationships=tuple(link for link in registry.relationships if not link.period.empty),
        address=address,
    )


def _sheets(**sheets: Sheet) -> Mapping[str, Sheet]:
    return MappingProxyType(sheets)


def _named(ids: Iterable[str], arcs: Iterable[Succession]) -> tuple[str, ...]:
    """Each body once, and both ends of every arc."""
    ends = (name for arc in arcs for name in (arc.from_id, arc.to_id))
    return tuple(dict.fromkeys((*ids, *ends)))
