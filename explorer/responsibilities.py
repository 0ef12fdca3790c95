"""Who held each function on each day, in which role and on what evidence; and who handed it over.

A gap stays a gap: a service that did not exist yet, or one for which the record names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from explorer.duties.holders import holder_label
from explorer.model import Function, Organisation, Registry, Responsibility, Transfer
from explorer.period import PartialDate, Period, after_last_day

ROLES = ("responsible", "joint", "shared", "delegated", "hosts", "advisory")
NOT_YET, NO_HOLDER, NO_RESPONSIBLE = "not_yet", "no_holder", "no_responsible"


@dataclass(frozen=True, slots=True)
class Held:
    """A holder of a function. `certain` is False where the day falls inside a start or an end that
    is known only to the month or year; `named` tells direct evidence from a general role."""

    responsibility: Responsibility
    certain: bool
    label: str

    @property
    def named(self) -> bool:
        return self.responsibility.basis == "named"


@dataclass(frozen=True, slots=True)
class Span:
    """The holders of one function over a period in which they did not change.

    `gap` is "", or why nobody is shown as responsible: a code of `labels.GAP`.
    """

    period: Period
    held: tuple[Held, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class Handover:
    """A function passing from one holder to another. Not `certain`: on some day of its date."""

    transfer: Transfer
    function: Function
    from_label: str
    to_label: str
    certain: bool


def holders_of(registry: Registry, function_id: str, day: date) -> tuple[Held, ...]:
    """Everybody recorded as holding the function on `day`, by role (see ROLES), then by label."""
    rows = (row for row in registry.responsibilities if row.function_id == function_id)
    return _held(registry, (row for row in rows if day in row.period), day)


def holders_through(registry: Registry, function_id: str) -> tuple[Held, ...]:
    """Everybody ever recorded as holding the function, by role (see ROLES), then by label."""
    rows = (row for row in registry.responsibilities if row.function_id == function_id)
    return _held(registry, rows, None)


def duty(registry: Registry, function_id: str, day: date) -> Span:
    """The holders of the function on `day` as a span of that one day, with the gap if there is
    one."""
    held = holders_of(registry, function_id, day)
    return Span(Period(day, after_last_day(day)), held, _gap(registry, function_id, day, held))


def held_by(
    registry: Registry, holder_type: str, holder_id: str, day: date | None = None
) -> tuple[Held, ...]:
    """What a holder (`kind`, `organisation` or `outside`) held on `day`, or ever, by function."""
    rows = (
        row
        for row in registry.responsibilities
        if (row.holder_type, row.holder_id) == (holder_type, holder_id)
        and (day is None or day in row.period)
    )
    return tuple(sorted(_held(registry, rows, day), key=_by_function))


def held_by_body(
    registry: Registry, body: Organisation, day: date | None = None
) -> tuple[Held, ...]:
    """What a body held: in its own name, and as one of its kind while it existed."""
    groups = {rule.counted_as for rule in registry.counted_as if rule.kind == body.kind}
    names = [("organisation", body.id), *(("kind", kind) for kind in sorted({body.kind} | groups))]
    return tuple(
        held
        for name in names
        for held in held_by(registry, *name, day)
        if held.responsibility.period.overlaps(body.lifetime)
        and (day is None or day in body.lifetime)
    )


def transfers_on(registry: Registry, day: date) -> tuple[Handover, ...]:
    """The functions that changed hands on `day`, and those that may have (month or year dates)."""
    return handovers(registry, (t for t in registry.transfers if _within(t.date, day)))


def transfers_of(registry: Registry, function_id: str) -> tuple[Handover, ...]:
    """Every recorded hand-over of a function, in order of date."""
    return handovers(registry, (t for t in registry.transfers if t.function_id == function_id))


def handovers(registry: Registry, transfers: Iterable[Transfer]) -> tuple[Handover, ...]:
    """Transfers with the names of what passed between whom, in order of date and function."""
    found = (
        Handover(
            transfer,
            registry.functions[transfer.function_id],
            holder_label(registry, transfer.from_type, transfer.from_id),
            holder_label(registry, transfer.to_type, transfer.to_id),
            transfer.date.exact,
        )
        for transfer in transfers
    )
    return tuple(sorted(found, key=lambda each: (each.transfer.date.first, each.function.name)))


def matrix(registry: Registry) -> dict[str, tuple[Span, ...]]:
    """Each function's spans, from the first day of any responsibility to the last known day.

    The spans of a function touch one another without a hole; gaps are spans too.
    """
    starts = [row.period.start for row in registry.responsibilities if row.period.start]
    if not starts:
        return {}
    window = Period(min(starts), after_last_day(registry.edition.as_known_on))
    return {function: _spans(registry, function, window) for function in registry.functions}


def _spans(registry: Registry, function_id: str, window: Period) -> tuple[Span, ...]:
    rows = [row for row in registry.responsibilities if row.function_id == function_id]
    exists = registry.functions[function_id].exists_from
    ends = {window.start, window.end, exists.first if exists else window.start}
    ends.update(day for row in rows for day in (row.period.start, row.period.end) if day)
    cuts = sorted(day for day in ends if window.start <= day <= window.end)
    spans = []
    for start, end in pairwise(cuts):
        held = _held(registry, (row for row in rows if start in row.period), None)
        gap = _gap(registry, function_id, start, held)
        spans.append(Span(Period(start, end), held, gap))
    return tuple(spans)


def _gap(registry: Registry, function_id: str, day: date, held: tuple[Held, ...]) -> str:
    exists = registry.functions[function_id].exists_from
    if exists and day < exists.first:
        return NOT_YET
    if not held:
        return NO_HOLDER
    main = {"responsible", "joint"}
    return "" if main & {each.responsibility.role for each in held} else NO_RESPONSIBLE


def _held(registry: Registry, rows: Iterable[Responsibility], day: date | None) -> tuple[Held, ...]:
    found = (Held(row, _certain(row, day), _label(registry, row)) for row in rows)
    return tuple(sorted(found, key=_by_role))


def _certain(row: Responsibility, day: date | None) -> bool:
    """Over the whole period where `day` is None: whether both its ends are known to the day."""
    if day is None:
        return all(end is None or end.exact for end in (row.start, row.end))
    starting = row.start is not None and row.start.first <= day < row.start.last
    ending = row.end is not None and row.end.first < day <= row.end.last
    return not starting and not ending


def _within(known: PartialDate, day: date) -> bool:
    return known.first <= day <= known.last


def _label(registry: Registry, row: Responsibility) -> str:
    return holder_label(registry, row.holder_type, row.holder_id)


def _by_role(held: Held) -> tuple[int, str, date]:
    role = held.responsibility.role
    start = held.responsibility.period.start or date.min
    return ROLES.index(role) if role in ROLES else len(ROLES), held.label, start


def _by_function(held: Held) -> tuple[str, date]:
    return held.responsibility.function_id, held.responsibility.period.start or date.min
