"""The record itself: sound, whole, sourced, and described field by field."""

import json
import re
from collections import Counter
from datetime import date

import pytest
from frictionless import Package

from explorer.graph import index
from explorer.labels import GAP_REASON
from explorer.load import DEFAULT_FOLDER, load, problems, tables
from explorer.naming import in_kind
from explorer.schema import table_schema, value_fault

DESCRIPTOR = json.loads((DEFAULT_FOLDER / "datapackage.json").read_text("utf-8"))
FIELDS = [
    pytest.param(
        table_schema(resource).fields[number], entry, id=f"{resource['name']}.{entry['name']}"
    )
    for resource in DESCRIPTOR["resources"]
    for number, entry in enumerate(resource["schema"]["fields"])
]
# numbers stated by the sources of counts.csv
PUBLISHED = [
    ("clinical_commissioning_group", "2013-04-01", 211),
    ("clinical_commissioning_group", "2014-04-01", 211),
    ("clinical_commissioning_group", "2015-04-01", 209),
    ("clinical_commissioning_group", "2016-04-01", 209),
    ("clinical_commissioning_group", "2017-04-01", 207),
    ("clinical_commissioning_group", "2018-04-01", 195),
    ("clinical_commissioning_group", "2019-04-01", 191),
    ("clinical_commissioning_group", "2020-04-01", 135),
    ("clinical_commissioning_group", "2021-04-01", 106),
    ("clinical_commissioning_group", "2022-04-01", 106),
    ("integrated_care_board", "2022-07-01", 42),
    ("integrated_care_board", "2026-04-01", 36),
    ("primary_care_group", "1999-04-01", 481),
    ("primary_care_trust", "2000-04-01", 17),
    ("primary_care_trust", "2006-09-30", 303),
    ("primary_care_trust", "2006-10-01", 152),
    ("primary_care_trust", "2013-03-31", 151),
    ("strategic_health_authority", "2002-04-01", 28),
    ("strategic_health_authority", "2006-07-01", 10),
    ("health_authority", "1996-04-01", 100),
    ("health_authority", "2002-04-01", 28),
    ("local_authority", "2013-04-01", 152),
]


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def texts():
    return tables()


def test_the_record_has_no_problem():
    assert problems() == ()


def test_another_reader_finds_the_record_valid_too():
    report = Package(str(DEFAULT_FOLDER / "datapackage.json")).validate()
    assert report.flatten(["rowNumber", "fieldName", "message"]) == []


@pytest.mark.parametrize(("kind", "day", "published"), PUBLISHED)
def test_counts_agree_with_published_counts(record, kind, day, published):
    when = date.fromisoformat(day)
    bodies = (record.organisations[name] for name in index(record).alive(when))
    assert sum(in_kind(record, body, kind, when) for body in bodies) == published


@pytest.mark.parametrize(("field", "entry"), FIELDS)
def test_every_field_is_described_with_a_good_and_a_bad_example(field, entry):
    assert entry["title"]
    assert re.fullmatch(r".+[.)]", entry["description"]), "a sentence"
    fault = value_fault(field)
    assert fault(str(entry["example"])) is None
    assert fault(str(entry["badExample"]))


def test_the_good_examples_occur_in_the_record(texts):
    for resource in DESCRIPTOR["resources"]:
        for entry in resource["schema"]["fields"]:
            values = texts[resource["name"]].columns[entry["name"]]
            assert str(entry["example"]) in values, (resource["name"], entry["name"])


def test_every_row_of_a_fact_names_its_source(texts):
    vocabularies = {"sources", "functions", "holders", "conflict_subjects"}
    for name, table in texts.items():
        if name in vocabularies or name == "unsourced":
            continue
        columns = [c for c in table.columns if c in ("source_id", "planned_in", "kept_source")]
        columns += ["document_id"] if name == "seed_claims" else []
        assert columns, name
        assert all(all(table.columns[column]) for column in columns), name


def test_the_default_share_is_the_one_that_was_preferred(record):
    """The rule of shares.py picks, for every known split, one basis and no other."""
    bases = {}
    for arc in record.successions:
        if arc.default:
            bases.setdefault((arc.from_id, arc.date.text, arc.line), set()).add(arc.basis)
    assert max(map(len, bases.values())) == 1
    chosen = Counter(arc.basis for arc in record.successions if arc.default)
    assert sum(chosen.values()) == 1591
    westminster = {arc.to_id: arc.basis for arc in record.out_of["5LC"]}
    assert set(westminster.values()) == {"small_areas"}


def test_bodies_whose_end_is_not_known_do_not_outlive_their_last_sighting(record):
    unknown = [body for body in record.organisations.values() if body.end_unknown]
    assert unknown
    for body in unknown:
        assert body.lifetime.last_day == body.last_seen.last


def test_planned_reforms_have_no_change_events(record):
    planned = {reform.id for reform in record.reforms.values() if reform.status == "planned"}
    assert planned
    assert not [event.id for event in record.events.values() if event.reform_id in planned]


def test_the_readme_of_the_package_states_the_rows_of_each_table(texts):
    readme = (DEFAULT_FOLDER / "README.md").read_text("utf-8")
    for name, table in texts.items():
        assert re.search(rf"\({name}\.csv\) \| {len(table):,} \|", readme), name


def test_every_reason_for_a_gap_has_words_for_the_reader():
    counts = next(r for r in DESCRIPTOR["resources"] if r["name"] == "counts")
    field = next(f for f in counts["schema"]["fields"] if f["name"] == "gap_reason")
    assert set(GAP_REASON) == set(field["constraints"]["enum"])
