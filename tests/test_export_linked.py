"""Linked data, read by rdflib: the same statements in JSON-LD and Turtle, each with its source."""

from datetime import date

import pytest
import rdflib
from hypothesis import given, settings
from rdflib.namespace import ORG, PROV, RDF, SKOS, XSD

from explorer.errors import ExplorerError
from explorer.export import extract
from explorer.export.data import data
from explorer.export.linked.thing import base_of
from explorer.lineage import lineage
from explorer.load import load
from explorer.snapshot import snapshot
from tests.exports import APRIL, HOSTILE, hostile_extracts
from tests.rich_worlds import rich_worlds
from tests.worlds import world

SCHEMA = rdflib.Namespace("https://schema.org/")
FORMS = {"jsonld": "json-ld", "ttl": "turtle"}


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def found(record):
    return lineage(record, "5PD")


@pytest.fixture(scope="module")
def graph(found):
    return parsed(extract.of_lineage(found), "ttl")


def parsed(shown, suffix, **how):
    return rdflib.Graph().parse(data=data(shown, suffix, **how), format=FORMS[suffix])


def at(*parts, base="urn:x-nhs-commissioning:"):
    return rdflib.URIRef(base + ":".join(parts))


def test_both_forms_say_the_same(found, record):
    for shown in (
        extract.of_lineage(found),
        extract.of_snapshot(snapshot(record, APRIL, under="Q44")),
    ):
        assert set(parsed(shown, "jsonld")) == set(parsed(shown, "ttl"))


def test_the_statements_survive_a_round_through_rdflib(graph):
    for form in FORMS.values():
        again = rdflib.Graph().parse(data=graph.serialize(format=form), format=form)
        assert set(again) == set(graph)


def test_every_succession_has_an_original_and_a_resulting_organisation(graph, found):
    for arc in found.successions:
        event = at("change", arc.event_id)
        assert (event, RDF.type, ORG.ChangeEvent) in graph
        assert (event, ORG.originalOrganization, at("organisation", arc.from_id)) in graph
        assert (event, ORG.resultingOrganization, at("organisation", arc.to_id)) in graph
        assert (at("organisation", arc.from_id), ORG.changedBy, event) in graph
        assert (at("organisation", arc.to_id), ORG.resultedFrom, event) in graph
    pairs = {
        (o, r)
        for event in graph.subjects(RDF.type, ORG.ChangeEvent)
        for o in graph.objects(event, ORG.originalOrganization)
        for r in graph.objects(event, ORG.resultingOrganization)
    }
    assert len(set(graph.subjects(RDF.type, ORG.ChangeEvent))) == len(
        {arc.event_id for arc in found.successions}
    )
    assert len(pairs) >= len(found.successions)


def test_a_share_belongs_to_one_pair_and_an_unknown_one_is_not_said(graph, found):
    term = at("term", "share")
    told = {
        (str(graph.value(each, PROV.entity)), str(graph.value(predicate=PROV.qualifiedDerivation,
         object=each)), str(graph.value(each, PROV.hadActivity))): graph.value(each, term)
        for each in graph.subjects(RDF.type, PROV.Derivation)
    }  # fmt: skip
    assert len(told) == len(found.successions)
    for arc in found.successions:
        ends = (at("organisation", arc.from_id), at("organisation", arc.to_id))
        share = told[(*map(str, ends), str(at("change", arc.event_id)))]
        assert (None if share is None else float(share)) == (
            None if arc.share is None else round(arc.share, 6)
        )


def test_dates_are_as_exact_as_they_are_known():
    shown = extract.of_lineage(
        lineage(world("A ~1999..~2003-02, B 2003-03-01..", "A>B ~2003-03"), "A")
    )
    read, base = parsed(shown, "jsonld"), "urn:x-world:"
    body = at("organisation", "A", base=base)
    assert read.value(body, SCHEMA.foundingDate) == rdflib.Literal("1999", datatype=XSD.gYear)
    assert read.value(body, SCHEMA.dissolutionDate) == rdflib.Literal(
        "2003-02", datatype=XSD.gYearMonth
    )
    other = at("organisation", "B", base=base)
    assert read.value(other, SCHEMA.foundingDate) == rdflib.Literal("2003-03-01", datatype=XSD.date)
    assert read.value(other, SCHEMA.dissolutionDate) is None
    (event,) = read.subjects(RDF.type, ORG.ChangeEvent)
    assert read.value(event, rdflib.DCTERMS.date) == rdflib.Literal(
        "2003-03", datatype=XSD.gYearMonth
    )


def test_the_last_day_of_a_body_is_its_day_of_dissolution(graph):
    body = at("organisation", "5PD")
    assert str(graph.value(body, SCHEMA.foundingDate)) == "2006-10-01"
    assert str(graph.value(body, SCHEMA.dissolutionDate)) == "2013-03-31"


def test_an_end_that_is_not_known_is_no_dissolution():
    shown = extract.of_record(world("A 2000..?2015"))
    read, body = parsed(shown, "ttl"), at("organisation", "A", base="urn:x-world:")
    assert read.value(body, SCHEMA.dissolutionDate) is None
    assert str(read.value(body, at("term", "lastSeen", base="urn:x-world:"))) == "2014-12-31"


