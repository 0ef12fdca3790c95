"""The timeline as rows: the numbers of each kind, the events, and what reforms did to bodies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from explorer.naming import display_name
from explorer.period import Period, last_day_before
from explorer.reforms import Effects
from explorer.sheets.columns import column, joined, kind_column, text, words_column
from explorer.sheets.sheet import Sheet, Value, sheet
from explorer.timeline import Timeline

COUNTED, PUBLISHED = "counted", "published"
_ALWAYS = Period()


def numbers(timeline: Timeline, shown: Period = _ALWAYS) -> Sheet:
    """How many bodies of each kind there were, span by span, by kind and day; and what was
    published of kinds whose bodies are not all listed. `to` is a last day, null where in force.
    Dates known to the month or year are given so; the spans follow the counting rule."""
    columns = (
        words_column("lane", "Lane", {lane.id: lane.title for lane in timeline.lanes}),
        kind_column(timeline.registry),
        column("basis", "Basis"),
        column("from", "From", "date"),
        column("to", "Last day", "date"),
        column("count", "Bodies", "number"),
        column("uncertain", "Of these not certain", "number"),
        column("source_id", "Source"),
    )
    return sheet(columns, sorted(_numbers(timeline, shown), key=_by_lane(timeline)))


def _numbers(timeline: Timeline, shown: Period) -> Iterator[tuple[Value, ...]]:
    for band in timeline.bands:
        for span in band.steps:
            if not Period(span.start, span.end).overlaps(shown):
                continue
            end = band.ended.get(span.end) or last_day_before(span.end) if span.end else None
            start = band.opened.get(span.start, span.start)
            yield (
                *(band.lane, band.kind.id, COUNTED, text(start), text(end)),
                *(span.count, span.uncertain, band.kind.source_id),
            )
    for published in timeline.published:
        for count in published.counts:
            if count.date.first in shown:
                when, number = text(count.date), int(count.count)
                yield (
                    *(published.lane, published.kind.id, PUBLISHED, when, when),
                    *(number, None, count.source_id),
                )


def _by_lane(timeline: Timeline):
    order = {lane.id: place for place, lane in enumerate(timeline.lanes)}
    return lambda row: (order[row[0]], row[3], row[1])


def events(timeline: Timeline, shown: Period = _ALWAYS) -> Sheet:
    """Policy and reforms in order of date, with the number of bodies that the reforms named opened,
    closed and changed."""
    columns = (
        column("id", "Id"),
        column("date", "Date", "date"),
        words_column("sort", "Sort", {}),
        column("title", "Title", "text"),
        column("description", "Description", "text"),
        column("reforms", "Reforms"),
        column("opened", "Opened", "number"),
        column("closed", "Closed", "number"),
        column("changed", "Went on, changed", "number"),
        column("source_id", "Source"),
    )
    return sheet(columns, sorted(_events(timeline, shown), key=lambda row: (row[1], row[0])))


def _events(timeline: Timeline, shown: Period) -> Iterator[tuple[Value, ...]]:
    for entry in timeline.policy:
        event = entry.event
        if event.date.first in shown:
            yield (
                *(event.id, text(event.date), event.kind, event.title, event.description),
                joined(entry.reforms),
                *_sums([timeline.effects_by_reform[name] for name in entry.reforms]),
                event.source_id,
            )
    for effects in timeline.effects:
        reform = effects.reforms[0]
        if reform.date.first in shown:
            sort = "reform" if reform.status == "done" else f"reform, {reform.status}"
            yield (
                *(reform.id, text(reform.date), sort, reform.title, reform.description),
                reform.id,
                *_sums([effects]),
                reform.source_id,
            )


def _sums(found: list[Effects]) -> tuple[Value, Value, Value]:
    """Bodies opened, closed and changed; nothing where no reform is tied to the event."""
    if not found:
        return None, None, None
    opened, closed, changed = (
        len({name for effects in found for name in getattr(effects, which)})
        for which in ("created", "closed", "moved")
    )
    return opened, closed, changed


def effects(found: Effects) -> Sheet:
    """The bodies that reforms opened, closed or changed, one a row."""
    registry = found.registry
    columns = (
        column("effect", "What happened"),
        column("id", "Id"),
        column("name", "Name", "text"),
        kind_column(registry),
        column("uncertain", "Day not known", "flag"),
        column("source_id", "Source"),
    )
    unsure = set(found.uncertain)
    rows = (
        (
            *(effect, name, display_name(registry, name).text),
            *(registry.organisations[name].kind, name in unsure),
            registry.organisations[name].source_id,
        )
        for effect, names in (
            ("opened", found.created),
            ("closed", found.closed),
            ("changed", found.moved),
        )
        for name in names
    )
    return sheet(columns, rows)


def shown_years(first_year: int, last_year: int) -> Period:
    """The days of whole years."""
    return Period(date(first_year, 1, 1), date(last_year + 1, 1, 1))
