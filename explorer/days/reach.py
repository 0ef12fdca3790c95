"""Who stands above and below a body, by the relations of one day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from explorer.model import Relationship


def reach(
    relations: Iterable[Relationship], organisation_id: str, *, upward: bool
) -> tuple[str, ...]:
    """Every body above (or below) this one, nearest first, without the body itself."""
    steps = defaultdict(list)
    for link in relations:
        here, there = link.child_id, link.parent_id
        steps[here if upward else there].append(there if upward else here)
    found = {organisation_id: None}
    frontier = [organisation_id]
    while frontier:
        reached = dict.fromkeys(there for here in frontier for there in steps[here])
        frontier = [body for body in reached if body not in found]
        found.update(dict.fromkeys(frontier))
    return tuple(found)[1:]
