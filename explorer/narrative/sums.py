"""What was published of money: the first sentence of its view."""

from __future__ import annotations

from collections.abc import Iterable

from explorer.look import counted
from explorer.money import Account


def money_sentence(found: Iterable[Account]) -> str:
    """How many figures about how many subjects, in how many series that may be compared."""
    found = tuple(found)
    figures = [figure for account in found for figure in account.figures]
    if not figures:
        return "The record has no published figure of this choice."
    series = sum(len(account.series) for account in found)
    subject = found[0].label if len(found) == 1 else counted(len(found), "subject", "subjects")
    many = counted(series, "series", "series")
    return (
        f"{counted(len(figures), 'published figure', 'published figures')} about {subject}, in "
        f"{many}: only figures of one series may be compared. Nothing is added up, because "
        "descriptions overlap and price bases differ."
    )
