"""Permanent addresses of pictures and data, and the code that embeds them elsewhere.

A living address, `/api/lineage/5PD.svg`, shows what the newest edition knows. A pinned one,
`/api/v1.0.0-323d8b4b1663/lineage/5PD.svg`, names its edition and never shows another. What stands
after the question mark are the settings of the page and the wishes of `WISHES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import quote, urlencode

from explorer.export.formats import ROOT
from explorer.export.picture import Wish
from explorer.model import Edition
from explorer.narrative.citation import DIGITS
from explorer.view import SETTINGS, ViewState

LETTER, POSTER = "record", "poster"
# the settings that stand in the path of a drawing, in order
PATHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "structure": ("day",),
        "icicle": ("day",),
        "changes": ("start", "end"),
        "lineage": ("org",),
        "place": ("place",),
        "function": ("function",),
        "holdings": ("day",),
        "transfers": ("when",),
        "cycle": ("day",),
        LETTER: ("org",),
    }
)
_PART = ("kind", "region", "near", "under")
_YEARS = ("first_year", "last_year")
# the further settings of a drawing, after the question mark
USED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "structure": (*_PART, "relations", "opened"),
        "icicle": (*_PART, "relations", "opened"),
        "days": ("days", *_PART),
        "changes": ("kind", "region"),
        "lineage": ("back", "forward", "lines", "parts"),
        "timeline": _YEARS,
        "lives": ("kind", "region", *_YEARS),
        "responsibilities": _YEARS,
        "function": _YEARS,
        "holdings": ("kind",),
        "plans": ("show", "milestone"),
        "money": ("subject",),
    }
)
# no words of a reader's own: a picture from this address says what the record says
WISHES = ("size", "ink", "sheet")


def address(
    drawing: str, view: ViewState, suffix: str, wish: Wish | None = None, *,
    edition: Edition | None = None,
) -> str:  # fmt: skip
    """The path of a drawing or letter; pinned to `edition` if one is given."""
    names = PATHS.get(drawing, ())
    pin = [f"v{edition.version}-{edition.digest[:DIGITS]}"] if edition else []
    path = "/".join(quote(part, safe="") for part in (*pin, drawing, *values(drawing, view)))
    query = {
        entry.metadata["name"]: entry.metadata["form"].write(value)
        for entry in SETTINGS.values()
        if entry.name in USED.get(drawing, ())
        and entry.name not in names
        and (value := getattr(view, entry.name)) != entry.default
    }
    if wish:
        query |= {"size": wish.size} if wish.size != Wish().size else {}
        query |= {"ink": "grey"} if wish.grey else {}
    return f"{ROOT}/{path}.{suffix}{'?' if query else ''}{urlencode(query)}"


def values(drawing: str, view: ViewState) -> tuple[str, ...]:
    """The settings that stand in the path of the drawing, as they are written there."""
    names = PATHS.get(drawing, ())
    return tuple(SETTINGS[name].metadata["form"].write(getattr(view, name)) for name in names)


def embed_code(picture: str, page: str, alt: str, credit: str) -> str:
    """HTML that shows a picture on another site, with its words and a way to the view.

    `picture` and `page` are whole addresses.
    """
    return (
        f'<figure><a href="{escape(page)}"><img src="{escape(picture)}" alt="{escape(alt)}" '
        f'style="max-width:100%;height:auto"></a>'
        f"<figcaption>{escape(credit)}</figcaption></figure>"
    )
