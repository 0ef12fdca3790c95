"""The words of the structure drawing, short enough for its boxes and its margin."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType

from explorer.days.caveats import INCOMPLETE
from explorer.days.tier_rows import Row
from explorer.days.tiers import Tiers
from explorer.look import counted, listed, lower_first
from explorer.model import Registry
from explorer.snapshot import Snapshot

# (one, many) where the kind's own label is too long for a box
_BRIEF = MappingProxyType(
    {
        "area_health_authority": ("authority", "authorities"),
        "area_team": ("area team", "area teams"),
        "care_trust": ("care trust", "care trusts"),
        "clinical_commissioning_group": ("group", "groups"),
        "directorate_of_health_and_social_care": ("directorate", "directorates"),
        "district_health_authority": ("district", "districts"),
        "health_authority": ("authority", "authorities"),
        "integrated_care_board": ("board", "boards"),
        "integrated_care_system": ("system", "systems"),
        "local_authority": ("council", "councils"),
        "primary_care_group": ("group", "groups"),
        "primary_care_trust": ("trust", "trusts"),
        "regional_health_authority": ("authority", "authorities"),
        "regional_office": ("office", "offices"),
        "regional_team": ("region", "regions"),
        "strategic_health_authority": ("authority", "authorities"),
        "sub_icb_location": ("location", "locations"),
        "sustainability_transformation_partnership": ("partnership", "partnerships"),
    }
)
# plurals for headings, where the label's own is too long for the margin
_HEADINGS = MappingProxyType(
    {
        "area_team": ("area team or local office", "area teams and local offices"),
        "care_trust": ("care trust", "care trusts"),
        "integrated_care_system": ("integrated care system", "integrated care systems"),
        "local_authority": ("council", "councils"),
        "regional_team": ("region of NHS England", "regions of NHS England"),
    }
)
# for headlines, where the rest of the drawing tells whose they are
_OVER = MappingProxyType(
    {
        "regional_team": ("region", "regions"),
        "regional_office": ("regional office", "regional offices"),
        "directorate_of_health_and_social_care": ("directorate", "directorates"),
    }
)
_TO_MANY = MappingProxyType(
    {
        "reports_to": "report to",
        "local_office_of": "local offices of",
        "member_of": "members of",
        "committee_of": "committees of",
        "hosted_by": "hosted by",
        "oversees": "overseen by",
        "part_of_cluster": "in clusters of",
    }
)

GOVERNMENT = "Government"
ALONGSIDE = "Alongside"
SCHEMES = "Schemes"
PLANNED = "Planned"
UNLINKED = "no reporting line in the record on this day"
UNLINKED_BY = "no link of the chosen sort on this day"
NO_REGION = "no region"
HOW = "How to read this"


def brief(registry: Registry, kind: str, number: int) -> str:
    """`9 area teams`, `1 board`."""
    return counted(number, *(_BRIEF.get(kind) or _label(registry, kind)))


def heading(registry: Registry, kind: str, number: int) -> str:
    """`211 clinical commissioning groups`; `76 known …` where the record lists only some."""
    words = _HEADINGS.get(kind) or _label(registry, kind)
    some = kind in _incomplete(registry)
    return counted(number, *((f"known {word}" for word in words) if some else words))


def over(registry: Registry, kind: str, number: int) -> str:
    """`4 regions`: the tier at the top, in a headline."""
    return counted(number, *_OVER[kind]) if kind in _OVER else heading(registry, kind, number)


@lru_cache(maxsize=8)
def _incomplete(registry: Registry) -> frozenset[str]:
    return frozenset(row.kind for row in registry.counts if row.gap_reason in INCOMPLETE)


def one(registry: Registry, kind: str) -> str:
    """`one group`: the words beside a sign."""
    return f"one {(_BRIEF.get(kind) or _label(registry, kind))[0]}"


def plural(registry: Registry, kind: str) -> str:
    return (_HEADINGS.get(kind) or _label(registry, kind))[1]


def singular(registry: Registry, kind: str) -> str:
    return (_HEADINGS.get(kind) or _label(registry, kind))[0]


def _label(registry: Registry, kind: str) -> tuple[str, str]:
    found = registry.kinds[kind]
    return lower_first(found.label), lower_first(found.plural)


def below(registry: Registry, counts: Iterable[tuple[str, int]], kinds: Iterable[str]) -> str:
    """`9 area teams, 68 groups`: what stands under a box, in the order of `kinds`."""
    numbers = dict(counts)
    return ", ".join(brief(registry, kind, numbers[kind]) for kind in kinds if kind in numbers)


def relation(tiers: Tiers, row: Row) -> str:
    """`report to regions of NHS England`, `hosted by NHS England`; "" without a relation."""
    if not row.relation or not row.parents:
        return ""
    bodies = [tiers.nodes[name].body for name in row.parents]
    if len(bodies) == 1:
        whom = bodies[0].name
    else:
        kinds = dict.fromkeys(body.kind for body in bodies)
        whom = listed(plural(tiers.snapshot.registry, kind) for kind in kinds)
    return f"{_TO_MANY.get(row.relation, row.relation.replace('_', ' '))} {whom}"


def unlinked(shown: Snapshot) -> str:
    """What is said of bodies without a link among the relations shown."""
    return UNLINKED_BY if shown.by else UNLINKED
