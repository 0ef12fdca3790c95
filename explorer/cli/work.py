"""What one command may put into a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from explorer.export.extract import Extract
from explorer.export.picture import View


@dataclass(frozen=True, eq=False)
class Work:
    """A drawing, an extract, or neither; `others` are writers of whole files by their ending."""

    view: View | None = None
    extract: Extract | None = None
    others: Mapping[str, Callable[[], bytes]] = field(default_factory=dict)
