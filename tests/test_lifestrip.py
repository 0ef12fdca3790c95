"""The life strip of a body: every boundary is a dated fact of the record, and nothing is lost."""

from functools import lru_cache

import pytest

from explorer.drawing.scene import Rect
from explorer.layout.axis import TimeAxis
from explorer.layout.lineage.cast import cast
from explorer.layout.lineage.own import own_life, segment_words
from explorer.layout.lineage.picture import lineage_scene
from explorer.lifestrip import CODE, NAME, PARENT, life_strip
from explorer.lineage import lineage
from explorer.load import load
from explorer.period import spell
from explorer.sheets.lifestrip import life


@lru_cache(maxsize=1)
def record():
    return load()


def rows(name):
    """What the record holds of the body, as (sort, form, what, row)."""
    return [
        *((NAME, row.name_type, row.name, row) for row in record().names.get(name, ())),
        *((CODE, row.scheme, row.code, row) for row in record().codes.get(name, ())),
        *((PARENT, row.relation, row.parent_id, row) for row in record().parents.get(name, ())),
    ]


@pytest.mark.parametrize("sort", [NAME, CODE, PARENT])
def test_every_boundary_of_every_segment_is_a_dated_fact_of_that_body(sort):
    for name, body in record().organisations.items():
        found = rows(name)
        for one in (each for each in life_strip(record(), name) if each.sort == sort):
            same = [
                row.period.clip(body.lifetime)
                for sort, form, what, row in found
                if (sort, form, what) == (one.sort, one.form, one.other or one.text)
            ]
            assert one.period.start in {period.start for period in same}
            assert one.period.end in {period.end for period in same}


def test_every_name_code_and_body_above_of_the_record_is_in_a_segment():
    for name in record().organisations:
        strip = life_strip(record(), name)
        shown = {(one.sort, one.form, one.other or one.text) for one in strip}
        assert shown == {row[:3] for row in rows(name)}
        sources = {source for one in strip for source in one.source_ids}
        assert sources == {row.source_id for *_, row in rows(name)}


def test_a_body_above_in_two_rows_without_a_gap_is_one_segment_with_both_sources():
    (one,) = [each for each in life_strip(record(), "08F") if each.other == "Q71"]
    assert (str(one.start), str(one.end)) == ("2015-04-01", "2019-03-31")
    assert one.period == spell(one.start, one.end)
    assert len(one.source_ids) == 2


def test_names_come_first_then_codes_then_bodies_above_each_by_first_day():
    strip = life_strip(record(), "nhs-england")
    assert [segment_words(one) for one in strip] == [
        "NHS Commissioning Board",
        "NHS England",
        "in law: NHS Commissioning Board",
        "in law: NHS England",
        "reports to Department of Health, then Department of Health and Social Care",
    ]


def test_a_first_day_that_no_source_gives_is_not_known_though_the_body_began():
    (code,) = [each for each in life_strip(record(), "5PD") if each.form == "ONS"]
    assert code.start is None
    assert code.period.start == record().organisations["5PD"].lifetime.start
    (bar,) = [bar for bar in _bars("5PD") if "ONS" in bar.words]
    assert bar.before
    assert bar.hollow


def _bars(name):
    return own_life(cast(lineage(record(), name))).bars


def test_shared_work_drawn_as_an_arrangement_is_not_drawn_twice():
    words = [bar.words for bar in _bars("5PD")]
    assert words == [
        "Northamptonshire Teaching Primary Care Trust",
        "ODS 5PD",
        "ONS E16000114",
        "reports to East Midlands Strategic Health Authority",
    ]


@pytest.mark.parametrize("name", ["5PD", "nhs-england", "08F", "01K"])
def test_segments_are_drawn_on_the_axis_of_the_lineage(name):
    scene = lineage_scene(lineage(record(), name), 1200)
    drawn = [item for item in scene.drawn if isinstance(item, Rect)]
    boxes = {(item.title, item.key): item for item in drawn}
    dated = [bar for bar in _bars(name) if not (bar.before or bar.beyond)]
    first, second = boxes[dated[0].words, dated[0].id], dated[0]
    per_day = first.width / (second.end - second.start).days
    axis = TimeAxis(first.x, first.x + first.width, second.start, second.end)
    assert axis.per_day == pytest.approx(per_day)
    for bar in dated:
        assert boxes[bar.words, bar.id].x == pytest.approx(axis.x(bar.start), abs=0.5)
        assert boxes[bar.words, bar.id].x + boxes[bar.words, bar.id].width == pytest.approx(
            axis.x(bar.end), abs=2.1
        )


def test_the_table_holds_the_segments_in_the_order_of_the_drawing():
    strip = life_strip(record(), "nhs-england")
    table = life(strip)
    assert [row["held"] for row in table.records] == [one.text for one in strip]
    assert [row["above_id"] for row in table.records] == [None] * 4 + ["dhsc"]
    assert table.records[0]["to"] == "2013-03-25"
    column = table.columns[1]
    assert table.words(column, "in_use") == "the name in use"
    assert table.words(column, "reports_to") == "reports to"


def test_names_in_use_and_names_in_law_never_share_a_row():
    scene = lineage_scene(lineage(record(), "nhs-england"), 1200)
    tops = {item.title: item.y for item in scene.drawn if isinstance(item, Rect) and item.title}
    words = [bar.words for bar in _bars("nhs-england")]
    assert tops[words[0]] <= tops[words[1]] < tops[words[2]] <= tops[words[3]] < tops[words[4]]
