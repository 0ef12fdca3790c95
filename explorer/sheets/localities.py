"""The sheet of a place: every body listed for it with the reason, and every gap."""

from __future__ import annotations

from explorer.labels import PLACE_WHY
from explorer.narrative.localities import reason
from explorer.period import last_day_before
from explorer.places import Place, PlaceHit
from explorer.sheets.columns import (
    column,
    organisation_columns,
    organisation_values,
    rounded,
    text,
    words_column,
)
from explorer.sheets.sheet import Sheet, Value, sheet


def place(found: Place) -> Sheet:
    """Commissioners and gaps in order of time, then councils and their boards."""
    registry = found.registry
    columns = (
        *organisation_columns(registry),
        words_column("why", "Listed for", PLACE_WHY),
        column("reason", "Reason", "text"),
        column("via_id", "By way of (id)"),
        column("share", "Share", "number"),
        column("km", "Kilometres", "number"),
        column("council", "Council or its board", "flag"),
    )
    commissioners = [(_first(found, hit), _row(found, hit, council=False)) for hit in found.hits]
    gaps = [
        (gap.start, (None, None, None, text(gap.start), text(last_day_before(gap.end)), None, None,
                     "gap", "no body is listed", None, None, None, None))
        for gap in found.gaps
    ]  # fmt: skip
    rows = [row for _, row in sorted((*commissioners, *gaps), key=lambda pair: pair[0])]
    councils = [_row(found, hit, council=True) for hit in found.councils]
    return sheet(columns, (*rows, *councils))


def _first(found: Place, hit: PlaceHit):
    return found.registry.organisations[hit.organisation_id].lifetime.start


def _row(found: Place, hit: PlaceHit, *, council: bool) -> tuple[Value, ...]:
    body = found.registry.organisations[hit.organisation_id]
    return (
        *organisation_values(found.registry, body),
        hit.why,
        reason(found, hit),
        hit.via or None,
        rounded(hit.arc.share) if hit.arc else None,
        round(hit.km, 1) if hit.km is not None else None,
        council,
    )
