"""What happened to a body, word for word."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings

from explorer.diff import diff
from explorer.graph import index
from explorer.lineage import lineage
from explorer.load import load
from explorer.naming import display_name
from explorer.narrative.changes import diff_paragraph
from explorer.narrative.events import event_sentences
from explorer.narrative.sentence import source_line
from explorer.narrative.story import what_happened
from tests.worlds import world, worlds

SLIPS = re.compile(r"None|\(\)|  |\.\.|, ,| \.|[{}]")  # what a sentence put together badly shows


@pytest.fixture(scope="module")
def record():
    return load()


def told(asked, bodies, *facts):
    return what_happened(world(bodies, *facts), asked).text


def test_the_story_of_northamptonshire_teaching_pct(record):
    story = what_happened(record, "5PD")
    assert story.title == "What happened to Northamptonshire Teaching Primary Care Trust"
    assert story.referenced == (
        "Northamptonshire Teaching Primary Care Trust (5PD) was a primary care trust from "
        "1 October 2006 to 31 March 2013. [1]\n\n"
        "On 1 October 2006, it was formed from Daventry and South Northamptonshire Primary Care "
        "Trust (5AC; all of it), South Peterborough Primary Care Trust (5AG; 11% of its GP "
        "practices), Cherwell Vale Primary Care Trust (5DV; 20% of its GP practices), "
        "Northamptonshire Heartlands Primary Care Trust (5LV; all of it) and Northampton Primary "
        "Care Trust (5LW; all of it). [2][3]\n\n"
        "On 1 April 2013, it gave way in a reorganisation to NHS Corby CCG (03V; 9% of its "
        "postcodes), NHS Nene CCG (04G; 88%) and NHS Cambridgeshire and Peterborough CCG (06H; "
        "3%). [4] In force on 2 July 2026 and going back to it, in whole or in part: NHS "
        "Northamptonshire ICB (QPM) and NHS Central East ICB (S1Y5D)."
    )
    assert [source.id for source in story.sources] == [
        "ons-pco-2011", "ods-succ", "ods-epcmem", "dsfood-ccg2ons",
    ]  # fmt: skip


def test_a_strategic_authority_of_2013_has_no_successor_body_but_its_functions_are_told(record):
    text = what_happened(record, "Q33").text
    assert (
        "Its last day was 31 March 2013; the record names no successor body. On 1 April 2013, "
        "functions of strategic health authorities passed on. To NHS England: strategic oversight "
        "and performance management of commissioners; to NHS Trust Development Authority: "
        "regulation of providers: NHS trusts and foundation trusts; to Public Health England: "
        "public health (health improvement) generally; to health and wellbeing boards: strategic "
        "planning across an area; to Health Education England (special health authority): "
        "workforce education and training." in text
    )
    assert "As a class, strategic health authorities were followed on 1 April 2013 by" in text


def test_a_specialised_commissioning_group_says_where_its_service_went(record):
    groups = [
        body
        for body in record.organisations.values()
        if body.kind == "specialised_commissioning_group"
    ]
    assert len(groups) == 10
    for body in groups:
        assert what_happened(record, body.id).text.endswith(
            "Its last day was 31 March 2013; the record names no successor body. On 1 April 2013, "
            "functions of specialised commissioning groups passed on. To NHS England: specialised "
            "services.\n\nWords in quotation marks are our labels, not names."
        )


def test_a_health_authority_of_2002_tells_law_and_duties_apart(record):
    text = what_happened(record, "QDE").text
    assert (
        "On 1 April 2002, in the line of strategic health authorities, it was merged with Tees "
        "Health Authority into" in text
    )
    assert "On 1 April 2002, its duties passed to Durham Dales Primary Care Trust (5J8), " in text


def test_the_two_names_of_nhs_england_run_side_by_side(record):
    first = what_happened(record, "nhs-england").paragraphs[0]
    assert [sentence.text for sentence in first] == [
        "NHS England is a national body, set up on 1 October 2012.",
        "It used the name NHS Commissioning Board from 1 October 2012 until 25 March 2013.",
        "In law its name was NHS Commissioning Board from 1 October 2012 until 30 June 2022.",
        "In law its name is NHS England from 1 July 2022.",
    ]


def test_a_plan_not_yet_done_is_said_to_be_planned(record):
    text = what_happened(record, "QPM").text
    assert "It is in force, as known on 2 July 2026." in text
    assert text.endswith(
        "A document of 2026 planned for Leicester, Leicestershire and Rutland and Northamptonshire "
        "ICB cluster: Clustered ICBs to become one ICB, on 1 April 2027 (planned, not done as "
        "known on 2 July 2026)."
    )


@pytest.mark.parametrize(
    ("change", "origin", "ending"),
    [
        ("A>B 2010 1 replacement", "it replaced Body A.", "it was replaced by Body B."),
        ("A>B 2010 1 conversion", "Body A became this body.", "it became Body B."),
        ("A>B 2010 1 merger, D>B 2010 1 merger",
         "it was formed by the merger of Body A and Body D.",
         "it was merged with Body D into Body B."),
        ("A>B 2010 .75 @postcodes, A>C 2010 .25 @postcodes",
         "it was formed out of Body A (75% of its postcodes), which was divided.",
         "it was divided between Body B (75% of its postcodes) and Body C (25%)."),
        ("A>B 2010, A>C 2010",
         "it was formed out of Body A (share not stated), which was divided.",
         "it was divided between Body B and Body C (shares not stated)."),
        ("A>B 2010 .7 @practices, A>C 2010 .2 @practices",
         "it was formed out of Body A (70% of its GP practices), which was divided.",
         "it was divided between Body B (70% of its GP practices) and Body C (20%). "
         "The shares add to 90%; the rest is not recorded."),
        ("A>B 2010 1, D>B 2010 .5 @postcodes, D>C 2010 .5 @postcodes",
         "it was formed from Body A (all of it) and Body D (50% of its postcodes).",
         "it gave way in a reorganisation to Body B."),
    ],
)  # fmt: skip
def test_origin_and_ending_of_a_change(change, origin, ending):
    bodies = "A 2000..2010, D 2000..2010, B 2010.., C 2010.."
    assert f"On 1 January 2010, {origin}" in told("B", bodies, change)
    assert f"On 1 January 2010, {ending}" in told("A", bodies, change)


def test_giving_and_taking_a_part():
    bodies, change = "A 2000.., B 2000..", "A>B 2010 .1 transfer @practices"
    assert (
        "On 1 January 2010, it took part of Body A (10% of its GP practices); Body A continued."
        in told("B", bodies, change)
    )
    assert (
        "On 1 January 2010, part of it (10% of its GP practices) moved to Body B; it continued. "
        "It is in force, as known on 2 July 2026." in told("A", bodies, change)
    )


def test_absorbing_and_being_absorbed():
    bodies, change = "A 2000..2010, B 2000..", "A>B 2010 1 absorption"
    assert "On 1 January 2010, it absorbed Body A." in told("B", bodies, change)
    assert "On 1 January 2010, it was absorbed by Body B." in told("A", bodies, change)


def test_an_older_body_is_not_said_to_be_formed_by_what_it_takes_over():
    text = told("B", "A 2000..2010, B 2000.., C 2010..", "A>B 2010 split, A>C 2010 split")
    assert "On 1 January 2010, it took over part of Body A (share not stated), which ended." in text


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("A 2000..",
         "Body A is a clinical commissioning group, set up on 1 January 2000. "
         "The record names no body before it. It is in force, as known on 2 July 2026."),
        ("A 2000..2010",
         "Body A was a clinical commissioning group from 1 January 2000 to 31 December 2009. "
         "The record names no body before it. "
         "Its last day was 31 December 2009; the record names no successor body."),
        ("A ~1974..~1990",
         "Body A was a clinical commissioning group from 1974 to 1990. "
         "The record names no body before it. "
         "It ended in 1990; the record names no successor body."),
        ("A ..2010",
         "Body A was a clinical commissioning group; its first day is not known, its last was "
         "31 December 2009. The record names no body before it. "
         "Its last day was 31 December 2009; the record names no successor body."),
        ("A 2000..?2010",
         "Body A was a clinical commissioning group, set up on 1 January 2000. "
         "The record names no body before it. "
         "It was last seen on 31 December 2009; its end is not known."),
    ],
)  # fmt: skip
def test_a_body_without_any_change(body, sentences):
    assert told("A", body).replace("\n\n", " ") == sentences


def test_a_closing_known_only_as_the_latest_day_is_said_as_such(record):
    text = what_happened(record, "dha-barnet").text
    assert "was a district health authority from 1982 to 31 March 1996 at the latest." in text
    assert "It ended by 31 March 1996; the record names no successor body." in text


def test_bodies_further_on_are_told_only_beyond_the_next_step():
    bodies = "A 2000..2005, B 2005..2010, C 2010.."
    changes = "A>B 2005 1 conversion, B>C 2010 1 conversion"
    assert told("A", bodies, changes).endswith(
        "In force on 2 July 2026 and going back to it, in whole or in part: Body C."
    )
    assert told("B", bodies, changes).endswith("it became Body C.")


def test_every_immediate_successor_is_named_for_every_body_of_the_record(record):
    for body in record.organisations:
        text = what_happened(record, body).text
        assert not SLIPS.search(text), text
        for arc in record.out_of.get(body, ()):
            names = {naming.name for naming in record.names[arc.to_id]}
            assert any(name in text for name in names), (body, arc.to_id)


def test_every_sentence_about_a_change_has_its_sources(record):
    for body in ("5PD", "QPM", "nhs-england", "QDE", "Q33"):
        for sentence in what_happened(record, body).paragraphs[1]:
            assert sentence.source_ids or "names no body before it" in sentence.text


def test_a_lineage_may_be_told_instead_of_a_body(record):
    found = lineage(record, "01H", lines=("place",))
    text = what_happened(record, found).text
    assert "it became NHS North East and North Cumbria ICB - 01H" in text
    assert "merged" not in text


def test_a_source_is_cited_by_title_publisher_date_and_address(record):
    assert source_line(record.sources["si-2012-1831"]).startswith(
        record.sources["si-2012-1831"].title
    )
    assert record.sources["si-2012-1831"].url in source_line(record.sources["si-2012-1831"])


@settings(max_examples=60, deadline=None)
@given(worlds(lines=("commissioner", "system")))
def test_every_body_and_change_of_any_world_can_be_told(registry):
    for body in registry.organisations:
        text = what_happened(registry, body).text
        assert not SLIPS.search(text), text
        for arc in registry.out_of.get(body, ()):
            assert display_name(registry, arc.to_id, arc.date.first).text in text
    for event in registry.events.values():
        text = " ".join(map(str, event_sentences(registry, event)))
        assert not SLIPS.search(text), text
        for name in (*event.original, *event.resulting):
            assert any(naming.name in text for naming in registry.names[name])
    for start, end in pairwise(index(registry).change_days):
        assert not SLIPS.search(diff_paragraph(diff(registry, start, end)))
