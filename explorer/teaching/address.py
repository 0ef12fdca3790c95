"""The address of a view as a value: a page and what a reader would have chosen on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from explorer.errors import ExplorerError
from explorer.model import Registry
from explorer.view import PAGES, SETTINGS, ViewState, fit, from_params, to_params


class BadAddress(ExplorerError):
    """An address that opens no view of this edition, and why."""


@dataclass(frozen=True, slots=True)
class Address:
    """A view of one page."""

    page: str
    view: ViewState

    @property
    def path(self) -> str:
        """`/structure?on=2006-10-01`, below the root of the explorer."""
        parts = urlencode(to_params(self.view, self.page))
        return f"/{self.page}?{parts}" if parts else f"/{self.page}"


def address(page: str, **settings: Any) -> Address:
    """The usual view of `page`, but for these settings."""
    return Address(page, ViewState(**settings))


def read_address(registry: Registry, text: str) -> Address:
    """The view that an address such as `structure?on=2006-10-01` opens. Raises BadAddress where
    any part of it would be left out."""
    parts = urlsplit(text.strip())
    page = parts.path.strip("/")
    if parts.scheme or parts.netloc or page not in PAGES:
        raise BadAddress(f"'{text}' is no page of the explorer; the pages are: {', '.join(PAGES)}")
    view, unread = from_params(dict(parse_qsl(parts.query, keep_blank_values=True)))
    fitted, lacking = fit(view, registry)
    if left_out := (*unread, *lacking):
        raise BadAddress(" ".join(map(str, left_out)))
    found = Address(page, fitted)
    unused = set(to_params(view, page, tuple(SETTINGS))) - set(to_params(view, page))
    if unused:
        raise BadAddress(f"the page '{page}' does not use: {', '.join(sorted(unused))}")
    return found
