"""The papers of the poster, and what stands on each: parts, regions and trees of bodies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from explorer.errors import ExplorerError
from explorer.model import Registry
from explorer.poster.forest import Branch, forest
from explorer.poster.sheet import Part, Strip, strips


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper in mm. Kinds in `folded` are only counted where they ended before `until`."""

    wide: float
    high: float
    columns: int
    folded: tuple[str, ...]
    until: date


SHEETS = MappingProxyType(
    {
        "a1": Sheet(594, 841, 3, (), date.min),
        "a3": Sheet(
            297,
            420,
            3,
            ("primary_care_group", "primary_care_trust", "care_trust",
             "area_health_authority", "district_health_authority"),
            date(2006, 10, 1),
        ),
    }
)  # fmt: skip
_SOUTH = 50.0  # degrees of latitude: a region without coordinates comes last
_ERAS = (  # title, kinds
    (
        "Authorities, 1974 to 2002",
        ("area_health_authority", "district_health_authority", "health_authority"),
    ),
    (
        "Groups, trusts and boards since 1999",
        (
            "primary_care_group",
            "primary_care_trust",
            "care_trust",
            "clinical_commissioning_group",
            "integrated_care_board",
        ),
    ),
)


_ELSEWHERE = "Region not known"


class UnknownSheet(ExplorerError):
    """A size of paper on which no poster is drawn."""

    def __init__(self, asked: str) -> None:
        super().__init__(f"Unknown size of poster '{asked}'. Known sizes: {', '.join(SHEETS)}.")


class NothingToDraw(ExplorerError):
    """A record without local commissioners."""

    def __init__(self) -> None:
        super().__init__("This record holds no local commissioners of NHS care to draw.")


def parts_of(registry: Registry, sheet: Sheet) -> tuple[Part, ...]:
    """What stands on a sheet, in order of time. Raises NothingToDraw."""
    found = (Part(title, _regions(registry, sheet, kinds)) for title, kinds in _ERAS)
    parts = tuple(part for part in found if part.regions)
    if not parts:
        raise NothingToDraw
    return parts


def numbers(parts: Sequence[Part]) -> dict[str, int]:
    """How many bodies of each kind are drawn or counted, in order of time."""
    found: Counter[str] = Counter()
    for branch in (branch for part in parts for branch in part.branches):
        found[branch.body.kind] += 1
        for fold in branch.folds:
            found[fold.kind] += fold.number
    order = [kind for _, kinds in _ERAS for kind in kinds]
    return {kind: found[kind] for kind in order if found[kind]}


def _regions(
    registry: Registry, sheet: Sheet, kinds: Sequence[str]
) -> tuple[tuple[str, tuple[Strip, ...]], ...]:
    """From north to south; bodies without a region come last."""
    found: dict[str, list[Branch]] = defaultdict(list)
    for tree in forest(registry, kinds, folded=sheet.folded, until=sheet.until):
        found[tree.body.region or _ELSEWHERE].append(tree)
    order = {name: (name == _ELSEWHERE, -_north(trees), name) for name, trees in found.items()}
    return tuple((name, strips(found[name])) for name in sorted(found, key=order.get))


def _north(trees: Sequence[Branch]) -> float:
    """The mean latitude."""
    lats = [one.body.lat for tree in trees for one in tree.walk() if one.body.lat is not None]
    return sum(lats) / len(lats) if lats else _SOUTH
