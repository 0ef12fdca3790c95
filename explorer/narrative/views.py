"""The first sentence of each view: what it shows, of which day, with its main number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from explorer.counts import LedgerRow
from explorer.crosswalk import Crosswalk
from explorer.labels import LINE, words
from explorer.lineage import Lineage
from explorer.look import counted, day_words, listed, upper_first
from explorer.model import Registry
from explorer.narrative.phrases import count_words, named, plural_words
from explorer.snapshot import Snapshot

KINDS_NAMED = 3  # kinds named in a sentence; the rest are counted together

_BEHIND = ("predecessor", "part_giver")
_AFTER = ("successor", "part_taker")


def snapshot_sentence(shown: Snapshot) -> str:
    """How many bodies there were on the day, by kind: the three most numerous are named."""
    registry = shown.registry
    where = f" in the region {shown.region}" if shown.region else ""
    where += f" for {shown.place}" if shown.place else ""
    if (shown.region or shown.place) and not shown.kind:
        where += " and above"
    if shown.under:
        where += f" around {named(registry, shown.under, shown.day)}"
    exact = {row.kind: row.count for row in shown.counts if not row.group}
    day = day_words(shown.day)
    if shown.kind:
        total = count_words(registry, shown.kind, sum(exact.values()))
        also = [count_words(registry, kind, n) for kind, n in exact.items() if kind != shown.kind]
        with_ = f", {listed(also)} among them" if also else ""
        verb = "was" if sum(exact.values()) == 1 else "were"
        return f"On {day} there {verb} {total}{where}{with_}."
    total = counted(sum(exact.values()), "body", "bodies")
    by_kind = f": {by_kinds(registry, exact)}" if exact else ""
    return f"On {day} the record counts {total}{where}{by_kind}."


def days_sentence(days: Sequence[Snapshot]) -> str:
    """How many bodies there were on each of several days, and the most numerous kind of each."""
    said = []
    for shown in days:
        exact = {row.kind: row.count for row in shown.counts if not row.group}
        most = max(exact, key=exact.get, default=None)
        total = counted(len(shown.bodies), "body", "bodies")
        named_most = f" (most: {count_words(shown.registry, most, exact[most])})" if most else ""
        said.append(f"{total} on {day_words(shown.day)}{named_most}")
    return f"{upper_first(listed(said))}."


def by_kinds(registry: Registry, counts: Mapping[str, int]) -> str:
    """Numbers by kind, the largest first; beyond three kinds the rest in one number."""
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    few = KINDS_NAMED if len(ordered) > KINDS_NAMED + 1 else len(ordered)
    parts = [count_words(registry, kind, number) for kind, number in ordered[:few]]
    rest = sum(number for _, number in ordered[few:])
    return listed([*parts, counted(rest, "other", "others")] if rest else parts)


def lineage_sentence(found: Lineage) -> str:
    """How many bodies came before and after the focus, on which lines."""
    registry = found.registry
    body = registry.organisations[found.focus]
    last = min(body.lifetime.last_day or registry.edition.as_known_on, registry.edition.as_known_on)
    name = named(registry, body.id, last)
    before, after = found.ids(*_BEHIND), found.ids(*_AFTER)
    if not before and not after:
        return f"The record names no body before or after {name}."
    lines = " and of ".join(words(LINE, line) for line in found.lines)
    on = "line" if len(found.lines) == 1 else "lines"
    behind, after_it = _number(registry, before), _number(registry, after)
    return (
        f"The record shows {behind} before {name} and {after_it} after it, on the {on} of {lines}."
    )


def _number(registry: Registry, ids: tuple[str, ...]) -> str:
    if not ids:
        return "no body"
    kinds = Counter(registry.organisations[name].kind for name in ids)
    total = counted(len(ids), "body", "bodies")
    return (
        by_kinds(registry, kinds) if len(kinds) == 1 else f"{total} ({by_kinds(registry, kinds)})"
    )


def crosswalk_sentence(found: Crosswalk) -> str:
    """How many bodies of the first day are mapped to the kind of the last, and how many not."""
    registry = found.registry
    total = sum(found.coverage.values())
    bodies = f"{count_words(registry, found.kind, total)} on {day_words(found.start)}"
    if not total:
        return f"There were {bodies}."
    parts = [
        f"{number:,} {_COVERED[status][number > 1]}"
        for status, number in found.coverage.items()
        if number
    ]
    pieces = Counter(row.from_id for row in found.rows if row.to_id)
    split = sum(number > 1 for number in pieces.values())
    divided = f" {split:,} of the {total:,} went to more than one." if split else ""
    targets = f"the {plural_words(registry, found.to_kind)} of {day_words(found.end)}"
    return f"There were {bodies}. Mapped to {targets}, {listed(parts)}.{divided}"


_COVERED = {
    "mapped": ("is mapped whole", "are mapped whole"),
    "partial": ("is mapped in part", "are mapped in part"),
    "unknown_share": ("has a share not stated", "have a share not stated"),
    "no_successor": ("has no successor on this line", "have no successor on this line"),
    "wrong_kind": ("is in another kind of body", "are in another kind of body"),
}


def ledger_sentence(rows: Iterable[LedgerRow]) -> str:
    """How many published numbers can be compared with ours, and how many agree."""
    rows = tuple(rows)
    if not rows:
        return "The record has no published numbers to compare."
    compared = [row for row in rows if row.gap is not None]
    agree = sum(row.gap == 0 for row in compared)
    return (
        f"{len(compared):,} of {len(rows):,} published numbers can be compared with this record: "
        f"{agree:,} agree and {len(compared) - agree:,} do not."
    )
