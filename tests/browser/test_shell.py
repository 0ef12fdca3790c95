"""The shell in a real browser: addresses, steps between pages, search, dates typed by hand."""

import re

import pytest

from explorer.view import PAGES

PATHS = {page: "/" if page == "start" else f"/{page}" for page in PAGES}
TITLES = {
    "start": "Who commissioned NHS care in England, and who became whom",
    "structure": "Structure at a date",
    "changes": "What changed",
    "lineage": "What happened to Northamptonshire Teaching Primary Care Trust",
    "counts": "Counts ledger",
}


def heading(shown):
    return shown.locator("h1").inner_text()


def date_in(shown, label="Day"):
    """The day in a date box, as its three parts."""
    parts = shown.get_by_role("group", name=label, exact=True).get_by_role("spinbutton")
    return [part.inner_text() for part in parts.all()]


def type_day(tab, digits, label="Day"):
    tab.page.get_by_role("group", name=label, exact=True).get_by_role("spinbutton").first.focus()
    tab.page.keyboard.type(digits)
    tab.page.keyboard.press("Enter")
    tab.page.keyboard.press("Tab")
    return tab.settle()


@pytest.mark.parametrize("name", sorted(TITLES))
def test_any_page_may_be_the_first_request_of_a_fresh_server(page, fresh_server, name):
    tab = page(server=fresh_server())
    shown = tab.open(PATHS[name])
    assert heading(shown) == TITLES[name]
    assert shown.get_by_role("dialog").count() == 0  # Streamlit's "Page not found" is one
    assert shown.title() == "NHS Commissioning Lineage Explorer"
    here = shown.locator("nav a[aria-current=page]")
    assert here.inner_text() == PAGES[name].title
    assert tab.faults == {}


def test_a_reload_shows_the_same_view(page):
    tab = page()
    shown = tab.open("/structure?on=2006-10-01&region=London")
    shown.reload()
    tab.settle()
    assert date_in(shown) == ["01", "10", "2006"]
    assert shown.url.endswith("/structure?on=2006-10-01&region=London")


def test_a_date_typed_by_keyboard_is_shown_and_stands_in_the_address(page):
    tab = page()
    tab.open("/structure")
    shown = type_day(tab, "01102006")
    assert shown.url.endswith("/structure?on=2006-10-01")
    assert date_in(shown) == ["01", "10", "2006"]
    assert "1 October 2006" in shown.locator(".lead").first.inner_text()
    assert tab.faults == {}


def test_the_next_change_is_a_day_on_which_something_changed(page):
    tab = page()
    shown = tab.open("/structure?on=2013-04-01")
    button = shown.get_by_role("button", name="Next change: 2 April 2013")
    button.focus()
    shown.keyboard.press("Enter")
    tab.settle()
    assert shown.url.endswith("/structure?on=2013-04-02")
    assert date_in(shown) == ["02", "04", "2013"]


def test_back_and_forward_go_through_views_and_pages(page):
    tab = page()
    shown = tab.open("/structure?on=1999-04-01")
    type_day(tab, "01102006")
    shown.get_by_role("link", name="What changed").click()
    tab.settle()
    shown.get_by_role("link", name="Lineage").click()
    tab.settle()
    assert heading(shown) == TITLES["lineage"]
    shown.go_back()
    tab.settle()
    assert heading(shown) == "What changed"
    shown.go_back()
    tab.settle()
    assert (heading(shown), date_in(shown)) == ("Structure at a date", ["01", "10", "2006"])
    shown.go_back()
    tab.settle()
    assert date_in(shown) == ["01", "04", "1999"]
    shown.go_forward()
    tab.settle()
    assert date_in(shown) == ["01", "10", "2006"]
    assert tab.faults == {}


def test_dates_and_the_chosen_body_travel_through_the_menu(page):
    tab = page()
    shown = tab.open("/changes?from=2006-09-30&to=2006-10-01&org=08F")
    for name in ("Structure at a date", "Counts ledger", "What changed"):
        shown.get_by_role("link", name=name).click()
        tab.settle()
    assert shown.url.endswith("/changes?from=2006-09-30&to=2006-10-01&org=08F")
    assert date_in(shown, "First day") == ["30", "09", "2006"]


def test_a_link_inside_the_text_leads_on_without_loading_the_explorer_anew(page):
    tab = page()
    shown = tab.open("/lineage?org=5PD")
    shown.evaluate("window.sameDocument = true")
    shown.get_by_role("link", name="NHS Nene CCG").first.click()
    tab.settle()
    assert heading(shown) == "What happened to NHS Nene CCG"
    assert shown.url.endswith("/lineage?org=04G")
    assert shown.evaluate("window.sameDocument")
    shown.go_back()
    tab.settle()
    assert heading(shown) == TITLES["lineage"]
    assert tab.faults == {}


def test_search_finds_a_closed_body_and_leads_to_its_lineage(page):
    tab = page()
    shown = tab.open("/structure?on=2006-10-01")
    box = shown.get_by_role("searchbox", name="Search for a body")
    box.fill("5PD")
    box.press("Enter")
    tab.settle()
    found = shown.get_by_role("region", name="Search results")
    assert "Northamptonshire (primary care trust, 2006–2013)" in found.inner_text()
    assert "Closed on 31 March 2013. See NHS" in found.inner_text()
    found.get_by_role("link").first.click()
    tab.settle()
    assert heading(shown) == TITLES["lineage"]
    assert re.search(r"/lineage\?on=2006-10-01$", shown.url)


def test_a_misspelt_name_is_offered_and_not_chosen(page):
    tab = page()
    shown = tab.open("/?find=Nothamptonshire")
    found = shown.get_by_role("region", name="Search results").inner_text()
    assert found.startswith("No exact match. Near to “Nothamptonshire”")
    assert "Northamptonshire" in found


def test_what_a_link_asks_for_in_vain_is_said(page):
    shown = page().open("/lineage?org=NOPE&back=banana")
    said = shown.locator("[data-testid=stAlert]").all_inner_texts()
    assert said == [
        "The link asked for back=banana, which cannot be read; it was left out.",
        "The link asked for org=NOPE, which this edition does not have; it was left out.",
    ]


def test_the_link_to_a_view_is_copied_without_what_the_page_does_not_use(page):
    tab = page()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = tab.open("/structure?on=2006-10-01&org=08F")
    shown.get_by_role("button", name="Copy link to this view").click()
    shown.get_by_text("Link copied.").wait_for()
    copied = shown.evaluate("navigator.clipboard.readText()")
    assert copied == f"{tab.server}/structure?on=2006-10-01"


def test_markup_in_a_search_is_only_words(page):
    tab = page()
    shown = tab.open("/?find=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+**bold**")
    said = shown.locator(".st-key-found").inner_text()
    assert said == "Nothing in this edition fits “<img src=x onerror=alert(1)> **bold**”."
    assert tab.faults == {}
