"""The default measurement of a share, by a stated rule.

Of the measurements of one body's split on one day and line, the default is the first basis in
`BASIS_ORDER` for which that split has measurements. Bases are never mixed within one split.
Small areas before postcodes before practices: compared on 90 trusts that match one council, the
postcodes of 2013 were 0.3 points off the count of small areas on average, practices 1.7.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from explorer.model import Share, Succession

BASIS_ORDER = ("population", "small_areas", "whole", "postcodes", "ccgs", "practices")

Split = tuple  # (from_id, day, line)
ArcKey = tuple[str, str, date, str]  # (from_id, to_id, day, line)


@dataclass(frozen=True, slots=True)
class Measured:
    """Every measurement of one arc, and the default one: None where that basis misses the arc."""

    all: tuple[Share, ...] = ()
    default: Share | None = None


NONE_MEASURED = Measured()
Measurements = Mapping[ArcKey, Measured]


def measurements(shares: Iterable[Share]) -> Measurements:
    """The measurements of each arc, with the default chosen by the rule above."""
    shares = tuple(shares)
    best = bases(shares)
    held = defaultdict(list)
    for share in shares:
        held[share.from_id, share.to_id, share.date, share.line].append(share)
    return {key: Measured(tuple(group), _default(group, best)) for key, group in held.items()}


def _default(group: list[Share], best: Mapping[Split, tuple[str, ...]]) -> Share | None:
    basis = best[group[0].from_id, group[0].date, group[0].line][0]
    return next((share for share in group if share.basis == basis), None)


def split_of(arc: Succession) -> Split:
    return arc.from_id, arc.date.first, arc.line


def bases(measurements: Iterable[Share]) -> dict[Split, tuple[str, ...]]:
    """For each split the bases that it was measured on, best first."""
    found = defaultdict(set)
    for share in measurements:
        found[share.from_id, share.date, share.line].add(share.basis)
    return {split: tuple(b for b in BASIS_ORDER if b in held) for split, held in found.items()}


def measured(arc: Succession, basis: str | None) -> Share | None:
    """The measurement of `arc` on `basis`, or None."""
    return next((share for share in arc.measurements if share.basis == basis), None)
