"""A letter tells on one or two pages what happened to a body, with its sources."""

import io
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import replace

import pytest
from pypdf import PdfReader

from explorer.drawing.legibility import faint, outside, overlaps
from explorer.drawing.scene import Rect, Text
from explorer.errors import UnknownName, UnknownOrganisation
from explorer.export.formats import UnknownFormat
from explorer.letters.content import letter
from explorer.letters.file import NoBodies, in_one, letter_file, letter_name, letters_zip
from explorer.letters.flow import Unit, paged, paragraph
from explorer.letters.pages import HEIGHT, MOST, WIDTH, letter_pages
from explorer.letters.unknown import unknown_of
from explorer.narrative.sentence import Sentence
from tests.pictures import HOSTILE, record
from tests.worlds import world

EVERY = 23  # one body in so many is laid out in the test of all kinds


def texts(content):
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]


@pytest.fixture(scope="module")
def said():
    return letter(record(), "5PD")


@pytest.fixture(scope="module")
def northamptonshire():
    return " ".join(texts(letter_file(record(), "5PD")))


def test_a_letter_says_what_it_was_where_it_came_from_and_what_became_of_it(said):
    assert said.title == "What happened to Northamptonshire Teaching Primary Care Trust"
    assert said.subtitle == (
        "Primary care trust, 1 October 2006 to 31 March 2013, ODS code 5PD, ONS code E16000114"
    )
    assert [section.heading for section in said.sections] == [
        "What it was", "Where it came from", "What became of it",
    ]  # fmt: skip


def test_a_letter_names_everyone_who_took_on_a_part_the_largest_first(said):
    assert [(taker.when, taker.who, taker.what) for taker in said.takers] == [
        ("1 April 2013", "NHS Nene CCG (04G)", "88% of its postcodes"),
        ("1 April 2013", "NHS Corby CCG (03V)", "9% of its postcodes"),
        ("1 April 2013", "NHS Cambridgeshire and Peterborough CCG (06H)", "3% of its postcodes"),
    ]


def test_where_a_body_has_no_successor_its_functions_are_followed():
    takers = letter(record(), "Q34").takers
    assert ("1 April 2013", "Public Health England") in [(t.when, t.who) for t in takers]
    assert "Workforce education and training" in [taker.what for taker in takers]


def test_a_body_is_last_seen_in_a_month_or_on_a_day():
    def ends(name):
        return next(said.text for said in unknown_of(record(), record().organisations[name]))

    assert ends("Q71") == "Its end is not known; it was last seen in March 2019."
    assert ends("14A") == "Its end is not known; it was last seen on 1 April 2020."


def test_what_is_not_known_is_said():
    registry = world("A ~1999..?2015, B 2015..", "A>B 2015 transfer")
    unknown = [str(one) for one in letter(registry, "A").unknown]
    assert "Its first day is known only as 1999." in unknown
    assert any(one.startswith("Its end is not known; it was last seen on ") for one in unknown)
    assert any(one.startswith("What part of it passed to ") for one in unknown)


def test_a_whole_body_that_was_merged_is_not_called_unknown():
    registry = world("A 2002..2013, B 2002..2013, C 2013..", "A>C 2013 merger, B>C 2013 merger")
    assert letter(registry, "C").unknown == ()
    assert [taker.what for taker in letter(registry, "A").takers] == [
        "One successor; share not stated"
    ]


def test_every_statement_has_a_source_in_the_list(said):
    known = {source.id for source in said.sources}
    used = [
        name for section in said.sections for one in section.sentences for name in one.source_ids
    ]
    assert set(used) | {taker.source_id for taker in said.takers} == known
    assert said.marks(tuple(source.id for source in said.sources[:2])) == "[1, 2]"


def test_a_letter_is_text_on_pages_of_a4_with_edition_and_day(northamptonshire):
    reader = PdfReader(io.BytesIO(letter_file(record(), "5PD")))
    assert 1 <= len(reader.pages) <= MOST
    for page in reader.pages:
        sides = [float(side) / 72 * 25.4 for side in page.mediabox[2:]]
        assert sides == pytest.approx([210, 297], abs=0.1)
    edition = record().edition
    for words in (
        "What happened to Northamptonshire Teaching Primary Care Trust",
        "Who took on each part",
        "88% of its postcodes",
        "What is not known, or not agreed",
        "Sources",
        f"edition {edition.version} ({edition.digest[:12]}), as known on 2 July 2026",
        "Contains public sector information licensed under the Open Government Licence v3.0.",
    ):
        assert words in northamptonshire


