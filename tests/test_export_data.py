"""Data that leaves the explorer, parsed back and compared with the result that it came from."""

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import frictionless
import networkx as nx
import pyarrow.parquet as pq
import pytest
import yaml
from hypothesis import given, settings

from explorer.cli.main import main
from explorer.counts import ledger
from explorer.days.tiers import in_tiers
from explorer.export import bundle, cite, extract
from explorer.export.data import data, dictionary, formats
from explorer.export.formats import UnknownFormat
from explorer.export.meanings import meaning
from explorer.lineage import lineage
from explorer.load import DEFAULT_FOLDER, load, tables
from explorer.narrative.citation import bibtex, long_citation, short_citation
from explorer.narrative.story import what_happened
from explorer.plans import plans
from explorer.responsibilities import duty, transfers_on
from explorer.search import search
from explorer.sheets import bodies, duties, records, stories
from explorer.sheets import timeline as timeline_sheets
from explorer.snapshot import snapshot
from explorer.timeline import timeline
from tests.exports import APRIL, HOSTILE, extracts, hostile_extracts
from tests.rich_worlds import rich_worlds
from tests.worlds import world

ROOT = Path(__file__).resolve().parent.parent
TABLES = ("lineage", "changes", "structure", "crosswalk", "timeline", "body")
GRAPHS = ("lineage", "changes", "structure", "body", "record")


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def every(record):
    return extracts(record)


def one_change(fact):
    return extract.of_lineage(lineage(world("A 2000..2010, B 2010..", fact), "A"))


def csv_rows(raw):
    return list(csv.DictReader(io.StringIO(raw.decode())))


def read_back(graph_bytes, suffix):
    read = {"gexf": nx.read_gexf, "graphml": nx.read_graphml}[suffix]
    return read(io.BytesIO(graph_bytes))


def test_the_csv_of_a_lineage_has_a_row_for_every_succession_drawn(every):
    shown = every["lineage"]
    rows = csv_rows(data(shown, "csv"))
    drawn = [(arc.from_id, arc.to_id, str(arc.date)) for arc in shown.successions]
    assert [(row["from_id"], row["to_id"], row["date"]) for row in rows] == drawn
    assert len(drawn) > 20


def test_the_csv_of_a_structure_has_a_row_for_every_body_of_the_day(every, record):
    rows = csv_rows(data(every["structure"], "csv"))
    assert [row["id"] for row in rows] == [
        body.organisation.id for body in in_tiers(snapshot(record, APRIL))
    ]
    assert sum(row["kind"] == "clinical_commissioning_group" for row in rows) == 211


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("lineage", "lineage 5PD"),
        ("structure", "snapshot --on 2013-04-01"),
        ("crosswalk", "crosswalk --from 2012-04-01 --to 2026-04-01 --kind primary_care_trust "
         "--to-kind integrated_care_board"),
    ],
)  # fmt: skip
def test_the_command_line_prints_the_same_csv_byte_for_byte(every, capsys, name, line):
    assert main([*line.split(), "--format", "csv"]) == 0
    assert capsys.readouterr().out.encode() == data(every[name], "csv")


@pytest.mark.parametrize("name", TABLES)
def test_json_holds_every_table_and_is_a_sound_data_package(every, name):
    shown = every[name]
    document = json.loads(data(shown, "json"))
    assert {table["name"]: table["data"] for table in document["resources"]} == {
        name: sheet.records for name, sheet in shown.sheets.items()
    }
    assert document["sha256"] == shown.registry.edition.digest
    assert frictionless.Package(document).validate().valid


@pytest.mark.parametrize("name", TABLES)
def test_a_zip_is_a_sound_data_package_with_its_citation(every, tmp_path, name):
    shown = every[name]
    with zipfile.ZipFile(io.BytesIO(data(shown, "zip"))) as archive:
        archive.extractall(tmp_path)
    for table, sheet in shown.sheets.items():
        assert (tmp_path / f"{table}.csv").read_bytes() == sheet.csv.encode()
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["message"])[:3]
    assert bibtex(shown.registry.edition, shown.title) in (tmp_path / "CITATION.txt").read_text()


