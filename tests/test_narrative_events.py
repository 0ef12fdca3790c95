"""One sentence for each change, word for word."""

import re

import pytest

from explorer.load import load
from explorer.narrative.events import event_sentence, event_sentences
from tests.worlds import world


@pytest.fixture(scope="module")
def record():
    return load()


def said(bodies, *facts):
    """The sentences of the first event of a small world."""
    registry = world(bodies, *facts)
    return " ".join(map(str, event_sentences(registry, next(iter(registry.events.values())))))


def test_one_successor_replaces_one_body():
    assert said("A 2000..2010, B 2010..", "A>B 2010 1 replacement") == (
        "On 1 January 2010, Body B replaced Body A."
    )


def test_one_body_becomes_another():
    assert said("A 2000..2010, B 2010..", "A>B 2010 1 conversion") == (
        "On 1 January 2010, Body A became Body B."
    )


def test_two_bodies_merge():
    assert said("A 2000..2010, B 2000..2010, C 2010..", "A>C 2010 1, B>C 2010 1") == (
        "On 1 January 2010, Body A and Body B merged into Body C."
    )


def test_many_bodies_that_merge_are_counted_before_they_are_named():
    originals = "ABCD"
    bodies = ", ".join([*(f"{name} 2000..2010" for name in originals), "E 2010.."])
    arcs = ", ".join(f"{name}>E 2010 1" for name in originals)
    assert said(bodies, arcs) == (
        "On 1 January 2010, 4 clinical commissioning groups (Body A, Body B, Body C and Body D) "
        "merged into Body E."
    )


def test_one_body_is_divided_between_two():
    assert said("A 2000..2010, B 2010.., C 2010..",
                "A>B 2010 .88 @postcodes, A>C 2010 .12 @postcodes") == (
        "On 1 January 2010, Body A was divided between Body B (88% of its postcodes) and "
        "Body C (12%)."
    )  # fmt: skip


def test_one_body_is_divided_among_three_on_two_bases():
    assert said("A 2000..2010, B 2010.., C 2010.., D 2010..",
                "A>B 2010 .5 @population, A>C 2010 .3 @population, A>D 2010") == (
        "On 1 January 2010, Body A was divided among Body B (50% of its population), "
        "Body C (30%) and Body D (share not stated)."
    )  # fmt: skip


def test_shares_that_are_all_unknown_are_said_once():
    assert said("A 2000..2010, B 2010.., C 2010..", "A>B 2010, A>C 2010") == (
        "On 1 January 2010, Body A was divided between Body B and Body C (shares not stated)."
    )


def test_known_shares_that_leave_a_rest_say_so():
    assert said("A 2000..2010, B 2010.., C 2010..",
                "A>B 2010 .5 @practices, A>C 2010 .4 @practices") == (
        "On 1 January 2010, Body A was divided between Body B (50% of its GP practices) and "
        "Body C (40%). The shares add to 90%; the rest is not recorded."
    )  # fmt: skip


def test_a_change_of_which_the_month_or_year_is_known_is_not_said_to_the_day():
    assert said("A 2000..~2010, B ~2010..", "A>B ~2010 replacement") == (
        "In 2010, Body B replaced Body A."
    )
    assert said("A 2000..~2010-04, B ~2010-04..", "A>B ~2010-04 conversion") == (
        "In April 2010, Body A became Body B."
    )


def test_a_part_moves_and_the_body_continues():
    assert said("A 2000.., B 2000..", "A>B 2010 .018 transfer @small_areas") == (
        "On 1 January 2010, part of Body A (1.8% of its small areas) moved to Body B; "
        "Body A continued."
    )


def test_a_boundary_change_between_bodies_one_of_which_takes_a_new_name():
    assert said("A 2000.., B 2000..", "A>B 2010 boundary-change", 'A="Cumbria" 2000..2010',
                'A="North Cumbria" 2010..') == (
        "On 1 January 2010, in a boundary change, part of Cumbria (share not stated) moved to "
        "Body B; Cumbria continued as North Cumbria."
    )  # fmt: skip


