"""Readers' words for the closed lists of teaching: verdicts, outcomes, questions, levels, eras."""

from __future__ import annotations

from types import MappingProxyType

VERDICT = MappingProxyType(  # our word on a claim
    {
        "holds_on_date": "Holds on that date",
        "held_earlier": "Held earlier",
        "planned_and_not_done": "Planned and not done so",
        "misprint": "Misprint",
        "sources_differ": "Sources differ",
        "cannot_be_checked": "Cannot be checked",
    }
)
VERDICT_SUMS = MappingProxyType(
    {
        "holds_on_date": "{:,} hold on the date they speak of",
        "held_earlier": "{:,} held earlier",
        "planned_and_not_done": "{:,} were planned and not done so",
        "misprint": "{:,} are misprints",
        "sources_differ": "on {:,} sources differ",
        "cannot_be_checked": "{:,} cannot be checked",
    }
)
RECORDED = MappingProxyType(  # the record's own word on a claim
    {
        "supported": "supported by a source",
        "contradicted": "contradicted by a source",
        "unverified": "not verified",
        "planned-then-changed": "planned, then changed",
    }
)
OUTCOME = MappingProxyType(  # what the record says to a sentence
    {
        "supported": "Supported",
        "not_supported": "Not supported",
        "sources_differ": "Sources differ",
        "cannot_be_checked": "Cannot be checked",
    }
)
LEVEL = MappingProxyType({1: "1: first steps", 2: "2: closer", 3: "3: expert"})
