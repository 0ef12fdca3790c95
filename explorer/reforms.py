"""What a reform did: the bodies it created and closed, those it moved, the duties it passed on.

The rules that tie bodies to a reform are in `reform_bodies`, those that tie an Act, White Paper or
other entry of the policy timeline to reforms in `reform_ties`.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.errors import UnknownName
from explorer.model import Organisation, PolicyEvent, Reform, Registry, Transfer
from explorer.policy.reform_bodies import bodies_of, days
from explorer.policy.reform_ties import reforms_of

KindCounts = tuple[tuple[str, int], ...]


@dataclass(frozen=True, eq=False)
class Effects:
    """What the reforms named did. Ids are in order of kind and id.

    `moved` are bodies that lived on: they gave or took a part, or answered to another body
    afterwards. `uncertain` are those created or closed whose day is not known.
    """

    registry: Registry
    policy: PolicyEvent | None
    reforms: tuple[Reform, ...]
    created: tuple[str, ...]
    closed: tuple[str, ...]
    moved: tuple[str, ...]
    uncertain: tuple[str, ...]
    transfers: tuple[Transfer, ...]

    @property
    def created_by_kind(self) -> KindCounts:
        return by_kind(self.registry, self.created)

    @property
    def closed_by_kind(self) -> KindCounts:
        return by_kind(self.registry, self.closed)

    @property
    def moved_by_kind(self) -> KindCounts:
        return by_kind(self.registry, self.moved)

    @property
    def size(self) -> int:
        """Bodies created and closed."""
        return len(self.created) + len(self.closed)


def by_kind(registry: Registry, ids: Iterable[str]) -> KindCounts:
    """How many bodies of each kind, the most first."""
    found = Counter(registry.organisations[name].kind for name in ids)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def reform_effects(registry: Registry, asked: str) -> Effects:
    """Effects of a reform, or of all reforms tied to an entry of the policy timeline, by its id."""
    if asked in registry.reforms:
        return _effects(registry, None, (registry.reforms[asked],))
    policy = next((event for event in registry.timeline if event.id == asked), None)
    if policy is None:
        known = (*registry.reforms, *(event.id for event in registry.timeline))
        raise UnknownName(
            "reform or policy event", asked, difflib.get_close_matches(asked, known, n=5)
        )
    return _effects(registry, policy, reforms_of(registry, policy))


def _effects(
    registry: Registry, policy: PolicyEvent | None, reforms: tuple[Reform, ...]
) -> Effects:
    parts = [bodies_of(registry, reform) for reform in reforms]
    created, closed, moved = (
        tuple(sorted(set().union(*(part[i] for part in parts)), key=_order(registry)))
        for i in range(3)
    )
    return Effects(
        registry=registry,
        policy=policy,
        reforms=reforms,
        created=created,
        closed=closed,
        moved=tuple(name for name in moved if name not in {*created, *closed}),
        uncertain=tuple(
            [n for n in created if not registry.organisations[n].opened.exact]
            + [n for n in closed if not _exact_end(registry.organisations[n])]
        ),
        transfers=tuple(
            transfer
            for transfer in registry.transfers
            if any(transfer.date.first in days(registry, reform) for reform in reforms)
        ),
    )


def _order(registry: Registry):
    return lambda name: (registry.organisations[name].kind, name)


def _exact_end(body: Organisation) -> bool:
    return body.closed is not None and body.closed.exact and not body.closed_by
