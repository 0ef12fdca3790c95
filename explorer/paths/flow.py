"""Where the whole of each body goes over a window: one backward pass over the successions.

From the last day to the first, each body's spread (who holds how much of it at the end) is made
from the spreads of those it passed to. Nothing is ever enumerated path by path.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from explorer.graph import index
from explorer.model import Registry, Share, Succession
from explorer.paths.breaks import COMMISSIONER, in_part
from explorer.period import ONE_DAY
from explorer.record.shares import measured

NOTHING = 1e-9  # a fraction this small is rounding


@dataclass(frozen=True, slots=True)
class Held:
    """What one body holds of another at the end of a window.

    `weight` is a fraction, None where a share on a way there is unknown; `bases` are those of the
    measurements in order of the way; `hops` are the changes on the longest way.
    """

    weight: float | None = 1.0
    bases: tuple[str, ...] = ()
    hops: int = 0


Spread = Mapping[str, Held]  # by holder
Split = list[tuple[Succession, Share | None]]


def arcs_of_window(registry: Registry, start: date, end: date) -> tuple[Succession, ...]:
    """The arcs of the window in order of date.

    A body whose end is known only to the year or month counts to the last day of it, so an arc that
    ended such a body counts as later than any day on which the body is still counted.
    """
    dated = index(registry)
    year = date(start.year, 1, 1) - ONE_DAY
    late = (
        arc
        for arc in dated.arcs_between(year, start)
        if start <= arc.date.last and not arc.date.exact and not in_part(arc)
        if start in registry.organisations[arc.from_id].lifetime
    )
    return (*late, *dated.arcs_between(start, end))


def met(arcs: Iterable[Succession], line: str, originals: Iterable[str]) -> Iterator[Succession]:
    """The arcs of two lines that anything of the originals could pass along."""
    reached = set(originals)
    for arc in arcs:
        if arc.from_id in reached and arc.line in (COMMISSIONER, line):
            reached.add(arc.to_id)
            yield arc


def spreads(
    arcs: Iterable[Succession], line: str, targets: Collection[str], basis: str | None = None
) -> dict[str, Spread]:
    """The spread of every body that passed anything on; whoever is no key holds all of itself.

    `arcs` are those of the window in both lines, in order of date. A body goes on along line
    `commissioner` until `line` leads to one of `targets`, and then stays on that line. A body that
    ends passes on its shares and no more, even if they add to less than 1; one that lives on keeps
    the rest.
    """
    before: dict[str, Spread] = {}  # on line `commissioner`, the last line not yet taken
    after: dict[str, Spread] = {}  # on the last line
    for _, of_day in groupby(reversed(tuple(arcs)), key=_day):
        # what arrives on a day cannot leave on that day: read all, then write all
        new_before, new_after = {}, {}
        for (body, on_line), own in _by_body(of_day).items():
            split = _measured(own[::-1], basis)  # in the order of the record again
            if on_line != line:
                new_before.setdefault(body, _spread(body, split, before, before))
                continue
            new_after[body] = _spread(body, split, after, after)
            if line != COMMISSIONER:
                turning = _spread(body, split, after, before)
                if not targets.isdisjoint(turning):
                    new_before[body] = turning
        before |= new_before
        after |= new_after
    return after if line == COMMISSIONER else before


def _day(arc: Succession) -> date:
    return arc.date.first


def _by_body(arcs: Iterable[Succession]) -> dict[tuple[str, str], list[Succession]]:
    """The arcs of one day, together where one body is split along one line."""
    splits: dict[tuple[str, str], list[Succession]] = {}
    for arc in arcs:
        splits.setdefault((arc.from_id, arc.line), []).append(arc)
    return splits


def _measured(arcs: list[Succession], basis: str | None) -> Split:
    """One split with its shares, all on `basis` if every arc was so measured, else the default."""
    if basis is not None:
        chosen = [measured(arc, basis) for arc in arcs]
        if all(chosen):
            return list(zip(arcs, chosen, strict=True))
    return [(arc, arc.default) for arc in arcs]


def _spread(
    body: str, split: Split, gone: Mapping[str, Spread], kept: Mapping[str, Spread]
) -> Spread:
    """The spread of `body` from those of its successors (`gone`) and of what stays (`kept`)."""
    total: dict[str, Held] = {}
    for arc, share in split:
        fraction, basis = (share.share, (share.basis,)) if share else (None, ())
        _add(total, gone, arc.to_id, fraction, basis, 1)
    if all(in_part(arc) for arc, _ in split):
        shares = [share for _, share in split]
        rest = 1 - sum(share.share for share in shares) if all(shares) else None
        if rest is None or rest > NOTHING:
            basis = tuple(dict.fromkeys(share.basis for share in shares if share))
            _add(total, kept, body, rest, basis, 0)
    return total


def _add(
    total: dict[str, Held],
    spread_of: Mapping[str, Spread],
    body: str,
    fraction: float | None,
    basis: tuple[str, ...],
    hops: int,
) -> None:
    for holder, held in (spread_of.get(body) or {body: Held()}).items():
        weight = None if fraction is None or held.weight is None else fraction * held.weight
        bases, length = (*basis, *held.bases), hops + held.hops
        if other := total.get(holder):
            weight = None if weight is None or other.weight is None else other.weight + weight
            bases, length = (*other.bases, *bases), max(other.hops, length)
        total[holder] = Held(weight, tuple(dict.fromkeys(bases)), length)
