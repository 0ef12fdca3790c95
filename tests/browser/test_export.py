"""Exports in a real browser: files opened with the network off, and the export bar of a page."""

import io
import os
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from pptx import Presentation
from pypdf import PdfReader

from explorer.export.animation import animated_change
from explorer.export.picture import Wish, picture
from tests.browser.test_access import RULES
from tests.pictures import HOSTILE, NAMES, real, record

START, END = date(2001, 3, 31), date(2002, 4, 1)


@pytest.fixture
def offline(browser):
    """Opens a file without a network; gives the page, and what it asked for or complained of."""
    contexts = []

    def opened(path, *, motion="no-preference", size=(1280, 900)):
        context = browser.new_context(
            offline=True,
            reduced_motion=motion,
            viewport={"width": size[0], "height": size[1]},
        )
        contexts.append(context)
        page, faults = context.new_page(), []
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url))
        page.goto(path.as_uri())
        faults.remove(path.as_uri())
        return page, faults

    yield opened
    for context in contexts:
        context.close()


def axe(page):
    return [rule["id"] for rule in Axe().run(page, options=RULES).response["violations"]]


@pytest.mark.parametrize("name", NAMES)
def test_a_web_page_in_one_file_works_with_the_network_off(offline, tmp_path, name):
    file = tmp_path / "view.html"
    file.write_bytes(picture(real()[name], "html"))
    page, faults = offline(file)
    assert faults == []
    assert page.locator("svg").bounding_box()["height"] > 300
    for summary in page.locator("summary").all():
        summary.click()
    rows = sum(1 + len(sheet.rows) for sheet in real()[name].sheets.values())
    assert page.locator("tr").count() == rows
    if rows < 100:  # tables of one form: axe takes a minute over a thousand rows
        assert axe(page) == []
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save this table as CSV").first.click()
    first = next(iter(real()[name].sheets.values()))
    with open(saved.value.path(), encoding="utf-8", newline="") as csv:
        assert csv.read() == first.csv


def test_a_narrow_screen_scrolls_the_drawing_and_not_the_page(offline, tmp_path):
    file = tmp_path / "view.html"
    file.write_bytes(picture(real()["structure"], "html"))
    page, _ = offline(file, size=(390, 844))
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    frame = page.get_by_role("region").first
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    assert axe(page) == []


def test_hostile_words_run_nothing_in_a_web_page(offline, tmp_path):
    file = tmp_path / "view.html"
    words = {"headline": HOSTILE[0], "standfirst": HOSTILE[1], "note": HOSTILE[7]}
    file.write_bytes(picture(real()["changes"], "html", Wish(**words)))
    page, faults = offline(file)
    assert faults == []
    assert page.locator("h1").inner_text() == HOSTILE[0]
    assert page.locator("script").count() == 0


def test_an_animation_plays_by_itself_and_stops_at_the_last_frame(offline, tmp_path):
    file = tmp_path / "change.html"
    file.write_bytes(animated_change(record(), START, END, "html"))
    page, faults = offline(file)
    number = page.locator("figure").count()
    assert page.locator("figure:visible").count() == 1
    assert page.get_by_role("button", name="Pause").is_visible()
    page.get_by_role("status").get_by_text(f"{number} of {number}").wait_for(timeout=15_000)
    assert page.get_by_role("button", name="Play").is_visible()
    assert faults == []


def test_an_animation_waits_for_the_reader_where_less_motion_is_asked_for(offline, tmp_path):
    file = tmp_path / "change.html"
    file.write_bytes(animated_change(record(), START, END, "html"))
    page, _ = offline(file, motion="reduce")
    page.wait_for_timeout(2000)
    status = page.get_by_role("status")
    assert status.inner_text().startswith("1 of ")
    page.get_by_role("button", name="Next").press("Enter")
    assert status.inner_text().startswith("2 of ")
    assert page.get_by_role("button", name="Previous").is_enabled()
    assert axe(page) == []


# the export bar -------------------------------------------------------------------------------


@pytest.fixture
def bar(page):
    tab = page()
    shown = tab.open("/lineage?org=08F")
    shown.get_by_role("button", name="Export: picture").click()
    tab.settle()
    dialog = shown.get_by_role("dialog")
    dialog.get_by_role("button", name="Download SVG").wait_for(timeout=30_000)
    yield tab, dialog
    assert tab.faults == {}


def saved(tab, dialog, label):
    with tab.page.expect_download() as download:
        dialog.get_by_role("button", name=label, exact=True).click()
    with open(download.value.path(), "rb") as file:
        return download.value.suggested_filename, file.read()


def test_the_bar_gives_the_picture_that_it_shows(bar):
    tab, dialog = bar
    name, content = saved(tab, dialog, "Download SVG")
    assert name == f"lineage-08F-edition-{record().edition.version}.svg"
    assert content.startswith(b"<svg")


def test_the_bar_gives_a_slide_in_one_ink_under_the_words_of_the_reader(bar):
    tab, dialog = bar
    dialog.get_by_text("PowerPoint", exact=True).click()
    tab.settle()
    dialog.get_by_text("Black and white").click()
    tab.settle()
    words = dialog.get_by_role("textbox", name="Headline", exact=True)
    words.fill("Havering <b>joined</b> six others")
    words.press("Enter")
    dialog.locator("img").first.wait_for()
    tab.settle()
    name, content = saved(tab, dialog, "Download PowerPoint")
    (slide,) = Presentation(io.BytesIO(content)).slides
    assert slide.shapes.title.text_frame.text == "Havering <b>joined</b> six others"
    assert os.path.splitext(name)[1] == ".pptx"


def test_the_bar_gives_letter_data_and_citation(bar):
    tab, dialog = bar
    dialog.get_by_role("tab", name="Letter").click()
    name, content = saved(tab, dialog, "Download letter as PDF")
    assert name == f"record-08F-edition-{record().edition.version}.pdf"
    assert len(PdfReader(io.BytesIO(content)).pages) <= 2
    dialog.get_by_role("tab", name="Data").click()
    _, content = saved(tab, dialog, "Download CSV")
    assert content.decode().startswith("from_id,")
    dialog.get_by_role("tab", name="Cite and embed").click()
    said = dialog.inner_text()
    assert "/lineage?org=08F" in said
    assert f"{tab.server}/api/lineage/08F.svg" in said


def test_the_bar_breaks_no_rule_of_wcag(bar):
    tab, _ = bar
    assert axe(tab.page) == []


def test_a_drawing_too_large_for_a_size_is_said_in_words_and_not_offered(page):
    tab = page()
    shown = tab.open("/lineage?org=QHM")
    shown.get_by_role("button", name="Export: picture").click()
    dialog = shown.get_by_role("dialog")
    dialog.get_by_role("button", name="Download SVG").wait_for(timeout=30_000)
    dialog.get_by_role("combobox", name="Size").click()
    shown.get_by_role("option", name="Square").click()
    dialog.get_by_text("too large for the size").wait_for(timeout=30_000)
    assert not dialog.get_by_role("button", name="Download SVG").is_visible()
    assert tab.faults == {}
