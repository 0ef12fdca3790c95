"""First sentences of views, paragraphs of differences, plans and duties, word for word."""

from datetime import date

import pytest

from explorer.counts import ledger
from explorer.crosswalk import crosswalk
from explorer.diff import diff
from explorer.lineage import lineage
from explorer.load import load
from explorer.narrative.alt import LONGEST, alt_text
from explorer.narrative.changes import diff_paragraph
from explorer.narrative.citation import bibtex, long_citation, short_citation
from explorer.narrative.duties import duty_sentences, handover_sentence, handovers_sentence
from explorer.narrative.outcomes import outcome_sentences, told_together, verdict_words
from explorer.narrative.views import (
    crosswalk_sentence,
    ledger_sentence,
    lineage_sentence,
    snapshot_sentence,
)
from explorer.plans import outcome, plans
from explorer.responsibilities import duty, transfers_on
from explorer.snapshot import snapshot
from tests.worlds import world

MARCH, APRIL = date(2013, 3, 31), date(2013, 4, 1)


@pytest.fixture(scope="module")
def record():
    return load()


def test_a_snapshot_names_its_three_most_numerous_kinds(record):
    assert snapshot_sentence(snapshot(record, APRIL)) == (
        "On 1 April 2013 the record counts 642 bodies: 211 clinical commissioning groups, "
        "152 health and wellbeing boards, 152 upper-tier local authorities and 127 others."
    )


def test_a_snapshot_of_one_kind_names_the_kinds_counted_with_it(record):
    shown = snapshot(record, date(2012, 4, 1), kind="primary_care_trust")
    assert snapshot_sentence(shown) == (
        "On 1 April 2012 there were 151 primary care trusts, 5 care trusts (commissioning) among "
        "them."
    )
    gone = snapshot(record, APRIL, kind="primary_care_trust")
    assert snapshot_sentence(gone) == "On 1 April 2013 there were no primary care trusts."


def test_a_snapshot_of_a_part_says_of_which():
    small = world("A 2000.., B 2000.., C:hub 2000..", "B^A 2000..")
    day = date(2001, 1, 1)
    assert snapshot_sentence(snapshot(small, day, kind="hub")) == (
        "On 1 January 2001 there was 1 hub."
    )
    assert snapshot_sentence(snapshot(small, day, under="A")) == (
        "On 1 January 2001 the record counts 2 bodies around Body A: 2 clinical commissioning "
        "groups."
    )
    assert snapshot_sentence(snapshot(small, date(1999, 1, 1))) == (
        "On 1 January 1999 the record counts no bodies."
    )


def test_a_lineage_counts_both_sides(record):
    assert lineage_sentence(lineage(record, "5PD", back=1, forward=1)) == (
        "The record shows 5 primary care trusts before Northamptonshire Teaching Primary Care "
        "Trust and 3 clinical commissioning groups after it, on the line of local commissioners."
    )
    assert lineage_sentence(lineage(world("A 2000.."), "A")) == (
        "The record names no body before or after Body A."
    )


def test_a_crosswalk_says_how_much_is_mapped(record):
    found = crosswalk(record, date(2012, 4, 1), date(2026, 4, 1), kind="primary_care_trust",
                      to_kind="integrated_care_board")  # fmt: skip
    assert crosswalk_sentence(found) == (
        "There were 151 primary care trusts on 1 April 2012. Mapped to the integrated care boards "
        "of 1 April 2026, 151 are mapped whole. 20 of the 151 went to more than one."
    )


def test_a_crosswalk_says_what_is_not_mapped():
    kinds = "A:old 2000..2010, B:old 2000..2010, C:old 2000..2010, D:new 2010.., E:new 2010.."
    small = world(kinds, "A>D 2010 .4 @practices, A>E 2010, B>D 2010 .9 @practices")
    found = crosswalk(small, date(2009, 1, 1), date(2011, 1, 1), kind="old", to_kind="new")
    assert crosswalk_sentence(found) == (
        "There were 3 olds on 1 January 2009. Mapped to the news of 1 January 2011, 1 is mapped in "
        "part, 1 has a share not stated and 1 has no successor on this line. 1 of the 3 went to "
        "more than one."
    )


def test_the_ledger_says_how_many_counts_agree(record):
    assert ledger_sentence(ledger(record)) == (
        "79 of 137 published numbers can be compared with this record: 61 agree and 18 do not."
    )


def test_a_record_without_published_numbers_says_so():
    assert ledger_sentence(()) == "The record has no published numbers to compare."


