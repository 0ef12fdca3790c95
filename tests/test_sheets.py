"""Results as rows: stable keys, values of the record, safe CSV, and tables for readers."""

import csv
import io
import json
from datetime import date

import pytest

from explorer.citing import cited, conflicts_about
from explorer.counts import ledger
from explorer.crosswalk import crosswalk
from explorer.days.tiers import in_tiers
from explorer.diff import diff
from explorer.errors import Problem
from explorer.lineage import lineage
from explorer.load import load
from explorer.plans import plans
from explorer.responsibilities import duty, held_by, transfers_on
from explorer.search import search
from explorer.sheets import bodies, changes, duties, records
from explorer.sheets.sheet import Column, sheet
from explorer.snapshot import snapshot
from explorer.tables import frame
from tests.worlds import world

MARCH, APRIL = date(2013, 3, 31), date(2013, 4, 1)


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def every_sheet(record):
    found = lineage(record, "5PD")
    changed = diff(record, MARCH, APRIL)
    shown = snapshot(record, APRIL)
    walk = crosswalk(record, date(2012, 4, 1), date(2026, 4, 1), kind="primary_care_trust",
                     to_kind="integrated_care_board")  # fmt: skip
    return {
        "bodies": bodies.bodies(shown),
        "counts": bodies.counts(shown),
        "relatives": bodies.relatives(found),
        "successions": bodies.successions(found),
        "hits": bodies.hits(record, search(record, "Nene")),
        "changes": changes.changes(changed),
        "balance": changes.balance(changed),
        "arcs": changes.arcs(changed),
        "crosswalk": records.crosswalk(walk),
        "ledger": records.ledger(record, ledger(record)),
        "sources": records.sources(cited(record, record.organisations["08F"])),
        "problems": records.problems([Problem("a.csv", 2, "id", "is blank")]),
        "plans": duties.plans(record, plans(record)),
        "holders": duties.holders(record, "specialised", duty(record, "specialised", APRIL)),
        "holdings": duties.holdings(record, held_by(record, "organisation", "nhs-england")),
        "transfers": duties.transfers(transfers_on(record, APRIL)),
    }


KEYS = {  # the documented columns: a change here breaks somebody's script
    "bodies": "id name kind opened closed ods_code source_id name_type legal_name region "
    "parent_ids certain",
    "counts": "kind count uncertain group",
    "relatives": "id name kind opened closed ods_code source_id role generation line collapsed",
    "successions": "from_id from_name to_id to_name date kind line share basis confidence event_id "
    "source_id",
    "hits": "id name kind opened closed ods_code source_id title matched field score approximate "
    "closed_note caution",
    "changes": "change id name kind date what before after uncertain source_id",
    "balance": "kind start opened closed first_seen last_seen end",
    "arcs": "from_id from_name to_id to_name date kind line share basis confidence event_id "
    "source_id",
    "crosswalk": "from_id from_name to_id to_name weight basis status line hops unmapped note "
    "source_id",
    "ledger": "kind date ours published gap reason why scope measure uncertain count_id source_id",
    "sources": "source_id title publisher date url licence facts supports",
    "problems": "file line column message",
    "plans": "milestone_id plan_id subject_type subject_id subject what published planned_from "
    "planned actual verdict slip_months slip_days uncounted note source_id actual_source_id",
    "holders": "function_id function holder_type holder_id holder role from to basis certain gap "
    "note source_id",
    "holdings": "function_id function holder_type holder_id holder role from to basis certain gap "
    "note source_id",
    "transfers": "function_id function from_type from_id from to_type to_id to date instrument "
    "certain note source_id",
}


@pytest.mark.parametrize("name", KEYS)
def test_the_columns_are_those_documented(every_sheet, name):
    assert every_sheet[name].keys == tuple(KEYS[name].split())
    assert every_sheet[name].rows


