"""Kinds as readers count them: a care trust among the primary care trusts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.look import FAMILY, counted, listed, lower_first
from explorer.model import Kind, Registry


def kind_groups(registry: Registry, kinds: Iterable[str]) -> dict[str, str]:
    """The kind under which bodies of each of these kinds are counted in a drawing: another one that
    is there too, counts them in, and has the same colour; else their own."""
    kinds = set(kinds)
    found = {kind: kind for kind in kinds}
    for rule in registry.counted_as:
        alike = FAMILY.get(rule.kind) == FAMILY.get(rule.counted_as)
        if alike and {rule.kind, rule.counted_as} <= kinds:
            found[rule.kind] = rule.counted_as
    return found


def kind_count(kind: Kind, count: int) -> str:
    """`1 integrated care board`, `42 integrated care boards`."""
    one, many = lower_first(kind.label), lower_first(kind.plural)
    return counted(count, one, many)


def kind_counts(registry: Registry, ids: Iterable[str]) -> str:
    """`238 primary care groups, 164 primary care trusts and 95 health authorities`."""
    kinds = [registry.organisations[name].kind for name in ids]
    group_of = kind_groups(registry, kinds)
    counts = Counter(group_of[kind] for kind in kinds).most_common()
    return listed(kind_count(registry.kinds[kind], count) for kind, count in counts)


def noun(registry: Registry, kinds: Iterable[str], count: int) -> str:
    """The last word of a kind's name: `group`, `trusts`, `authorities`; `bodies` for several."""
    names = {kind_groups(registry, set(kinds) | {kind})[kind] for kind in kinds}
    if len(names) != 1:
        return "body" if count == 1 else "bodies"
    kind = registry.kinds[next(iter(names))]
    label = kind.label if count == 1 else kind.plural
    words = label.split(" (")[0].split()
    return words[-1].lower() if words[-1][1:].islower() else words[-1]