def test_several_parts_move_to_several_bodies():
    assert said("A 2000.., B 2000.., C 2000..",
                "A>B 2010 .1 transfer @practices, A>C 2010 .2 transfer @practices") == (
        "On 1 January 2010, parts of Body A moved to Body B (10% of its GP practices) and "
        "Body C (20%); Body A continued."
    )  # fmt: skip


def test_duties_of_a_closing_body_pass_without_a_word_on_its_going_on():
    assert said("A 2000..2010, B 2005.., C 2005..", "A>B 2010 transfer function",
                "A>C 2010 transfer function") == (
        "On 1 January 2010, the duties of Body A passed to Body B and Body C."
    )  # fmt: skip


def test_a_body_is_absorbed_by_one_that_already_existed():
    assert said("A 2000..2010, B 2000..", "A>B 2010 1 absorption") == (
        "On 1 January 2010, Body A was absorbed by Body B, which already existed."
    )
    assert said("A 2000..2010, B 2000.., C 2000..2010",
                "A>B 2010 1 absorption, C>B 2010 1 absorption") == (
        "On 1 January 2010, Body A and Body C were absorbed by Body B, which already existed."
    )  # fmt: skip


def test_a_reorganisation_tells_what_each_body_passed_to_whom():
    assert said("A 2000..2010, B 2000..2010, C 2010.., D 2010..",
                "A>C 2010 1, B>C 2010 .25 @postcodes, B>D 2010 .75 @postcodes") == (
        "On 1 January 2010, Body A and Body B gave way to Body C and Body D. "
        "Body A passed to Body C. "
        "Body B passed to Body C (25% of its postcodes) and Body D (75%)."
    )  # fmt: skip


def test_a_label_is_said_to_be_one():
    label = 'A="Group 4YD16 (Plymouth / Devon)" 2000..2010 label'
    rows = world("A 2000..2010, B 2010..", "A>B 2010 1 conversion", label)
    names = {**rows.names, "A": tuple(n for n in rows.names["A"] if n.name_type == "label")}
    object.__setattr__(rows, "names", names)
    sentences = event_sentences(rows, rows.events["e1"])
    assert " ".join(map(str, sentences)) == (
        "On 1 January 2010, “Group 4YD16 (Plymouth / Devon)” became Body B. "
        "Words in quotation marks are our labels, not names."
    )


def test_a_known_part_of_a_larger_merger_is_not_called_a_replacement(record):
    assert str(event_sentence(record, record.events["1968-national-dhss"])) == (
        "On 1 November 1968, Ministry of Health was merged into Department of Health and Social "
        "Security together with others."
    )


def test_what_is_only_worked_out_is_said_to_be(record):
    event = next(
        e for e in record.events.values()
        if e.line == "function" and e.original == ("QDE",)
    )  # fmt: skip
    assert str(event_sentence(record, event)).endswith("(worked out, not stated by a source).")


def test_every_change_of_the_record_can_be_said_and_has_a_source(record):
    for event in record.events.values():
        for sentence in event_sentences(record, event):
            assert not re.search(r"None|\(\)|  |\.\.|, ,| \.|[{}]", sentence.text), sentence.text
            assert sentence.text.endswith((".", "names."))
        assert sentence_sources(record, event) <= record.sources.keys()
        assert sentence_sources(record, event)


def sentence_sources(record, event):
    return {name for one in event_sentences(record, event) for name in one.source_ids}


def test_no_sentence_uses_a_word_that_judges(record):
    for event in record.events.values():
        text = " ".join(map(str, event_sentences(record, event)))
        assert not re.search(r"defunct|abolished|scrapped|axed", text)


def test_the_middlesbrough_transfer_names_its_share(record):
    event = record.events["2006-10-01-commissioner-from-5km"]
    assert str(event_sentence(record, event)) == (
        "On 1 October 2006, in a boundary change, part of Middlesbrough Primary Care Trust (16% of "
        "its GP practices) moved to Redcar and Cleveland Primary Care Trust; Middlesbrough Primary "
        "Care Trust continued (worked out, not stated by a source)."
    )
