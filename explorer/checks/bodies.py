"""Rules about organisations and what they hold: dates, status, names, codes, relations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from explorer.checks.view import FAR_FUTURE, FAR_PAST, View, read_date
from explorer.errors import Problem

STATUS_NEEDS = {  # status: (needs, must not have)
    "in_force": ((), ("closed", "last_seen")),
    "closed": (("closed",), ("last_seen",)),
    "end_unknown": (("last_seen",), ("closed",)),
}
PRECISION_PAIRS = {
    "organisations": (("opened", "opened_precision"), ("closed", "closed_precision")),
    "change_events": (("date", "date_precision"),),
    "successions": (("date", "date_precision"),),
    "kind_successions": (("date", "date_precision"),),
    "reforms": (("date", "date_precision"),),
    "events": (("date", "date_precision"),),
    "transfers": (("date", "date_precision"),),
    "responsibilities": (("from", "from_precision"), ("to", "to_precision")),
}
SPANS = {
    "organisations": ("opened", "closed"),
    "names": ("from", "to"),
    "codes": ("from", "to"),
    "relationships": ("from", "to"),
    "counted_as": ("from", "to"),
    "responsibilities": ("from", "to"),
    "kinds": ("first_day", "last_day"),
}


def precisions(view: View) -> Iterator[Problem]:
    """A precision column says what the date beside it says; `before` needs a full day."""
    for name, pairs in PRECISION_PAIRS.items():
        if (table := view[name]) is None:
            continue
        for column, beside in pairs:
            texts, precisions = table.columns[column], table.columns[beside]
            for row, (text, said) in enumerate(zip(texts, precisions, strict=True)):
                known = read_date(text)
                wanted = str(known.precision) if known else ""
                if text and known is None:
                    continue  # reported by the schema
                if said != wanted and not (said == "before" and wanted == "day"):
                    yield table.problem(
                        row, beside, f"'{said}' beside the date '{text}'; '{wanted}' was expected"
                    )


def spans(view: View) -> Iterator[Problem]:
    """Nothing ends before it starts, on the widest reading of both dates."""
    for name, (start, end) in SPANS.items():
        if (table := view[name]) is None:
            continue
        for row, (a, b) in enumerate(zip(table.columns[start], table.columns[end], strict=True)):
            first, last = read_date(a), read_date(b)
            if first and last and first.first > last.last:
                yield table.problem(row, end, f"'{b}' is earlier than '{a}' in column {start}")


def statuses(view: View) -> Iterator[Problem]:
    """`closed` has a closing day, `end_unknown` a last sighting, `in_force` neither."""
    if (table := view["organisations"]) is None:
        return
    for row, entry in enumerate(table.rows()):
        needs, bars = STATUS_NEEDS.get(entry["status"], ((), ()))
        for column in needs:
            if not entry[column]:
                yield table.problem(
                    row, column, f"is blank; status '{entry['status']}' needs a date here"
                )
        for column in bars:
            if entry[column]:
                yield table.problem(
                    row, column, f"'{entry[column]}' does not go with status '{entry['status']}'"
                )


def last_names(view: View) -> Iterator[Problem]:
    """The name in `organisations` is the last one of some type that `names` gives the body."""
    table, names = view["organisations"], view["names"]
    if table is None or names is None:
        return
    last = defaultdict(dict)  # body: for each type the day on which a name was begun last
    for body, sort, start in names.keys(("org_id", "name_type", "from")):
        begun = read_date(start)
        day = begun.first if begun else FAR_PAST
        last[body][sort] = max(day, last[body].get(sort, day))
    held = defaultdict(list)
    for body, name, sort, start in names.keys(("org_id", "name", "name_type", "from")):
        begun = read_date(start)
        if (begun.first if begun else FAR_PAST) == last[body][sort]:
            held[body].append(name)
    for row, (body, name) in enumerate(table.keys(("id", "name"))):
        if not held[body]:
            yield table.problem(row, "name", f"'{body}' has no name in names.csv")
        elif name not in held[body]:
            yield table.problem(
                row,
                "name",
                f"'{name}' is not the last name of '{body}' in names.csv: '{held[body][0]}'",
            )


def one_holder_of_a_code(view: View) -> Iterator[Problem]:
    """Within one kind no code of a scheme is held by two bodies on one day."""
    if (table := view["codes"]) is None:
        return
    held = defaultdict(list)
    for row, entry in enumerate(table.rows()):
        if (life := view.lives.get(entry["org_id"])) is None:
            continue
        first, last = read_date(entry["from"]), read_date(entry["to"])
        start = max(first.first if first else FAR_PAST, life.first)
        end = min(last.last if last else FAR_FUTURE, life.last)
        held[life.kind, entry["scheme"], entry["code"]].append((start, end, row, entry["org_id"]))
    for (kind, scheme, code), spells in held.items():
        for (_, last, _, holder), (start, _, row, other) in pairwise(sorted(spells)):
            if holder != other and start <= last:
                yield table.problem(
                    row,
                    "code",
                    f"{scheme} code '{code}' is held by '{other}' and '{holder}', "
                    f"both of kind {kind}, on {max(start, FAR_PAST)}",
                )


def relations_within_lives(view: View) -> Iterator[Problem]:
    """No body relates to itself, and each relation touches the lives of both bodies."""
    if (table := view["relationships"]) is None:
        return
    for row, entry in enumerate(table.rows()):
        child, parent = view.lives.get(entry["child_id"]), view.lives.get(entry["parent_id"])
        if child is None or parent is None:
            continue  # a reference to nothing, reported by the schema
        if entry["child_id"] == entry["parent_id"]:
            yield table.problem(row, "parent_id", f"'{entry['parent_id']}' is its own parent")
            continue
        first, last = read_date(entry["from"]), read_date(entry["to"])
        start = max(first.first if first else FAR_PAST, child.first, parent.first)
        end = min(last.last if last else FAR_FUTURE, child.last, parent.last)
        if start > end:
            yield table.problem(
                row,
                "from",
                f"'{entry['child_id']}' and '{entry['parent_id']}' were never both open "
                f"between '{entry['from']}' and '{entry['to']}'",
            )


RULES = (precisions, spans, statuses, last_names, one_holder_of_a_code, relations_within_lives)
