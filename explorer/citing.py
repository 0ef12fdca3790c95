"""On which sources the facts about a body rest, and where sources differ about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from explorer.model import Conflict, Organisation, Registry, Source


@dataclass(frozen=True, slots=True)
class Cited:
    """A source and the facts about one body that it supports, in words; a fact may recur."""

    source: Source
    facts: tuple[str, ...]


def cited(registry: Registry, body: Organisation) -> tuple[Cited, ...]:
    """Every source of a fact about the body, in order of first use."""
    facts: dict[str, list[str]] = {}
    for source, fact in _facts(registry, body):
        facts.setdefault(source, []).append(fact)
    return tuple(
        Cited(registry.sources[source], tuple(said))
        for source, said in facts.items()
        if source in registry.sources
    )


def conflicts_about(registry: Registry, body: Organisation) -> tuple[Conflict, ...]:
    """The disagreements between sources that concern the body."""
    return conflicts_on(registry, [("organisation", body.id)])


def conflicts_on(
    registry: Registry, subjects: Iterable[tuple[str, str]], tables: Collection[str] = ()
) -> tuple[Conflict, ...]:
    """The disagreements that concern any of these (subject_type, subject_id), in the order of the
    record; with `tables` only those about facts of these tables."""
    wanted = set(subjects)
    return tuple(
        each
        for each in registry.conflicts
        if wanted.intersection(each.subjects) and (not tables or each.table in tables)
    )


def _facts(registry: Registry, body: Organisation) -> Iterator[tuple[str, str]]:
    yield body.source_id, "the body and its days"
    for naming in registry.names.get(body.id, ()):
        yield naming.source_id, "name"
    for code in registry.codes.get(body.id, ()):
        yield code.source_id, "code"
    for arc in registry.into.get(body.id, ()):
        yield arc.source_id, "succession from another body"
        for share in arc.measurements:
            yield share.source_id, "share"
    for arc in registry.out_of.get(body.id, ()):
        yield arc.source_id, "succession to another body"
        for share in arc.measurements:
            yield share.source_id, "share"
    for link in registry.parents.get(body.id, ()):
        yield link.source_id, "relation to a body above"
    for row in registry.responsibilities:
        if (row.holder_type, row.holder_id) == ("organisation", body.id):
            yield row.source_id, "responsibility"
    for plan in registry.plans:
        if (plan.subject_type, plan.subject_id) == ("organisation", body.id):
            yield plan.planned_in, "plan"
            if plan.actual_source_id:
                yield plan.actual_source_id, "outcome of a plan"
    for each in conflicts_about(registry, body):
        yield each.kept_source, "reading kept where sources differ"
        yield each.other_source, "other reading where sources differ"
