"""Who stands above and below bodies, by the relations of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from explorer.model import Relationship


def reach(relations: Iterable[Relationship], *ids: str, upward: bool) -> tuple[str, ...]:
    """Every body above (or below) any of these, nearest first, without these themselves."""
    steps = defaultdict(list)
    for link in relations:
        here, there = link.child_id, link.parent_id
        steps[here if upward else there].append(there if upward else here)
    found = dict.fromkeys(ids)
    frontier = list(found)
    while frontier:
        reached = dict.fromkeys(there for here in frontier for there in steps[here])
        frontier = [body for body in reached if body not in found]
        found.update(dict.fromkeys(frontier))
    return tuple(found)[len(dict.fromkeys(ids)) :]