def test_headings_of_a_letter_are_headings_for_screen_readers():
    reader = PdfReader(io.BytesIO(letter_file(record(), "08F")))
    found = []

    def walk(element):
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object() if hasattr(kid, "get_object") else kid
            if isinstance(kid, dict) and "/S" in kid:
                found.append(kid["/S"])
                walk(kid)

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    assert found.count("/H1") == 1
    assert found.count("/H2") >= 5


def test_letters_of_all_kinds_of_bodies_fit_on_two_pages_and_can_be_read():
    for name in list(record().organisations)[::EVERY]:
        pages = letter_pages(letter(record(), name))
        assert len(pages) <= MOST, name
        for page in pages:
            assert overlaps(page) == outside(page) == (), name
            assert faint(page) == (), name


def test_what_does_not_fit_is_cut_and_counted(said):
    long = Sentence("A sentence about a body that goes on for a while, as some do. " * 3)
    sections = tuple(replace(s, sentences=(long,) * 9) for s in said.sections)
    sources = said.sources * 40
    many = replace(said, sections=sections, sources=sources, takers=said.takers * 3)
    pages = letter_pages(many)
    assert len(pages) == MOST
    assert any("more sources in the record." in text.text for page in pages for text in page.texts)


def test_pages_stand_one_below_the_other_in_an_svg():
    root = ET.fromstring(letter_file(record(), "5PD", "svg"))
    pages = letter_pages(letter(record(), "5PD"))
    assert float(root.get("height")) == HEIGHT * len(pages)
    assert float(root.get("width")) == WIDTH
    words = [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")]
    assert words == [text.text for text in in_one(pages).texts]


def test_the_same_letter_has_the_same_bytes():
    assert letter_file(record(), "08F") == letter_file(record(), "08F")


@pytest.mark.parametrize("name", [n for n in HOSTILE if '"' not in n and n.isprintable()])
def test_hostile_names_do_no_harm_in_a_letter(name):
    registry = world("A 2002..2013, B 2013..", "A>B 2013 1", f'A="{name}" 2002..2013')
    first, *more = texts(letter_file(registry, "A"))
    assert first.startswith("What happened to")
    assert len(more) < MOST
    assert letter_file(registry, "A", "svg").startswith(b"<svg")


def test_all_letters_of_a_kind_are_packed_with_progress():
    heard = []
    packed = letters_zip(record(), "regulator", progress=lambda *step: heard.append(step))
    ids = [body.id for body in record().organisations.values() if body.kind == "regulator"]
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == [letter_name(record(), name) for name in ids]
        assert archive.read(archive.namelist()[0]) == letter_file(record(), ids[0])
    assert heard == [(done, len(ids)) for done in range(1, len(ids) + 1)]
    assert packed == letters_zip(record(), "regulator")


def test_what_a_letter_cannot_be_about_is_refused():
    with pytest.raises(UnknownOrganisation):
        letter_file(record(), "NOPE")
    with pytest.raises(UnknownFormat, match=r"Unknown format 'docx'\. Known formats: pdf, svg\."):
        letter_file(record(), "5PD", "docx")
    with pytest.raises(UnknownName):
        letters_zip(record(), "parish")
    empty = next(k for k in record().kinds
                 if all(b.kind != k for b in record().organisations.values()))  # fmt: skip
    with pytest.raises(NoBodies, match=f"^The record holds no body of the kind '{empty}'.$"):
        letters_zip(record(), empty)


# flow -----------------------------------------------------------------------------------------


def bar(height, *, keep=False, gap=0.0):
    return Unit((Rect(0, 0, 10, height, fill="#222222"),), height, gap, keep)


def test_a_page_ends_before_what_does_not_fit():
    pages = paged([bar(60, gap=5), bar(30, gap=5), bar(10)], 100)
    assert [[item.y for item in page] for page in pages] == [[0, 65], [0]]


def test_a_heading_never_stands_alone_at_the_foot_of_a_page():
    pages = paged([bar(80), bar(10, keep=True), bar(30)], 100)
    assert [[item.y for item in page] for page in pages] == [[0], [0, 10]]


def test_the_first_and_the_last_two_lines_of_a_paragraph_stay_together():
    units = paragraph("words " * 40, Text(0, 0, "", 10), 100, 12)
    assert [unit.keep for unit in units[:2]] == [True, False]
    assert [unit.keep for unit in units[-3:]] == [False, True, False]
    assert units[-1].gap == 12
