"""What a kind of body is called in the timeline."""

from __future__ import annotations

import re

from explorer.look import counted, lower_first
from explorer.model import Kind


def plain_name(kind: Kind, count: int = 2) -> str:
    """`area health authorities`, of one `area health authority`: without what stands in
    brackets."""
    words = kind.label if count == 1 else kind.plural
    return lower_first(re.sub(r" \([^)]*\)", "", words))


def many(kind: Kind, count: float) -> str:
    """`1 area team`, `27 area teams`, with capitals kept where they belong."""
    return counted(int(count), lower_first(kind.label), lower_first(kind.plural))


def acronym(kind: Kind, count: int) -> str:
    if count == 1 or kind.short.endswith("s"):
        return kind.short
    return f"{kind.short[:-1]}ies" if kind.short.endswith("body") else f"{kind.short}s"
