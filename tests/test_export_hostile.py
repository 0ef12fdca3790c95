"""Names that mean harm, or that no font holds, come out as words in every picture."""

import io
import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from pptx import Presentation
from pypdf import PdfReader

from explorer.drawing.textbox import measure
from explorer.export.files import file_name
from explorer.export.formats import FORMATS
from explorer.export.glyphs import MISSING, letters, printable, seen
from explorer.export.html import html
from explorer.export.pdf import pdf
from explorer.export.picture import finished
from explorer.export.png import png
from explorer.export.pptx import pptx
from explorer.export.svg import svg
from explorer.sheets.sheet import Column, sheet
from tests.pictures import HOSTILE, real, record, renamed

MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08]")


@pytest.fixture(scope="module")
def usual():
    return finished(real()["changes"])


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def name(request):
    return request.param


@pytest.fixture
def scene(usual, name):
    return renamed(usual, name)


def test_an_svg_shows_the_name_and_obeys_nothing_in_it(scene, name):
    root = ET.fromstring(svg(scene))
    texts = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert texts == {seen(name)}
    assert not [element for element in root.iter() if element.tag.endswith("script")]
    assert not MARKS.search("".join(root.itertext()))


def test_a_pdf_sets_the_name_as_words(scene, name):
    (page,) = PdfReader(io.BytesIO(pdf(scene))).pages
    found = "".join(page.extract_text().split())
    shown = "".join(printable(name).split())
    if name.isascii():  # a reader of PDF turns Hebrew round
        assert shown in found
    assert float(page.mediabox[2]) == pytest.approx(900)


def test_a_png_is_made(scene):
    assert png(scene, 300).startswith(b"\x89PNG")


def test_a_slide_shows_the_name(scene, name):
    (slide,) = Presentation(io.BytesIO(pptx(scene, known_on=record().edition.as_known_on))).slides
    texts = {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
    assert {text.split("\v")[0] for text in texts} == {seen(name).strip()} or seen(name) in texts
    assert seen(name) in slide.notes_slide.notes_text_frame.text


class Reader(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.said = [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        assert not [key for key, _ in attributes if key.startswith("on")]

    def handle_data(self, data):
        self.said.append(data)


def test_a_web_page_shows_the_name_in_drawing_and_table(scene, name):
    table = sheet([Column("name", "Name", "text")], [(name,)])
    read = Reader(html(scene, {"names": table}))
    assert "script" not in read.tags
    assert seen(name) in read.said


def test_the_csv_within_a_web_page_starts_no_formula(usual):
    table = sheet([Column("name", "Name", "text")], [("=1+1",)])
    assert table.csv == "name\n'=1+1\n"


def test_the_name_of_a_file_has_only_letters_that_every_system_takes(name):
    file = file_name(name, "../../etc", record().edition, "svg")
    assert re.fullmatch(r"[A-Za-z0-9._-]{1,124}", file)
    assert ".." not in file
    assert not file.startswith((".", "-"))


def test_letters_that_the_fonts_lack_are_a_square_and_marks_of_direction_are_gone():
    assert printable("a\u202eb\nc漢 =1+1 😀 שלום é–") == f"ab c{MISSING} =1+1 {MISSING} שלום é–"


def test_every_letter_of_the_record_can_be_printed():
    names = (name.name for group in record().names.values() for name in group)
    lacking = {letter for name in names for letter in name if ord(letter) not in letters()}
    assert lacking == set()
    assert measure(MISSING, 16) > 0


def test_every_format_has_an_ending_and_a_type():
    assert all(name == entry.suffix and "/" in entry.mime for name, entry in FORMATS.items())