def test_the_paragraph_of_1_april_2013(record):
    assert diff_paragraph(diff(record, MARCH, APRIL)) == (
        "From 31 March 2013 to 1 April 2013, 460 bodies opened (211 clinical commissioning groups, "
        "152 health and wellbeing boards, 29 direct commissioning hubs and 68 others) and 230 "
        "bodies closed (146 primary care trusts, 49 primary care trust clusters, 10 specialised "
        "commissioning groups and 25 others). 39 bodies are there on both days; of these 4 came "
        "under another body and 1 passed on a part or some duties. Come into view, their first day "
        "not known: 143 upper-tier local authorities. The record has 130 changes (87 replacements, "
        "22 divisions, 14 reorganisations, 5 mergers, 1 transfer of a part and 1 conversion), part "
        "of: Health and Social Care Act 2012."
    )


def test_backwards_the_words_change_and_the_numbers_do_not(record):
    text = diff_paragraph(diff(record, APRIL, MARCH))
    assert text.startswith(
        "Going back from 1 April 2013 to 31 March 2013, 230 bodies were there that are gone later "
        "(146 primary care trusts, "
    )
    assert "and 460 bodies had not opened yet (211 clinical commissioning groups, " in text
    assert "Go out of view, their first day not known: 143 upper-tier local authorities." in text


@pytest.mark.parametrize(
    ("bodies", "facts", "paragraph"),
    [
        ("A 2000..", (),
         "Nothing in the record changed between 31 December 2009 and 1 January 2010."),
        ("A 2000..2010, B 2010..", ("A>B 2010 1 replacement",),
         "From 31 December 2009 to 1 January 2010, 1 body opened (1 clinical commissioning group) "
         "and 1 body closed (1 clinical commissioning group). No bodies are there on both days. "
         "The record has 1 change (1 replacement)."),
        ("A 2000..", ('A="New" 2010.., A="Old" ..2010',),
         "From 31 December 2009 to 1 January 2010, no body opened or closed. 1 body is there on "
         "both days; of these 1 changed the name."),
        ("A 2000..?2010, B 2000..", (),
         "From 31 December 2009 to 1 January 2010, no body opened or closed. 1 body is there on "
         "both days. Go out of view, their end not known: 1 clinical commissioning group."),
        ("A 2000.., B ~2010..", (),
         "From 31 December 2009 to 1 January 2010, 1 body opened (1 clinical commissioning group). "
         "1 body is there on both days. Of 1 body it is not certain that the change had happened "
         "by then: the date is known to the month or year only."),
    ],
)  # fmt: skip
def test_small_differences(bodies, facts, paragraph):
    small = world(bodies, *facts)
    assert diff_paragraph(diff(small, date(2009, 12, 31), date(2010, 1, 1))) == paragraph


def test_what_lived_only_in_between_is_said():
    small = world("A 2000..2010, B 2010..2012, C 2012..")
    assert "Between the two days lived only: 1 clinical commissioning group." in diff_paragraph(
        diff(small, date(2009, 1, 1), date(2013, 1, 1))
    )


def told(record, plan):
    found = outcome(record, next(each for each in record.plans if each.id == plan))
    return " ".join(map(str, outcome_sentences(record, found)))


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ("board-shadow-01",
         "A document of 8 December 2010 planned: Board set up in shadow as a special health "
         "authority, in April 2011. It happened on 31 October 2011: 7 months late. White Paper "
         "timetable; about seven months late, after the pause in the bill."),
        ("sha-abolition-01",
         "A document of 2010 planned: abolished during 2012-13, between April 2012 and March 2013. "
         "It happened on 31 March 2013: kept. At the last day; run as four clusters from October "
         "2011."),
        ("board-statutory-02",
         "Planned: Board converted to a statutory body and live (the page says April 2010). A "
         "misprint. A slip in the page: April 2010 is before the White Paper itself; HSJ's summary "
         "of the same paper says April 2012."),
        ("healthwatch-england-start-01",
         "A document of 2010 planned: HealthWatch established, in April 2012. It happened in 2012: "
         "late; the slip cannot be counted: only the year of the outcome is known. Later in 2012 "
         "nationally; exact day not found."),
        ("nhse-abolition-02",
         "A document of 29 January 2026 planned: new department starts operating, in April 2027 "
         "(planned, not done as known on 2 July 2026). Not done yet. In the future at the time of "
         "the evidence."),
    ],
)  # fmt: skip
def test_a_plan_is_told_beside_what_happened(record, plan, words):
    assert told(record, plan) == words


