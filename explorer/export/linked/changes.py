"""Change events, the successions within them, and relations between bodies."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.export.linked.bodies import arc_address
from explorer.export.linked.thing import Addresses, Thing, thing
from explorer.model import ChangeEvent, Reform, Relationship, Succession
from explorer.sheets.columns import rounded


def event(at: Addresses, found: ChangeEvent, arcs: Sequence[Succession]) -> Thing:
    """A change with the original and resulting organisations of `arcs`."""
    return thing(
        at.of("change", found.id),
        "org:ChangeEvent",
        title=found.title,
        date=found.date,
        changeType=at.concept("kind-of-change", found.kind),
        line=at.concept("line", found.line),
        reform=at.of("reform", found.reform_id) if found.reform_id else None,
        originalOrganization=dict.fromkeys(at.organisation(arc.from_id) for arc in arcs),
        resultingOrganization=dict.fromkeys(at.organisation(arc.to_id) for arc in arcs),
        wasDerivedFrom=at.source(found.source_id),
    )


def succession(at: Addresses, arc: Succession) -> Thing:
    """From which body another came, and how much of it: a qualified derivation of PROV."""
    return thing(
        arc_address(at, arc),
        "prov:Derivation",
        entity=at.organisation(arc.from_id),
        hadActivity=at.of("change", arc.event_id),
        share=rounded(arc.share),
        shareOf=at.concept("basis", arc.basis),
        confidence=at.concept("confidence", arc.confidence),
        wasDerivedFrom=dict.fromkeys(
            at.source(name)
            for name in (arc.source_id, arc.default.source_id if arc.default else None)
            if name
        ),
    )


def relation(at: Addresses, link: Relationship) -> Thing:
    """A relation between two bodies in its days: a membership of ORG."""
    start = str(link.start) if link.start else ""
    return thing(
        at.of("relationship", link.child_id, link.relation, link.parent_id, start),
        "org:Membership",
        member=at.organisation(link.child_id),
        organization=at.organisation(link.parent_id),
        role=at.concept("relation", link.relation),
        start=link.start,
        end=link.end,
        wasDerivedFrom=at.source(link.source_id),
    )


def reform(at: Addresses, found: Reform) -> Thing:
    return thing(
        at.of("reform", found.id),
        "prov:Activity",
        title=found.title,
        description=found.description,
        date=found.date,
        wasDerivedFrom=at.source(found.source_id),
    )
