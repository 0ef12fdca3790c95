"""Why a body of one day is not, or not wholly, in bodies of another: the notes of a crosswalk."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from explorer.look import at_words, listed, lower_first, upper_first
from explorer.model import DUTIES, Registry
from explorer.naming import display_name
from explorer.paths.breaks import Break, line_break
from explorer.paths.flow import Spread

ONE_SUCCESSOR = "One successor; share not stated."
SHARE_NOT_STATED = "A share on the way is not stated."


def unknown_share(spread: Spread) -> str:
    return ONE_SUCCESSOR if len(spread) == 1 else SHARE_NOT_STATED


def partial(rest: float) -> str:
    return f"The known shares add to {1 - rest:.3f}; the rest is not mapped."


def wrong_kind(registry: Registry, body: str, spread: Spread, end: date) -> str:
    """Who holds the body on `end`, with kinds."""
    held = [name for name in spread if end in registry.organisations[name].lifetime]
    bodies = (
        f"{display_name(registry, name, end)} ({_kind(registry, name)})" for name in sorted(held)
    )
    verb = "still" if held == [body] else "in"
    return f"{upper_first(at_words(end))} it is {verb} {listed(bodies)}."


def no_successor(registry: Registry, body: str, spread: Spread, line: str) -> str:
    """What is known of every body in which the line ends: duties, other lines, functions, kinds."""
    sentences = (
        sentence
        for name in sorted(spread)
        for sentence in _ending(registry, name, line, named=name != body)
    )
    return " ".join(sentences)


def _ending(registry: Registry, name: str, line: str, *, named: bool) -> Iterator[str]:
    body = registry.organisations[name]
    found = line_break(registry, name, line)
    head = f"{display_name(registry, name)} has no" if named else "No"
    if body.end_unknown:
        seen = f", last seen {at_words(body.last_seen)}" if body.last_seen else ""
        yield f"{head} successor on line {line}; its end is not known{seen}."
    elif found is None:
        yield f"{head} successor on line {line} by then."
    else:
        yield f"{head} successor on line {line}."
        yield from _after(registry, found)


def _after(registry: Registry, found: Break) -> Iterator[str]:
    """Who took the duties, who followed on other lines; failing both, what is known of the kind."""
    for arcs in (found.duties, found.elsewhere):
        for (line, day), group in groupby(arcs, key=lambda arc: (arc.line, arc.date)):
            names = (display_name(registry, arc.to_id, arc.date.first) for arc in group)
            lead = "Duties passed" if line == DUTIES else f"On line {line} it passed"
            yield f"{lead} {at_words(day)} to {listed(names)}."
    if found.duties or found.elsewhere:
        return
    if found.transfers:
        takers = dict.fromkeys((each.to_type, each.to_id) for each in found.transfers)
        holders = listed(_holder(registry, *taker) for taker in takers)
        yield f"Functions of its kind passed to {holders}."
    elif found.kind_successions:
        kinds = dict.fromkeys(_plural(registry, each.to_kind) for each in found.kind_successions)
        yield f"Its kind was followed by {listed(kinds)}."


def _holder(registry: Registry, sort: str, name: str) -> str:
    if sort == "organisation":
        return str(display_name(registry, name))
    if sort == "kind" and name in registry.kinds:
        return _plural(registry, name)
    return registry.holders[sort, name].label


def _plural(registry: Registry, kind: str) -> str:
    return lower_first(registry.kinds[kind].plural)


def _kind(registry: Registry, organisation_id: str) -> str:
    return lower_first(registry.kinds[registry.organisations[organisation_id].kind].label)
