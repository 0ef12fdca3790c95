"""The command line, mostly in process: every verb in every format, and every way to go wrong."""

import csv
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from explorer.cli.main import main
from explorer.cli.output import FORMATS
from explorer.cli.parser import examples, parser
from explorer.cli.wording import COLUMNS, NOTES, OBJECTS
from explorer.load import DEFAULT_FOLDER, load

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = {
    "counts": "counts --on 2013-04-01",
    "snapshot": "snapshot --on 2013-04-01 --kind clinical_commissioning_group",
    "diff": "diff --from 2013-03-31 --to 2013-04-01",
    "lineage": "lineage 08F",
    "story": "story 5PD",
    "crosswalk": "crosswalk --from 2012-04-01 --to 2026-04-01 --kind primary_care_trust "
    "--to-kind integrated_care_board",
    "search": "search Nene",
    "ledger": "ledger",
    "plans": "plans --subject nhs-england",
    "holds": "holds --function specialised-services --on 2014-04-01",
    "sources": "sources 08F",
    "check": "check datasets/template",
}
PROMISED = {  # the least that the rows of each verb carry
    "counts": "kind count uncertain group",
    "snapshot": "id name kind opened closed ods_code source_id",
    "crosswalk": "from_id to_id weight basis status",
    "ledger": "kind date ours published gap reason source_id",
    "search": "id name kind opened closed ods_code source_id",
}


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture
def run(capsys, monkeypatch, record):
    """Status, standard output and standard error of a command line. The record is read once."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(
        "explorer.cli.main.load",
        lambda folder: record if folder == DEFAULT_FOLDER else load(folder),
    )

    def running(line):
        try:
            status = main(shlex.split(line))
        except SystemExit as end:
            status = end.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return running


@pytest.fixture
def package(tmp_path):
    """A copy of the small template package, to be broken."""
    return Path(shutil.copytree(ROOT / "datasets" / "template", tmp_path / "package"))


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_every_verb_is_asked_here():
    assert set(QUESTIONS) == set(COLUMNS) == set(NOTES)


@pytest.mark.parametrize("verb", QUESTIONS)
def test_every_verb_answers_in_every_format(run, verb):
    for form in FORMATS:
        status, out, err = run(f"{QUESTIONS[verb]} --format {form}")
        assert (status, err) == (0, "")
        assert out.endswith("\n")
    assert json.loads(run(f"{QUESTIONS[verb]} --format json")[1]) is not None


@pytest.mark.parametrize("verb", QUESTIONS)
def test_the_help_names_the_columns_that_are_printed(run, verb):
    header = run(f"{QUESTIONS[verb]} --format csv")[1].splitlines()[0]
    assert header == COLUMNS[verb]
    told = " ".join(run(f"{verb} --help")[1].split())
    assert COLUMNS[verb].replace(",", ", ") in told


@pytest.mark.parametrize("verb", PROMISED)
def test_json_rows_carry_at_least_what_is_promised(run, verb):
    for row in json.loads(run(f"{QUESTIONS[verb]} --format json")[1]):
        assert row.keys() >= set(PROMISED[verb].split())


@pytest.mark.parametrize("verb", sorted(set(QUESTIONS) - set(OBJECTS) - {"check"}))
def test_csv_and_json_have_the_same_rows(run, verb):
    read = rows(run(f"{QUESTIONS[verb]} --format csv")[1])
    told = json.loads(run(f"{QUESTIONS[verb]} --format json")[1])
    assert len(read) == len(told) > 0
    assert [list(row) for row in read] == [list(row) for row in told]


@pytest.mark.parametrize("verb", OBJECTS)
def test_the_help_names_the_keys_of_an_object(run, verb):
    told = json.loads(run(f"{QUESTIONS[verb]} --format json")[1])
    assert ", ".join(told) == OBJECTS[verb].split(";")[0]


def test_the_difference_is_an_object_with_its_parts(run):
    told = json.loads(run(f"{QUESTIONS['diff']} --format json")[1])
    assert {"opened", "closed", "continued", "renamed", "events", "balance"} <= told.keys()
    groups = [row for row in told["opened"] if row["kind"] == "clinical_commissioning_group"]
    assert len(groups) == 211
    assert {row["closed"] for row in told["closed"]} == {"2013-03-31"}


def test_the_lineage_is_an_object_with_its_parts(run):
    told = json.loads(run("lineage 08F --format json")[1])
    assert {"organisations", "successions"} <= told.keys()
    keys = {"from_id", "to_id", "date", "kind", "line", "share"}
    assert all(arc.keys() >= keys for arc in told["successions"])
    near = json.loads(run("lineage 08F --back 1 --forward 0 --format json")[1])
    roles = {row["id"]: row["role"] for row in near["organisations"]}
    assert roles["5A4"] == "predecessor"
    assert "successor" not in roles.values()


def test_relatives_can_be_had_as_csv_too(run):
    read = rows(run("lineage 08F --rows organisations --format csv")[1])
    assert {row["role"] for row in read} >= {"self", "predecessor", "successor"}


def test_a_lineage_keeps_to_the_lines_asked_for(run):
    told = json.loads(run("lineage 01H --line place --format json")[1])
    assert {arc["line"] for arc in told["successions"]} == {"place"}


def test_211_groups_on_1_april_2013(run):
    found = rows(run(f"{QUESTIONS['snapshot']} --format csv")[1])
    assert len(found) == 211
    assert {row["kind"] for row in found} == {"clinical_commissioning_group"}


def test_the_last_day_belongs_to_the_old_and_the_first_to_the_new(run):
    for day, kind, number in (
        ("2013-03-31", "primary_care_trust", 151),
        ("2013-04-01", "primary_care_trust", 0),
        ("2013-03-31", "clinical_commissioning_group", 0),
    ):
        found = rows(run(f"snapshot --on {day} --kind {kind} --format csv")[1])
        assert len(found) == number


def test_exact_leaves_out_the_kinds_counted_with_it(run):
    found = rows(run("snapshot --on 2013-03-31 --kind primary_care_trust --exact --format csv")[1])
    assert len(found) == 146


def test_a_region_and_one_chain_of_command(run):
    found = rows(run("snapshot --on 2013-04-01 --region London --format csv")[1])
    assert {row["id"] for row in found if row["region"] != "London"} == {"nhs-england", "dhsc"}
    chain = rows(run("snapshot --on 2013-04-01 --under Q44 --format csv")[1])
    assert {"dhsc", "nhs-england", "Y54", "Q44", "01C"} <= {row["id"] for row in chain}


def test_a_difference_can_be_had_step_by_step(run):
    line = "diff --from 1999-03-31 --to 2002-04-01 --kind primary_care_group --stepwise"
    found = rows(run(f"{line} --format csv")[1])
    assert next(iter(found[0])) == "step"
    days = [row["step"] for row in found]
    assert days == sorted(days)
    told = json.loads(run(f"{line} --format json")[1])
    assert [step["to"] for step in told["steps"]] == sorted(set(days))
    assert "continued" not in told["steps"][0]


def test_a_difference_works_backwards(run):
    out = run("diff --from 2013-04-01 --to 2013-03-31")[1]
    assert out.startswith("Going back from 1 April 2013 to 31 March 2013, ")


def test_the_story_is_a_paragraph_with_its_sources(run):
    out = run("story 5PD")[1]
    assert out.startswith("What happened to Northamptonshire Teaching Primary Care Trust\n\n")
    assert "NHS Nene CCG (04G; 88%)" in out
    assert "\nSources\n[1] PCO names and codes EN as at 04_11, " in out


def test_a_body_is_named_by_id_code_or_name(run):
    stories = {run(f"story {asked}")[1] for asked in ("08F", "08f", "'NHS Havering CCG'")}
    assert len(stories) == 1


def test_all_151_trusts_are_mapped_and_20_are_split(run):
    found = rows(run(f"{QUESTIONS['crosswalk']} --format csv")[1])
    totals = {}
    for row in found:
        totals.setdefault(row["from_id"], []).append(float(row["weight"]))
    assert len(totals) == 151
    assert all(abs(sum(weights) - 1) <= 0.005 for weights in totals.values())
    assert sum(len(weights) > 1 for weights in totals.values()) == 20


def test_what_has_no_successor_stays_in_the_crosswalk(run):
    line = "crosswalk --from 2001-01-01 --to 2026-04-01 --kind health_authority"
    found = rows(run(f"{line} --to-kind integrated_care_board --format csv")[1])
    assert {(row["status"], row["to_id"], row["weight"]) for row in found} == {
        ("no_successor", "", ""),
    }
    assert "Duties passed" in found[0]["note"]


def test_the_ledger_says_how_it_went(run):
    assert run("ledger")[1].startswith(
        "79 of 137 published numbers can be compared with this record: 61 agree and 18 do not.\n"
    )


def test_the_slip_of_the_board_in_shadow_is_seven_months(run):
    found = json.loads(run("plans --format json")[1])
    slips = {row["plan_id"]: (row["slip_months"], row["verdict"]) for row in found}
    assert slips["board-shadow-01"] == (7, "late")
    assert slips["board-shadow-02"] == (0, "kept")
    assert slips["board-statutory-02"] == (None, "misprint")


def test_the_holder_of_specialised_services_in_2014(run):
    (held,) = json.loads(run(f"{QUESTIONS['holds']} --format json")[1])
    assert (held["holder_id"], held["role"], held["basis"]) == (
        "nhs-england", "responsible", "named",
    )  # fmt: skip


def test_a_gap_is_an_answer_and_not_an_error(run):
    status, out, err = run("holds --function nhs-111 --on 1991-01-01")
    assert (status, err) == (0, "")
    assert out == (
        "On 1 January 1991, the service did not exist yet: telephone urgent advice (NHS Direct, "
        "then NHS 111) began in 1998.\n"
    )


def test_after_the_last_evidence_the_answer_says_so(run):
    assert run("holds --function dental --on 2027-01-01")[1].endswith(
        "\nThe record is as known on 2 July 2026.\n"
    )


def test_nothing_found_is_an_answer(run):
    assert run("search zzzzqqqq") == (0, "Nothing found for 'zzzzqqqq'.\n", "")
    assert run("search zzzzqqqq --format json") == (0, "[]\n", "")


def test_unknown_is_null_and_dates_stay_partial(run):
    found = json.loads(run("snapshot --on 2013-04-01 --under dhsc --format json")[1])
    department = next(row for row in found if row["id"] == "dhsc")
    assert department["opened"] == "1988"
    assert department["closed"] is None


def test_a_sound_package_is_said_to_be_sound(run):
    status, out, err = run("check datasets/template")
    assert (status, err) == (0, "")
    assert out == "No problems found in 44 rows of 9 tables.\n"


def test_the_record_itself_is_sound(run):
    assert re.fullmatch(r"No problems found in [\d,]+ rows of \d+ tables\.\n", run("check")[1])


def test_the_faults_of_a_package_are_rows_with_status_2(run, package):
    table = package / "organisations.csv"
    lines = table.read_text("utf-8").splitlines()
    table.write_text("\n".join([*lines[:2], *lines[1:]]), "utf-8")
    status, out, err = run(f"check {package} --format csv")
    (fault,) = rows(out)
    assert status == 2
    assert (fault["file"], fault["line"], fault["column"]) == ("organisations.csv", "3", "id")
    assert fault["message"] == f"'{lines[1].split(',')[0]}' is already used on line 2"
    assert err == f"1 problem in the data package '{package}'.\n"


BROKEN = {
    "a file that is not UTF-8": lambda folder: (folder / "names.csv").write_bytes(
        b"org_id\n\xff\n"
    ),
    "a missing column": lambda folder: (folder / "kinds.csv").write_text("kind,label\n", "utf-8"),
    "a missing file": lambda folder: (folder / "successions.csv").unlink(),
    "no descriptor": lambda folder: (folder / "datapackage.json").unlink(),
    "a descriptor that is not JSON": lambda f: (f / "datapackage.json").write_text("{", "utf-8"),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_package_gives_a_message_and_status_2(run, package, fault):
    BROKEN[fault](package)
    status, out, err = run(f"counts --on 2013-04-01 --dataset {package}")
    assert (status, out) == (2, "")
    assert " in the data package:\n  " in err
    assert "Traceback" not in err
    assert run(f"check {package}")[0] == 2


def test_all_faults_of_a_package_come_at_once(run, package):
    BROKEN["a file that is not UTF-8"](package)
    BROKEN["a missing column"](package)
    err = run(f"ledger --dataset {package}")[2]
    assert "names.csv:2: byte 0xFF is not UTF-8; save the file as UTF-8" in err
    assert "kinds.csv:1 plural: the column is missing; the header is: kind, label" in err


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("counts --on 2013-13-01",
         "'2013-13-01' is not a day of the calendar. "
         "Write a day as year-month-day, for instance 2013-04-01."),
        ("counts --on 'April 2013'",
         "'April 2013' is not a date such as 1999, 1999-04 or 1999-04-01. "
         "Write a day as year-month-day, for instance 2013-04-01."),
        ("counts --on 2013",
         "'2013' names a year, not a day. "
         "Write a day as year-month-day, for instance 2013-04-01."),
        ("counts --on 2030-01-01",
         "2030-01-01 is outside the record, which runs from 1948-07-05 to 2027-12-31."),
        ("story 0ZZ9", "No organisation '0ZZ9' in this edition of the record."),
        ("lineage 5PD --line comissioner",
         "No line 'comissioner' in this edition of the record. Did you mean: commissioner?"),
        ("snapshot --on 2013-04-01 --kind primary_care_trusts",
         "No kind 'primary_care_trusts' in this edition of the record. Did you mean: "
         "primary_care_trust; primary_care_group; care_trust?"),
        ("snapshot --on 2013-04-01 --region Lundon",
         "No region 'Lundon' in this edition of the record. Did you mean: London?"),
        ("holds --function dentl --on 2014-04-01",
         "No function 'dentl' in this edition of the record. Did you mean: "
         "dental (NHS dental services (primary))?"),
        ("crosswalk --from 2013-04-01 --to 2012-04-01 --kind care_trust --to-kind care_trust",
         "A crosswalk runs from a day to a later one, but 2013-04-01 is not before 2012-04-01."),
    ],
)  # fmt: skip
def test_what_cannot_be_answered_says_why(run, line, message):
    assert run(line) == (2, "", f"{message}\n")


def test_an_unknown_body_is_answered_with_near_ones(run):
    status, out, err = run("story Nothamptonshire")
    assert (status, out) == (2, "")
    assert err.startswith("No organisation 'Nothamptonshire' in this edition of the record. Did ")
    assert "QPM (NHS Northamptonshire ICB)" in err


def test_a_code_held_by_several_bodies_names_them_all(run):
    assert run("story E06000022")[2].endswith(
        "la-bas (Bath and North East Somerset Council); "
        "hwb-bas (Bath and North East Somerset Health and Wellbeing Board)?\n"
    )


def test_everything_wrong_with_a_question_is_said_at_once(run):
    status, _, err = run("snapshot --on 201 --kind foo --region Lundon --under zzzz")
    assert status == 2
    assert len(err.splitlines()) == 4
    status, _, err = run("diff --from x --to 2030-01-01 --kind foo")
    assert len(err.splitlines()) == 3


@pytest.mark.parametrize("line", ["", "stroy 5PD", "lineage", "lineage 5PD --back -1",
                                  "lineage 5PD --back two", "diff --from 2013-04-01",
                                  "ledger --format xml"])  # fmt: skip
def test_a_wrong_command_line_is_status_2_with_usage(run, line):
    status, out, err = run(line)
    assert (status, out) == (2, "")
    assert err.startswith("usage: python -m explorer")


def test_the_help_teaches_by_examples_that_work(run):
    told = " ".join(run("--help")[1].replace("\\", "").split())
    assert len(examples()) == 14
    for line in examples():
        assert line in told
        status, out, _ = run(line.removeprefix("python -m explorer "))
        assert status == 0, line
        assert out


def test_every_verb_takes_a_format_and_a_dataset(run, package):
    for verb in QUESTIONS:
        text = run(f"{verb} --help")[1]
        assert "--format {table,csv,json}" in text
        assert "--dataset FOLDER" in text
    assert rows(run(f"counts --on 2013-04-01 --dataset {package} --format csv")[1])


def test_the_parser_knows_every_verb():
    for verb, line in QUESTIONS.items():
        assert parser().parse_args(shlex.split(line)).verb == verb


def test_a_long_cell_is_cut_in_a_table_only(run):
    table, machine = run("sources 08F")[1], run("sources 08F --format csv")[1]
    assert "…" in table
    assert "…" not in machine


def test_a_table_shows_the_main_columns_and_no_empty_one(run):
    out = run("snapshot --on 2013-04-01 --kind clinical_commissioning_group")[1]
    assert out.splitlines()[2].split("  ")[0].strip() == "Id"
    assert "Certain" not in out.splitlines()[2]
    assert "Name in law" not in out
    heads = run("snapshot --on 2026-07-01 --kind integrated_care_board")[1].splitlines()[2]
    assert "First day" in heads
    assert "Last day" not in heads


def test_a_reader_who_has_gone_is_no_error(run, monkeypatch, tmp_path):
    class Gone(io.StringIO):
        def write(self, text):
            raise BrokenPipeError

        def fileno(self):
            return spare.fileno()

    with (tmp_path / "spare").open("w") as spare:
        monkeypatch.setattr("sys.stdout", Gone())
        assert main(["ledger"]) == 0


def explorer(*words, **options):
    return subprocess.run(
        [sys.executable, "-m", "explorer", *words], cwd=ROOT, capture_output=True, **options
    )


def test_as_a_program_it_writes_utf_8_whatever_the_locale():
    plain = {"PATH": "/usr/bin", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = explorer("search", "Nene", "--format", "json", env=plain)
    assert done.returncode == 0
    assert "2013–2020" in done.stdout.decode("utf-8")
    assert done.stderr == b""


def test_as_a_program_it_fails_with_status_2_and_no_traceback():
    done = explorer("story", "zzzz")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"No organisation 'zzzz' in this edition of the record.\n"


def test_as_a_program_it_is_quiet_when_its_reader_stops_reading():
    long = "diff --from 1999-04-01 --to 2013-04-01 --format json"
    line = f"'{sys.executable}' -m explorer {long} | head -1"
    done = subprocess.run(line, shell=True, cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "{\n"
    assert done.stderr == ""


def test_the_usual_dataset_is_the_record():
    assert parser().parse_args(["ledger"]).dataset == DEFAULT_FOLDER