@pytest.mark.parametrize("name", KEYS)
def test_csv_and_json_hold_the_same_rows(every_sheet, name):
    shown = every_sheet[name]
    read = list(csv.DictReader(io.StringIO(shown.csv)))
    told = json.loads(json.dumps(shown.records))
    assert len(read) == len(told) == len(shown.rows)
    for line, row in zip(read, told, strict=True):
        for key, value in row.items():
            text = {None: "", True: "yes", False: "no"}.get(value, str(value)) if (
                value is None or isinstance(value, bool)
            ) else str(value)  # fmt: skip
            assert line[key] == text


@pytest.mark.parametrize("name", KEYS)
def test_a_table_has_the_same_rows_under_readers_headings(every_sheet, name):
    shown, table = every_sheet[name], frame(every_sheet[name])
    assert table.shape == (len(shown.rows), len(shown.columns))
    assert all(heading[0].isupper() and "_" not in heading for heading in table.columns)


def test_no_cell_of_the_record_looks_like_a_formula(every_sheet):
    for shown in every_sheet.values():
        assert not any(cell.startswith("'") for row in csv.reader(io.StringIO(shown.csv))
                       for cell in row)  # fmt: skip


def test_free_text_cannot_start_a_formula_and_ids_are_never_touched():
    columns = (Column("id", "Id"), Column("name", "Name", "text"), Column("gap", "Gap", "number"))
    shown = sheet(columns, [("=1+1", "=1+1", -3), ("-a", "@cmd", 0.5), ("x", "-b", None)])
    assert shown.csv == "id,name,gap\n=1+1,'=1+1,-3\n-a,'@cmd,0.5\nx,'-b,\n"


def test_unknown_is_null_in_json_blank_in_csv_and_empty_on_screen():
    columns = (Column("id", "Id"), Column("share", "Share", "number"))
    shown = sheet(columns, [("A", None), ("B", 0.0)])
    assert shown.records == [{"id": "A", "share": None}, {"id": "B", "share": 0.0}]
    assert shown.csv == "id,share\nA,\nB,0.0\n"
    assert frame(shown)["Share"].isna().tolist() == [True, False]
    assert frame(bodies.organisations(world("A 2000.."), ["A"])).loc[0, "Last day"] == ""


def test_dates_stay_partial_in_files_and_are_words_on_screen():
    small = world("A ~2000..~2013-04")
    shown = bodies.organisations(small, ["A"])
    assert shown.records[0]["opened"] == "2000"
    assert shown.records[0]["closed"] == "2013-04"
    assert frame(shown).loc[0, ["First day", "Last day"]].tolist() == ["2000", "April 2013"]
    assert frame(shown, iso_dates=True).loc[0, "Last day"] == "2013-04"


def test_closed_is_the_last_day(record):
    shown = bodies.organisations(record, ["5PD"])
    assert shown.records[0]["closed"] == "2013-03-31"


def test_kinds_and_flags_are_words_on_screen(every_sheet):
    table = frame(every_sheet["counts"])
    assert "Clinical commissioning group" in set(table["Kind"])
    assert set(table["With kinds counted as it"]) == {"no"}


def test_the_rows_of_a_snapshot_are_its_bodies(record, every_sheet):
    shown = snapshot(record, APRIL)
    assert [row["id"] for row in every_sheet["bodies"].records] == [b.id for b in in_tiers(shown)]
    ccg = next(row for row in every_sheet["bodies"].records if row["id"] == "04G")
    assert ccg["ods_code"] == "04G"
    assert ccg["parent_ids"].split(";")


def test_groups_are_further_rows_with_group_set(record):
    rows = bodies.counts(snapshot(record, MARCH)).records
    trusts = [row for row in rows if row["kind"] == "primary_care_trust"]
    assert [(row["count"], row["group"]) for row in trusts] == [(146, False), (151, True)]
    care = [row for row in rows if row["kind"] == "care_trust"]
    assert [(row["count"], row["group"]) for row in care] == [(5, False)]