def test_the_dictionary_beside_a_csv_fits_it_and_explains_its_codes(every, tmp_path):
    (tmp_path / "5PD.csv").write_bytes(data(every["lineage"], "csv"))
    beside = dictionary(every["lineage"], "5PD.csv")
    (tmp_path / "5PD.datapackage.json").write_bytes(beside)
    assert frictionless.validate(str(tmp_path / "5PD.datapackage.json")).valid
    fields = {f["name"]: f for f in json.loads(beside)["resources"][0]["schema"]["fields"]}
    assert {"value": "transfer", "label": "transfer of a part"} in fields["kind"]["categories"]
    assert fields["share"]["type"] == "number"
    assert fields["date"]["partialDate"] is True


def test_every_column_of_every_table_is_explained(every, record):
    day, found = date(2014, 4, 1), timeline(record)
    others = [
        records.ledger(record, ledger(record)),
        records.problems(()),
        records.sources(()),
        duties.holders(record, "dental", duty(record, "dental", day)),
        duties.transfers(transfers_on(record, APRIL)),
        duties.plans(record, plans(record)),
        bodies.hits(record, search(record, "Nene")),
        stories.sentences(what_happened(record, "5PD")),
        timeline_sheets.effects(found.effects[0]),
    ]
    shown = [*(sheet for each in every.values() for sheet in each.sheets.values()), *others]
    silent = {column.key for sheet in shown for column in sheet.columns if not meaning(column)}
    assert silent == set()


@pytest.mark.parametrize("name", TABLES)
def test_parquet_gives_the_same_rows_with_types_and_meanings(every, name):
    table, sheet = every[name].main
    read = pq.read_table(io.BytesIO(data(every[name], "parquet")))
    assert read.select(sheet.keys).to_pylist() == sheet.records
    assert all(read.schema.field(key).metadata[b"description"] for key in sheet.keys)
    assert read.schema.metadata[b"sha256"].decode() == every[name].registry.edition.digest
    assert table


def test_a_partial_date_in_parquet_is_text_beside_its_first_and_last_day():
    shown = extract.of_snapshot(snapshot(world("A ~1999..~2003-02"), date(2001, 1, 1)))
    (row,) = pq.read_table(io.BytesIO(data(shown, "parquet"))).to_pylist()
    assert (row["opened"], row["closed"]) == ("1999", "2003-02")
    assert (row["opened_first"], row["opened_last"]) == (date(1999, 1, 1), date(1999, 12, 31))
    assert row["closed_last"] == date(2003, 2, 28)


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("suffix", ["gexf", "graphml"])
def test_a_graph_comes_back_with_every_body_arc_and_date(every, name, suffix):
    shown = every[name]
    read = read_back(data(shown, suffix), suffix)
    assert set(read.nodes) == set(shown.organisations)
    assert read.number_of_edges() == len(shown.successions) + len(shown.relationships)
    for body, known in read.nodes(data=True):
        life = shown.registry.organisations[body].lifetime
        assert known.get("start") == (life.start and life.start.isoformat())
        assert known.get("end") == (life.last_day and life.last_day.isoformat())
        assert known.get("opened") == (
            shown.registry.organisations[body].opened
            and str(shown.registry.organisations[body].opened)
        )


@pytest.mark.parametrize("suffix", ["gexf", "graphml"])
def test_a_succession_comes_back_with_its_date_line_and_share(every, suffix):
    read = read_back(data(every["record"], suffix), suffix)
    assert sorted(
        (u, v, known["date"], known["line"], known.get("share", -1))
        for u, v, known in read.edges(data=True)
        if known["link"] == "succession"
    ) == sorted(
        (a.from_id, a.to_id, str(a.date), a.line, -1 if a.share is None else round(a.share, 6))
        for a in every["record"].successions
    )


def test_gexf_is_dynamic_and_its_last_days_are_inclusive(every):
    text = data(every["lineage"], "gexf").decode()
    assert 'mode="dynamic" timeformat="date"' in text
    assert 'id="5PD" label="Northamptonshire Teaching Primary Care Trust"' in text
    assert 'start="2006-10-01" end="2013-03-31"' in text
    assert "None" not in text


