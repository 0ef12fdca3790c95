"""Five real views and one hostile world for the tests of exports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from explorer.drawing.scene import Scene, Text
from explorer.export import views
from explorer.export.picture import View
from explorer.load import load
from explorer.model import Registry

HOSTILE = (
    "<script>alert('x')</script>",
    "Quote \" and ' and & and ]]>",
    "=1+1",
    "right\u200f to \u202eleft\u202c marks",
    "שלום NHS",
    "漢字 and 😀",
    "control \x00\x07 letters",
    '#set page(width: 1pt) \\ $x$ *b* "#eval("1")',
    "\u0130stanbul" + "N" * 300,
)


@lru_cache(maxsize=1)
def record() -> Registry:
    return load()


@lru_cache(maxsize=1)
def real() -> dict[str, View]:
    return {
        "lineage of 5PD": views.lineage(record(), "5PD"),
        "lineage of QHM": views.lineage(record(), "QHM"),
        "structure": views.structure(record(), date(2013, 4, 1)),
        "changes": views.changes(
            record(), date(2013, 3, 31), date(2013, 4, 1), region="East Midlands"
        ),
        "timeline": views.timeline(record()),
    }


NAMES = ("lineage of 5PD", "lineage of QHM", "structure", "changes", "timeline")


def renamed(scene: Scene, name: str) -> Scene:
    """A scene in which every key, hover word and label of the drawing is `name`, on one line."""
    items = tuple(
        replace(item, key=name, title=name, **({"text": name} if isinstance(item, Text) else {}))
        for item in scene.items
    )
    words = {"headline": name, "standfirst": name, "alt": name, "description": name}
    return replace(scene, items=items, notes=(name,), source_line=name, **words)
