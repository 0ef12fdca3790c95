"""The edition that a permanent address may be pinned to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explorer.errors import ExplorerError
from explorer.model import Edition
from explorer.narrative.citation import DIGITS

_PINNED = re.compile(r"v([0-9][0-9A-Za-z.]{0,19})(?:-([0-9a-f]{12}))?$")


@dataclass(frozen=True, slots=True)
class Pin:
    """The edition that an address is pinned to. Without a `digest` its version alone."""

    version: str
    digest: str = ""

    def names(self, edition: Edition) -> bool:
        return self.version == edition.version and edition.digest.startswith(self.digest)

    def __str__(self) -> str:
        return f"{self.version}-{self.digest}" if self.digest else self.version


def pin_of(path: str) -> Pin | None:
    """The edition that stands at the head of an address; None in a living one."""
    found = _PINNED.match(path.partition("/")[0])
    return Pin(found[1], found[2] or "") if found else None


class OtherEdition(ExplorerError):
    """A pinned address of an edition that this server does not have."""

    def __init__(self, asked: Pin, held: Edition) -> None:
        super().__init__(
            f"This address is pinned to edition {asked}, which this server does not keep. It has "
            f"edition {held.version} ({held.digest[:DIGITS]}) and shows no other in place of the "
            f"one asked for. The same address without '/v{asked}' shows what this edition knows."
        )