def test_the_sheet_of_changes_reproduces_the_counts_of_the_difference(record, every_sheet):
    found = diff(record, MARCH, APRIL)
    rows = every_sheet["changes"].records
    parts = ("opened", "closed", "lived_between", "renamed", "moved", "recoded", "transferred")
    for change in parts:
        assert sum(row["change"] == change for row in rows) == len(getattr(found, change)), change
    assert {row["change"] for row in rows} <= set(parts)


def test_the_document_of_a_difference_has_the_promised_parts(record):
    told = json.loads(json.dumps(changes.document(diff(record, MARCH, APRIL))))
    assert {"opened", "closed", "continued", "renamed", "events", "balance"} <= told.keys()
    assert told["opened"][0].keys() >= {"id", "name", "kind", "opened", "closed", "ods_code",
                                        "source_id"}  # fmt: skip
    for line in told["balance"]:
        change = line["opened"] - line["closed"] + line["first_seen"] - line["last_seen"]
        assert line["start"] + change == line["end"]
    assert all(event["sentence"] and event["successions"] for event in told["events"])


def test_backwards_what_had_not_opened_yet_is_closed_on_its_first_day(record):
    rows = changes.changes(diff(record, APRIL, MARCH)).records
    ccg = next(row for row in rows if row["id"] == "04G")
    assert (ccg["change"], ccg["date"]) == ("closed", "2013-04-01")
    trust = next(row for row in rows if row["id"] == "5PD")
    assert (trust["change"], trust["date"]) == ("opened", "2013-03-31")


def test_an_unknown_share_stays_unknown():
    small = world("A 2000..2010, B 2010.., C 2010..", "A>B 2010, A>C 2010 .3 @practices")
    rows = bodies.successions(lineage(small, "A")).records
    assert {row["to_id"]: (row["share"], row["basis"]) for row in rows} == {
        "B": (None, None), "C": (0.3, "practices"),
    }  # fmt: skip


def test_the_ledger_gives_ours_published_gap_and_reason(every_sheet):
    rows = every_sheet["ledger"].records
    team = next(row for row in rows if row["kind"] == "area_team" and row["date"] == "2013-04-01"
                and row["gap"] is not None)  # fmt: skip
    assert (team["ours"], team["published"], team["gap"]) == (28, 27, 1)
    assert team["reason"] == "register_lists_more"
    assert "Q71" in team["why"]


def test_a_gap_in_the_holders_is_a_row_without_a_holder(record):
    day = date(1992, 1, 1)
    rows = duties.holders(record, "public-health", duty(record, "public-health", day)).records
    assert (rows[0]["gap"], rows[0]["holder"]) == ("no_responsible", None)
    assert {row["role"] for row in rows[1:]} == {"shared"}
    none = duties.holders(record, "nhs-111", duty(record, "nhs-111", date(1991, 1, 1))).records
    assert [row["gap"] for row in none] == ["not_yet"]


def test_every_fact_about_a_body_has_its_source_listed(record):
    body = record.organisations["08F"]
    found = {each.source.id for each in cited(record, body)}
    assert {body.source_id} <= found
    assert {arc.source_id for arc in (*record.into["08F"], *record.out_of["08F"])} <= found
    assert {naming.source_id for naming in record.names["08F"]} <= found
    shares = {share.source_id for arc in record.into["08F"] for share in arc.measurements}
    assert shares
    assert shares <= {each.source.id for each in cited(record, body) if "share" in each.facts}


def test_where_sources_differ_both_are_listed(record):
    body = next(
        record.organisations[name]
        for each in record.conflicts
        for sort, name in each.subjects
        if sort == "organisation" and name in record.organisations
    )
    (first, *_) = conflicts_about(record, body)
    facts = {each.source.id: each.facts for each in cited(record, body)}
    assert "reading kept where sources differ" in facts[first.kept_source]
