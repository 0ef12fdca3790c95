"""Every picture is read back: what was drawn is in the file, whole, in its place and size."""

import io
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pypdf import PdfReader

from explorer.drawing.legibility import outside, overlaps
from explorer.drawing.scene import Line, Rect, Scene, Text
from explorer.export.drawingml.shapes import needs_covers
from explorer.export.drawings import view_of
from explorer.export.formats import UnknownFormat, format_of
from explorer.export.passages import passages
from explorer.export.pdf import pdf
from explorer.export.picture import WRITERS, Wish, finished, picture, written
from explorer.export.png import TooLarge, png
from explorer.export.pptx import pptx
from explorer.export.sizes import SIZES, UnknownSize, fitted, least, size_of, spread
from explorer.export.svg import svg
from explorer.narrative.credits import credits
from explorer.view import ViewState
from tests.pictures import NAMES, real, record

SVG = "{http://www.w3.org/2000/svg}"
OGL = "Contains public sector information licensed under the Open Government Licence v3.0."
SHEETS = [name for name, size in SIZES.items() if size.form]


def packed(text):
    """The letters of a text without the spaces that readers of PDF put in or leave out."""
    return "".join(text.split())


@pytest.fixture(scope="module", params=NAMES)
def view(request):
    return real()[request.param]


@pytest.fixture(scope="module")
def scene(view):
    return finished(view)


def file(view, scene, suffix, size="web"):
    return written(view, scene, suffix, size_of(size))


# what every picture says ----------------------------------------------------------------------


def test_a_picture_names_its_sources_licence_edition_and_the_day_of_the_knowledge(scene):
    assert scene.source_line.startswith("Sources: ")
    assert OGL in scene.source_line
    edition = record().edition
    assert f"edition {edition.version} ({edition.digest[:12]})." in scene.source_line
    assert "As known on 2 July 2026." in scene.source_line


def test_the_publishers_of_the_facts_shown_are_named_those_with_most_facts_first():
    line = finished(real()["lineage of 5PD"]).source_line
    assert line.startswith("Sources: NHS Digital, Organisation Data Service; Office for National")


def test_a_site_without_a_publisher_is_said_in_words_after_those_that_are_named():
    facts = ["seed-000", "seed-001", "seed-003", "seed-004"]
    assert credits(record(), facts).startswith("Sources: a site that names no publisher. ")
    said = credits(record(), [*facts, "seed-002"])
    assert said.startswith(
        "Sources: British Medical Association and a site that names no publisher. "
    )


def test_no_label_lies_over_another_or_outside_the_page(scene):
    assert overlaps(scene) == ()
    assert outside(scene) == ()


def test_a_reader_can_give_a_picture_other_words():
    wish = Wish(headline="My own headline", standfirst="A line", note="A note of mine.")
    made = finished(real()["structure"], wish)
    usual = finished(real()["structure"])
    assert (made.headline, made.standfirst) == ("My own headline", "A line")
    assert made.notes == ("A note of mine.", *usual.notes)
    assert "My own headline" in [text.text for text in made.texts]
    assert made.alt == usual.alt


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_view_gives_the_same_bytes(view, suffix):
    assert picture(view, suffix) == picture(view, suffix)


# SVG ------------------------------------------------------------------------------------------


def test_an_svg_holds_every_word_as_text_and_says_what_it_is(view, scene):
    root = ET.fromstring(file(view, scene, "svg"))
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert sorted(words) == sorted(text.text for text in scene.texts)
    assert root.find(f"{SVG}title").text == scene.headline
    assert scene.alt in root.find(f"{SVG}desc").text
    assert OGL in " ".join(words)


def test_ids_of_an_svg_are_unique_and_name_the_bodies(view, scene):
    root = ET.fromstring(file(view, scene, "svg"))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {element.get("data-key") for element in root.iter(f"{SVG}g")} - {None} == scene.keys


# PDF ------------------------------------------------------------------------------------------


def test_a_pdf_has_one_page_of_the_exact_size_with_every_word(view, scene):
    (page,) = PdfReader(io.BytesIO(file(view, scene, "pdf"))).pages
    width, height = (float(side) for side in page.mediabox[2:])
    assert (width, height) == pytest.approx((900, 900 * scene.height / scene.width), abs=0.01)
    found = packed(page.extract_text())
    missing = [text.text for text in scene.texts if packed(text.text) not in found]
    assert missing == []


