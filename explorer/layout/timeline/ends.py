"""Where a bar begins and ends in px, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.layout.timeline.stage import Stage
from explorer.period import after_last_day
from explorer.timeline import Bar


@dataclass(frozen=True, slots=True)
class Ends:
    """`left` and `right` in px, of which `left_fade` and `right_fade` are not certain. `open_left`
    and `open_right` say that the end is not known at all."""

    left: float
    right: float
    left_fade: float
    right_fade: float
    open_left: bool
    open_right: bool

    @property
    def certain(self) -> tuple[float, float]:
        return self.left + self.left_fade, self.right - self.right_fade


def ends(stage: Stage, bar: Bar) -> Ends:
    """Ends at the first moment of the first day and the last moment of the last one, kept on the
    axis. What is in force ends where the record does."""
    body, axis = bar.body, stage.axis
    life = body.lifetime
    left, right = stage.left(life.start), stage.right(life.end)
    left_fade = right_fade = 0.0
    if body.opened and not body.opened.exact:
        left_fade = max(0.0, min(axis.x(after_last_day(body.opened.last)), right) - left)
    if body.closed_by:
        right_fade = right - left - left_fade
    elif body.closed and not body.closed.exact:
        right_fade = max(0.0, right - max(axis.x(body.closed.first), left))
    elif body.end_unknown and body.last_seen and not body.last_seen.exact:
        right_fade = max(0.0, right - max(axis.x(body.last_seen.first), left))
    return Ends(
        left=left,
        right=right,
        left_fade=left_fade,
        right_fade=min(right_fade, right - left - left_fade),
        open_left=body.opened is None and life.start is not None and life.start >= axis.first,
        open_right=body.end_unknown and life.end is not None and life.end <= axis.last,
    )
