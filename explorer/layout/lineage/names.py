"""Names for the bars of one lineage: short, and different from one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from explorer.layout.names import shortened
from explorer.model import Registry
from explorer.naming import display_name, ods_code

_NATIONAL = ("national_body", "government_department", "special_health_authority", "regulator")


@dataclass(frozen=True, slots=True)
class ShortName:
    """`label` is True for words of ours that are not a name: set in italics."""

    text: str
    label: bool


def short_name(registry: Registry, organisation_id: str) -> ShortName:
    """The last name without the words that the head of its kind says already."""
    name = display_name(registry, organisation_id)
    national = registry.organisations[organisation_id].kind in _NATIONAL
    text = name.text if national else shortened(name.text, label=name.is_label)
    return ShortName(text, name.is_label)


def short_names(registry: Registry, ids: Iterable[str]) -> dict[str, ShortName]:
    """Short names, with the code added where two bodies of one kind would read alike."""
    ids = tuple(dict.fromkeys(ids))
    names = {name: short_name(registry, name) for name in ids}
    kind = {name: registry.organisations[name].kind for name in ids}
    often = Counter((names[name].text, kind[name]) for name in ids)
    for name in ids:
        if often[names[name].text, kind[name]] > 1:
            code = ods_code(registry, name) or name
            names[name] = ShortName(f"{names[name].text} {code}", names[name].label)
    return names