def test_a_succession_of_a_partial_date_spans_the_days_it_may_mean():
    shown = one_change("A>B ~2010 0.5")
    ((_, _, known),) = read_back(data(shown, "gexf"), "gexf").edges(data=True)
    assert (known["start"], known["end"], known["date"]) == ("2010-01-01", "2010-12-31", "2010")
    assert known["share"] == 0.5


def test_an_unknown_share_is_not_written_as_a_number():
    shown = one_change("A>B 2010")
    for suffix in ("gexf", "graphml"):
        ((_, _, known),) = read_back(data(shown, suffix), suffix).edges(data=True)
        assert "share" not in known


@settings(max_examples=25, deadline=None)
@given(rich_worlds())
def test_any_world_comes_back_from_every_graph(registry):
    shown = extract.of_record(registry)
    for suffix in ("gexf", "graphml"):
        read = read_back(data(shown, suffix), suffix)
        assert set(read.nodes) == set(registry.organisations)
        assert read.number_of_edges() == len(shown.successions) + len(shown.relationships)


@pytest.mark.parametrize("why", HOSTILE)
def test_a_hostile_name_is_safe_in_every_format(why):
    for shown in hostile_extracts(HOSTILE[why]):
        for suffix in formats(shown):
            assert data(shown, suffix)
        for row in csv_rows(data(shown, "csv")):
            assert not any(cell.startswith(("=", "@", "+")) for cell in row.values())
        assert frictionless.Package(json.loads(data(shown, "json"))).validate().valid


@pytest.mark.parametrize("why", sorted(set(HOSTILE) - {"what XML forbids", "a line end"}))
def test_a_hostile_name_comes_back_letter_by_letter(why):
    name = HOSTILE[why]
    for shown in hostile_extracts(name):
        for suffix in ("gexf", "graphml"):
            read = read_back(data(shown, suffix), suffix)
            assert {known["label"] for _, known in read.nodes(data=True)} == {name}
        sheet = shown.main[1]
        table = pq.read_table(io.BytesIO(data(shown, "parquet")))
        assert table.select(sheet.keys).to_pylist() == sheet.records
        document = json.loads(data(shown, "json"))
        assert document["resources"][0]["data"] == sheet.records
        cells = [list(row.values()) for row in csv_rows(data(shown, "csv"))]
        assert {cell for row in cells for cell in row if name in cell} <= {name, f"'{name}"}


def test_an_apostrophe_keeps_a_spreadsheet_from_running_a_name():
    shown = hostile_extracts("=1+1")[2]
    assert {row["name"] for row in csv_rows(data(shown, "csv"))} == {"'=1+1"}
    assert {row["name"] for row in json.loads(data(shown, "json"))["resources"][0]["data"]} == {
        "=1+1"
    }


def test_the_package_in_a_zip_is_the_same_record(record, tmp_path):
    packed = bundle.zip_of_csv(DEFAULT_FOLDER)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {"datapackage.json", "README.md", "CHANGELOG.md"} < set(archive.namelist())
        archive.extractall(tmp_path)
    assert load(tmp_path).edition == record.edition
    assert bundle.zip_of_csv(DEFAULT_FOLDER) == packed


def test_no_cell_of_the_record_begins_a_formula():
    started = [
        (name, value)
        for name, table in tables(DEFAULT_FOLDER).items()
        for field in table.schema.fields
        if field.type == "string"
        for value in table.columns[field.name]
        if value.startswith(("=", "+", "-", "@", "\t", "\r"))
    ]
    assert started == []


