"""Which bodies belong to a kind through all their life."""

from __future__ import annotations

from collections.abc import Callable

from explorer.model import Organisation, Registry
from explorer.naming import check_kind
from explorer.period import Period


def kindred(registry: Registry, kind: str | None, *, exact: bool) -> Callable[[str], bool]:
    """Whether a body, by id, is of the kind, or counted as it on every day of its life.

    Not on some days only: a body that joins or leaves a kind while it lives would break the
    balance between two days. With no kind every body belongs. Raises UnknownName.
    """
    if kind is None:
        return lambda organisation_id: True
    check_kind(registry, kind)
    rules = () if exact else tuple(r for r in registry.counted_as if r.counted_as == kind)

    def belongs(organisation_id: str) -> bool:
        body = registry.organisations[organisation_id]
        return body.kind == kind or any(
            rule.kind == body.kind and _covers(rule.period, body) for rule in rules
        )

    return belongs


def _covers(period: Period, body: Organisation) -> bool:
    return period.clip(body.lifetime) == body.lifetime
