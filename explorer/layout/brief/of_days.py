"""The brief drawing of a day: how many of each kind there were, and below whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from explorer.days.tier_rows import Row
from explorer.days.tiers import Tiers, tiers
from explorer.drawing.textbox import measure
from explorer.layout.brief.amounts import Amount, Amounts
from explorer.layout.brief.sheet import SIZE
from explorer.layout.brief.told import Told
from explorer.layout.kinds import kind_count
from explorer.layout.names import shortened
from explorer.layout.structure.planned import said
from explorer.layout.structure.words import relation
from explorer.look import day_words, upper_first
from explorer.model import Registry
from explorer.naming import display_name
from explorer.snapshot import Snapshot, snapshot
from explorer.view import ViewState

_BESIDE = 490.0  # px of words beside a name
_LONG = 640.0  # px of a name that is better shortened
KINDS = ("kind of body", "kinds of body")


def of_day(registry: Registry, view: ViewState) -> Amounts | Told:
    """The tiers of the day from the top down; of a day after the last evidence what was planned."""
    shown = snapshot(registry, view.day, kind=view.kind, region=view.region, under=view.under)
    if shown.planned:
        latest = sorted(
            shown.planned, key=lambda p: (p.planned or p.planned_from).first, reverse=True
        )
        return Told(
            f"Planned for {day_words(view.day)} or earlier, and not known to be done",
            ("When, and for whom", "What is planned"),
            tuple(
                (f"{when}: {whom}", upper_first(what))
                for when, whom, what in said(registry, latest)
            ),
            ("plan", "plans"),
        )
    if view.kind:
        return _regions(registry, shown)
    found = tiers(shown)
    return Amounts(
        f"Who was there on {day_words(view.day)}",
        ("",),
        tuple(_tier(found, row) for row in (*found.ladder, *sorted(found.outside, key=_last))),
        KINDS,
    )


def _regions(registry: Registry, shown: Snapshot) -> Amounts:
    """The bodies of one kind by region, most first."""
    numbers = Counter(
        registry.organisations[body.id].region or "No region recorded" for body in shown.bodies
    )
    rows = tuple(Amount(name, (float(n),), shown.kind) for name, n in numbers.most_common())
    said = kind_count(registry.kinds[shown.kind], len(shown.bodies))
    return Amounts(f"{said} on {day_words(shown.day)}", ("",), rows, ("region", "regions"))


def _last(row: Row) -> tuple[bool, int]:
    """Beside the ladder the most numerous come first, and Wales last."""
    return welsh(row.kind), -row.count


def _tier(found: Tiers, row: Row) -> Amount:
    registry = found.snapshot.registry
    beside = "; ".join(filter(None, (relation(found, row), *_aside(found, row))))
    if row.count == 1:
        (node,) = row.nodes
        name = display_name(registry, node.id, found.snapshot.day).text
        name = shortened(name) if measure(name, SIZE) > _LONG else name
        kind = registry.kinds[row.kind].label
        above = (
            display_name(registry, row.parents[0], found.snapshot.day).text if row.parents else ""
        )
        whole = f"{kind} below {above}"
        fits = above and measure(whole, SIZE) <= _BESIDE
        return Amount(name, (None,), row.kind, said=whole if fits else kind)
    national = row.tier == "national"
    label = "National bodies" if national else registry.kinds[row.kind].plural
    return Amount(label, (float(row.count),), row.kind, aside=beside)


def _aside(found: Tiers, row: Row) -> Iterator[str]:
    """Published numbers that differ, and bodies that may have been there as well."""
    for number in dict.fromkeys(f"{one.count:,.12g}" for one in row.published):
        if number != f"{row.count:,}":
            yield f"published: {number}"
    more = sum(body.kind in row.kinds for body in found.snapshot.may_exist)
    if more:
        yield f"{more} more may have been there"


def welsh(kind: str) -> bool:
    """Whether bodies of the kind are of Wales: an aside in this record."""
    return kind.startswith("local_health_")
