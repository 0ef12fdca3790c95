"""Words of a command line as days, kinds and bodies of the record, or an error for the reader."""

from __future__ import annotations

from datetime import date

from explorer.days.scope import known_region
from explorer.errors import UnknownOrganisation
from explorer.model import Organisation, Registry
from explorer.naming import check_kind, find
from explorer.period import day
from explorer.search import near
from explorer.snapshot import check_day


def day_in(registry: Registry, text: str) -> date:
    when = day(text)
    check_day(registry, when)
    return when


def kind_in(registry: Registry, kind: str | None) -> str | None:
    return None if kind is None else check_kind(registry, kind)


def region_in(registry: Registry, region: str | None) -> str | None:
    return None if region is None else known_region(registry, region)


def body_in(registry: Registry, asked: str) -> Organisation:
    """The body meant. Where the spelling gives no hint, the search offers one."""
    try:
        return find(registry, asked)
    except UnknownOrganisation as error:
        if error.near:
            raise
        raise UnknownOrganisation(asked, near(registry, asked)) from None
