"""Headline, standfirst, notes, alt text and long description of the structure drawing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from explorer.days.tiers import HIGHEST_LEVEL_BELOW, Tiers
from explorer.drawing.scene import Item, Mark, Text
from explorer.hierarchy import by_words
from explorer.layout.structure.beside import WALES, Group
from explorer.layout.structure.spine import Spine
from explorer.layout.structure.words import below, heading, over, plural
from explorer.look import day_words, listed, upper_first

LONGEST_ALT = 250
_JOINED = MappingProxyType({"member_of": "membership", "part_of_cluster": "place"})


def headline(spine: Spine, beside: Sequence[Group]) -> str:
    """`1 April 2013: 211 clinical commissioning groups under 4 regions of NHS England`."""
    registry = spine.tiers.snapshot.registry
    head = _place(spine.tiers)
    told = [heading(registry, row.kind, row.count) for row in spine.local]
    told = told or [group.heading for group in beside[:2]]
    if not told:
        return head
    above = [row for row in spine.over if row.count > 1]
    over_them = [over(registry, row.kind, row.count) for row in above]
    # "under" only if the record has the link for every one of them
    if over_them and all(node.parent for row in spine.local for node in row.nodes):
        return f"{head}: {listed(told)} under {listed(over_them)}"
    return f"{head}: {listed([*told, *over_them])}"


def _place(tiers: Tiers) -> str:
    """The day, with the part of the record that is shown."""
    shown, day = tiers.snapshot, day_words(tiers.snapshot.day)
    if shown.under:
        body = shown.body(shown.under)
        name = body.name if body else shown.registry.organisations[shown.under].name
        return f"{name}, {day}"
    return ", ".join(filter(None, (shown.place, shown.region, day)))


def standfirst(tiers: Tiers) -> str:
    shown = tiers.snapshot
    said = f"drawn by {by_words(shown)} only" if shown.by else "who answered to whom"
    return (
        f"Structure on {day_words(shown.day)}: {said}, most senior tier at the top. Each mark is "
        "one body."
    )


def notes(spine: Spine, beside: Sequence[Group]) -> tuple[str, ...]:
    """What the drawing leaves out, and what the reader of the day should know."""
    tiers = spine.tiers
    found = [" ".join(part) for part in (_undrawn(spine, beside), tiers.snapshot.notes) if part]
    return tuple(found)


def _undrawn(spine: Spine, beside: Sequence[Group]) -> list[str]:
    tiers = spine.tiers
    registry, shown = tiers.snapshot.registry, {node.id for group in beside for node in group.nodes}
    lines = []
    links = Counter(
        (tiers.nodes[x.child_id].body.kind, x.relation, tiers.nodes[x.parent_id].body.kind)
        for x in tiers.other_links
    )
    told = [
        f"{_JOINED[relation]} of {heading(registry, child, number)} in {plural(registry, parent)}"
        for (child, relation, parent), number in sorted(links.items())
        if relation in _JOINED and child != parent
    ]
    if told:
        lines.append(f"Recorded but not drawn: {listed(told)}.")
    welsh = Counter(
        node.body.kind
        for row in tiers.outside
        for node in row.nodes
        if node.body.organisation.region == WALES and node.id not in shown
    )
    if welsh:
        bodies = listed(heading(registry, kind, number) for kind, number in sorted(welsh.items()))
        lines.append(f"Not drawn: {bodies}.")
    return lines


def reading(tiers: Tiers, items: Iterable[Item] | None = None) -> tuple[str, ...]:
    """How to read the drawing: what occurs in `items`, or all that might where None is given."""
    found = None if items is None else tuple(items)
    lines = []
    if tiers.snapshot.relations:
        lines.append(
            "Lines between boxes, and names or marks under a box: the record has the relation on "
            "this day. Where it has none, no line is drawn."
        )
    if tiers.snapshot.by:
        lines.append("Relations of other sorts are left out.")
    if found is None or any(isinstance(item, Mark) and item.dash for item in found):
        lines.append("Dashed marks: the body may not have existed on this day.")
    if found is None or any(isinstance(item, Text) and item.italic for item in found):
        lines.append("Names in italics are our labels, made where no name is known.")
    return tuple(lines)


def alt(spine: Spine, beside: Sequence[Group]) -> str:
    """One sentence of at most 250 characters: the day and the tiers with their numbers."""
    tiers = spine.tiers
    registry = tiers.snapshot.registry
    head = f"Structure, {_place(tiers)}, in tiers: "
    counts = [
        heading(registry, row.kind, row.count) for row in tiers.ladder if row.level is not None
    ]
    counts += [group.heading for group in beside]
    while counts and len(head + listed(counts)) + 1 > LONGEST_ALT:
        counts.pop()
    return f"{head}{listed(counts)}." if counts else f"{head[: -len(' in tiers: ')]}."


def description(spine: Spine, beside: Sequence[Group]) -> str:
    """The drawing in words: each box with what stands under it, then what stands beside."""
    tiers = spine.tiers
    registry = tiers.snapshot.registry
    lines = []
    for row in tiers.ladder:
        if row.level < HIGHEST_LEVEL_BELOW:
            names = listed(node.body.name for node in row.nodes)
            lines.append(f"{upper_first(heading(registry, row.kind, row.count))}: {names}.")
    for node in spine.heads:
        counts = below(registry, node.below, spine.order)
        lines.append(f"{node.body.name}: {counts or 'nothing recorded below it'}.")
    lines += [
        f"Beside: {group.heading}{f' ({group.words})' if group.words else ''}." for group in beside
    ]
    return " ".join(lines)
