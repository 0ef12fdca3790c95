"""What articles say against the record: verdicts, findings, evidence, and sentences of readers."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.counts import series
from explorer.errors import DateError, UnknownName
from explorer.load import load
from explorer.model import Claim
from explorer.snapshot import snapshot
from explorer.teaching.address import read_address
from explorer.teaching.claims import VERDICTS, checked, claims
from explorer.teaching.sentence_check import OUTCOMES, is_listed, reasons, sentence_check
from explorer.teaching.words import OUTCOME, RECORDED, VERDICT, VERDICT_SUMS
from tests.worlds import world

CCG = "clinical_commissioning_group"


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def found(record):
    return {each.claim.id: each for each in claims(record)}


def said(sentences):
    return " ".join(map(str, sentences))


# Sentences ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "number", "day", "outcome"),
    [
        (CCG, 211, date(2013, 4, 1), "supported"),
        (CCG, 211, date(2016, 1, 1), "not_supported"),
        (CCG, 209, date(2016, 1, 1), "supported"),
        ("area_team", 27, date(2013, 4, 1), "sources_differ"),
        ("area_team", 28, date(2013, 4, 1), "sources_differ"),
        ("area_team", 29, date(2013, 4, 1), "not_supported"),
        ("district_health_authority", 105, date(1996, 3, 31), "supported"),
        ("district_health_authority", 158, date(1996, 3, 31), "not_supported"),
        ("district_health_authority", 158, date(1990, 1, 1), "cannot_be_checked"),
        ("integrated_care_board", 36, date(2027, 4, 1), "cannot_be_checked"),
        ("primary_care_trust", 303, date(2006, 9, 30), "supported"),
    ],
)
def test_a_sentence_gets_the_word_that_the_record_allows(record, kind, number, day, outcome):
    assert sentence_check(record, kind, number, day).outcome == outcome


def test_a_number_that_held_at_another_time_is_dated(record):
    check = sentence_check(record, CCG, 211, date(2016, 1, 1))
    assert said(reasons(record, check)) == (
        "Counted in the record on 1 January 2016: 209 clinical commissioning groups. "
        "The number was 211 from 1 April 2013 to 31 March 2015."
    )


def test_a_number_that_was_never_true_is_called_so(record):
    check = sentence_check(record, CCG, 500, date(2016, 1, 1))
    assert "The number was never 500 in the record." in said(reasons(record, check))


def test_a_number_still_true_is_dated_since(record):
    check = sentence_check(record, "integrated_care_board", 36, date(2022, 7, 1))
    assert "The number was 36 since 1 April 2026." in said(reasons(record, check))


def test_bodies_not_listed_are_not_counted_but_quoted(record):
    check = sentence_check(record, "district_health_authority", 105, date(1996, 3, 31))
    assert check.ours is None
    assert said(reasons(record, check)) == (
        "The record does not list these bodies one by one. A source gives 105 for 31 March 1996."
    )


def test_nothing_is_supported_after_the_last_evidence(record):
    check = sentence_check(record, "integrated_care_board", 36, date(2027, 4, 1))
    assert said(reasons(record, check)) == "Nothing is known after 2 July 2026."


def test_a_number_within_the_doubt_of_partial_dates_cannot_be_checked():
    small = world("A:trust 2000..2013, B:trust ~2005..2013")
    day = date(2005, 6, 1)
    assert sentence_check(small, "trust", 2, day).outcome == "supported"
    assert sentence_check(small, "trust", 1, day).outcome == "cannot_be_checked"
    assert sentence_check(small, "trust", 0, day).outcome == "not_supported"


def test_an_unknown_kind_and_a_day_outside_the_record_are_refused(record):
    with pytest.raises(UnknownName, match="clinical_commissioning_group"):
        sentence_check(record, "CCG", 211, date(2013, 4, 1))
    with pytest.raises(DateError):
        sentence_check(record, CCG, 211, date(1900, 1, 1))


@settings(deadline=None)
@given(data=st.data())
def test_our_number_is_never_refused_and_equals_the_snapshot(data):
    record = load_once()
    kind = data.draw(st.sampled_from([k for k in record.kinds if is_listed(record, k)]))
    days = [day for day, _ in series(record, kind)]
    days = [day for day in days if record.edition.first_day <= day <= record.edition.as_known_on]
    day = data.draw(st.sampled_from(days or [date(2013, 4, 1)]))
    ours = len(snapshot(record, day, kind=kind).bodies)
    check = sentence_check(record, kind, ours, day)
    assert check.ours == ours
    assert check.outcome in ("supported", "sources_differ")
    assert sentence_check(record, kind, ours + 700, day).outcome == "not_supported"


def load_once(cache=[]):  # noqa: B006 - one record for all examples
    if not cache:
        cache.append(load())
    return cache[0]


# Claims -------------------------------------------------------------------------------------------


def test_every_claim_has_a_verdict_of_the_list_and_evidence_that_opens(record, found):
    assert len(found) == len(record.claims) == 76
    for each in found.values():
        assert each.verdict in VERDICTS
        assert read_address(record, each.evidence.path) == each.evidence
        assert (
            each.found
            or each.claim.note
            or each.claim.evidence_source_id
            or (each.verdict == "cannot_be_checked")
        )


def test_every_verdict_and_outcome_has_words(record):
    assert set(VERDICT) == set(VERDICT_SUMS) == set(VERDICTS)
    assert set(OUTCOME) == set(OUTCOMES)
    assert {claim.verdict for claim in record.claims} <= set(RECORDED)


def test_the_end_of_fundholding_was_announced_in_1997_and_came_in_1999(found):
    claim = found["000-05"]
    assert claim.verdict == "sources_differ"
    assert claim.spoken_of.words == "8 December 1997"
    assert "Announced the end of fundholding" in said(claim.found)
    assert "from 1 April 1991 to 31 March 1999" in said(claim.found)


def test_april_2010_was_a_misprint(found):
    claim = found["004-11"]
    assert claim.verdict == "misprint"
    assert "summary of the same paper says April 2012" in said(claim.found)


def test_an_act_under_a_wrong_title_is_a_misprint(found):
    assert found["003-01"].verdict == "misprint"
    assert "Health and Social Care Act 2012" in said(found["003-01"].found)


def test_a_plan_that_slipped_is_followed_to_its_outcome(found):
    claim = found["004-08"]
    assert claim.verdict == "planned_and_not_done"
    assert "It happened on 31 October 2011: 7 months late." in said(claim.found)


def test_a_plan_is_matched_by_subject_and_time_only(found):
    assert "headquarters" in said(found["004-04"].found)
    for other in ("004-03", "004-07", "004-12", "004-15"):
        assert "headquarters" not in said(found[other].found)


def test_a_number_with_two_sources_against_each_other_is_called_so(found):
    claim = found["002-04"]
    assert claim.verdict == "sources_differ"
    assert "Counted in the record on 1 April 2013: 19 commissioning support units." in said(
        claim.found
    )
    assert "A source gives 23 for 1 April 2013." in said(claim.found)


def test_a_number_that_counts_something_else_is_not_held_against_the_bodies(found):
    claim = found["002-12"]  # 43 of the groups were authorised without conditions
    assert claim.verdict == "holds_on_date"
    assert "Counted" not in said(claim.found)


def test_sums_are_those_of_the_subject_and_year(found):
    text = said(found["001-10"].found)
    assert "Published for 2017/18: £3.3 billion, public health grant" in text
    assert "2016/17" not in text


def test_what_was_not_verified_cannot_be_checked(record, found):
    for claim in record.claims:
        if claim.verdict == "unverified":
            assert found[claim.id].verdict == "cannot_be_checked"


def test_a_number_of_an_earlier_time_held_earlier(record):
    claim = Claim(
        *("x-01", "seed-001", "211 groups", "kind", CCG, "211", "bodies", "2016-01-01"),
        *("supported", "hcl-final-wave", ""),
    )
    assert checked(record, claim).verdict == "held_earlier"
    assert checked(record, replace(claim, as_of="2013-04-01")).verdict == "holds_on_date"


def test_a_claim_without_a_day_speaks_of_the_day_of_its_document(found):
    assert found["004-16"].spoken_of.words == "8 December 2010"
    assert found["001-02"].spoken_of.words == "financial year 2017/18"
    assert found["003-05"].spoken_of.words == "October 2014"


def test_a_claim_without_any_day_speaks_of_the_time_of_its_subject(found):
    assert found["000-03"].spoken_of.words == "the time from 1 April 1991 to 31 March 1999"
    assert found["001-12"].spoken_of.words == "the time from 1 October 2012 to 2 July 2026"
