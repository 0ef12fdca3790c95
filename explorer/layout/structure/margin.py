"""Words beside the tiers: what each tier is, how many there are, what a mark stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.drawing.page import Page
from explorer.drawing.scene import Rect, Text
from explorer.drawing.textbox import CAP, block
from explorer.layout.parts import Part, overlaid, stacked
from explorer.layout.structure.signs import PITCH, mark
from explorer.layout.structure.words import HOW

_MARGIN = 10.4  # width of the words at the left, in sizes of a label
_NARROW_INDENT = 0.9  # on a narrow page they stand above the tier; a line may run left of it
_NARROW_WORDS = 0.55  # and these words take no more than this part of the width
PANEL = "how to read"  # key of the panel's box


@dataclass(frozen=True, slots=True)
class Entry:
    """Words beside a tier: a title, lines under it, and what the sign of a kind stands for."""

    title: str
    lines: tuple[str, ...] = ()
    signs: tuple[tuple[str, str], ...] = ()


def content(page: Page) -> tuple[float, float]:
    """Left edge and width of what is drawn beside the words."""
    margin = (_NARROW_INDENT if page.narrow else _MARGIN) * page.label
    return page.left + margin, page.inner - margin


def tier(page: Page, entries: Sequence[Entry], drawn: Part, gap: float = 0) -> Part:
    """Words and drawing of a tier: side by side, or on a narrow page one `gap` above the other."""
    if page.narrow:
        words = _words(page, entries, content(page)[0], page.inner * _NARROW_WORDS)
        return stacked((words, drawn), gap or page.label)
    words = _words(page, entries, page.left, (_MARGIN - 1.4) * page.label)
    return overlaid((words, drawn))


def _words(page: Page, entries: Sequence[Entry], x: float, width: float) -> Part:
    ink, muted = page.colours.ink, page.colours.muted
    parts = []
    for entry in entries:
        title = block(entry.title, Text(x, 0, "", page.label, bold=True, fill=ink), width)
        lines = [Part(title.items, title.height)]
        lines += [_legend(page, kind, meaning, x, width) for kind, meaning in entry.signs]
        for words in entry.lines:
            text = block(words, Text(x, 0, "", page.small, fill=muted), width)
            lines.append(Part(text.items, text.height))
        parts.append(stacked(lines, 0.5 * page.small))
    return stacked(parts, 1.2 * page.label)


def _legend(page: Page, kind: str, meaning: str, x: float, width: float) -> Part:
    pitch = PITCH * page.label
    sign = mark(page, kind, x + pitch / 2, CAP * page.small / 2)
    like = Text(x + 1.3 * pitch, 0, "", page.small, fill=page.colours.muted)
    words = block(meaning, like, width - 1.3 * pitch)
    return Part((sign, *words.items), words.height)


def panel(page: Page, lines: Sequence[str], x: float, width: float) -> Part:
    """How to read the drawing, for a free corner."""
    pad = 0.8 * page.label
    inner = width - 2 * pad
    head = Text(x + pad, 0, "", page.label, bold=True, fill=page.colours.ink)
    like = Text(x + pad, 0, "", page.small, fill=page.colours.ink)
    texts = [block(HOW, head, inner), *(block(line, like, inner, balanced=False) for line in lines)]
    words = stacked((Part(text.items, text.height) for text in texts), 0.8 * page.small)
    height = words.height + 2 * pad
    frame = Rect(x, 0, width, height, fill=page.colours.panel)
    place = {PANEL: (x, 0.0, x + width, height)}
    return Part((frame,), height, place, ((words, 0.0, pad),))
