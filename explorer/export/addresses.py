"""Permanent addresses of pictures and data, and the code that embeds them elsewhere.

A living address, `/api/lineage/5PD.svg`, shows what the newest edition knows. A pinned one,
`/api/v1.0.0-323d8b4b1663/lineage/5PD.svg`, names its edition and never shows another. What stands
after the question mark are the settings of the page and the wishes of `WISHES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from types import MappingProxyType
from urllib.parse import quote, urlencode

from explorer.export.picture import Wish
from explorer.model import Edition
from explorer.narrative.citation import DIGITS
from explorer.view import SETTINGS, ViewState

ROOT = "/api"
LETTER, POSTER = "record", "poster"
# the settings that stand in the path of a drawing, in order
PATHS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "structure": ("day",),
        "changes": ("start", "end"),
        "lineage": ("org",),
        "function": ("function",),
        "transfers": ("when",),
        LETTER: ("org",),
    }
)
# the further settings of a drawing, after the question mark
USED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "structure": ("kind", "region", "under"),
        "changes": ("kind", "region"),
        "lineage": ("back", "forward", "lines", "parts"),
        "timeline": ("first_year", "last_year"),
        "responsibilities": ("first_year", "last_year"),
    }
)
_BESIDE = ("steps",)  # settings of what stands beside a drawing
# no words of a reader's own: a picture from this address says what the record says
WISHES = ("size", "ink", "sheet")


def address(
    drawing: str, view: ViewState, suffix: str, wish: Wish | None = None, *,
    edition: Edition | None = None,
) -> str:  # fmt: skip
    """The path of a drawing or letter; pinned to `edition` if one is given."""
    names = PATHS.get(drawing, ())
    values = [SETTINGS[name].metadata["form"].write(getattr(view, name)) for name in names]
    pin = [f"v{edition.version}-{edition.digest[:DIGITS]}"] if edition else []
    path = "/".join(quote(part, safe="") for part in (*pin, drawing, *values))
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


def has_address(drawing: str, view: ViewState, settings: Iterable[str]) -> bool:
    """Whether an address of the drawing can say all that was chosen among `settings`."""
    said = {*PATHS.get(drawing, ()), *USED.get(drawing, ()), *_BESIDE}
    return all(name in said or getattr(view, name) == SETTINGS[name].default for name in settings)


def embed_code(picture: str, page: str, alt: str, credit: str) -> str:
    """HTML that shows a picture on another site, with its words and a way to the view.

    `picture` and `page` are whole addresses.
    """
    return (
        f'<figure><a href="{escape(page)}"><img src="{escape(picture)}" alt="{escape(alt)}" '
        f'style="max-width:100%;height:auto"></a>'
        f"<figcaption>{escape(credit)}</figcaption></figure>"
    )
