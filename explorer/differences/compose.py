"""Algebra of differences: seen from the other end, joined into one, compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from explorer.differences.difference import Diff
from explorer.differences.facets import Turn
from explorer.graph import index


def mirrored(forward: Diff) -> Diff:
    """The same difference seen from its other end."""
    return replace(
        forward,
        start=forward.end,
        end=forward.start,
        opened=forward.closed,
        closed=forward.opened,
        first_seen=forward.last_seen,
        last_seen=forward.first_seen,
        turns=tuple(turn.reversed for turn in forward.turns),
        transferred=forward.transferred[::-1],
        events=forward.events[::-1],
        unsure_at_start=forward.unsure_at_end,
        unsure_at_end=forward.unsure_at_start,
    )


def joined(first: Diff, second: Diff) -> Diff:
    """Two forward differences as one, the second carrying on where the first ends."""
    bodies = first.registry.organisations
    came, went = set(first.opened), set(second.closed)
    brief = {*first.lived_between, *second.lived_between, *(came & went)}
    opened = (*(name for name in first.opened if name not in went), *second.opened)
    closed = (*first.closed, *(name for name in second.closed if name not in came))
    row = index(first.registry).row
    return replace(
        first,
        end=second.end,
        opened=opened,
        closed=closed,
        first_seen=tuple(n for n in opened if n in {*first.first_seen, *second.first_seen}),
        last_seen=tuple(n for n in closed if n in {*first.last_seen, *second.last_seen}),
        lived_between=tuple(
            sorted(brief, key=lambda name: (bodies[name].lifetime.start, row[name]))
        ),
        turns=tuple(_chained(first, second)),
        transferred=(*first.transferred, *second.transferred),
        events=(*first.events, *second.events),
        unsure_at_end=second.unsure_at_end,
    )


def _chained(first: Diff, second: Diff) -> Iterator[Turn]:
    """Turns of bodies alive from beginning to end, with the middle left out."""
    passing = {*first.opened, *second.closed}
    before = {turn.facet: turn for turn in first.turns}
    after = {turn.facet: turn for turn in second.turns}
    for facet in sorted({*before, *after}):
        start = before.get(facet, after.get(facet)).before
        end = after.get(facet, before.get(facet)).after
        if start != end and facet.organisation_id not in passing:
            yield Turn(facet, start, end)


def same(one: Diff, other: Diff) -> bool:
    """Whether two differences agree in every field."""
    return all(getattr(one, field.name) == getattr(other, field.name) for field in fields(Diff))
