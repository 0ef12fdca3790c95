"""A difference between two days as one sheet, as its balance, and as one object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.diff import Diff
from explorer.labels import LINE, NAME_TYPE
from explorer.look import day_words
from explorer.model import ChangeEvent, Registry
from explorer.naming import display_name
from explorer.narrative.events import event_sentence
from explorer.sheets.bodies import organisations
from explorer.sheets.columns import (
    SUCCESSION_COLUMNS,
    column,
    joined,
    kind_column,
    succession_values,
    text,
    words_column,
)
from explorer.sheets.sheet import Column, Sheet, Value, sheet


def changes(found: Diff) -> Sheet:
    """Every net change in one tidy sheet: `change` is opened, closed, lived_between, renamed,
    moved, recoded or transferred; `before` and `after` hold names, ids of parents or successors,
    codes. Bodies that went on unchanged are in `document`."""
    return sheet(_columns(found.registry), _changes(found))


def _columns(registry: Registry) -> tuple[Column, ...]:
    return (
        words_column("change", "Change", {}),
        column("id", "Id"),
        column("name", "Name", "text"),
        kind_column(registry),
        column("date", "Date", "date"),
        words_column("what", "What", {**NAME_TYPE, **LINE}),
        column("before", "Before", "text"),
        column("after", "After", "text"),
        column("uncertain", "May have happened by then", "flag"),
        column("source_id", "Source"),
    )


def stepwise(registry: Registry, taken: Iterable[Diff]) -> Sheet:
    """The changes of every step, the day of the step first."""
    columns = (column("step", "Step", "date"), *_columns(registry))
    rows = ((text(max(step.start, step.end)), *row) for step in taken for row in _changes(step))
    return sheet(columns, rows)


def _changes(found: Diff) -> Iterator[tuple[Value, ...]]:
    registry, unsure = found.registry, set(found.uncertain)
    seen = {*found.first_seen, *found.last_seen}

    def row(change: str, name: str, *rest: Value, source: str | None = None) -> tuple[Value, ...]:
        body = registry.organisations[name]
        label = display_name(registry, name, _seen_on(found, name)).text
        source = source or body.source_id
        return (change, name, label, body.kind, *rest, name in unsure, source)

    for change, ids, day in (
        ("opened", found.opened, "closed" if found.backwards else "opened"),
        ("closed", found.closed, "opened" if found.backwards else "closed"),
    ):
        for name in ids:
            what = "sighting" if name in seen else None
            yield row(
                change, name, text(getattr(registry.organisations[name], day)), what, None, None
            )
    for name in found.lived_between:
        body = registry.organisations[name]
        yield row(
            "lived_between", name, text(body.opened), None, text(body.opened), text(body.closed)
        )
    for each in found.renamed:
        yield row("renamed", each.organisation_id, None, each.name_type, each.before, each.after)
    for each in found.moved:
        before, after = joined(each.before), joined(each.after)
        yield row("moved", each.organisation_id, None, each.relation, before, after)
    for each in found.recoded:
        before, after = joined(each.before), joined(each.after)
        yield row("recoded", each.organisation_id, None, each.scheme, before, after)
    for arc in found.transferred:
        yield row(
            "transferred", arc.from_id, text(arc.date), arc.line, arc.from_id, arc.to_id,
            source=arc.source_id,
        )  # fmt: skip


def _seen_on(found: Diff, name: str) -> date | None:
    """The later of the two days on which the body is there; None if it is there on neither."""
    life = found.registry.organisations[name].lifetime
    return next((day for day in sorted((found.start, found.end))[::-1] if day in life), None)


def balance(found: Diff) -> Sheet:
    """By exact kind: start + opened - closed + first seen - last seen = end."""
    columns = (
        kind_column(found.registry),
        column("start", f"On {day_words(found.start)}", "number"),
        column("opened", "Opened", "number"),
        column("closed", "Closed", "number"),
        column("first_seen", "First seen", "number"),
        column("last_seen", "Last seen", "number"),
        column("end", f"On {day_words(found.end)}", "number"),
    )
    rows = (
        (each.kind, each.start, each.opened, each.closed, each.first_seen, each.last_seen, each.end)
        for each in found.balance
    )
    return sheet(columns, rows)


def arcs(found: Diff) -> Sheet:
    """The successions of the events between the two days."""
    rows = (succession_values(found.registry, arc) for arc in found.successions)
    return sheet(SUCCESSION_COLUMNS, rows)


def events(found: Diff) -> list[dict[str, object]]:
    """The events with their sentence and their successions, for JSON."""
    return [_event(found.registry, event) for event in found.events]


def _event(registry: Registry, event: ChangeEvent) -> dict[str, object]:
    rows = sheet(
        SUCCESSION_COLUMNS, (succession_values(registry, arc) for arc in event.successions)
    )
    return {
        "id": event.id,
        "date": text(event.date),
        "kind": event.kind,
        "line": event.line,
        "reform_id": event.reform_id,
        "sentence": event_sentence(registry, event).text,
        "successions": rows.records,
        "source_id": event.source_id,
    }


def document(found: Diff, *, continued: bool = True) -> dict[str, object]:
    """The whole difference as one object, for JSON; without the bodies that went on if asked."""
    registry = found.registry

    def rows(ids: tuple[str, ...]) -> list[dict[str, Value]]:
        return organisations(registry, ids).records

    return {
        "from": text(found.start),
        "to": text(found.end),
        "kind": found.kind,
        "opened": rows(found.opened),
        "closed": rows(found.closed),
        **({"continued": rows(found.continued)} if continued else {}),
        "renamed": [
            {"id": each.organisation_id, "before": each.before, "after": each.after,
             "name_type": each.name_type}
            for each in found.renamed
        ],
        "moved": [
            {"id": each.organisation_id, "relation": each.relation,
             "before": list(each.before), "after": list(each.after)}
            for each in found.moved
        ],
        "recoded": [
            {"id": each.organisation_id, "scheme": each.scheme,
             "before": list(each.before), "after": list(each.after)}
            for each in found.recoded
        ],
        "transferred": [
            dict(zip((c.key for c in SUCCESSION_COLUMNS), succession_values(registry, arc),
                     strict=True))
            for arc in found.transferred
        ],
        "events": events(found),
        "balance": balance(found).records,
        "first_seen": list(found.first_seen),
        "last_seen": list(found.last_seen),
        "lived_between": rows(found.lived_between),
        "uncertain": list(found.uncertain),
    }  # fmt: skip
