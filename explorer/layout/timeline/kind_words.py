"""What a kind of body is called in the timeline."""

from __future__ import annotations

import re

from explorer.look import counted, lower_first
from explorer.model import Kind


def plain_name(kind: Kind) -> str:
    """`area health authorities`: the plural without what stands in brackets."""
    return lower_first(re.sub(r" \([^)]*\)", "", kind.plural))


def many(kind: Kind, count: float) -> str:
    """`1 area team`, `27 area teams`, with capitals kept where they belong."""
    return counted(int(count), lower_first(kind.label), lower_first(kind.plural))


def acronym(kind: Kind, count: int) -> str:
    if count == 1 or kind.short.endswith("s"):
        return kind.short
    return f"{kind.short[:-1]}ies" if kind.short.endswith("body") else f"{kind.short}s"
