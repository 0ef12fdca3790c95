"""The timeline counts what the snapshot counts, and never counts what is only published."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from explorer.errors import UnknownName
from explorer.lives import lives
from explorer.load import load
from explorer.policy.lanes import LANES, is_close, lane_of, leading
from explorer.sheets import timeline as sheets
from explorer.snapshot import snapshot
from explorer.timeline import ERAS, timeline


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def found(record):
    return timeline(record)


def counted(record, kind, day):
    rows = {row.kind: row.count for row in snapshot(record, day).counts}
    groups = {row.kind: row.count for row in snapshot(record, day).counts if row.group}
    return groups.get(kind, rows.get(kind, 0))


def test_every_step_of_every_band_is_what_the_snapshot_counts(record, found):
    for band in found.bands:
        for step in band.steps:
            days = {step.start, (step.end or record.edition.as_known_on) - timedelta(days=1)}
            for day in days:
                if record.edition.first_day <= day <= record.edition.last_day:
                    assert counted(record, band.kind.id, day) == step.count, (band.kind.id, day)


def test_care_trusts_are_part_of_the_band_of_trusts(found):
    kinds = [band.kind.id for band in found.bands]
    assert "care_trust" not in kinds
    trusts = next(band for band in found.bands if band.kind.id == "primary_care_trust")
    assert trusts.also == ("care_trust",)
    assert trusts.count_on(date(2013, 3, 31)) == 151
    assert trusts.count_on(date(2013, 4, 1)) == 0


def test_strategic_authorities_are_not_counted_with_health_authorities(found):
    authorities = next(band for band in found.bands if band.kind.id == "health_authority")
    assert authorities.end == date(2002, 4, 1)
    strategic = next(band for band in found.bands if band.kind.id == "strategic_health_authority")
    assert [rule.counted_as for rule in strategic.counted_as] == ["health_authority"]


def test_districts_have_published_numbers_and_no_band(found):
    assert "district_health_authority" not in [band.kind.id for band in found.bands]
    districts = next(b for b in found.published if b.kind.id == "district_health_authority")
    assert [int(count.count) for count in districts.counts] == [192, 111, 105]
    assert (districts.period.start, districts.period.last_day) == (
        date(1982, 4, 1),
        date(1996, 3, 31),
    )


def test_councils_are_drawn_since_they_buy_public_health(found):
    councils = next(band for band in found.bands if band.kind.id == "local_authority")
    assert councils.start == date(2013, 4, 1)
    assert councils.count_on(councils.start) == 152


def test_the_register_is_shown_to_list_an_area_team_too_many(found):
    teams = next(band for band in found.bands if band.kind.id == "area_team")
    assert [(int(count.count), ours) for count, ours in teams.disputed] == [(27, 28)]
    assert teams.lost == ((date(2019, 4, 1), 14),)


def test_the_leading_bodies_are_those_to_which_others_answered(record):
    assert leading(record) == {
        *("ministry-of-health", "dhss", "dhsc", "nhs-management-board"),
        *("nhs-management-executive", "nhs-commissioning-board-authority", "nhs-england"),
    }


def test_every_body_that_is_drawn_has_one_lane(record, found):
    lanes = {lane.id for lane in LANES}
    assert {band.lane for band in (*found.bands, *found.published, *found.bars)} <= lanes
    drawn = [bar.body.id for bar in found.bars]
    assert len(drawn) == len(set(drawn))
    undrawn = found.undrawn(record.edition.first_day, record.edition.last_day)
    assert all(lane_of(kind) == "" for kind in undrawn)
    assert is_close(record.kinds["pct_cluster"])


def test_the_eras_cover_the_record_and_share_the_years_of_reform():
    assert (ERAS[0].first_year, ERAS[-1].last_year) == (1948, 2027)
    assert all(a.last_year == b.first_year for a, b in pairwise(ERAS))
    assert [era.id for era in ERAS] == [
        *("1948-74", "1974-91", "1991-99", "1999-2002", "2002-13", "2013-22", "2022-27")
    ]


def test_every_entry_of_policy_and_every_reform_is_there_in_order(record, found):
    assert {entry.event.id for entry in found.policy} == {event.id for event in record.timeline}
    days = [entry.event.date.first for entry in found.policy]
    assert days == sorted(days)
    assert set(found.effects_by_reform) == set(record.reforms)


def test_lives_of_a_kind_stand_in_waves_of_opening(record):
    boards = lives(record, kind="integrated_care_board")
    assert [(str(group.opened), len(group.bars)) for group in boards.groups] == [
        ("2022-07-01", 42),
        ("2026-04-01", 6),
    ]
    assert boards.last is None


def test_lives_of_trusts_hold_care_trusts_unless_the_exact_kind_is_asked(record):
    assert len(lives(record, kind="primary_care_trust").bars) == 401
    assert len(lives(record, kind="primary_care_trust", exact=True).bars) == 394


def test_strategic_authorities_do_not_live_among_health_authorities(record):
    assert len(lives(record, kind="health_authority").bars) == 106


def test_lives_of_a_region_stand_by_kind(record):
    found = lives(record, region="East Midlands")
    assert not found.by_wave
    assert {bar.body.region for bar in found.bars} == {"East Midlands"}
    assert len({group.kind.id for group in found.groups}) == len(found.groups)


def test_lives_of_an_unknown_region_are_refused(record):
    with pytest.raises(UnknownName, match="No region 'East Midland' in this edition"):
        lives(record, region="East Midland")
    with pytest.raises(UnknownName, match="No body of this choice 'integrated_care_board Wales'"):
        lives(record, kind="integrated_care_board", region="Wales")


def test_the_table_has_a_row_for_every_number_of_every_band(found):
    rows = sheets.numbers(found).records
    steps = sum(len(band.steps) for band in found.bands)
    published = sum(len(band.counts) for band in found.published)
    assert len(rows) == steps + published
    groups = [r for r in rows if r["kind"] == "clinical_commissioning_group"]
    assert [row["count"] for row in groups] == [211, 209, 207, 195, 191, 135, 106]
    assert groups[-1]["to"] == "2022-06-30"
    years = sheets.numbers(found, sheets.shown_years(2023, 2023)).records
    assert {row["kind"] for row in years if row["lane"] == "local"} == {"integrated_care_board"}


def test_the_table_of_events_counts_what_their_reforms_did(found):
    rows = {row["id"]: row for row in sheets.events(found).records}
    assert (rows["reform-2026-icb-mergers"]["opened"], rows["icb-2026"]["opened"]) == (7, 7)
    assert rows["griffiths-1983"]["opened"] is None
    bodies = sheets.effects(found.effects_by_reform["reform-2026-icb-mergers"]).records
    assert sum(row["effect"] == "opened" for row in bodies) == 7
