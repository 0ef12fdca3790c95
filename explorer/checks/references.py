"""Rules about references whose table depends on another column (subject_type, subject_id)."""

from __future__ import annotations

from collections.abc import Iterator

from explorer.checks.view import View
from explorer.errors import Problem

TARGETS = {  # the word in the type column: (table, key column)
    "organisation": ("organisations", "id"),
    "kind": ("kinds", "kind"),
    "function": ("functions", "function_id"),
    "reform": ("reforms", "reform_id"),
    "plan_milestone": ("planned", "milestone_id"),
}
EVENT_TABLES = (("events", "event_id"), ("reforms", "reform_id"), ("change_events", "event_id"))
SUBJECTS = ("planned", "budgets", "seed_claims", "conflict_subjects", "acronyms")
HOLDERS = {
    "responsibilities": (("holder_type", "holder_id"),),
    "transfers": (("from_type", "from_id"), ("to_type", "to_id")),
}


def subjects(view: View) -> Iterator[Problem]:
    """A subject exists in the table that its type names; a theme is free text."""
    known = {word: _values(view, table, column) for word, (table, column) in TARGETS.items()}
    known["event"] = set().union(*(_values(view, *place) for place in EVENT_TABLES))
    for name in SUBJECTS:
        if (table := view[name]) is None:
            continue
        for row, (word, key) in enumerate(table.keys(("subject_type", "subject_id"))):
            if word in known and key not in known[word]:
                yield table.problem(row, "subject_id", f"no {word} '{key}' in this package")


def holders(view: View) -> Iterator[Problem]:
    """Who holds, gives or takes a function is in holders.csv."""
    if (listed := view["holders"]) is None:
        return
    known = set(listed.keys(("holder_type", "holder_id")))
    for name, pairs in HOLDERS.items():
        if (table := view[name]) is None:
            continue
        for columns in pairs:
            for row, key in enumerate(table.keys(columns)):
                if key not in known:
                    yield table.problem(
                        row, columns[1], f"{key[0]} '{key[1]}' is not in holders.csv"
                    )


def _values(view: View, table: str, column: str) -> set[str]:
    found = view[table]
    return set(found.columns[column]) if found else set()


RULES = (subjects, holders)
