"""What became of each body of the first day: a sign, and the words for it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from explorer.layout.kinds import noun
from explorer.layout.ribbon.origins import names_of, nouns, origin
from explorer.layout.ribbon.sides import ALONE, REGION, SMALL, Link, Node, Sides
from explorer.look import counted, percent

UNCHANGED, WHOLLY, JOINED, DIVIDED, UNKNOWN, ENDED = (
    "unchanged",
    "whole",
    "joined",
    "divided",
    "unknown",
    "ended",
)


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
        after={n.key: origin(sides, n, into[n.key], names) for n in sides.after},
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
        return f"closed; no successor on this line: {names_of(sides, node)}"
    return _one(sides, node, links, takers, single[node.key])


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
    if sides.practices:  # the heights of the bars, as the notes say
        number = round(sides.practices[node.key])
        text += f" · {counted(number, 'practice', 'practices')}"
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
    return f"{counted(len(node.members), *nouns(sides, node))}: {', '.join(said)}"
