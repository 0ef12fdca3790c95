"""Which kinds of body ever held a function, and which held most on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from explorer.model import Kind, Registry, Responsibility


def holding_kinds(registry: Registry) -> Mapping[str, Kind]:
    """Kinds that hold functions as kinds, by id, in the order of the record."""
    names = dict.fromkeys(row.holder_id for row in _rows(registry))
    return {name: registry.kinds[name] for name in names if name in registry.kinds}


def kind_holding_most(registry: Registry, day: date) -> str:
    """The kind that held most functions on the day; "" where no kind ever held any."""
    held = Counter(row.holder_id for row in _rows(registry) if day in row.period)
    return max(holding_kinds(registry), key=lambda name: held[name], default="")


def _rows(registry: Registry) -> list[Responsibility]:
    return [row for row in registry.responsibilities if row.holder_type == "kind"]
