"""The brief drawing of the difference between two days: what ended, what went on, what began."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from explorer.diff import diff
from explorer.differences.difference import BalanceLine
from explorer.layout.brief.amounts import Amount, Amounts
from explorer.layout.brief.of_days import KINDS, welsh
from explorer.layout.kinds import kind_groups
from explorer.look import day_words, upper_first
from explorer.model import Registry
from explorer.snapshot import snapshot, tier_rank
from explorer.teaching.sentence_check import sentence_check
from explorer.view import ViewState

_FEW = 5  # rows below which kinds that stayed as they were are named as well
_THERE, _SCHEME = "no sure number", "in force"
_PLACES = ("regional", "local")  # tiers worth naming where nothing changed


def of_change(registry: Registry, view: ViewState, held: int) -> Amounts:
    """The kinds of body whose number changed, in order of tier; if `held` rows cannot hold them,
    those that changed least come last; where hardly any changed, some that stayed."""
    found = diff(registry, view.start, view.end, kind=view.kind)
    lines = sorted(_grouped(registry, found.balance), key=lambda line: _worth(registry, line))
    moved = [line for line in lines if line.opened or line.closed]
    still = [
        line for line in lines if line not in moved and line.start > 1 and not welsh(line.kind)
    ]
    still.sort(key=lambda line: registry.kinds[line.kind].tier not in _PLACES)
    chosen = [*moved, *(still[: _FEW - len(moved)] if len(moved) < _FEW else ())]
    drawn = ((line.kind, _line(registry, view, line)) for line in chosen)
    told = (
        pair
        for pair in drawn
        if any(v is not None for v in pair[1].values) or registry.kinds[pair[0]].tier in _PLACES
    )
    rows = [*_published(registry, view), *told]
    first = held if len(rows) <= held else held - 1
    rows[:first] = sorted(rows[:first], key=lambda pair: _turn(registry, *pair))
    days = (day_words(view.start), day_words(view.end))
    nothing = "" if moved else ": no body opened or closed"
    return Amounts(
        f"What changed from {days[0]} to {days[1]}{nothing}",
        days,
        tuple(r for _, r in rows),
        KINDS,
    )


def _turn(registry: Registry, kind: str, row: Amount) -> tuple[int, int]:
    """What ended comes before what went on, and that before what began; each from the top down."""
    start, end = row.values
    return 0 if end == 0 else 2 if start == 0 else 1, tier_rank(registry, kind)


def _worth(registry: Registry, line: BalanceLine) -> tuple:
    """What changed most comes first, then whoever commissioned, then the most numerous."""
    kind = registry.kinds[line.kind]
    return (
        -(line.opened + line.closed),
        not kind.commissioner,
        kind.tier not in _PLACES,
        -line.start,
    )


def _grouped(registry: Registry, balance: tuple[BalanceLine, ...]) -> list[BalanceLine]:
    """Care trusts among the primary care trusts, as readers count them."""
    groups = kind_groups(registry, (line.kind for line in balance))
    found: dict[str, BalanceLine] = {}
    for line in balance:
        name = groups[line.kind]
        known = found.get(name)
        numbers = ("start", "opened", "closed", "first_seen", "last_seen", "end")
        added = {n: getattr(line, n) + (getattr(known, n) if known else 0) for n in numbers}
        found[name] = replace(line, kind=name, **added)
    return list(found.values())


def _line(registry: Registry, view: ViewState, line: BalanceLine) -> Amount:
    sides = ((line.start, view.start), (line.end, view.end))
    values = tuple(_number(registry, line.kind, day) if count else 0.0 for count, day in sides)
    aside = ""
    if line.start and line.end and (line.opened or line.closed) and None not in values:
        parts = ((line.closed, "closed"), (line.opened, "opened"))
        aside = ", ".join(f"{number:,} {word}" for number, word in parts if number)
    label = registry.kinds[line.kind].plural
    scheme = registry.kinds[line.kind].tier == "scheme"
    return Amount(label, values, line.kind, _SCHEME if scheme else _THERE, aside)


def _number(registry: Registry, kind: str, day: date) -> float | None:
    """Our number, or where more bodies may have been there a published one; None without it."""
    found = sentence_check(registry, kind, 0, day)
    unsure = any(body.kind == kind for body in snapshot(registry, day).may_exist)
    if found.ours is not None and not unsure:
        return float(found.ours)
    return next((row.count for row in found.published), None)


def _published(registry: Registry, view: ViewState) -> Iterator[tuple[str, Amount]]:
    """Kinds of which no body is listed, and which began or ended in between, where a source gives
    their number on one of the days."""
    named = {body.kind for body in registry.organisations.values()}
    for kind in dict.fromkeys(row.kind for row in registry.counts):
        known = registry.kinds.get(kind)
        if known is None or kind in named:
            continue
        began = known.first_day and view.start < known.first_day.first <= view.end
        ended = known.last_day and view.start <= known.last_day.last < view.end
        values = (
            0.0 if began else _number(registry, kind, view.start),
            0.0 if ended else _number(registry, kind, view.end),
        )
        if (began or ended) and any(values):
            yield kind, Amount(upper_first(known.plural), values, kind, _THERE)
