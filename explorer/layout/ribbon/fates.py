"""What became of the bodies of the first day, and where those of the last came from, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.layout.kinds import noun
from explorer.layout.lineage.names import short_names
from explorer.layout.ribbon.sides import ALONE, REGION, SMALL, WHOLE, Link, Node, Sides
from explorer.look import counted, day_words, listed, percent

UNCHANGED, WHOLLY, JOINED, DIVIDED, UNKNOWN, ENDED = (
    "unchanged",
    "whole",
    "joined",
    "divided",
    "unknown",
    "ended",
)
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Fates:
    """`of` is the fate of each node before ("" for many together); the words are by node too."""

    of: Mapping[str, str]
    before: Mapping[str, str]
    after: Mapping[str, str]


def fates(sides: Sides) -> Fates:
    out, into = defaultdict(list), defaultdict(list)
    for link in sides.links:
        out[link.start].append(link)
        into[link.end].append(link)
    takers, single = _takers(sides), body_fates(sides)
    names = {node.key: node for node in sides.before}
    return Fates(
        of={n.key: "" if n.group == REGION else single[n.members[0]] for n in sides.before},
        before={n.key: _before(sides, n, out[n.key], takers, single) for n in sides.before},
        after={n.key: _origin(sides, n, into[n.key], names) for n in sides.after},
    )


def body_fates(sides: Sides) -> dict[str, str]:
    """What became of each body of the first day that is drawn."""
    out, takers = defaultdict(list), _takers(sides)
    for one in sides.change.passages:
        out[one.from_id].append(one)
    found = {}
    for node in sides.before:
        for name in node.members:
            passed = out[name]
            if not passed:
                found[name] = ENDED
            elif any(one.weight is None for one in passed):
                found[name] = UNKNOWN
            elif len(passed) == 1 and passed[0].to_id == name and takers[name] == 1:
                found[name] = UNCHANGED
            else:
                large = [one for one in passed if one.weight >= SMALL]
                most = max(one.weight for one in passed)
                if len(large) > 1:
                    found[name] = DIVIDED
                else:
                    into = max(passed, key=lambda one: one.weight).to_id
                    alone = takers[into] == 1 and most >= 1 - SMALL
                    found[name] = WHOLLY if alone else JOINED
    return found


def _takers(sides: Sides) -> Counter[str]:
    """From how many bodies, drawn or not, each body of the last day took more than a trace."""
    return Counter(
        one.to_id for one in sides.change.passages if one.weight is None or one.weight >= SMALL
    )


def _before(
    sides: Sides,
    node: Node,
    links: list[Link],
    takers: Mapping[str, int],
    single: Mapping[str, str],
) -> str:
    if node.group == REGION:
        return _together(sides, node, single)
    if node.group == ALONE:
        return f"closed; no successor on this line: {_names(sides, node)}"
    return _one(sides, node, links, takers, single[node.key])


def _names(sides: Sides, node: Node) -> str:
    names = short_names(sides.registry, node.members)
    return listed(names[name].text for name in node.members)


def _one(sides: Sides, node: Node, links: list[Link], takers: Mapping[str, int], fate: str) -> str:
    """What became of one body."""
    registry = sides.registry
    kinds = {
        registry.organisations[link.end].kind
        for link in links
        if link.end in registry.organisations
    }
    large = [link for link in links if link.unknown or link.weight >= SMALL]
    little = len(links) > len(large)
    rest = sides.change.rest.get(node.key, 0.0)
    if fate == ENDED:
        return "closed; no successor on this line"
    if fate == UNCHANGED:
        return ""  # the other side says so
    if fate == UNKNOWN:
        text = f"passed to {len(links)} {noun(registry, kinds, len(links))}, share not stated"
    elif fate == DIVIDED:
        text = f"divided among {len(large)} {noun(registry, kinds, len(large))}"
    elif fate == WHOLLY:
        text = f"passed whole to one {noun(registry, kinds, 1)}"
    else:
        others = takers[large[0].end] - 1 if large else 0
        stays = large and large[0].end == node.key
        text = (
            f"took in {counted(others, 'other', 'others')}"
            if stays and others
            else f"joined with {counted(others, 'other', 'others')}"
            if others
            else "passed on"
        )
    if little:
        text += ", a little elsewhere"
    if rest >= SMALL:
        text += f", {percent(rest)} not mapped"
    return text


def _together(sides: Sides, node: Node, single: Mapping[str, str]) -> str:
    """How many bodies of a region fared how."""
    counts = Counter(single[name] for name in node.members)
    said = [
        f"{counts[fate]} {word}"
        for fate, word in (
            (UNCHANGED, "unchanged"),
            (WHOLLY, "passed whole"),
            (JOINED, "joined others"),
            (DIVIDED, "divided"),
            (UNKNOWN, "with a share not stated"),
            (ENDED, "closed without successor"),
        )
        if counts[fate]
    ]
    return f"{counted(len(node.members), *_nouns(sides, node))}: {', '.join(said)}"


def _origin(sides: Sides, node: Node, links: list[Link], names: Mapping[str, Node]) -> str:
    """Where a body, or the bodies of a region, came from."""
    if node.group == REGION:
        return _origins(sides, node)
    if not links:
        text = f"no forerunner on {day_words(sides.change.start)}"
        return f"{text}: {_names(sides, node)}" if node.group == ALONE else text
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


def _part(sides: Sides, origin: Node, link: Link, node: Node) -> str:
    """`42% of Derbyshire County`, `all of Derby City`, `it lived on`."""
    if origin.key == node.key:
        return "itself"
    if origin.group == REGION:
        return f"{_worth(link, *_nouns(sides, origin))} of {origin.name}"
    if link.unknown:
        return f"part of {origin.name} (share not stated)"
    return (
        f"all of {origin.name}"
        if link.weight >= WHOLE
        else f"{percent(link.weight)} of {origin.name}"
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
    text = counted(count, *_nouns(sides, node))
    if not new:
        return text
    number = "none" if new == count else f"{count - new} of them"
    return f"{text}, {number} with a forerunner on {day_words(sides.change.start)}"


def _nouns(sides: Sides, node: Node) -> tuple[str, str]:
    return noun(sides.registry, [node.kind], 1), noun(sides.registry, [node.kind], 2)
