"""Values as text that every reader of linked data takes."""

from __future__ import annotations

import re

_SURROGATES = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """Text without halves of letters, which UTF-8 cannot hold."""
    return _SURROGATES.sub("\ufffd", text)


def decimal(value: float) -> str:
    """A number as xsd:decimal: `0.88`, never `1e-05`."""
    whole, _, rest = f"{value:.6f}".partition(".")
    return f"{whole}.{rest.rstrip('0') or '0'}"
