"""What a verb answers, whatever the format it is printed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from explorer.errors import ExplorerError
from explorer.sheets.sheet import Sheet


class SeveralErrors(ExplorerError):
    """Everything that is wrong with one question, each on a line of its own."""


@dataclass(frozen=True)
class Answer:
    """A sheet for CSV, `document` for JSON (the rows of the sheet where it is None), and for the
    eye `before`, a table of the columns `shown` (all where empty, no table for None), and `after`.

    `status` is 2 where the answer itself is that something is wrong.
    """

    sheet: Sheet
    document: Callable[[], object] | None = None
    before: tuple[str, ...] = ()
    shown: tuple[str, ...] | None = ()
    after: tuple[str, ...] = ()
    status: int = 0
    complaint: str = ""


def together(*calls: Callable[[], object]) -> tuple:
    """The results of all calls. Raises one error with every complaint, so that none comes later."""
    results, complaints = [], []
    for call in calls:
        try:
            results.append(call())
        except ExplorerError as error:
            complaints.append(str(error))
    if complaints:
        raise SeveralErrors("\n".join(dict.fromkeys(complaints)))
    return tuple(results)
