"""The sheet of the commissioning cycle: every duty of every step with its holders."""

from __future__ import annotations

from explorer.sheets import duties
from explorer.sheets.columns import column
from explorer.sheets.sheet import Sheet, sheet
from explorer.teaching.cycle import Cycle


def cycle(found: Cycle) -> Sheet:
    """A row for each holder, and for each gap, of a duty on the day."""
    parts = [
        (stage, duties.holders(found.registry, each.function.id, each.span))
        for stage in found.stages
        for each in stage.duties
    ]
    columns = parts[0][1].columns if parts else ()
    rows = ((stage.title, *row) for stage, part in parts for row in part.rows)
    return sheet((column("step", "Step of the cycle", "text"), *columns), rows)
