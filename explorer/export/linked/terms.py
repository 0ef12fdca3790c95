"""The words of linked data: prefixes, and short names for the properties that are used.

Bodies, changes and relations are told in the W3C Organization Ontology, where facts come from in
PROV, names in SKOS and SKOS-XL, codes in SKOS and ADMS. What none of them has is a term of ours.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REF, TEXT, PLAIN, DATE, CODE, NUMBER = "ref", "text", "plain", "date", "code", "number"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "adms": "http://www.w3.org/ns/adms#",
        "dcterms": "http://purl.org/dc/terms/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "org": "http://www.w3.org/ns/org#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "schema": "https://schema.org/",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "skosxl": "http://www.w3.org/2008/05/skos-xl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    }
)
# short name in JSON-LD: property, and what its values are
TERMS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "name": ("skos:prefLabel", TEXT),
        "otherName": ("skos:altLabel", TEXT),
        "description": ("dcterms:description", TEXT),
        "title": ("dcterms:title", TEXT),
        "notation": ("skos:notation", CODE),
        "classification": ("org:classification", REF),
        "founded": ("schema:foundingDate", DATE),
        "dissolved": ("schema:dissolutionDate", DATE),
        "closedBy": ("own:closedBy", DATE),
        "lastSeen": ("own:lastSeen", DATE),
        "unitOf": ("org:unitOf", REF),
        "naming": ("own:naming", REF),
        "literalForm": ("skosxl:literalForm", TEXT),
        "nameType": ("dcterms:type", REF),
        "identifier": ("adms:identifier", REF),
        "start": ("schema:startDate", DATE),
        "end": ("schema:endDate", DATE),
        "changedBy": ("org:changedBy", REF),
        "resultedFrom": ("org:resultedFrom", REF),
        "date": ("dcterms:date", DATE),
        "changeType": ("dcterms:type", REF),
        "line": ("own:line", REF),
        "reform": ("dcterms:isPartOf", REF),
        "originalOrganization": ("org:originalOrganization", REF),
        "resultingOrganization": ("org:resultingOrganization", REF),
        "qualifiedDerivation": ("prov:qualifiedDerivation", REF),
        "entity": ("prov:entity", REF),
        "hadActivity": ("prov:hadActivity", REF),
        "share": ("own:share", NUMBER),
        "shareOf": ("own:shareOf", REF),
        "confidence": ("own:confidence", REF),
        "member": ("org:member", REF),
        "organization": ("org:organization", REF),
        "role": ("org:role", REF),
        "issued": ("dc:date", PLAIN),  # as the source bears it, which may be no date at all
        "publisher": ("dc:publisher", PLAIN),
        "rights": ("dc:rights", PLAIN),
        "seeAlso": ("rdfs:seeAlso", REF),
        "version": ("owl:versionInfo", PLAIN),
        "wasDerivedFrom": ("prov:wasDerivedFrom", REF),
    }
)
DATES = MappingProxyType({"day": "xsd:date", "month": "xsd:gYearMonth", "year": "xsd:gYear"})
LANGUAGE = "en"


def context(base: str) -> dict[str, object]:
    """The context of JSON-LD: short names and nothing that is not used."""
    types = {REF: {"@type": "@id"}, TEXT: {"@language": LANGUAGE}, NUMBER: {"@type": "xsd:decimal"}}
    return {
        **PREFIXES,
        "own": f"{base}term:",
        "id": "@id",
        "type": "@type",
        **{
            short: {"@id": full, **types[sort]} if sort in types else full
            for short, (full, sort) in TERMS.items()
        },
    }