def test_a_pdf_is_tagged_titled_in_english_and_brings_its_fonts(view, scene):
    reader = PdfReader(io.BytesIO(file(view, scene, "pdf")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == scene.headline
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    figures = [tag for tag in _tags(root["/StructTreeRoot"]) if tag["/S"] == "/Figure"]
    assert [str(figure["/Alt"]) for figure in figures] == [scene.alt]
    fonts = list(_fonts(reader))
    assert len(fonts) > 1
    for font in fonts:
        assert any(key.startswith("/FontFile") for key in font["/FontDescriptor"])
        assert "LiberationSans" in font["/BaseFont"]


def _tags(element):
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from _tags(kid)


def _fonts(reader):
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        if isinstance(thing, dict) and thing.get("/Type") == "/Font" and "/FontDescriptor" in thing:
            yield thing


@pytest.mark.parametrize(
    ("size", "wide", "high"),
    [("a4", 210, 297), ("a4-wide", 297, 210), ("a3", 297, 420), ("a3-wide", 420, 297)],
)
def test_a_page_of_paper_has_the_size_of_the_paper(size, wide, high):
    content = picture(real()["lineage of 5PD"], "pdf", Wish(size=size))
    (page,) = PdfReader(io.BytesIO(content)).pages
    sides = [float(side) / 72 * 25.4 for side in page.mediabox[2:]]
    assert sides == pytest.approx([wide, high], abs=0.1)


# PNG ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "wide", "high"),
    [
        ("web", 1200, None),
        ("square", 1080, 1080),
        ("print", 3508, None),
        ("slide", 1920, 1080),
        ("a4-wide", 3508, 2480),
    ],
)
def test_a_png_has_exactly_the_pixels_of_its_size(size, wide, high):
    view = real()["lineage of 5PD"]
    scene = finished(view, Wish(size=size))
    image = Image.open(io.BytesIO(written(view, scene, "png", size_of(size))))
    assert image.size == (wide, high or round(scene.height * wide / scene.width))
    assert round(image.info["dpi"][0]) == SIZES[size].dpi
    assert image.info["Description"] == scene.alt
    assert image.info["Source"] == scene.source_line


def test_print_means_300_dots_an_inch():
    assert SIZES["print"].dpi == SIZES["a4"].dpi == SIZES["a3"].dpi == 300


@pytest.mark.parametrize("height", [333, 700, 701, 702.4, 934, 1001])
@pytest.mark.parametrize("width", [777, 800, 1200])
def test_no_row_or_column_of_dots_is_lost(width, height):
    lines = [Line(0, y + 0.5, width, y + 0.5) for y in range(0, round(height), 2)]
    lines = [replace(line, stroke="#000000", stroke_width=1) for line in lines]
    dots = painted(Scene("test", width, height, tuple(lines), "#FFFFFF"), width)
    assert striped(dots)
    lines = [replace(line, x1=line.y1, x2=line.y1, y1=0, y2=height) for line in lines]
    columns = painted(Scene("test", width, height, tuple(lines), "#FFFFFF"), width).T
    assert striped(columns[: len(lines)])


def striped(rows):
    """Whether rows are dark and light in turn; a picture may be a hair out of step."""
    return rows[::2].max() < 20 and rows[1::2].min() > 235


def painted(scene, width):
    return np.asarray(Image.open(io.BytesIO(png(scene, width))).convert("L"))


# PPTX -----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def deck(view, scene):
    return Presentation(io.BytesIO(file(view, scene, "pptx")))


def test_a_slide_has_one_native_shape_for_each_mark_and_no_picture(scene, deck):
    (slide,) = deck.slides
    marks = [item for item in scene.drawn if item.fill or item.stroke or item.hatch]
    # patterns and outlines cannot fade: their faded ends lie under covers
    covers = sum({"both": 2}.get(item.fade, 1) for item in marks if needs_covers(item))
    assert len(slide.shapes) == len(marks) + covers + len(passages(scene.texts))
    sorts = {shape.shape_type for shape in slide.shapes}
    assert MSO_SHAPE_TYPE.PICTURE not in sorts
    assert MSO_SHAPE_TYPE.GROUP not in sorts


@pytest.mark.parametrize("drawing", ["responsibilities", "timeline", "lineage"])
def test_no_two_shapes_of_a_slide_have_one_id(drawing):
    """Programs that find an id twice offer to repair the file."""
    found = picture(view_of(drawing, record(), ViewState()), "pptx")
    (slide,) = Presentation(io.BytesIO(found)).slides
    ids = Counter(int(found) for found in slide.shapes._spTree.xpath("//p:cNvPr/@id"))
    assert len(ids) > 100
    assert [number for number, times in ids.items() if times > 1] == []


def test_every_word_of_a_slide_can_be_edited(scene, deck):
    (slide,) = deck.slides
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    found = packed("".join(texts))
    assert [text.text for text in scene.texts if packed(text.text) not in found] == []
    assert slide.shapes.title.text_frame.text == scene.headline


def test_a_mark_on_a_slide_stands_where_it_stands_in_the_scene(scene, deck):
    (slide,) = deck.slides
    unit = deck.slide_width / scene.width
    places = [(shape.left, shape.top, shape.width, shape.height) for shape in slide.shapes]
    for bar in (item for item in scene.drawn if isinstance(item, Rect) and item.key):
        here = [n * unit for n in (bar.x, bar.y, bar.width, bar.height)]
        assert any(  # places are whole numbers of 1/360000 cm
            all(abs(is_ - wanted) <= 1 for is_, wanted in zip(place, here, strict=True))
            for place in places
        )


def test_the_notes_of_a_slide_hold_its_words_and_its_source(scene, deck):
    notes = deck.slides[0].notes_slide.notes_text_frame.text
    assert scene.alt in notes
    assert scene.source_line in notes


def test_shapes_of_a_slide_have_their_words_as_alternative_text(scene, deck):
    said = {
        shape._element.xpath(".//p:cNvPr/@descr")[0]
        for shape in deck.slides[0].shapes
        if shape._element.xpath(".//p:cNvPr/@descr")
    }
    assert {item.title for item in scene.items if item.title} == said


# HTML -----------------------------------------------------------------------------------------


class Reader(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.tags, self.rows, self.links = [], 0, []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.rows += tag == "tr"
        self.links += [value for name, value in attributes if name in ("src", "href")]


def test_a_web_page_holds_the_drawing_and_its_tables_and_needs_nothing_else(view, scene):
    page = file(view, scene, "html").decode()
    read = Reader(page)
    assert read.tags.count("svg") == read.tags.count("h1") == 1
    assert read.rows == sum(1 + len(sheet.rows) for sheet in view.sheets.values())
    assert all(link.startswith("data:text/csv") for link in read.links)
    assert not {"script", "img", "link", "iframe", "form", "input", "button"} & set(read.tags)
    for text in scene.texts[:3]:
        assert text.text.replace("&", "&amp;") in page


# what cannot be made --------------------------------------------------------------------------


def test_an_unknown_format_is_refused_with_those_there_are():
    with pytest.raises(UnknownFormat) as error:
        picture(real()["structure"], "docx")
    assert str(error.value) == "Unknown format 'docx'. Known formats: svg, pdf, png, pptx, html."
    assert format_of(".PNG").suffix == "png"


def test_an_unknown_size_is_refused_with_those_there_are():
    with pytest.raises(UnknownSize, match=r"^Unknown size 'poster'\. Known sizes: web, square, "):
        picture(real()["structure"], "png", Wish(size="poster"))


def test_a_drawing_too_large_for_a_sheet_is_refused_and_not_shrunk():
    with pytest.raises(TooLarge) as error:
        finished(real()["lineage of QHM"], Wish(size="square"))
    assert str(error.value).startswith(
        "This drawing is too large for the size 'square': its smallest letters would be "
    )
    assert str(error.value).endswith(
        "Choose web or print, which grow with the drawing, or show less of it."
    )


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_holds_the_drawing_whole_and_legible_or_says_that_it_cannot(name, size):
    try:
        scene = finished(real()[name], Wish(size=size))
    except TooLarge:
        return
    assert least(scene, SIZES[size]) >= SIZES[size].least
    assert scene.width / scene.height == pytest.approx(SIZES[size].form, rel=0.001)
    assert outside(scene) == overlaps(scene) == ()


def test_a_sheet_takes_the_width_that_gives_the_largest_letters():
    def draw(width):  # letters fall, rise and fall again as the drawing grows wider
        high = {900: 1800, 1200: 2600, 1600: 1700, 2000: 2000, 2400: 2400}[width]
        return Scene("any", width, high, (Text(0, 20, "word", 16),), "#ffffff")

    assert fitted(draw, SIZES["square"]).height == 1700


def test_a_low_drawing_stands_near_its_headline():
    items = (Rect(0, 40, 10, 20), Text(0, 10, "head", 12, role="headline"))
    low = Scene("any", 100, 100, items, "#ffffff", inside=1)
    rect, *_ = spread(low, 100, 500).drawn
    assert rect.y == 40 + 400 / 4
    assert spread(low, 100, 500).texts[0].y == 10


def test_more_pixels_than_programs_open_are_refused():
    scene = Scene("test", 100, 100_000, (Line(0, 0, 1, 1, stroke="#222222"),), "#FFFFFF")
    with pytest.raises(TooLarge) as error:
        png(scene, 1200)
    assert str(error.value) == (
        "A picture of 1,200 by 1,200,000 pixels is too large: 60,000,000 is the most. "
        "Choose a smaller size, or PDF or SVG, which have none."
    )


def test_a_slide_higher_than_programs_allow_is_refused():
    scene = Scene("test", 100, 2000, (Line(0, 0, 1, 1, stroke="#222222"),), "#FFFFFF")
    with pytest.raises(TooLarge, match="would be 267 inches high, and 56 are the most"):
        pptx(scene, known_on=record().edition.as_known_on)
    assert pdf(scene).startswith(b"%PDF")
    assert svg(scene)
