"""The verb `export`: files that hold what was asked for, and nothing left behind when it fails."""

import json
import os
import shlex
import zipfile
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from explorer.cli.drawn_parser import DRAWN
from explorer.cli.export_parser import EXAMPLES, SIZES
from explorer.cli.main import main
from explorer.cli.works import WORKS
from explorer.export import sizes
from explorer.export.addresses import PATHS, USED
from explorer.export.data import data, formats
from explorer.export.drawings import DRAWINGS, view_of
from explorer.export.picture import picture
from explorer.load import DEFAULT_FOLDER, load
from explorer.view import ViewState
from tests.exports import extracts

QUESTIONS = {
    "lineage": "lineage 5PD",
    "changes": "changes --from 2013-03-31 --to 2013-04-01",
    "structure": "structure --on 2013-04-01",
    "crosswalk": "crosswalk --from 2012-04-01 --to 2026-04-01 --kind primary_care_trust "
    "--to-kind integrated_care_board",
    "body": "record 5PD",
    "timeline": "timeline --first-year 1948 --last-year 2027",
}
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def every(record):
    return extracts(record)


@pytest.fixture
def run(capsys, monkeypatch, record, tmp_path):
    """Status, standard output and standard error of `export`, run in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(
        "explorer.cli.main.load",
        lambda folder: record if folder == DEFAULT_FOLDER else load(folder),
    )

    def running(line):
        try:
            status = main(["export", *shlex.split(line)])
        except SystemExit as end:
            status = end.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return running


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_data_format_of_every_view_holds_what_was_asked(run, every, tmp_path, name):
    for suffix in formats(every[name]):
        status, out, err = run(f"{QUESTIONS[name]} --out view.{suffix}")
        written = (tmp_path / f"view.{suffix}").read_bytes()
        assert (status, err) == (0, "")
        assert out.splitlines()[0] == f"Wrote view.{suffix} ({len(written):,} bytes)."
        assert written == data(every[name], suffix)


@pytest.mark.parametrize(
    ("name", "verb"),
    [("lineage", "lineage 5PD"), ("changes", "diff --from 2013-03-31 --to 2013-04-01"),
     ("structure", "snapshot --on 2013-04-01"), ("crosswalk", QUESTIONS["crosswalk"])],
)  # fmt: skip
def test_the_rows_of_a_verb_are_those_of_the_page_byte_for_byte(capsys, every, name, verb):
    assert main([*shlex.split(verb), "--format", "csv"]) == 0
    assert capsys.readouterr().out.encode() == data(every[name], "csv")


def test_a_csv_comes_with_its_dictionary(run, tmp_path):
    assert run("lineage 5PD --to 5PD.csv")[0] == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["5PD.csv", "5PD.datapackage.json"]
    told = json.loads((tmp_path / "5PD.datapackage.json").read_text())
    assert told["resources"][0]["path"] == "5PD.csv"


def test_what_was_written_can_be_read_by_machines(run):
    out = run("lineage 5PD --to 5PD.csv --format json")[1]
    assert [row["file"] for row in json.loads(out)] == ["5PD.csv", "5PD.datapackage.json"]


@pytest.mark.parametrize("suffix", ["svg", "pdf", "png", "pptx", "html"])
def test_a_drawing_goes_through_the_same_door(run, tmp_path, suffix):
    assert run(f"lineage 5PD --to 5PD.{suffix} --headline 'One of six'")[0] == 0
    assert (tmp_path / f"5PD.{suffix}").stat().st_size > 1_000


def test_the_examples_of_the_help_work(run, tmp_path):
    lines = EXAMPLES.replace("\\\n", " ").splitlines()
    examples = [line.split("export ", 1)[1] for line in lines if line.startswith("  python")]
    assert {line.split()[0] for line in examples} == set(WORKS)
    for line in examples:
        status, _, err = run(line)
        assert (status, err) == (0, ""), line
    assert (tmp_path / "5PD.svg").read_text().startswith("<svg")
    assert (tmp_path / "5PD.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "poster.pdf").read_bytes().startswith(b"%PDF")
    assert len(zipfile.ZipFile(tmp_path / "letters.zip").namelist()) == 7
    with zipfile.ZipFile(tmp_path / "record.zip") as archive:
        archive.extractall(tmp_path / "record")
    assert load(tmp_path / "record").edition == load().edition


@pytest.mark.parametrize("years", ["1948 1948", "1948 1973", "1974 1974", "2027 2027"])
def test_a_timeline_of_few_years_can_be_had(run, tmp_path, years):
    first, last = years.split()
    line = f"timeline --first-year {first} --last-year {last} --to t.svg"
    assert run(line)[0] == 0
    assert (tmp_path / "t.svg").read_text().startswith("<svg")


def test_the_whole_record_can_be_had_as_parquet_json_and_linked_data(run, tmp_path):
    assert run("package --to p.zip --tables parquet")[0] == 0
    assert "organisations.parquet" in zipfile.ZipFile(tmp_path / "p.zip").namelist()
    assert run("package --to p.json")[0] == 0
    assert json.loads((tmp_path / "p.json").read_text("utf-8"))["name"] == "nhs-commissioning"
    assert run("package --to p.ttl --base https://example.org/")[0] == 0
    assert "<https://example.org/organisation:5PD> a org:" in (tmp_path / "p.ttl").read_text()


def test_a_package_of_ones_own_can_be_exported(run, tmp_path):
    folder = ROOT / "datasets" / "template"
    for suffix in ("zip", "json", "gexf", "jsonld"):
        assert run(f"package --dataset {folder} --to own.{suffix}")[0] == 0
    with zipfile.ZipFile(tmp_path / "own.zip") as archive:
        archive.extractall(tmp_path / "own")
    assert load(tmp_path / "own").edition == load(folder).edition


PICTURES = "svg, pdf, png, pptx, html, csv, json, parquet, zip"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("lineage 5PD --to 5PD.doc",
         f"Unknown format 'doc'. Known formats: {PICTURES}, gexf, graphml, jsonld, ttl."),
        ("lineage 5PD --to 5PD",
         f"A file name without an ending. Known formats: {PICTURES}, gexf, graphml, jsonld, ttl."),
        ("timeline --to t.gexf", f"Unknown format 'gexf'. Known formats: {PICTURES}."),
        ("timeline --first-year 2013 --last-year 1999 --to t.svg",
         "A timeline cannot run from 2013 to 1999: choose years from 1948 to 2027, the earlier "
         "one first."),
        ("timeline --last-year 99999 --to t.csv",
         "A timeline cannot run from 1948 to 99999: choose years from 1948 to 2027, the earlier "
         "one first."),
        ("package --to p.csv",
         "Unknown format 'csv'. Known formats: gexf, graphml, jsonld, ttl, zip, json."),
        ("record 5PD --to r.png",
         "Unknown format 'png'. Known formats: csv, json, parquet, zip, gexf, graphml, jsonld, "
         "ttl, pdf, svg."),
        ("letters --kind care_trusts --to l.zip",
         "No kind 'care_trusts' in this edition of the record. Did you mean: care_trust; "
         "primary_care_trust; nhs_trust?"),
        ("citation --to c.ris", "Unknown format 'ris'. Known formats: txt, bib, cff."),
        ("lineage 5PD", "Name the file to write, for instance --out lineage.svg"),
        ("lineage 5PD --to x.svg --size a9",
         f"Unknown size 'a9'. Known sizes: {', '.join(SIZES)}."),
        ("lineage 5PD --to nowhere/5PD.csv",
         "nowhere/5PD.csv cannot be written: its folder does not exist."),
        ("lineage 0ZZ9 --to x.svg", "No organisation '0ZZ9' in this edition of the record."),
        ("changes --from 2013-13-01 --to 2030-01-01 --out x.svg",
         "'2013-13-01' is not a day of the calendar. "
         "Write a day as year-month-day, for instance 2013-04-01.\n"
         "2030-01-01 is outside the record, which runs from 1948-07-05 to 2027-12-31."),
        ("plans --milestone nothing --out x.svg",
         "No milestone 'nothing' in this edition of the record."),
        ("icicle --on 2013-04-01 --relation report_to --relation up --to x.svg",
         "No relation 'report_to' in this edition of the record. Did you mean: reports_to?\n"
         "No relation 'up' in this edition of the record."),
        ("responsibilities --first-year 1900 --last-year 2100 --to x.svg",
         "1900 is outside the record, which runs from 1948 to 2027.\n"
         "2100 is outside the record, which runs from 1948 to 2027."),
        ("days" + " --on 2013-04-01" * 7 + " --to x.svg",
         "Up to 6 days stand beside each other, and 7 were given."),
        ("holdings --on 1948-07-05 --kind care_trust --to x.svg",
         "The record has no function that care trusts (commissioning) held on 5 July 1948."),
        ("lineage 5PD --to x.ttl --base example.org",
         "'example.org' cannot begin the addresses of linked data. Write one that ends in /, # or "
         "a colon, such as https://example.org/record/"),
    ],
)  # fmt: skip
def test_what_cannot_be_exported_says_why_and_leaves_nothing(run, tmp_path, line, message):
    assert run(line) == (2, "", f"{message}\n")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file_to_write(run, tmp_path):
    (tmp_path / "x.csv").mkdir()
    status, out, err = run("lineage 5PD --to x.csv")
    assert (status, out) == (2, "")
    assert err.startswith("x.csv cannot be written: ")
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


def test_an_older_file_stays_until_the_new_one_is_complete(run, tmp_path, monkeypatch):
    (tmp_path / "x.csv").write_text("older")

    def full(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", full)
        status, out, err = run("lineage 5PD --to x.csv")
    assert (status, out) == (2, "")
    assert err == "x.csv cannot be written: no space left on device.\n"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]
    assert (tmp_path / "x.csv").read_text() == "older"
    assert run("lineage 5PD --to x.csv")[0] == 0
    assert (tmp_path / "x.csv").read_text().startswith("from_id,")


@pytest.mark.parametrize("drawing", DRAWN)
def test_every_setting_of_a_drawing_has_its_option(drawing):
    _, needed, possible = DRAWN[drawing]
    assert {*PATHS.get(drawing, ()), *USED.get(drawing, ())} == {*needed, *possible}


def test_every_drawing_can_be_exported():
    assert set(DRAWINGS) <= set(WORKS)


def test_a_drawing_has_its_data_and_the_same_picture_as_its_address(run, tmp_path, record):
    assert run("plans --which pending --to p.csv")[0] == 0
    view = view_of("plans", record, ViewState(show="pending"))
    assert (tmp_path / "p.csv").read_bytes() == view.sheets["plans"].csv.encode()
    assert run("plans --which pending --to p.svg")[0] == 0
    assert (tmp_path / "p.svg").read_bytes() == picture(view, "svg")


def test_several_days_and_relations_are_asked_for_one_after_the_other(run, tmp_path, record):
    assert run("days --on 2013-04-01 --on 1975-01-01 --to d.csv")[0] == 0
    days = [row.split(",")[0] for row in (tmp_path / "d.csv").read_text().splitlines()[1:]]
    assert list(dict.fromkeys(days)) == ["1975-01-01", "2013-04-01"]
    line = "icicle --on 2013-04-01 --relation reports_to --relation member_of --to i.svg"
    assert run(line)[0] == 0
    chosen = ViewState(relations=("reports_to", "member_of"))
    drawn = view_of("icicle", record, chosen)
    assert (tmp_path / "i.svg").read_bytes() == picture(drawn, "svg")


def test_every_verb_takes_out(run, tmp_path):
    for name in WORKS:
        with pytest.raises(SystemExit), redirect_stdout(StringIO()) as told:
            main(["export", name, "--help"])
        assert "--out" in told.getvalue(), name


def test_the_help_names_every_size():
    assert tuple(sizes.SIZES) == SIZES


@pytest.mark.parametrize("line", ["", "lineage", "changes --from 2013-03-31 --out x.svg",
                                  "poem --to x.svg"])  # fmt: skip
def test_a_wrong_command_line_is_status_2_with_usage(run, line):
    status, out, err = run(line)
    assert (status, out) == (2, "")
    assert err.startswith("usage: python -m explorer export")