def test_codes_are_notations_of_their_scheme_with_their_days(graph):
    scheme = at("scheme", "ODS")
    body = at("organisation", "5PD")
    assert rdflib.Literal("5PD", datatype=scheme) in set(graph.objects(body, SKOS.notation))
    code = at("code", "5PD", "1")
    assert graph.value(code, SKOS.notation) == rdflib.Literal("5PD", datatype=scheme)
    assert str(graph.value(code, SCHEMA.endDate)) == "2013-03-31"


def test_statutory_bodies_offices_and_arrangements_have_their_own_class(record):
    read = parsed(extract.of_snapshot(snapshot(record, APRIL)), "ttl")
    assert read.value(at("organisation", "03V"), RDF.type) == ORG.FormalOrganization
    assert read.value(at("organisation", "Q44"), RDF.type) == ORG.OrganizationalUnit
    for unit in read.subjects(RDF.type, ORG.OrganizationalUnit):
        assert read.value(unit, ORG.unitOf) is not None
    assert set(read.subjects(RDF.type, ORG.Organization))


def test_relations_are_memberships_with_their_days(record):
    shown = extract.of_snapshot(snapshot(record, APRIL))
    read = parsed(shown, "ttl")
    told = {
        (str(read.value(m, ORG.member)), str(read.value(m, ORG.organization)),
         str(read.value(m, ORG.role)), str(read.value(m, SCHEMA.startDate) or ""))
        for m in read.subjects(RDF.type, ORG.Membership)
    }  # fmt: skip
    assert told == {
        (str(at("organisation", link.child_id)), str(at("organisation", link.parent_id)),
         str(at("relation", link.relation)), str(link.start or ""))
        for link in shown.relationships
    }  # fmt: skip


def test_every_fact_was_derived_from_a_source_that_is_described(graph):
    facts = ORG.ChangeEvent, ORG.FormalOrganization, PROV.Derivation
    for sort in facts:
        subjects = set(graph.subjects(RDF.type, sort))
        assert subjects
        for each in subjects:
            sources = set(graph.objects(each, PROV.wasDerivedFrom))
            assert sources
            assert all(graph.value(s, rdflib.DCTERMS.title) for s in sources)


def test_nothing_is_referred_to_that_is_not_told(graph):
    subjects = set(graph.subjects())
    own = {o for o in graph.objects() if isinstance(o, rdflib.URIRef) and o.startswith("urn:x-")}
    assert own <= subjects


def test_the_context_is_short(found):
    text = data(extract.of_lineage(found), "jsonld").decode()
    assert len(text[: text.index('"@graph"')]) < 4_500


@settings(max_examples=40, deadline=None)
@given(rich_worlds())
def test_any_world_says_the_same_in_both_forms(registry):
    shown = extract.of_record(registry)
    assert set(parsed(shown, "jsonld")) == set(parsed(shown, "ttl"))


@pytest.mark.parametrize("why", HOSTILE)
def test_a_hostile_name_stays_a_name(why):
    name = HOSTILE[why]
    for shown in hostile_extracts(name):
        base = base_of(shown.registry)
        forms = [parsed(shown, suffix) for suffix in FORMS]
        assert set(forms[0]) == set(forms[1])
        label = forms[0].value(at("organisation", "A", base=base), SKOS.prefLabel)
        assert str(label) == name


def test_addresses_may_be_ones_own(found):
    base = "https://example.org/record/"
    for suffix in FORMS:
        read = parsed(extract.of_lineage(found), suffix, base=base)
        assert (at("organisation", "5PD", base=base), RDF.type, ORG.FormalOrganization) in read


@pytest.mark.parametrize("base", ["example.org/", "https://x.org/a b/", "https://x.org/a>", "x:",
                                  "https://x.org/é/", "https://x.org/record"])  # fmt: skip
def test_what_can_begin_no_address_is_refused(found, base):
    with pytest.raises(ExplorerError) as refused:
        data(extract.of_lineage(found), "ttl", base=base)
    assert str(refused.value) == (
        f"'{base}' cannot begin the addresses of linked data. Write one that ends in /, # or "
        "a colon, such as https://example.org/record/"
    )


def test_an_id_that_no_address_can_hold_is_escaped():
    made = world('a/b"c 2000..2010, B 2010..', 'a/b"c>B 2010 1')
    shown = extract.of_record(made)
    (event,) = parsed(shown, "ttl").subjects(RDF.type, ORG.ChangeEvent)
    read = parsed(shown, "jsonld")
    original = read.value(event, ORG.originalOrganization)
    assert read.value(original, SCHEMA.dissolutionDate).toPython() == date(2009, 12, 31)


def test_a_source_without_a_web_address_refers_to_none(record):
    told = parsed(extract.of_snapshot(snapshot(record, APRIL, under="Q44")), "ttl")
    for each in told.objects(None, rdflib.RDFS.seeAlso):
        assert str(each).startswith(("http://", "https://"))
