"""Tables of text become the frozen values of `model.py`. Assumes tables without problems."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import TypeVar

from explorer.model import ChangeEvent, Edition, Registry, Succession
from explorer.period import partial
from explorer.record import row_bodies, row_changes, row_evidence, row_policy
from explorer.record.first_facts import first_facts
from explorer.record.shares import measurements
from explorer.schema import Table

T = TypeVar("T")


def edition_of(descriptor: Mapping, digest: str) -> Edition:
    licences = [
        entry.get("title") or entry.get("name", "") for entry in descriptor.get("licenses", ())
    ]
    return Edition(
        name=descriptor["name"],
        title=descriptor["title"],
        version=descriptor["version"],
        digest=digest,
        as_known_on=partial(descriptor["asKnownOn"]).first,
        first_day=partial(descriptor["firstDay"]).first,
        last_day=partial(descriptor["lastDay"]).first,
        licence=licences[0] if licences else "",
        attribution=tuple(descriptor.get("attribution", ())),
    )


def registry_of(tables: Mapping[str, Table], edition: Edition) -> Registry:
    def read(name: str, row: Callable[..., T]) -> tuple[T, ...]:
        return tuple(map(row, tables[name].rows())) if name in tables else ()

    facts, kinds = first_facts(tables), _by_id(read("kinds", row_bodies.kind))
    organisations = _by_id(
        row_bodies.organisation(entry, facts.get(entry["id"]), kinds)
        for entry in tables["organisations"].rows()
    )
    shares = read("shares", row_changes.share)
    measured = measurements(shares)
    successions = tuple(
        sorted(
            read("successions", lambda entry: row_changes.succession(entry, measured)),
            key=_arc_order,
        )
    )
    lives = {name: body.lifetime for name, body in organisations.items()}
    relationships = tuple(
        link
        for link in read("relationships", lambda entry: row_changes.relationship(entry, lives))
        if not link.period.empty  # the two were never open on one day
    )
    subjects = defaultdict(list)
    for entry in tables["conflict_subjects"].rows() if "conflict_subjects" in tables else ():
        subjects[entry["conflict_id"]].append((entry["subject_type"], entry["subject_id"]))
    return Registry(
        edition=edition,
        organisations=organisations,
        kinds=kinds,
        sources=_by_id(read("sources", row_bodies.source)),
        events=_events(read("change_events", row_changes.change_event), successions),
        reforms=_by_id(read("reforms", row_changes.reform)),
        successions=successions,
        relationships=relationships,
        names=_grouped(read("names", row_bodies.naming), "organisation_id"),
        codes=_grouped(read("codes", row_bodies.code), "organisation_id"),
        parents=_grouped(relationships, "child_id"),
        children=_grouped(relationships, "parent_id"),
        into=_grouped(successions, "to_id"),
        out_of=_grouped(successions, "from_id"),
        shares=shares,
        counted_as=read("counted_as", row_bodies.counted_as),
        kind_successions=read("kind_successions", row_bodies.kind_succession),
        timeline=tuple(
            sorted(read("events", row_policy.policy_event), key=lambda e: (e.date.first, e.id))
        ),
        plans=read("planned", row_policy.plan),
        counts=read("counts", row_evidence.published_count),
        budgets=read("budgets", row_policy.budget),
        functions=_by_id(read("functions", row_policy.function)),
        holders=MappingProxyType(
            {(h.holder_type, h.id): h for h in read("holders", row_policy.holder)}
        ),
        responsibilities=read("responsibilities", row_policy.responsibility),
        transfers=read("transfers", row_changes.transfer),
        practice_flows=read("practice_flows", row_changes.practice_flow),
        claims=read("seed_claims", row_evidence.claim),
        quiz=read("quiz", row_evidence.quiz_question),
        conflicts=read(
            "conflicts", lambda entry: row_evidence.conflict(entry, subjects[entry["conflict_id"]])
        ),
        acronyms=read("acronyms", row_evidence.acronym),
        unsourced=read("unsourced", row_evidence.unsourced),
    )


def _by_id(values: Iterable[T]) -> Mapping[str, T]:
    return MappingProxyType({value.id: value for value in values})


def _grouped(values: Iterable[T], attribute: str) -> Mapping[str, tuple[T, ...]]:
    groups, key = defaultdict(list), attrgetter(attribute)
    for value in values:
        groups[key(value)].append(value)
    return MappingProxyType({name: tuple(group) for name, group in groups.items()})


def _arc_order(arc: Succession) -> tuple[date, str, str, str]:
    return arc.date.first, arc.event_id, arc.from_id, arc.to_id


def _events(
    events: Iterable[ChangeEvent], successions: Iterable[Succession]
) -> Mapping[str, ChangeEvent]:
    arcs = _grouped(successions, "event_id")
    full = (replace(event, successions=arcs.get(event.id, ())) for event in events)
    return _by_id(sorted(full, key=lambda event: (event.date.first, event.id)))
