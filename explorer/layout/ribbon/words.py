"""The words of the ribbon drawing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from explorer.layout.kinds import kind_counts
from explorer.layout.ribbon.fates import (
    DIVIDED,
    ENDED,
    JOINED,
    UNCHANGED,
    UNKNOWN,
    WHOLLY,
    Fates,
    body_fates,
)
from explorer.layout.ribbon.sides import ALONE, REGION, SMALL, Link, Node, Sides
from explorer.look import counted, day_words, listed, lower_first, percent, upper_first
from explorer.naming import display_name

FATE = {
    DIVIDED: "divided",
    WHOLLY: "passed whole to one body",
    JOINED: "joined with others",
    UNCHANGED: "unchanged",
    UNKNOWN: "share not stated",
    ENDED: "closed without a successor on this line",
}


def day(when: date) -> str:
    return day_words(when)


def column(shown: Sides, nodes: Iterable[Node]) -> str:
    """What stands in a column: `20 clinical commissioning groups, and parts of 2 more`."""
    nodes = tuple(nodes)
    inside = [name for node in nodes if not node.outside for name in node.members]
    more = sum(len(node.members) for node in nodes if node.outside)
    text = kind_counts(shown.registry, inside) if inside else "None on this line"
    return f"{text}, and parts of {more} more" if more else text


def headline(shown: Sides) -> str:
    before = column(shown, shown.before)
    after = column(shown, shown.after)
    place = f"{shown.region}: " if shown.region else ""
    reached = {link.end for link in shown.links}
    if shown.before and all(one.key in reached for one in shown.after):
        return upper_first(f"{place}{before} became {after}")
    return upper_first(f"{place}from {lower_first(before)} to {lower_first(after)}")


def standfirst(shown: Sides) -> str:
    change = shown.change
    counts = body_fates(shown)
    said = [
        f"{list(counts.values()).count(fate)} {word}"
        for fate, word in (
            (UNCHANGED, "unchanged"),
            (WHOLLY, "passed whole to one body"),
            (JOINED, "joined with others"),
            (DIVIDED, "divided"),
            (UNKNOWN, "with a share not stated"),
            (ENDED, "closed without a successor on this line"),
        )
        if fate in counts.values()
    ]
    days = f"From {day_words(change.start)} to {day_words(change.end)}"
    return f"{days}: {listed(said)}" if said else days


def notes(shown: Sides, by_practices: bool) -> tuple[str, ...]:
    said = []
    if by_practices:
        said.append(
            "Bars on the left are as tall as the number of GP practices; ribbons divide that "
            "height by the share of the body."
        )
    else:
        said.append("On the left one body is one unit; ribbons divide it by the share of the body.")
    said.append("Bars on the right are as tall as what passed into them.")
    if any(link.unknown for link in shown.links):
        said.append("Hatched thin ribbons: share not stated.")
    if any(node.outside for node in shown.after):
        said.append("Dashed boxes: bodies that came mainly from elsewhere.")
    if any(shown.fold):
        said.append("Drawn by region: choose a region to see its bodies one by one.")
    if any(shown.change.rest.get(name, 0) >= SMALL for n in shown.before for name in n.members):
        said.append("Fading stubs: shares that reached no body of the second day on this line.")
    if any(node.label for node in (*shown.before, *shown.after)):
        said.append("Names in italics are our labels, not names.")
    return (" ".join(said),)


def node(shown: Sides, one: Node, said: str) -> str:
    """What the reader sees on pointing at a bar."""
    if one.group == ALONE:
        return f"{one.name}: {said}"
    if one.group == REGION:
        return f"{one.name}: {kind_counts(shown.registry, one.members)}; {said}"
    name = display_name(shown.registry, one.key).text
    return f"{name}: {said or FATE[UNCHANGED]}"


def ribbon(shown: Sides, link: Link) -> str:
    names = {n.key: n for n in (*shown.before, *shown.after)}
    start, end = names[link.start], names[link.end]
    origin = start.name if start.group else display_name(shown.registry, start.key).text
    taker = end.name if end.group else display_name(shown.registry, end.key).text
    if start.group:
        known = f"{link.weight:.1f} bodies' worth" if link.weight else ""
        lost = counted(link.unknown, "body", "bodies") if link.unknown else ""
        parts = [known, f"{lost} with a share not stated" if lost else ""]
        return f"{origin} to {taker}: {'; '.join(part for part in parts if part)}"
    share = "share not stated" if link.unknown else f"{percent(min(1.0, link.weight))} of {origin}"
    return f"{origin} to {taker}: {share}"


def rest(shown: Sides, one: Node, part: float) -> str:
    name = one.name if one.group else display_name(shown.registry, one.key).text
    worth = f"{part:.1f} bodies' worth" if one.group else percent(part)
    return f"{name}: {worth} reached no body of {day_words(shown.change.end)} on this line"


def alt(shown: Sides) -> str:
    change = shown.change
    text = (
        f"Ribbons from {day_words(change.start)} to {day_words(change.end)}: "
        f"{column(shown, shown.before)} on the left, {column(shown, shown.after)} on the right."
    )
    return text if len(text) <= 250 else text[:247].rsplit(" ", 1)[0] + "..."


def description(shown: Sides, found: Fates) -> str:
    left = [node(shown, one, found.before[one.key]) for one in shown.before]
    right = [node(shown, one, found.after[one.key]) for one in shown.after]
    return f"Before: {'; '.join(left) or 'none'}. After: {'; '.join(right) or 'none'}."
