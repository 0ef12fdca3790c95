"""What became of plans, taken together: the first sentence of their view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.labels import VERDICT, words
from explorer.look import counted, listed
from explorer.plans import VERDICTS, Milestone


def plans_sentence(found: Iterable[Milestone]) -> str:
    """How many plans for how many milestones, their verdicts, and the longest delay."""
    outcomes = [each for milestone in found for each in milestone.plans]
    if not outcomes:
        return "The record has no plan of this choice."
    by = Counter(each.verdict for each in outcomes)
    said = [f"{by[name]} {_verdict(name)}" for name in VERDICTS if by[name]]
    longest = max((each.slip_months or 0 for each in outcomes), default=0)
    delay = (
        f" The longest delay that can be counted is {counted(longest, 'month', 'months')}."
        if longest > 0
        else ""
    )
    things = counted(len({each.plan.milestone_id for each in outcomes}), "milestone", "milestones")
    return f"{counted(len(outcomes), 'plan', 'plans')} for {things}: {listed(said)}.{delay}"


def _verdict(name: str) -> str:
    return {
        "pending": "pending",
        "misprint": "misprinted",
        "unknown": "without a known outcome",
    }.get(name, words(VERDICT, name))
