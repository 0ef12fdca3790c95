"""The pages of timeline, functions, places and record as a reader walks them, by mouse and keys."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_shell import addressed, headed

DEEP = {
    "/timeline?first=2002&last=2013": "Between 2002 and 2013",
    "/structure?near=Northamptonshire": "10 bodies for Northamptonshire and above",
    "/structure?open=Y54": "NHS England North of England (77)",
    "/changes?region=East+Midlands&tab=successions": "in the region East Midlands, 31 bodies",
    "/timeline?reform=act-2012-hsc": "Health and Social Care Act 2012 (27 March 2012)",
    "/functions?show=handovers&when=2002-04-01": "On 1 April 2002",
    "/functions?function=dental&show=function": "NHS dental services",
    "/plans?milestone=pct-abolition": "2 plans for 1 milestone",
    "/place?place=Corby": "commissioned care for Corby",
    "/money?subject=nhs-england": "about NHS England",
    "/record?table=names&with=Corby": "2 of 2,615 rows",
    "/card?org=nhs-england": "NHS England: national body",
    "/glossary?with=CCG": "Clinical commissioning group (CCG)",
    "/structure?show=dates&days=1975-01-01%2C2013-04-01": "642 bodies on 1 April 2013",
}


@pytest.mark.parametrize("path", DEEP)
def test_a_deep_link_shows_its_view_and_keeps_its_address(page, path):
    tab = page()
    shown = tab.open(path)
    expect(shown.locator("footer.inside")).to_be_visible()
    expect(shown.locator(".stMain")).to_contain_text(DEEP[path])
    shown.reload()
    expect(shown.locator(".stMain")).to_contain_text(DEEP[path])
    assert tab.faults == {}


def test_the_timeline_is_zoomed_by_keyboard_and_back_leads_back(page):
    tab = page()
    shown = tab.open("/timeline?first=2002&last=2013")
    button = shown.get_by_role("button", name="+ Closer")
    button.focus()
    shown.keyboard.press("Enter")
    addressed(shown, "/timeline?first=2004&last=2011")
    expect(shown.locator(".lead").first).to_contain_text("Between 2004 and 2011")
    shown.go_back()
    expect(shown.locator(".lead").first).to_contain_text("Between 2002 and 2013")
    assert tab.faults == {}


def click(shown, words):
    """A click on words inside the drawing."""
    drawing = shown.locator(".js-plotly-plot").first
    spot = drawing.get_by_text(words, exact=False).first
    spot.scroll_into_view_if_needed()
    place = spot.bounding_box()
    shown.mouse.click(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)


def test_a_bar_leads_to_its_lineage_and_a_reform_to_what_it_did(page):
    tab = page()
    shown = tab.open("/timeline")
    headed(shown, "Timeline")
    click(shown, "NHS Management Board")
    expect(shown.locator("h1")).to_contain_text("What happened to")
    shown.go_back()
    headed(shown, "Timeline")
    click(shown, "Commissioning a Patient-led NHS")
    expect(shown).to_have_url(re.compile("reform=reform-2006-patient-led"))
    expect(shown.get_by_role("heading", name="What it did")).to_be_visible()
    assert tab.faults == {}


def test_a_year_on_the_axis_leads_to_the_structure_of_that_day(page):
    tab = page()
    shown = tab.open("/timeline")
    headed(shown, "Timeline")
    click(shown, "1985")
    headed(shown, "Structure at a date")
    addressed(shown, "/structure?on=1985-01-01")


def test_the_chosen_body_travels_from_its_lineage_to_its_card(page):
    tab = page()
    shown = tab.open("/lineage?org=08F")
    shown.get_by_role("link", name="Its record card").click()
    addressed(shown, "/card?org=08F")
    assert tab.faults == {}


def test_a_table_is_filtered_by_words_and_the_address_keeps_them(page):
    tab = page()
    shown = tab.open("/record?table=names")
    box = shown.get_by_label("Only rows with these words")
    box.fill("Corby")
    box.press("Enter")
    addressed(shown, "/record?table=names&with=Corby")
    expect(shown.locator(".lead").first).to_contain_text("2 of 2,615 rows")
    assert tab.faults == {}


def test_plus_and_minus_zoom_while_the_years_or_the_drawing_have_the_focus(page):
    tab = page()
    shown = tab.open("/timeline?first=2002&last=2013")
    shown.get_by_role("button", name="+ Closer").focus()
    shown.keyboard.press("+")
    addressed(shown, "/timeline?first=2004&last=2011")
    tab.settle()
    shown.locator(".st-key-drawing").focus()
    shown.keyboard.press("-")
    addressed(shown, "/timeline?first=2002&last=2013")
    tab.settle()
    shown.get_by_label("Search for a body").focus()
    shown.keyboard.press("-")
    expect(shown.get_by_label("Search for a body")).to_have_value("-")
    addressed(shown, "/timeline?first=2002&last=2013")
    assert tab.faults == {}


def test_time_plays_from_reform_to_reform_and_a_pause_keeps_the_day_in_the_address(page):
    tab = page()
    shown = tab.open("/structure?on=1999-04-01")
    switch = shown.get_by_text("Play through time")
    switch.click()
    addressed(shown, "/structure?on=2000-04-01")
    expect(shown.locator(".lead").first).to_contain_text("On 1 April 2000")
    switch.click()
    tab.settle()
    paused = shown.url
    shown.wait_for_timeout(5_000)  # longer than a day is on view
    assert shown.url == paused
    shown.reload()
    day = "1 April 2000" if paused.endswith("2000-04-01") else "1 April 2002"
    expect(shown.locator(".lead").first).to_contain_text(f"On {day}")
    assert tab.faults == {}


def test_nothing_moves_by_itself_where_less_motion_is_asked_for(page):
    tab = page()
    tab.page.emulate_media(reduced_motion="reduce")
    shown = tab.open("/structure")
    expect(shown.get_by_text("Your device asks for less motion")).to_be_visible()
    expect(shown.get_by_text("Play through time")).to_be_hidden()
    assert tab.faults == {}


def test_an_open_table_is_in_the_address_and_back_leads_to_the_drawing(page):
    tab = page()
    shown = tab.open("/changes?region=East+Midlands")
    shown.get_by_role("tab", name="Successions").click()
    addressed(shown, "/changes?region=East+Midlands&tab=successions")
    tab.settle()
    shown.reload()
    tab.settle()
    expect(shown.get_by_role("tab", name="Successions")).to_have_attribute("aria-selected", "true")
    shown.get_by_role("tab", name="Drawing").click()
    addressed(shown, "/changes?region=East+Midlands")
    shown.go_back()
    expect(shown.get_by_role("tab", name="Successions")).to_have_attribute("aria-selected", "true")
    assert tab.faults == {}
