"""One mark for one body: its shape tells the kind, as does its colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from explorer.days.standing import Body
from explorer.days.tiers import NATIONAL, Tiers
from explorer.drawing.page import Page
from explorer.drawing.scene import Item, Mark, Text
from explorer.drawing.textbox import block, measure
from explorer.hierarchy import Node
from explorer.layout.names import shortened
from explorer.layout.parts import Part
from explorer.look import life_words, lower_first
from explorer.naming import LABEL

SIZE, PITCH, DENSE = 0.8, 1.16, 0.98  # of a mark, its place, and the least place, in labels
_FILLED, _HOLLOW = True, False
_SIGNS = MappingProxyType(
    {
        "family_practitioner_committee": ("diamond", _FILLED),
        "primary_care_trust": ("hexagon", _FILLED),
        "care_trust": ("hexagon", _HOLLOW),
        "sub_icb_location": ("diamond", _FILLED),
        "local_authority": ("square", _FILLED),
        "health_and_wellbeing_board": ("square", _HOLLOW),
        "commissioning_support_unit": ("square", _HOLLOW),
        "clinical_senate": ("triangle", _HOLLOW),
        "strategic_clinical_network": ("diamond", _HOLLOW),
        "local_commissioning_hub": ("triangle_right", _FILLED),
        "specialised_commissioning_group": ("triangle", _FILLED),
        "sustainability_transformation_partnership": ("hexagon", _HOLLOW),
        "integrated_care_system": ("hexagon", _FILLED),
        "pct_cluster": ("triangle_right", _HOLLOW),
        "sha_cluster": ("diamond", _HOLLOW),
        "icb_cluster": ("hexagon", _HOLLOW),
        "national_body": ("disc", _HOLLOW),
        "special_health_authority": ("disc", _HOLLOW),
        "regulator": ("disc", _HOLLOW),
    }
)


def sign_of(kind: str) -> tuple[str, bool]:
    """The shape of a kind, and whether it is filled."""
    return _SIGNS.get(kind, ("disc", _FILLED))


def mark(
    page: Page, kind: str, x: float, y: float, body: Body | None = None, title: str = ""
) -> Mark:
    """The sign of a kind, centred on (x, y). One whose body may not have existed is dashed."""
    shape, filled = sign_of(kind)
    swatch = page.colours.of(kind)
    unsure = body is not None and not body.certain
    plain = filled and not unsure and swatch.fill != page.colours.paper
    outlined = not plain or swatch.edge != swatch.fill
    width = 1.4 * page.unit
    return Mark(
        x,
        y,
        SIZE * page.label - (width if outlined else 0),
        shape,
        fill=swatch.fill if plain else "",
        stroke=swatch.edge if outlined else "",
        stroke_width=width,
        dash=(2.0, 1.6) if unsure else (),
        key=body.id if body else "",
        title=title,
    )


@dataclass(frozen=True, slots=True)
class Signs:
    """Draws bodies as marks or as names."""

    page: Page
    tiers: Tiers

    def title(self, node: Node) -> str:
        """What pointing shows: name, kind, code, first and last day, and what is not certain."""
        body, registry = node.body, self.tiers.snapshot.registry
        kind = lower_first(registry.kinds[body.kind].label)
        parts = [f"{body.name} ({kind}{f', {body.code}' if body.code else ''})"]
        parts.append(life_words(body.organisation))
        if body.name_type == LABEL:
            parts.append("our label, not a name")
        if not body.certain:
            parts.append("may not have existed on this day")
        return "; ".join(parts)

    def marks(self, nodes: Sequence[Node], x: float, y: float, width: float) -> Part:
        """A mark for each body in as many lines as it takes, and their number after the last."""
        page = self.page
        words = tally(nodes)
        room = measure(words, page.label, bold=True) + 0.3 * page.label
        line = 1.3 * page.label
        pitch = min(PITCH * page.label, max(DENSE * page.label, (width - room) / len(nodes)))
        if pitch * len(nodes) + room > width:
            pitch = PITCH * page.label
        per_line = max(1, int(width // pitch))
        full = len(nodes) > per_line > 2 and len(nodes) % per_line == 0
        if full and per_line * pitch + room > width:
            per_line -= 1  # so that the number does not stand on a line of its own
        items: list[Item] = []
        column, row = 0, 0
        for node in nodes:
            if column == per_line:
                column, row = 0, row + 1
            place = (x + (column + 0.5) * pitch, y + (row + 0.5) * line)
            items.append(mark(page, node.body.kind, *place, node.body, self.title(node)))
            column += 1
        if column * pitch + room > width:
            column, row = 0, row + 1
        base = y + (row + 0.5) * line + 0.36 * page.label
        at = x + column * pitch + 0.2 * page.label
        items.append(Text(at, base, words, page.label, bold=True, fill=page.colours.ink))
        return Part(tuple(items), y + (row + 1) * line)

    def names(self, nodes: Iterable[Node], x: float, y: float, width: float) -> Part:
        """A mark and a name for each body, one below the other."""
        page = self.page
        pitch = PITCH * page.label
        indent = 1.3 * page.label
        items: list[Item] = []
        top = y
        for node in nodes:
            text = self.name(node, x + indent, top, width - indent, page.small)
            middle = top + 0.36 * page.small
            title = self.title(node)
            items.append(mark(page, node.body.kind, x + pitch / 2, middle, node.body, title))
            items.extend(text.items)
            top += text.height + 0.62 * page.small
        return Part(tuple(items), max(0.0, top - 0.62 * page.small))

    def name(self, node: Node, x: float, top: float, width: float, size: float, **style) -> Part:
        """The short name, wrapped; in italics where it is our label."""
        label = node.body.name_type == LABEL
        words = self.short(node)
        fill = style.pop("fill", self.page.colours.ink)
        said = {"key": node.id, "title": self.title(node)}
        like = Text(x, top, "", size, italic=label, fill=fill, **said, **style)
        set_text = block(words, like, width)
        return Part(set_text.items, set_text.height)

    def short(self, node: Node) -> str:
        """The name without the words of its kind; national bodies keep theirs whole."""
        body = node.body
        if self.tiers.snapshot.registry.kinds[body.kind].tier == NATIONAL:
            return body.name
        return shortened(body.name, label=body.name_type == LABEL)


def tally(nodes: Iterable[Node]) -> str:
    """`8`, or `8 + 3` where the marks are of two kinds."""
    counts: dict[str, int] = {}
    for node in nodes:
        counts[node.body.kind] = counts.get(node.body.kind, 0) + 1
    return " + ".join(map(str, counts.values()))