def test_every_verdict_has_words(record):
    for milestone in plans(record):
        for each in milestone.plans:
            assert verdict_words(each)
            assert "None" not in told(record, each.plan.id)


def duties(record, function, day):
    return " ".join(map(str, duty_sentences(record, function, day, duty(record, function, day))))


def test_who_held_a_function_is_said_with_the_evidence(record):
    assert duties(record, "specialised", date(2014, 4, 1)) == (
        "On 1 April 2014, NHS England was responsible for specialised services (the source names "
        "this holder for this service)."
    )


def test_a_gap_in_the_holders_is_said(record):
    assert duties(record, "nhs-111", date(1991, 1, 1)) == (
        "On 1 January 1991, the service did not exist yet: telephone urgent advice (NHS Direct, "
        "then NHS 111) began in 1998."
    )
    assert duties(record, "public-health", date(1992, 1, 1)).startswith(
        "On 1 January 1992, no responsible holder of public health (health improvement) generally "
        "is recorded. On 1 January 1992, district health authorities and regional health "
        "authorities held a share of public health (health improvement) generally ("
    )


def test_an_uncertain_holder_is_said_to_be(record):
    assert duties(record, "nhs-111", date(2010, 5, 1)).endswith(
        "Not certain on this day: primary care trusts; the date is known to the month or year."
    )


def test_hand_overs_are_told(record):
    moved = transfers_on(record, APRIL)
    assert handovers_sentence(APRIL, moved) == (
        "On 1 April 2013 the record has 47 hand-overs of 36 functions."
    )
    dental = next(each for each in moved if each.function.id == "dental")
    assert str(handover_sentence(record, dental)) == (
        "On 1 April 2013, NHS dental services (primary) passed from primary care trusts to NHS "
        "England."
    )
    assert handovers_sentence(MARCH, ()) == (
        "The record has no hand-over of a function on 31 March 2013."
    )


def test_alternative_text_is_never_longer_than_a_breath(record):
    sentence = snapshot_sentence(snapshot(record, APRIL))
    assert alt_text("Layered diagram", sentence, "A second one." * 30) == (
        f"Layered diagram. {sentence}"
    )
    assert alt_text("Ribbons", "One.", "Two.") == "Ribbons. One. Two."
    assert LONGEST == 250
    cut = alt_text("Timeline", "many words " * 60)
    assert len(cut) <= LONGEST
    assert cut.endswith("…")


def test_alternative_text_changes_with_the_data(record):
    texts = {
        alt_text("Layered diagram", snapshot_sentence(snapshot(record, day)))
        for day in (MARCH, APRIL, date(2022, 7, 1))
    }
    assert len(texts) == 3


def test_a_citation_names_the_edition_and_the_day_of_the_knowledge(record):
    edition = record.edition
    record_ = "Commissioning of NHS care in England: bodies and their lineage"
    digest = edition.digest[:12]
    assert short_citation(edition, "Structure on 1 April 2013", address="https://x.org/a") == (
        f"Structure on 1 April 2013. In: {record_}, edition {edition.version} ({digest}), as known "
        "on 2 July 2026. https://x.org/a"
    )
    assert short_citation(edition) == (
        f"{record_}, edition {edition.version} ({digest}), as known on 2 July 2026."
    )
    assert long_citation(edition, retrieved=date(2026, 7, 5)).startswith(
        f"{short_citation(edition)} Retrieved 5 July 2026. Licence: Creative Commons "
    )


def test_bibtex_escapes_its_own_signs(record):
    entry = bibtex(record.edition, "A & B {100%}", address="https://x.org/a_b")
    assert r"title = {{A \& B 100\%. " in entry
    assert "url = {https://x.org/a_b}" in entry
    assert entry.count("{") == entry.count("}")


def test_a_plan_told_alike_for_several_bodies_is_told_once_with_their_names(record):
    (merger,) = [each for each in plans(record) if each.id == "icb-clusters-merge-2027"]
    told = told_together(record, merger.plans)
    assert len(told) < len(merger.plans)
    texts = [tuple(map(str, said)) for said, _ in told]
    assert len(set(texts)) == len(texts)
    names = [name for _, names in told for name in names]
    assert len(names) == len(merger.plans)
    assert max(len(names) for _, names in told) > 1


def test_no_outcome_ends_with_two_stops_or_names_a_file(record):
    for milestone in plans(record):
        for one in milestone.plans:
            text = " ".join(map(str, outcome_sentences(record, one)))
            assert ".." not in text
            assert ".csv" not in text
