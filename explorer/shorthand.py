"""Acronyms in the texts of the record: which there are, and where they are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from explorer.model import Registry

_ACRONYM = re.compile(r"\b[A-Z][A-Za-z&]*[A-Z][a-z]{0,2}\b")


def acronyms_in(text: str) -> tuple[str, ...]:
    """Every word of two capital letters or more, in the singular: `PCT` for "PCTs"; `LINk` too."""
    return tuple(word.removesuffix("s") for word in _ACRONYM.findall(text))


def texts(registry: Registry) -> Iterator[str]:
    """The texts of the record that pages show: names, labels, titles, descriptions and notes."""
    for kind in registry.kinds.values():
        yield from (kind.label, kind.description, kind.legal_basis)
    for function in registry.functions.values():
        yield from (function.name, function.description)
    for holder in registry.holders.values():
        yield holder.label
    for namings in registry.names.values():
        yield from (naming.name for naming in namings)
    for event in registry.timeline:
        yield from (event.title, event.description)
    for reform in registry.reforms.values():
        yield from (reform.title, reform.description, reform.instrument)
    for plan in registry.plans:
        yield from (plan.what, plan.note)
    for row in registry.responsibilities:
        yield row.note
    for transfer in registry.transfers:
        yield from (transfer.instrument, transfer.note)
    for budget in registry.budgets:
        yield from (budget.what, budget.price_basis)
    for count in registry.counts:
        yield from (count.gap_note, count.note)
    for conflict in registry.conflicts:
        yield from (conflict.kept, conflict.other, conflict.why)
    for question in registry.quiz:
        yield from (question.question, question.correct, *question.wrong, question.explanation)
    for claim in registry.claims:
        yield from (claim.claim, claim.note)
    yield from _notes(registry)


def _notes(registry: Registry) -> Iterator[str]:
    groups: tuple[Iterable, ...] = (
        registry.organisations.values(),
        registry.successions,
        registry.relationships,
        registry.shares,
        registry.kind_successions,
        registry.counted_as,
        *registry.names.values(),
        *registry.codes.values(),
    )
    for group in groups:
        yield from (row.note for row in group)


@lru_cache(maxsize=4)
def used(registry: Registry) -> frozenset[str]:
    """Every acronym that occurs in these texts."""
    return frozenset(word for text in dict.fromkeys(texts(registry)) for word in acronyms_in(text))
