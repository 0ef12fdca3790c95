"""What a picture of one day cannot show, and why: said beside every snapshot."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import lru_cache

from explorer.days.scope import Scope
from explorer.days.standing import Body
from explorer.look import counted, day_words, life_words, listed, lower_first
from explorer.model import Kind, Organisation, Plan, Registry

INCOMPLETE = ("no_full_list", "not_all_named")  # reasons in counts.csv for a list with holes
MAKES_NEW = ("merger", "split", "replacement", "conversion", "reorganisation")
NATIONAL = "national"


@lru_cache(maxsize=8)
def _open_ended(registry: Registry) -> tuple[tuple[Organisation, ...], tuple[Organisation, ...]]:
    """Bodies whose end is not known, and those whose first day is not and which no change made."""
    bodies = registry.organisations.values()
    made = {arc.to_id for arc in registry.successions if arc.kind in MAKES_NEW}
    return (
        tuple(body for body in bodies if body.end_unknown),
        tuple(body for body in bodies if body.opened is None and body.id not in made),
    )


def end_not_known(
    registry: Registry, day: date, scope: Scope, ids: Collection[str]
) -> tuple[Organisation, ...]:
    """Bodies last seen before `day` whose end is not known, while their kind may still exist.

    Around one body they are those that stood directly under a body of `ids` when last seen.
    """
    kept = frozenset(ids)

    def near(body: Organisation) -> bool:
        return scope.under in (None, body.id) or any(
            link.parent_id in kept and link.period.end == body.lifetime.end
            for link in registry.parents.get(body.id, ())
        )

    return tuple(
        body
        for body in _open_ended(registry)[0]
        if body.lifetime.end <= day
        and _lasts(registry.kinds[body.kind], day)
        and scope.holds(body)
        and near(body)
    )


def may_exist(registry: Registry, day: date, scope: Scope) -> tuple[Organisation, ...]:
    """Bodies without a known first day that may have existed on `day`, before all that is known.

    Not before the first day of their kind, and not if a merger or the like made them.
    """
    return tuple(
        body
        for body in _open_ended(registry)[1]
        if day < body.lifetime.start
        and _begun(registry.kinds[body.kind], day)
        and scope.holds(body)
        and scope.under in (None, body.id)
    )


def planned(registry: Registry, day: date, scope: Scope, ids: Collection[str]) -> tuple[Plan, ...]:
    """Plans not yet decided that fall due by `day`, if the day is after the last evidence.

    In a part of the record: those about its bodies and kinds.
    """
    if day <= registry.edition.as_known_on:
        return ()
    kept = frozenset(ids)
    kinds = {registry.organisations[name].kind for name in kept}

    def concerns(plan: Plan) -> bool:
        return not scope.narrowed or plan.subject_id in (
            {"organisation": kept, "kind": kinds}.get(plan.subject_type, ())
        )

    due = [
        (when.first, plan.id, plan)
        for plan in registry.plans
        if plan.status == "pending" and (when := plan.planned_from or plan.planned)
    ]
    return tuple(plan for first, _, plan in sorted(due) if first <= day and concerns(plan))


def notes(
    registry: Registry,
    day: date,
    scope: Scope,
    bodies: Collection[Body],
    lost: Collection[Organisation],
    early: Collection[Organisation],
    plans: Collection[Plan],
) -> tuple[str, ...]:
    """What the reader of this day should know, in sentences."""
    return (
        *_extent(registry, day, plans),
        *_empty(registry, day, scope, bodies),
        *_lists(registry, day, scope),
        *_not_counted(bodies, lost, early),
    )


@lru_cache(maxsize=8)
def _first_below_national(registry: Registry) -> date:
    return min(
        (
            body.lifetime.start
            for body in registry.organisations.values()
            if registry.kinds[body.kind].tier != NATIONAL
        ),
        default=date.min,
    )


def _extent(registry: Registry, day: date, plans: Collection[Plan]) -> Iterator[str]:
    first = _first_below_national(registry)
    if day < first:
        yield (
            f"Little is recorded before {first.year}: for {day_words(day)} the record lists no "
            "body below the national level."
        )
    known = registry.edition.as_known_on
    if day > known:
        due = counted(len(plans), "plan falls", "plans fall")
        yield (
            f"The record is as known on {day_words(known)}. For {day_words(day)} it shows what "
            f"was in force then; {due} due by that day."
        )


def _empty(registry: Registry, day: date, scope: Scope, bodies: Collection[Body]) -> Iterator[str]:
    if scope.under is not None and all(body.id != scope.under for body in bodies):
        body = registry.organisations[scope.under]
        if day not in body.lifetime:
            yield f"{body.name} is not counted on {day_words(day)}: {life_words(body)}."
    elif scope.region is not None and not bodies:
        yield f"No body shown for {day_words(day)} belongs to the region {scope.region}."
    elif scope.area is not None and not bodies:
        yield f"No body shown for {day_words(day)} belongs to this place."


def _lists(registry: Registry, day: date, scope: Scope) -> Iterator[str]:
    listed_kinds = {body.kind for body in registry.organisations.values()}
    holes = {count.kind for count in registry.counts if count.gap_reason in INCOMPLETE}
    then = [
        kind
        for kind in registry.kinds.values()
        if (scope.kinds is None or kind.id in scope.kinds)
        and kind.last_day
        and _begun(kind, day)
        and _lasts(kind, day)
    ]
    if scope.under is None:
        if missing := [k for k in then if k.first_day and k.id not in listed_kinds]:
            yield f"Bodies of this day that the record does not list: {_plurals(missing)}."
        if partial := [k for k in then if k.id in holes]:
            yield f"Not all are listed, so numbers are too low: {_plurals(partial)}."


def _not_counted(
    bodies: Collection[Body], lost: Collection[Organisation], early: Collection[Organisation]
) -> Iterator[str]:
    if unsure := sum(not body.certain for body in bodies):
        yield (
            f"Of the bodies counted, {unsure:,} may not have existed on this day: their first or "
            "last day is not known exactly."
        )
    if lost:
        yield (
            f"Not counted: {counted(len(lost), 'body', 'bodies')} last seen before this day, "
            "end not known."
        )
    if early:
        yield (
            f"Not counted: {counted(len(early), 'body', 'bodies')} that may have existed already; "
            "the first day is not known, and the first dated fact is later."
        )


def _begun(kind: Kind, day: date) -> bool:
    return kind.first_day is None or kind.first_day.first <= day


def _lasts(kind: Kind, day: date) -> bool:
    return kind.last_day is None or day <= kind.last_day.last


def _plurals(kinds: Collection[Kind]) -> str:
    return listed(sorted(lower_first(kind.plural) for kind in kinds))
