"""Where each kind of body stands on the timeline: its lane, and whether only a close look shows it.

The lanes follow the tier of a kind; the exceptions below are those of this record. A kind of
somebody else's record follows its tier.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer.model import Kind, Organisation, Registry
from explorer.policy.reform_bodies import ANSWERS_TO

BARS, BANDS = "bars", "bands"


@dataclass(frozen=True, slots=True)
class Lane:
    """One strip of the timeline: a bar for each body, or bands as thick as the number of bodies."""

    id: str
    title: str
    form: str


LANES = (
    Lane("national", "National", BARS),
    Lane("regional", "Between centre and local", BANDS),
    Lane("local", "Local buyers of hospital and community care", BANDS),
    Lane("council", "Councils, buyers of public health", BANDS),
    Lane("family", "Family health services", BANDS),
    Lane("scheme", "Schemes of practices", BARS),
    Lane("arrangement", "Partnerships and clusters", BANDS),
    Lane("support", "Support units", BANDS),
    Lane("voice", "Patients’ voice", BANDS),
    Lane("other_national", "Other national bodies", BARS),
)
_FORM = {lane.id: lane.form for lane in LANES}
_LANE_OF_TIER = {
    lane: lane for lane in ("national", "regional", "local", "scheme", "arrangement", "voice")
}
_LANE_OF_KIND = {
    "local_authority": "council",
    "family_practitioner_committee": "family",
    "family_health_services_authority": "family",
    "commissioning_support_unit": "support",
    "health_and_wellbeing_board": "",  # one for each council
    "sub_icb_location": "",  # a place for data, not a body
    "local_health_group": "",  # Wales
    "local_health_board": "",
    "payment_by_results": "",  # a way of paying
    "specialised_commissioning_hub": "",  # a duty of ten area teams
    "local_commissioning_hub": "",  # a code for what an area team buys itself
    "clinical_senate": "",  # their ends are not known
    "strategic_clinical_network": "",
}
CLOSE_LANES = frozenset({"family", "voice", "other_national"})
_CLOSE_KINDS = frozenset(
    (
        *("specialised_commissioning_group", "sha_cluster", "pct_cluster", "icb_cluster"),
        *("gp_multifund", "total_purchasing_pilot", "gp_commissioning_pilot"),
    )
)
# councils are listed for their public health duties: before these most have no dates here
SINCE_DUTY = {"local_authority": "public-health"}


def lane_of(kind: Kind) -> str:
    """The id of the lane of a kind; "" where it is not drawn."""
    return _LANE_OF_KIND.get(kind.id, _LANE_OF_TIER.get(kind.tier, ""))


def is_counted(kind: Kind) -> bool:
    """Whether the kind is drawn as a band."""
    return _FORM.get(lane_of(kind)) == BANDS


def is_close(kind: Kind) -> bool:
    """Whether the kind is drawn only when a few years fill the page."""
    return kind.id in _CLOSE_KINDS or lane_of(kind) in CLOSE_LANES


def leading(registry: Registry) -> frozenset[str]:
    """National bodies of the first lane: departments, bodies to which other tiers answered, and
    those whose work these took over when they ended."""
    bodies = registry.organisations
    heads = {body.id for body in bodies.values() if body.kind == "government_department"}
    heads |= {
        relation.parent_id
        for relation in registry.relationships
        if relation.relation in ANSWERS_TO
        and not _national(registry, relation.child_id)
        and _national(registry, relation.parent_id)
    }
    heads |= set(_forerunners(registry, heads))
    return frozenset(heads)


def _national(registry: Registry, name: str) -> bool:
    return registry.kinds[registry.organisations[name].kind].tier == "national"


def _forerunners(registry: Registry, heads: Iterable[str]) -> Iterable[str]:
    for head in heads:
        for arc in registry.into.get(head, ()):
            origin: Organisation = registry.organisations[arc.from_id]
            whole = arc.kind in ("replacement", "conversion") or (
                arc.kind == "transfer" and origin.closed and origin.closed.first <= arc.date.last
            )
            if whole and _national(registry, origin.id):
                yield origin.id
