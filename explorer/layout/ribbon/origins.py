"""Where the bodies of the last day came from, in words."""

from __future__ import annotations

from collections.abc import Mapping

from explorer.layout.kinds import noun
from explorer.layout.lineage.names import short_names
from explorer.layout.ribbon.sides import ALONE, REGION, SMALL, WHOLE, Link, Node, Sides
from explorer.look import counted, day_words, listed, percent

_NAMED = 3  # forerunners named; more are counted


def origin(sides: Sides, node: Node, links: list[Link], names: Mapping[str, Node]) -> str:
    """Where a body, or the bodies of a region, came from."""
    if node.group == REGION:
        return _origins(sides, node)
    if not links:
        text = f"no forerunner on {day_words(sides.change.start)}"
        return f"{text}: {names_of(sides, node)}" if node.group == ALONE else text
    links = sorted(links, key=lambda link: (-link.weight, names[link.start].name))
    if len(links) == 1 and links[0].start == node.key and links[0].weight >= WHOLE:
        return "unchanged"
    parts = []
    large = [link for link in links if link.unknown or link.weight >= SMALL * _size(names, link)]
    for link in large[:_NAMED] if len(large) > _NAMED + 1 else large:
        parts.append(_part(sides, names[link.start], link, node))
    more = len(large) - len(parts)
    if more:
        parts.append(f"{more} more")
    if len(links) > len(large):
        parts.append(
            "a little from elsewhere"
            if large
            else _part(sides, names[links[0].start], links[0], node)
        )
    text = listed(parts)
    return f"{text}; the rest from outside" if node.outside else text


def _size(names: Mapping[str, Node], link: Link) -> int:
    return len(names[link.start].members)


def _part(sides: Sides, giver: Node, link: Link, node: Node) -> str:
    """`42% of Derbyshire County`, `all of Derby City`, `it lived on`."""
    if giver.key == node.key:
        return "itself"
    if giver.group == REGION:
        return f"{_worth(link, *nouns(sides, giver))} of {giver.name}"
    if link.unknown:
        return f"part of {giver.name} (share not stated)"
    return (
        f"all of {giver.name}"
        if link.weight >= WHOLE
        else f"{percent(link.weight)} of {giver.name}"
    )


def _worth(link: Link, one: str, many: str) -> str:
    """Bodies' worth, said as a reader would: `3 trusts`, `2.4 trusts’ worth`, `parts`."""
    if link.unknown and link.weight < SMALL:
        return "parts"
    whole = round(link.weight)
    if whole and abs(link.weight - whole) < 0.05:
        return counted(whole, one, many)
    return f"{link.weight:.1f} {many}’ worth"


def _origins(sides: Sides, node: Node) -> str:
    """How many bodies of a region, and how many of them nothing of the first day reached."""
    reached = {one.to_id for one in sides.change.passages}
    count = len(node.members)
    new = sum(name not in reached for name in node.members)
    text = counted(count, *nouns(sides, node))
    if not new:
        return text
    number = "none" if new == count else f"{count - new} of them"
    return f"{text}, {number} with a forerunner on {day_words(sides.change.start)}"


def nouns(sides: Sides, node: Node) -> tuple[str, str]:
    return noun(sides.registry, [node.kind], 1), noun(sides.registry, [node.kind], 2)


def names_of(sides: Sides, node: Node) -> str:
    names = short_names(sides.registry, node.members)
    return listed(names[name].text for name in node.members)
