"""Bars, ribbons and words of a ribbon drawing as items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from explorer.drawing.geometry import band, shifted
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Rect, Text
from explorer.layout.ribbon import words
from explorer.layout.ribbon.fates import (
    DIVIDED,
    ENDED,
    JOINED,
    UNCHANGED,
    UNKNOWN,
    WHOLLY,
    Fates,
)
from explorer.layout.ribbon.measure import THIN, Measures
from explorer.layout.ribbon.place import Placed
from explorer.layout.ribbon.sides import REGION, SMALL, Link, Node, Sides

_RIBBON = 0.42  # opacity of a ribbon


def fate_colours(at: Page) -> dict[str, str]:
    colours = at.colours
    return {
        DIVIDED: colours.divided,
        WHOLLY: colours.whole,
        JOINED: colours.joined,
        UNCHANGED: colours.faint,
        UNKNOWN: colours.muted,
        ENDED: colours.muted,
    }


@dataclass(frozen=True, eq=False)
class Painter:
    shown: Sides
    found: Fates
    at: Page
    sizes: Measures
    where: Placed

    def items(self) -> list[Item]:
        ribbons = [item for link in self._in_order() for item in self._ribbon(link)]
        bars = [self._left_bar(node) for node in self.where.before]
        tails = [tail for node in self.where.before if (tail := self._tail(node))]
        bars += [self._right_bar(node) for node in self.where.after]
        return [*ribbons, *tails, *bars, *self._words()]

    def _in_order(self) -> list[Link]:
        """Known ribbons from the widest to the thinnest, then those not stated."""
        return sorted(
            self.shown.links, key=lambda n: (n.unknown > 0, -self.sizes.px[n], n.start, n.end)
        )

    def _top(self, key: str) -> float:
        return self.where.middle[key] - self.sizes.size[key].bar / 2

    @cached_property
    def _ports(self) -> Mapping[Link, tuple[float, float, float]]:
        """Upper edge at both ends, and width, of each ribbon."""
        rank_after = {node.key: i for i, node in enumerate(self.where.after)}
        rank_before = {node.key: i for i, node in enumerate(self.where.before)}
        out, into = defaultdict(list), defaultdict(list)
        for link in self.shown.links:
            out[link.start].append(link)
            into[link.end].append(link)
        starts, ends = {}, {}
        for key, links in out.items():
            y, scale = self._top(f"<{key}"), self._scale(f"<{key}", links)
            for link in sorted(links, key=lambda one: rank_after[one.end]):
                starts[link] = (y, self.sizes.px[link] * scale)
                y += self.sizes.px[link] * scale
        for key, links in into.items():
            y = self._top(f">{key}")
            for link in sorted(links, key=lambda one: rank_before[one.start]):
                ends[link] = y
                y += self.sizes.px[link]
        return {link: (*starts[link], ends[link]) for link in self.shown.links}

    def _scale(self, key: str, links: list[Link]) -> float:
        """Below 1 where thin bands not stated do not fit on the bar they leave."""
        total = sum(self.sizes.px[link] for link in links)
        return min(1.0, self.sizes.size[key].bar / total) if total else 1.0

    def _ribbon(self, link: Link) -> list[Item]:
        y1, width, y2 = self._ports[link]
        columns, thin = self.sizes.columns, THIN * self.at.unit
        x1, x2 = columns.left + columns.bar, columns.right
        node = next(n for n in self.shown.before if n.key == link.start)
        colour = self._colour(node)
        title = words.ribbon(self.shown, link)
        items: list[Item] = []
        end_width = self.sizes.px[link]
        if link.unknown:
            thin = min(thin, width)
            items.append(
                band(
                    *(x1, y1 + width - thin, y1 + width),
                    *(x2, y2 + end_width - thin, y2 + end_width),
                    hatch=colour,
                    stroke=colour,
                    stroke_width=0.8,
                    title=title,
                )
            )
            width, end_width = width - thin, end_width - thin
        if link.weight and width > 0:
            items.insert(
                0,
                band(
                    *(x1, y1, y1 + width),
                    *(x2, y2, y2 + end_width),
                    fill=colour,
                    opacity=_RIBBON,
                    stroke=self.at.colours.paper if width > 3 else "",
                    stroke_width=0.8,
                    title=title,
                ),
            )
        return items

    def _colour(self, node: Node) -> str:
        if node.group == REGION:
            swatch = self.at.colours.of(node.kind)
            return swatch.edge if swatch.fill == self.at.colours.paper else swatch.fill
        return fate_colours(self.at)[self.found.of[node.key]]

    def _left_bar(self, node: Node) -> Rect:
        columns, key = self.sizes.columns, f"<{node.key}"
        ended = self.found.of[node.key] == ENDED
        colour = self._colour(node)
        return Rect(
            columns.left,
            self._top(key),
            columns.bar,
            self.sizes.size[key].bar,
            fill=self.at.colours.paper if ended else colour,
            stroke=colour if ended else "",
            stroke_width=1.2,
            dash=(3.0, 2.0) if ended else (),
            key=node.key,
            title=words.node(self.shown, node, self.found.before[node.key]),
        )

    def _tail(self, node: Node) -> Rect | None:
        """What reached no body of the last day thins out beside its bar."""
        rest = sum(self.shown.change.rest.get(name, 0.0) for name in node.members)
        part = rest / len(node.members)
        if part < SMALL:
            return None
        columns, bar = self.sizes.columns, self.sizes.size[f"<{node.key}"].bar
        height = part * bar
        return Rect(
            columns.left + columns.bar,
            self._top(f"<{node.key}") + bar - height,
            40 * self.at.unit,
            height,
            fill=self.at.colours.muted,
            opacity=0.35,
            fade="right",
            fade_px=38 * self.at.unit,
            title=words.rest(self.shown, node, rest),
        )

    def _right_bar(self, node: Node) -> Rect:
        columns, key = self.sizes.columns, f">{node.key}"
        swatch = self.at.colours.of(node.kind)
        taken = any(link.end == node.key for link in self.shown.links)
        hollow = node.outside or not taken
        return Rect(
            columns.right,
            self._top(key),
            columns.bar,
            self.sizes.size[key].bar,
            fill=self.at.colours.paper if hollow else swatch.fill,
            stroke=swatch.edge if hollow or swatch.fill == self.at.colours.paper else "",
            stroke_width=1.2,
            dash=(3.0, 2.0) if hollow else (),
            key=node.key,
            title=words.node(self.shown, node, self.found.after[node.key]),
        )

    def _words(self) -> list[Text]:
        items: list[Text] = []
        for side, nodes in (("<", self.where.before), (">", self.where.after)):
            for node in nodes:
                made = self.sizes.words[f"{side}{node.key}"]
                top = self.where.middle[f"{side}{node.key}"] - made.height / 2
                items += [shifted(text, 0, top) for text in made.items]
        return items