def test_the_package_as_parquet_joins_as_it_says(record, tmp_path):
    with zipfile.ZipFile(io.BytesIO(bundle.zip_of_parquet(record, DEFAULT_FOLDER))) as archive:
        archive.extractall(tmp_path)
    for name, table in tables(DEFAULT_FOLDER).items():
        read = pq.read_table(tmp_path / f"{name}.parquet")
        assert read.num_rows == len(table)
        for column, values in table.columns.items():
            kept = ["" if v is None else str(v) for v in read.column(column).to_pylist()]
            if read.schema.field(column).type == "double":
                values = [str(float(value)) if value else "" for value in values]
            assert tuple(kept) == tuple(values), (name, column)
    moved = pq.read_table(tmp_path / "successions.parquet").to_pandas()
    names = pq.read_table(tmp_path / "organisations.parquet").to_pandas()
    joined = moved.merge(names, left_on="from_id", right_on="id").merge(
        names, left_on="to_id", right_on="id"
    )
    assert len(joined) == len(record.successions)
    measured = moved.merge(
        pq.read_table(tmp_path / "shares.parquet").to_pandas(),
        on=["from_id", "to_id", "date", "line"],
    )
    assert len(measured) == sum(len(arc.measurements) for arc in record.successions)
    assert "JOIN 'organisations.parquet'" in (tmp_path / "JOINS.txt").read_text()


def test_the_package_in_one_json_holds_every_row(record):
    document = json.loads(bundle.one_json(record, DEFAULT_FOLDER))
    read = tables(DEFAULT_FOLDER)
    assert {r["name"]: len(r["data"]) for r in document["resources"]} == {
        name: len(table) for name, table in read.items()
    }
    first = next(r for r in document["resources"] if r["name"] == "shares")["data"][0]
    assert isinstance(first["share"], float)
    assert document["sha256"] == record.edition.digest


DIGESTS = """
import hashlib
from explorer.export.data import data, formats
from explorer.export import bundle
from explorer.lineage import lineage
from explorer.load import DEFAULT_FOLDER, load
from tests.exports import extracts
record = load()
for name, shown in extracts(record).items():
    if name == "record":  # made as the others are, and slow
        continue
    for suffix in formats(shown):
        print(name, suffix, hashlib.sha256(data(shown, suffix)).hexdigest())
print(hashlib.sha256(bundle.zip_of_parquet(record, DEFAULT_FOLDER)).hexdigest())
"""


def test_another_process_writes_the_same_bytes():
    first, second = (
        subprocess.run(
            [sys.executable, "-c", DIGESTS], cwd=ROOT, check=True, capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        ).stdout
        for seed in ("1", "2")
    )  # fmt: skip
    assert first == second
    assert first.count(b"\n") == 6 * 4 + 4 * 4 + 1


def test_a_format_that_a_view_does_not_have_is_refused_with_those_it_has(every):
    with pytest.raises(UnknownFormat) as refused:
        data(every["crosswalk"], "gexf")
    assert str(refused.value) == ("Unknown format 'gexf'. Known formats: csv, json, parquet, zip.")
    assert formats(every["record"]) == ("gexf", "graphml", "jsonld", "ttl")


def test_the_citation_file_of_the_repository_is_that_of_the_edition(record):
    kept = (ROOT / "CITATION.cff").read_text("utf-8")
    assert kept == cite.citation_cff(record.edition), (
        "remake it: python -m explorer export citation --to CITATION.cff"
    )
    read = yaml.safe_load(kept)
    assert (read["cff-version"], read["type"]) == ("1.2.0", "dataset")
    assert read["version"] == record.edition.version
    assert read["license"] == "CC-BY-4.0"
    assert read["identifiers"][0]["value"] == f"sha256:{record.edition.digest}"


def test_a_citation_holds_edition_address_and_day_in_every_form(record):
    edition = record.edition
    how = {"address": "https://x.org/lineage?org=5PD", "retrieved": date(2026, 11, 24)}
    said = cite.citation_text(edition, "Lineage of 5PD", **how)
    short, long, entry = said.rstrip("\n").split("\n\n")
    assert short == short_citation(edition, "Lineage of 5PD", address=how["address"])
    assert long == long_citation(edition, "Lineage of 5PD", **how)
    assert entry == bibtex(edition, "Lineage of 5PD", **how)
    for form in (short, long, entry):
        assert how["address"] in form
        assert edition.version in form
        assert edition.digest[:12] in form
    assert "Retrieved 24 November 2026." in long
    assert "urldate = {2026-11-24}" in entry
