"""The default measurement of a share, by a stated rule.

Of the measurements of one body's split on one day and line, the default is the first basis in
`BASIS_ORDER` for which that split has measurements. Bases are never mixed within one split.
Small areas before postcodes before practices: compared on 90 trusts that match one council, the
postcodes of 2013 were 0.3 points off the count of small areas on average, practices 1.7.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from explorer.model import Share, Succession

BASIS_ORDER = ("population", "small_areas", "whole", "postcodes", "ccgs", "practices")

Split = tuple  # (from_id, day, line)


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
