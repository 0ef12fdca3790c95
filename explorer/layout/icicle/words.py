"""The words of the icicle: labels, hover words, headline, notes. No facts are made here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from explorer.duties.holder_names import holder_name
from explorer.hierarchy import RELATIONS, by_words
from explorer.layout.icicle.boxes import Box, walk
from explorer.layout.names import shortened
from explorer.look import counted, day_words, life_words, listed, lower_first
from explorer.model import Registry
from explorer.naming import LABEL, display_name
from explorer.snapshot import Snapshot

ALT = 250  # letters that a screen reader reads without tiring its listener
_NAMED = 12  # bodies named when a reader points at a box of many
NATIONAL = "national"
UNLINKED = "Without a link to others in the record on this day"
# (of one, of many): what is no chain of command is said in the box
_BESIDE = MappingProxyType(
    {
        "hosted_by": (", hosted", ", hosted"),
        "committee_of": (", committee", ", committees"),
        "oversees": (", overseen", ", overseen"),
        "part_of_cluster": (", in the cluster", ", in clusters"),
    }
)


def labels(snapshot: Snapshot, box: Box) -> tuple[str, ...]:
    """What may stand in the box, the longest first."""
    registry = snapshot.registry
    beside = _BESIDE.get(box.relation or "", ("", ""))[box.count > 1]
    kind = registry.kinds[box.kind]
    if not box.named:
        if box.count == 1:
            return (f"1 {lower_first(kind.label)}", f"1 {_lower(kind.short)}")
        short = holder_name(registry, "kind", box.kind, snapshot.day).short
        whole = f"{box.count} {lower_first(kind.plural)}"
        return (f"{whole}{beside}", whole, f"{box.count} {_lower(short)}")
    body = box.nodes[0].body
    if kind.tier == NATIONAL:
        return (f"{body.name}{beside}", body.name)
    if box.relation and not beside:
        # in a chain of command the place says what a body is; elsewhere only its whole name does
        return (shortened(body.name, label=body.name_type == LABEL),)
    if body.name_type == LABEL or box.children:
        return (body.name, shortened(body.name, label=body.name_type == LABEL))
    return (body.name,)


def short_label(snapshot: Snapshot, box: Box) -> tuple[str, ...]:
    """The label of a body that stands under a heading of its kind."""
    body = box.nodes[0].body
    if snapshot.registry.kinds[box.kind].tier == NATIONAL:
        return (body.name,)
    return (shortened(body.name, label=body.name_type == LABEL),)


def _lower(short: str) -> str:
    return short if short[1:2].isupper() else lower_first(short)


def title(snapshot: Snapshot, box: Box) -> str:
    """All about a box for the reader who points at it."""
    registry = snapshot.registry
    kind = registry.kinds[box.kind]
    parent = next((node.parent for node in box.nodes if node.parent), None)
    if box.count == 1:
        body = box.nodes[0].body
        code = f", code {body.code}" if body.code else ""
        link = f"; {RELATIONS[box.relation]} {_name(snapshot, parent)}" if parent else ""
        below = f"; {counted(box.inside - 1, 'body', 'bodies')} below" if box.children else ""
        doubt = "" if body.certain else "; not certain on this day"
        life = life_words(body.organisation)
        return f"{body.name} ({lower_first(kind.label)}{code}): {life}{link}{below}{doubt}."
    names = [node.body.name for node in box.nodes]
    rest = len(names) - _NAMED
    told = listed([*names[:_NAMED], f"{rest} more"] if rest > 1 else names)
    link = f", {RELATIONS[box.relation]} {_name(snapshot, parent)}" if _one_parent(box) else ""
    return f"{box.count} {lower_first(kind.plural)}{link}: {told}."


def _one_parent(box: Box) -> bool:
    parents = {node.parent for node in box.nodes}
    return len(parents) == 1 and None not in parents


def _name(snapshot: Snapshot, organisation_id: str | None) -> str:
    return display_name(snapshot.registry, organisation_id, snapshot.day).text


def kinds_shown(registry: Registry, found: Iterable[Box]) -> tuple[tuple[str, int], ...]:
    """Every kind with its number of bodies, in order of depth."""
    counts: dict[str, int] = {}
    for box in sorted(walk(found), key=lambda box: box.depth):
        counts[box.kind] = counts.get(box.kind, 0) + box.count
    return tuple(counts.items())


def kind_words(registry: Registry, kind: str, count: int) -> str:
    own = registry.kinds[kind]
    return lower_first(own.label if count == 1 else own.plural)


def acronym(snapshot: Snapshot, box: Box, shown: Iterable[str]) -> str:
    """`CCGs`, if that is what stands in the box instead of the whole word; else ""."""
    last = labels(snapshot, box)[-1]
    if box.named or " ".join(shown) != last:
        return ""
    short = last.split(" ", 1)[1]
    return short if sum(letter.isupper() for letter in short) > 1 else ""


def headline(snapshot: Snapshot, found: Sequence[Box]) -> str:
    bodies = counted(len(snapshot.bodies), "body", "bodies")
    if snapshot.under:
        name = display_name(snapshot.registry, snapshot.under, snapshot.day).text
        return f"Around {name} on {day_words(snapshot.day)}: {bodies}"
    if not any(box.children for box in found):
        return f"{bodies} on {day_words(snapshot.day)}"
    part = listed(filter(None, (snapshot.place, snapshot.region)))
    where = f" in {part}" if part else ""
    return f"Who answered to whom on {day_words(snapshot.day)}{where}: {bodies}"


def standfirst(snapshot: Snapshot, found: Sequence[Box]) -> str:
    if not any(box.children for box in found):
        if snapshot.by:
            return f"None is linked to another by the relation {by_words(snapshot)} on this day"
        return "The record holds no link between them on this day" if len(found) > 1 else ""
    only = f", by the relation {by_words(snapshot)} only" if snapshot.by else ""
    linked = f"What stands below a body is at its right{only}"
    if any(not box.named for box in walk(found)):
        return f"{linked}. A pale box with a number stands for so many bodies, named in the table"
    return linked


def notes(snapshot: Snapshot, found: Sequence[Box]) -> tuple[str, ...]:
    told = []
    if any(box.children for box in found):
        told.append("Boxes grow with the number of bodies in them, but are never lower than words.")
    if not all(body.certain for body in snapshot.bodies):
        told.append("Dashed: not certain on this day.")
    return (*filter(None, [" ".join(told)]), *snapshot.notes)


def alt(snapshot: Snapshot, found: Sequence[Box]) -> str:
    registry = snapshot.registry
    bodies = counted(len(snapshot.bodies), "body", "bodies")
    text = f"Nested boxes: {bodies} on {day_words(snapshot.day)}"
    kinds = sorted(kinds_shown(registry, found), key=lambda item: -item[1])
    for most in range(len(kinds), 0, -1):
        told = [f"{count} {kind_words(registry, kind, count)}" for kind, count in kinds[:most]]
        if most < len(kinds):
            told.append("others")
        full = (
            f"{text}, among them {listed(told)}."
            if most < len(kinds)
            else f"{text}: {listed(told)}."
        )
        if len(full) <= ALT:
            return full
    return f"{text}."


def description(snapshot: Snapshot, found: Sequence[Box]) -> str:
    """The boxes from left to right in words."""
    told = [_told(snapshot, box) for box in walk(found) if box.children]
    alone = [labels(snapshot, box)[0] for box in found if not box.children]
    if alone:
        told.append(f"{UNLINKED}: {listed(alone)}.")
    return " ".join(told)


def _told(snapshot: Snapshot, box: Box) -> str:
    below = listed(labels(snapshot, child)[0] for child in box.children)
    return f"Below {labels(snapshot, box)[0]}: {below}."
