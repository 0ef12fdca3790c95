"""The glossary: every acronym that a page shows has an entry, or a reason why it has none."""

import re
from datetime import date
from functools import lru_cache

import pytest

from explorer.duties.holder_names import holder_name
from explorer.glossary import LETTERS, NAMED, OUTSIDE, glossary
from explorer.load import DEFAULT_FOLDER, load
from explorer.narrative.records import glossary_sentence
from explorer.shorthand import acronyms_in, texts

# Letters without an entry, by the reason.
ORDINARY = {"BBC", "BMJ", "HM", "III", "IT", "UK"}  # names, numerals and words that are no acronyms
STRESSED = {"EARLIEST", "EVIDENCE", "LAST", "ONLY", "SOME"}  # words in capitals for their weight
COUNCILS = {"CC", "CTY", "LBO", "MD", "UA"}  # codes of types in the list of councils
QUOTED = {"LIN"}  # the note says that a document writes it so, and what it means
NOT_SPELLED = {"HES", "HSG", "LIFT", "MHRA"}  # used in notes; no source of the record spells it
# Registers print some names in capitals: "NHSBSA label: ESSEX AREA TEAM", "ODS name NORTH OF ..."
IN_CAPITALS = re.compile(r"(?:NHSBSA label:|ODS name) ([^.a-z]+)(?=[.;])")


@lru_cache(maxsize=1)
def record():
    return load()


def entries():
    return {letters for term in glossary(record()) for letters in term.letters}


def missing(written):
    """Acronyms of these texts that have neither an entry nor a reason."""
    known = entries() | {word for term in glossary(record()) for word in acronyms_in(term.term)}
    known |= {code.code for group in record().codes.values() for code in group}
    known |= {*record().organisations, *ORDINARY, *STRESSED, *COUNCILS, *QUOTED, *NOT_SPELLED}
    found = {word for text in written for word in acronyms_in(IN_CAPITALS.sub(" ", text))}
    return sorted(found - known)


def test_every_acronym_in_a_text_that_pages_show_has_an_entry():
    assert missing(texts(record())) == []


def test_every_acronym_of_a_story_has_an_entry():
    stories = [path.read_text("utf-8") for path in (DEFAULT_FOLDER / "stories").iterdir()]
    assert stories
    assert missing(stories) == []


def test_an_acronym_without_an_entry_is_found():
    assert missing(["Under QIPP the PCTs and LINks paid for it."]) == ["QIPP"]


def test_every_reason_is_still_needed():
    found = {word for text in texts(record()) for word in acronyms_in(text)}
    assert (ORDINARY | STRESSED | COUNCILS | QUOTED | NOT_SPELLED) - found == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PCTs and an SHA", ("PCT", "SHA")),
        ("LINks of the DHSC", ("LINk", "DHSC")),
        ("NHS England, 5PD and Q44", ("NHS",)),
        ("A plan of the Board", ()),
    ],
)
def test_acronyms_are_words_with_two_capitals_in_the_singular(text, found):
    assert acronyms_in(text) == found


def test_the_short_name_of_every_holder_in_the_drawings_has_an_entry():
    for sort, name in record().holders:
        for day in (date(1995, 1, 1), date(2010, 1, 1), date(2026, 1, 1)):
            short = holder_name(record(), sort, name, day).short
            assert missing([short]) == [], (sort, name)


def test_a_body_stands_under_each_of_its_names_with_the_years_of_the_name():
    found = {term.term: term for term in glossary(record()) if term.id == "dhsc"}
    health = found["Department of Health and Social Care"]
    assert (health.short, str(health.start), health.end, health.sort) == (
        "DHSC",
        "2018-01",
        None,
        NAMED,
    )
    assert str(found["Department of Health"].end) == "2017-12"


def test_initials_that_nothing_uses_are_not_made_up():
    shown = {term.term: term.short for term in glossary(record())}
    assert shown["NHS Connecting for Health"] == ""
    assert shown["Care Quality Commission"] == "CQC"


def test_letters_for_a_body_that_has_an_entry_join_it():
    (term,) = [t for t in glossary(record()) if t.id == "nhs-trust-development-authority"]
    assert term.letters == ("NHSTDA", "TDA")


def test_other_letters_have_the_years_of_what_they_name_and_their_source():
    (term,) = [t for t in glossary(record()) if t.short == "BLMK"]
    assert (term.sort, term.id, str(term.start), str(term.end)) == (
        LETTERS,
        "QHG",
        "2022-07-01",
        "2026-03-31",
    )
    assert all(t.source_id in record().sources for t in glossary(record()) if t.sort == LETTERS)


def test_a_party_outside_the_record_has_the_source_of_what_it_held():
    outside = [term for term in glossary(record()) if term.sort == OUTSIDE]
    assert "NSCAG" in {term.short for term in outside}
    assert all(term.source_id in record().sources for term in outside)


def test_the_first_sentence_counts_the_terms_by_sort():
    assert glossary_sentence(glossary(record(), "CCG")) == (
        "1 term: 1 kind of body, with their years where they are known."
    )
    assert glossary_sentence(()) == "no terms."
