"""The words shown when a reader points at a mark of the timeline."""

from __future__ import annotations

from datetime import date

from explorer.layout.timeline.kind_words import acronym, many
from explorer.look import counted, day_words, life_words, listed, lower_first
from explorer.model import Plan, Registry
from explorer.period import ONE_DAY, last_day_before
from explorer.policy.bands import NOT_LISTED, Band, PublishedBand
from explorer.policy.lanes import lane_of
from explorer.policy.spans import Span
from explorer.reforms import Effects, KindCounts, by_kind
from explorer.timeline import Bar, Entry, Timeline

MOST = 4  # kinds named in a sentence; the rest are counted


def kinds_words(registry: Registry, counts: KindCounts) -> str:
    named = [
        many(registry.kinds[kind], count)
        + ("" if is_listed(registry, kind) else " (not all are listed)")
        for kind, count in counts[:MOST]
    ]
    rest = sum(count for _, count in counts[MOST:])
    return listed([*named, counted(rest, "other body", "other bodies")] if rest else named)


def is_listed(registry: Registry, kind: str) -> bool:
    """Whether the record lists the bodies of a kind one by one."""
    return not any(c.kind == kind and c.gap_reason in NOT_LISTED for c in registry.counts)


def reform_words(effects: Effects) -> str:
    reform, registry = effects.reforms[0], effects.registry
    planned = " (planned)" if reform.status == "planned" else ""
    parts = [f"{day_words(reform.date)}{planned}: {reform.title}. {reform.description}"]
    for verb, counts in (
        ("Opened", effects.created_by_kind),
        ("Closed", effects.closed_by_kind),
        ("Went on, changed", effects.moved_by_kind),
    ):
        if counts:
            parts.append(f"{verb}: {kinds_words(registry, counts)}.")
    for opened, counts in ((True, effects.created_by_kind), (False, effects.closed_by_kind)):
        for kind, count in counts:
            number = published_at(effects, kind, opened)
            if number and number != count:
                name = lower_first(registry.kinds[kind].plural)
                parts.append(f"Published: {number} {name}.")
    if effects.uncertain:
        parts.append(f"The day is not known of {len(effects.uncertain)} of them.")
    return " ".join(parts)


def reform_counts(effects: Effects, bodies: frozenset[str] | None = None) -> str:
    """`211 CCGs opened, 146 PCTs closed`: the kinds most concerned, by their acronyms; of `bodies`,
    if these are given. Where a kind is not listed body by body the published number stands."""
    words = []
    for opened, ids in ((True, effects.created), (False, effects.closed)):
        counts = by_kind(effects.registry, ids if bodies is None else bodies & set(ids))
        drawn = [(kind, n) for kind, n in counts if lane_of(effects.registry.kinds[kind])]
        for kind_id, count in drawn[:1]:
            kind = effects.registry.kinds[kind_id]
            if kind.tier == "scheme":
                continue
            number = published_at(effects, kind_id, opened)
            if number is None and not is_listed(effects.registry, kind_id):
                continue
            number = number or count
            words.append(f"{number} {acronym(kind, number)} {'opened' if opened else 'closed'}")
    return ", ".join(words)


def published_at(effects: Effects, kind: str, opened: bool) -> int | None:
    """The number of a kind published for the reform's first day (or the day before), where its
    bodies are not all listed."""
    day = effects.reforms[0].date.first - (0 if opened else 1) * ONE_DAY
    found = (
        int(count.count)
        for count in effects.registry.counts
        if count.kind == kind and count.date.first == day and count.gap_reason in NOT_LISTED
    )
    return next(found, None)


def entry_words(timeline: Timeline, entry: Entry) -> str:
    event = entry.event
    parts = [f"{day_words(event.date)}: {event.title}. {event.description}"]
    reforms = [timeline.registry.reforms[name].title for name in entry.reforms]
    if reforms:
        parts.append(f"Tied to: {listed(reforms)}.")
    return " ".join(parts)


def span_words(band: Band, span: Span) -> str:
    """`303 primary care trusts, 1 April 2002 to 30 September 2006`."""
    last = f"to {last_words(band, span.end)}" if span.end else "on, in force"
    doubt = f"; of {span.uncertain} it is not certain for all of that time"
    return (
        f"{many(band.kind, span.count)}, {first_words(band, span.start)} {last}"
        f"{doubt if span.uncertain else ''}"
    )


def first_words(band: Band, day: date) -> str:
    """`from 1 April 2013`, `from 2007`, `after May 2017`: when a step begins; never a day where
    only the month or year is known."""
    if day in band.ended and day not in band.opened:
        return f"after {day_words(band.ended[day])}"
    return f"from {day_words(band.opened.get(day, day))}"


def last_words(band: Band, end: date) -> str:
    """The last day of a step; never a day where only the month or year is known."""
    if end in band.ended:
        return day_words(band.ended[end])
    if end in band.opened:
        return f"before {day_words(band.opened[end])}"
    return day_words(last_day_before(end))


def published_words(band: PublishedBand) -> str:
    named = listed(f"{count.count:,.0f} ({day_words(count.date)})" for count in band.counts)
    return (
        f"{band.kind.plural}: published numbers {named}. "
        "Not all of them are listed one by one, so what lies between is not known."
    )


def bar_words(bar: Bar) -> str:
    body = bar.body
    names = listed(dict.fromkeys(naming.name for naming in bar.names)) or body.name
    parts = [f"{names}: {life_words(body)}"]
    law = [naming.name for naming in bar.law if naming.name not in names]
    if law:
        parts.append(f"in law {listed(dict.fromkeys(law))}")
    numbers = [count for count in bar.counts if count.count]
    if numbers:
        parts.append(
            "published: "
            + listed(f"{c.count:,.0f} {c.measure} ({day_words(c.date)})" for c in numbers)
        )
    parts += [plan_words(plan) for plan in bar.plans]
    return "; ".join(parts)


def plan_words(plan: Plan) -> str:
    when = day_words(plan.planned) if plan.planned else "no date"
    return f"planned, {when}: {plan.what}"
