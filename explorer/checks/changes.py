"""Rules about change: events and their arcs, who was open, cycles, and shares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from explorer.checks.view import View, read_date
from explorer.errors import Problem
from explorer.model import DUTIES, LIVES_ON

ROUNDING = 0.0005  # of each share: they are given to three places or more
MANY = 2
ARITY = {  # kind: (fewest originals, most, fewest results, most); None is no limit
    "merger": (MANY, None, 1, 1),
    "split": (1, 1, MANY, None),
    "replacement": (1, 1, 1, 1),
    "conversion": (1, 1, 1, 1),
    "reorganisation": (MANY, None, MANY, None),
    "absorption": (1, None, 1, 1),
}
COPIED = ("date", "date_precision", "kind", "line")


def arcs_agree_with_their_event(view: View) -> Iterator[Problem]:
    """Date, kind and line of an arc are those of its event, and every event has an arc."""
    events, arcs = view["change_events"], view["successions"]
    if events is None or arcs is None:
        return
    by_id = {entry["event_id"]: entry for entry in events.rows()}
    used = set(arcs.columns["event_id"])
    for row, entry in enumerate(arcs.rows()):
        event = by_id.get(entry["event_id"])
        for column in COPIED if event else ():
            if entry[column] != event[column]:
                yield arcs.problem(
                    row,
                    column,
                    f"'{entry[column]}' differs from '{event[column]}' of event "
                    f"'{entry['event_id']}' in change_events.csv",
                )
    for row, key in enumerate(events.columns["event_id"]):
        if key not in used:
            yield events.problem(row, "event_id", f"'{key}' has no row in successions.csv")


def arity(view: View) -> Iterator[Problem]:
    """A merger has several originals and one result, a split the reverse, and so on."""
    events, arcs = view["change_events"], view["successions"]
    if events is None or arcs is None:
        return
    ends = defaultdict(lambda: (set(), set()))
    for entry in arcs.rows():
        originals, results = ends[entry["event_id"]]
        originals.add(entry["from_id"])
        results.add(entry["to_id"])
    for row, entry in enumerate(events.rows()):
        limits = ARITY.get(entry["kind"])
        if limits is None or entry["event_id"] not in ends:
            continue
        originals, results = map(len, ends[entry["event_id"]])
        fewest_in, most_in, fewest_out, most_out = limits
        in_fits = fewest_in <= originals <= (most_in or originals)
        out_fits = fewest_out <= results <= (most_out or results)
        if not (in_fits and out_fits):
            wanted = f"{_number(fewest_in, most_in)} to {_number(fewest_out, most_out)}"
            yield events.problem(
                row,
                "kind",
                f"a {entry['kind']} is {wanted}, but this one is {originals} to {results}",
            )


def _number(fewest: int, most: int | None) -> str:
    return str(fewest) if most == fewest else f"{fewest} or more"


def arcs_join_open_bodies(view: View) -> Iterator[Problem]:
    """The original was open on the eve, the result on the day; who ends, ends on the eve."""
    if (table := view["successions"]) is None:
        return
    for row, entry in enumerate(table.rows()):
        when = read_date(entry["date"])
        original, result = view.lives.get(entry["from_id"]), view.lives.get(entry["to_id"])
        if when is None or original is None or result is None:
            continue
        if entry["from_id"] == entry["to_id"]:
            yield table.problem(row, "to_id", f"'{entry['to_id']}' succeeds itself")
            continue
        eve = when.first - timedelta(days=1), when.last - timedelta(days=1)
        if original.first > eve[1] or original.last < eve[0]:
            yield table.problem(
                row,
                "from_id",
                f"'{entry['from_id']}' is not open on the day before {entry['date']}",
            )
        if result.first > when.last or result.last < when.first:
            yield table.problem(row, "to_id", f"'{entry['to_id']}' is not open on {entry['date']}")
        if entry["kind"] in LIVES_ON:
            if entry["line"] != DUTIES and original.last < when.first:
                yield table.problem(
                    row,
                    "from_id",
                    f"'{entry['from_id']}' closed on {original.closed}, but after a "
                    f"{entry['kind']} the original carries on",
                )
        elif not original.closed or original.closed.first > eve[1] or original.last < eve[0]:
            closed = original.closed or "no known day"
            yield table.problem(
                row,
                "from_id",
                f"'{entry['from_id']}' closed on {closed}; a {entry['kind']} on {entry['date']} "
                "ends it on the day before",
            )


def cycles_of_one_day(view: View) -> Iterator[Problem]:
    """Within one day and line nothing passes back to where it came from.

    Over longer times it may: functions went from NHS England to NHS Improvement and back.
    """
    if (table := view["successions"]) is None:
        return
    arcs = defaultdict(list)
    for row, entry in enumerate(table.rows()):
        arcs[entry["date"], entry["line"]].append((entry["from_id"], entry["to_id"], row))
    for (when, line), group in arcs.items():
        left = group
        while True:  # peel off the arcs whose original is nobody's result, until none is left
            results = {to for _, to, _ in left}
            kept = [arc for arc in left if arc[0] in results]
            if len(kept) == len(left):
                break
            left = kept
        if left:
            originals = {of for of, _, _ in left}
            round_trip = [arc for arc in left if arc[1] in originals]
            names = ", ".join(sorted({of for of, _, _ in round_trip}))
            yield table.problem(
                round_trip[0][2], "to_id", f"a cycle on {when} in line {line} among: {names}"
            )


def shares_add_up(view: View) -> Iterator[Problem]:
    """A share is above 0; those of one body, day, line, basis and kind of result are at most 1."""
    if (table := view["shares"]) is None:
        return
    sums, first_row = defaultdict(list), {}
    for row, entry in enumerate(table.rows()):
        result = view.lives.get(entry["to_id"])
        try:
            share = float(entry["share"])
        except ValueError:
            continue
        if share == 0:
            yield table.problem(row, "share", "0 is no share; leave the row out")
        key = (entry["from_id"], entry["date"], entry["line"], entry["share_basis"])
        key = (*key, result.kind if result else "")
        sums[key].append(share)
        first_row.setdefault(key, row)
    for key, shares in sums.items():
        total = sum(shares)
        if total > 1 + ROUNDING * len(shares):
            from_id, when, _, basis, _ = key
            yield table.problem(
                first_row[key],
                "share",
                f"the shares of '{from_id}' on {when} by {basis} add up to {total:.4f}, above 1",
            )


RULES = (
    arcs_agree_with_their_event,
    arity,
    arcs_join_open_bodies,
    cycles_of_one_day,
    shares_add_up,
)
