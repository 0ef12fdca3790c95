"""Search: any name, code, acronym or place; typing errors are offered and never chosen silently."""

from dataclasses import replace
from datetime import date

import pytest

from explorer.finding.corpus import corpus, plain
from explorer.load import load
from explorer.model import Unsourced
from explorer.search import near, search
from tests.worlds import world


@pytest.fixture(scope="module")
def record():
    return load()


def ids(hits):
    return [hit.organisation_id for hit in hits]


@pytest.mark.parametrize(
    ("text", "first", "field"),
    [
        ("5PD", "5PD", "id"),
        ("5pd ", "5PD", "id"),
        ("Northamptonshire PCT", "5PD", "name"),
        ("Northamptonshire Teaching Primary Care Trust", "5PD", "name"),
        ("trust care primary northamptonshire teaching", "5PD", "name"),
        ("Nene", "04G", "name"),
        ("NHS Nene CCG", "04G", "name"),
        ("nene clinical commissioning group", "04G", "name"),
        ("E38000042", "00C", "code"),
        ("CQC", "care-quality-commission", "acronym"),
        ("NHS England", "nhs-england", "name"),
        ("Liskeard", "4AH17", "place"),
        ("SHA London", "Q36", "name"),
        ("Hounslow ccg", "07Y", "name"),
    ],
)
def test_a_body_is_found_by_any_name_code_acronym_or_place(record, text, first, field):
    hit = search(record, text)[0]
    assert (hit.organisation_id, hit.field, hit.approximate) == (first, field, False)


def test_a_former_name_finds_the_body_and_is_said_to_be_former():
    registry = world("A 2000..", 'A="Red" 2000..2003', 'A="Blue" 2003..')
    fields = {hit.matched: hit.field for text in ("Red", "Blue") for hit in search(registry, text)}
    assert fields == {"Red": "former name", "Blue": "name"}


def test_the_beginning_of_a_word_is_enough(record):
    assert "5PD" in ids(search(record, "northamptons prim"))
    assert search(record, "n") == ()


def test_the_short_form_of_a_county_is_understood(record):
    assert ids(search(record, "Northants PCT"))[0] == "5PD"


def test_all_words_must_occur(record):
    assert "04G" not in ids(search(record, "Nene Nottingham"))


def test_homonyms_are_told_apart_by_kind_and_years(record):
    titles = {hit.organisation_id: hit.title for hit in search(record, "Northamptonshire")}
    assert titles["QCC"] == "Northamptonshire (health authority, 1996–2002)"
    assert titles["5PD"] == "Northamptonshire (primary care trust, 2006–2013)"
    assert titles["QPM"] == "Northamptonshire (integrated care board, 2022–)"
    assert len(set(titles.values())) == len(titles)


def test_a_closed_body_says_so_and_where_to_look_next(record):
    notes = {text: search(record, text)[0].closed_note for text in ("5PD", "Q33", "QPM", "0AR")}
    assert notes["5PD"] == (
        "Closed on 31 March 2013. See NHS Corby CCG (03V), NHS Nene CCG (04G) and "
        "NHS Cambridgeshire and Peterborough CCG (06H)."
    )
    assert notes["Q33"] == "Closed on 31 March 2013. No successor body on record."
    assert notes["QPM"] == ""


def test_many_successors_are_counted():
    registry = world(
        "A 2000..2005, B 2005.., C 2005.., D 2005.., E 2005..",
        "A>B 2005 0.3, A>C 2005 0.3, A>D 2005 0.2, A>E 2005 0.2",
    )
    assert search(registry, "A")[0].closed_note == (
        "Closed on 31 December 2004. See Body B (B), Body C (C), Body D (D) and 1 more."
    )


def test_an_end_that_is_not_known_is_said():
    note = search(world("A 2000..?2005"), "A")[0].closed_note
    assert note == "End not known; last seen on 31 December 2004."


def test_a_typing_error_offers_the_right_spelling_and_is_marked(record):
    hits = search(record, "Nothamptonshire")
    assert {"5PD", "QCC", "QPM"} <= set(ids(hits))
    assert all(hit.approximate for hit in hits)
    assert all("Northamptonshire" in hit.matched for hit in hits)


def test_right_spelling_is_never_mixed_with_guesses(record):
    assert not any(hit.approximate for hit in search(record, "Northampton"))


def test_what_is_like_nothing_finds_nothing(record):
    assert search(record, "zzzqqq") == ()
    assert search(record, "  ") == ()
    assert search(record, "???") == ()


def test_bodies_of_the_day_come_first(record):
    day = date(2000, 1, 1)
    hits = search(record, "Northamptonshire", day=day)
    assert hits[0].organisation_id == "QCC"
    alive = [day in record.organisations[name].lifetime for name in ids(hits)]
    assert alive == sorted(alive, reverse=True)


def test_each_body_is_listed_once_and_no_more_than_asked_for(record):
    found = ids(search(record, "London", limit=7))
    assert len(found) == len(set(found)) == 7


def test_a_label_is_marked_as_no_name(record):
    (hit,) = search(record, "Primary care group 4AH17")
    assert (hit.field, hit.caution) == ("label", "our label, not a name")


def test_a_name_without_source_is_found_and_marked(record):
    hit = search(record, "Poole Bay")[0]
    assert (hit.organisation_id, hit.field) == ("5AQ", "unsourced name")
    assert hit.caution == "name not sourced"


def test_an_unsourced_name_is_never_the_title():
    registry = world("A 2000..")
    believed = Unsourced("u", "names", "A", "low", '{"name": "Green Primary Care Trust"}', "")
    hit = search(replace(registry, unsourced=(believed,)), "Green")[0]
    assert hit.title == "Body A (clinical commissioning group, 2000–)"


def test_near_matches_for_an_error_message_name_id_kind_and_years(record):
    offered = near(record, "Nothamptonshire")
    assert len(offered) == 5
    assert "QPM: Northamptonshire (integrated care board, 2022–)" in offered


def test_the_corpus_is_made_once(record):
    assert corpus(record) is corpus(record)


def test_words_that_tell_nothing_are_left_out_unless_there_are_no_others():
    assert plain("The NHS of Nene and Corby") == "nene corby"
    assert plain("NHS") == "nhs"


def test_every_body_is_found_by_its_own_name(record):
    for body in record.organisations.values():
        found = ids(search(record, body.name, limit=60))
        assert body.id in found, body.name
