"""Bodies as organisations, with their dated names and codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from explorer.export.linked.thing import Addresses, Thing, Typed, thing
from explorer.model import Code, Naming, Organisation, Registry, Succession
from explorer.naming import display_name

UNIT = "local_office_of"  # the relation that makes a body a unit of another


def body(
    registry: Registry,
    at: Addresses,
    found: Organisation,
    into: Iterable[Succession],
    out_of: Iterable[Succession],
) -> Iterator[Thing]:
    """A body and its names and codes. `into` and `out_of` are those of its arcs that are told.

    A statutory body is a FormalOrganization; a local office is an OrganizationalUnit; schemes and
    arrangements are an Organization and no more.
    """
    names, codes = registry.names.get(found.id, ()), registry.codes.get(found.id, ())
    shown = display_name(registry, found.id).text
    statutory = registry.kinds[found.kind].statutory == "yes"
    units = () if statutory else _units(registry, at, found)
    sort = "FormalOrganization" if statutory else "OrganizationalUnit" if units else "Organization"
    yield thing(
        at.organisation(found.id),
        f"org:{sort}",
        name=shown,
        otherName=dict.fromkeys(each.name for each in names if each.name != shown),
        notation=dict.fromkeys(_typed(at, each) for each in codes),
        classification=at.concept("kind", found.kind),
        founded=found.opened,
        dissolved=None if found.closed_by else found.closed,
        closedBy=found.closed if found.closed_by else None,
        lastSeen=found.last_seen,
        unitOf=units,
        naming=[at.of("naming", found.id, str(n)) for n, _ in enumerate(names, 1)],
        identifier=[at.of("code", found.id, str(n)) for n, _ in enumerate(codes, 1)],
        changedBy=dict.fromkeys(at.of("change", arc.event_id) for arc in out_of),
        resultedFrom=dict.fromkeys(at.of("change", arc.event_id) for arc in into),
        qualifiedDerivation=dict.fromkeys(arc_address(at, arc) for arc in into),
        wasDerivedFrom=at.source(found.source_id),
    )
    yield from (_naming(at, each, str(n)) for n, each in enumerate(names, 1))
    yield from (_code(at, each, str(n)) for n, each in enumerate(codes, 1))


def arc_address(at: Addresses, arc: Succession) -> str:
    return at.of("succession", arc.from_id, arc.to_id, str(arc.date), arc.line)


def _units(registry: Registry, at: Addresses, found: Organisation) -> tuple[str, ...]:
    above = registry.parents.get(found.id, ())
    return tuple(
        dict.fromkeys(at.organisation(link.parent_id) for link in above if link.relation == UNIT)
    )


def _typed(at: Addresses, held: Code) -> Typed:
    return Typed(held.code, at.concept("scheme", held.scheme))


def _naming(at: Addresses, held: Naming, number: str) -> Thing:
    return thing(
        at.of("naming", held.organisation_id, number),
        "skosxl:Label",
        literalForm=held.name,
        nameType=at.concept("name-type", held.name_type),
        start=held.start,
        end=held.end,
        wasDerivedFrom=at.source(held.source_id),
    )


def _code(at: Addresses, held: Code, number: str) -> Thing:
    return thing(
        at.of("code", held.organisation_id, number),
        "adms:Identifier",
        notation=_typed(at, held),
        start=held.start,
        end=held.end,
        wasDerivedFrom=at.source(held.source_id),
    )
