"""The verb that validates a data package; it needs no sound record to run."""

from __future__ import annotations

from argparse import Namespace

from explorer.cli.answer import Answer
from explorer.load import problems, tables
from explorer.look import counted
from explorer.sheets import records


def check(asked: Namespace) -> Answer:
    """Every fault of the package, or how much was checked."""
    folder = asked.folder or asked.dataset
    found = problems(folder)
    faults = records.problems(found)
    if found:
        number = counted(len(found), "problem", "problems")
        return Answer(faults, status=2, complaint=f"{number} in the data package '{folder}'.")
    read = tables(folder)
    rows = counted(sum(map(len, read.values())), "row", "rows")
    names = counted(len(read), "table", "tables")
    return Answer(faults, before=(f"No problems found in {rows} of {names}.",))
