"""The shell in a real browser: addresses, steps between pages, search, dates typed by hand."""

import re

import pytest
from playwright.sync_api import expect

from explorer.view import PAGES

PATHS = {page: "/" if page == "start" else f"/{page}" for page in PAGES}
TITLES = {name: page.title for name, page in PAGES.items() if page.in_menu} | {
    "start": "Who commissioned NHS care in England, and who became whom",
    "lineage": "What happened to Northamptonshire Teaching Primary Care Trust",
    "place": "Northamptonshire through time",
    "card": "Northamptonshire (primary care trust, 2006–2013)",
}
expect.set_options(timeout=60_000)


def headed(shown, title):
    """Waits until the page has this heading."""
    expect(shown.locator("h1")).to_have_text(title)


def dated(shown, day, label="Day"):
    """Waits until a date box shows this day, written as 01102006."""
    parts = shown.get_by_role("group", name=label, exact=True).get_by_role("spinbutton")
    expect(parts).to_have_text([day[:2], day[2:4], day[4:]])


def addressed(shown, path):
    """Waits until the address bar ends so."""
    expect(shown).to_have_url(re.compile(f"{re.escape(path)}$"))


def type_day(tab, digits, label="Day"):
    parts = tab.page.get_by_role("group", name=label, exact=True).get_by_role("spinbutton")
    parts.first.focus()
    tab.page.keyboard.type(digits)
    expect(parts).to_have_text([digits[:2], digits[2:4], digits[4:]])
    tab.page.keyboard.press("Enter")


@pytest.mark.parametrize("name", sorted(TITLES))
def test_any_page_may_be_the_first_request_of_a_fresh_server(page, fresh_server, name):
    tab = page(server=fresh_server())
    shown = tab.open(PATHS[name])
    headed(shown, TITLES[name])
    expect(shown.locator("footer.inside")).to_be_visible()
    assert shown.get_by_role("dialog").count() == 0  # Streamlit's "Page not found" is one
    assert shown.title() == "NHS Commissioning Lineage Explorer"
    expect(shown.locator(".menu a[aria-current=page]")).to_have_text(PAGES[name].title)
    assert tab.faults == {}


def test_a_reload_shows_the_same_view(page):
    tab = page()
    shown = tab.open("/structure?on=2006-10-01&region=London")
    dated(shown, "01102006")
    shown.reload()
    dated(shown, "01102006")
    addressed(shown, "/structure?on=2006-10-01&region=London")


def test_a_date_typed_by_keyboard_is_shown_and_stands_in_the_address(page):
    tab = page()
    shown = tab.open("/structure")
    dated(shown, "01042013")
    type_day(tab, "01102006")
    addressed(shown, "/structure?on=2006-10-01")
    expect(shown.locator(".lead").first).to_contain_text("1 October 2006")
    assert tab.faults == {}


def test_the_next_change_is_a_day_on_which_something_changed(page):
    tab = page()
    shown = tab.open("/structure?on=2013-04-01")
    button = shown.get_by_role("button", name="Next change: 2 April 2013")
    button.focus()
    shown.keyboard.press("Enter")
    addressed(shown, "/structure?on=2013-04-02")
    dated(shown, "02042013")


def test_the_explorer_may_stand_under_a_path_of_a_server(page, fresh_server):
    tab = page(server=fresh_server("/nhs"))
    fonts = []
    tab.page.on(
        "response", lambda reply: fonts.append(reply) if "LiberationSans" in reply.url else None
    )
    shown = tab.open("/lineage?org=5PD")
    headed(shown, TITLES["lineage"])
    shown.get_by_role("link", name="NHS Nene CCG").first.click()
    headed(shown, "What happened to NHS Nene CCG")
    addressed(shown, "/nhs/lineage?org=04G")
    assert {reply.headers["content-type"] for reply in fonts} == {"font/ttf"}
    picture = shown.request.get(tab.server + "/api/lineage/5PD.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert tab.faults == {}


def test_back_and_forward_go_through_views_and_pages(page):
    tab = page()
    shown = tab.open("/structure?on=1999-04-01")
    dated(shown, "01041999")
    type_day(tab, "01102006")
    addressed(shown, "/structure?on=2006-10-01")
    shown.get_by_role("link", name="What changed").click()
    headed(shown, "What changed")
    shown.get_by_role("link", name="Lineage", exact=True).click()
    headed(shown, TITLES["lineage"])
    shown.go_back()
    headed(shown, "What changed")
    shown.go_back()
    headed(shown, "Structure at a date")
    dated(shown, "01102006")
    shown.go_back()
    dated(shown, "01041999")
    shown.go_forward()
    dated(shown, "01102006")
    shown.go_forward()
    headed(shown, "What changed")
    assert tab.faults == {}


def test_dates_and_the_chosen_body_travel_through_the_menu(page):
    tab = page()
    shown = tab.open("/changes?from=2006-09-30&to=2006-10-01&org=08F")
    headed(shown, "What changed")
    for name in ("Structure at a date", "Counts ledger", "What changed"):
        shown.get_by_role("link", name=name, exact=True).click()
        headed(shown, name)
    addressed(shown, "/changes?from=2006-09-30&to=2006-10-01&org=08F")
    dated(shown, "30092006", "First day")


def test_a_link_inside_the_text_leads_on_without_loading_the_explorer_anew(page):
    tab = page()
    shown = tab.open("/lineage?org=5PD")
    headed(shown, TITLES["lineage"])
    shown.evaluate("window.sameDocument = true")
    shown.get_by_role("link", name="NHS Nene CCG").first.click()
    headed(shown, "What happened to NHS Nene CCG")
    addressed(shown, "/lineage?org=04G")
    assert shown.evaluate("window.sameDocument")
    shown.go_back()
    headed(shown, TITLES["lineage"])
    assert tab.faults == {}


def test_search_finds_a_closed_body_and_leads_to_its_lineage(page):
    tab = page()
    shown = tab.open("/structure?on=2006-10-01")
    dated(shown, "01102006")
    box = shown.get_by_role("searchbox", name="Search for a body")
    box.fill("5PD")
    box.press("Enter")
    found = shown.get_by_role("region", name="Search results")
    expect(found).to_contain_text("Northamptonshire (primary care trust, 2006–2013)")
    expect(found).to_contain_text("Closed on 31 March 2013. See NHS")
    found.get_by_role("link").first.click()
    headed(shown, TITLES["lineage"])
    addressed(shown, "/lineage?on=2006-10-01")


def test_a_misspelt_name_is_offered_and_not_chosen(page):
    shown = page().open("/?find=Nothamptonshire")
    found = shown.get_by_role("region", name="Search results")
    expect(found).to_contain_text("No exact match. Near to “Nothamptonshire”")
    expect(found).to_contain_text("Northamptonshire")


def test_what_a_link_asks_for_in_vain_is_said(page):
    shown = page().open("/lineage?org=NOPE&back=banana")
    expect(shown.locator("[data-testid=stAlert]")).to_have_text(
        [
            "The link asked for back=banana, which cannot be read; it was left out.",
            "The link asked for org=NOPE, which this edition does not have; it was left out.",
        ]
    )


def test_the_link_to_a_view_is_copied_without_what_the_page_does_not_use(page):
    tab = page()
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown = tab.open("/structure?on=2006-10-01&org=08F")
    shown.get_by_role("button", name="Copy link to this view").click()
    expect(shown.get_by_text("Link copied.")).to_be_visible()
    copied = shown.evaluate("navigator.clipboard.readText()")
    assert copied == f"{tab.server}/structure?on=2006-10-01"


def test_markup_in_a_search_is_only_words(page):
    tab = page()
    shown = tab.open("/?find=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+**bold**")
    expect(shown.locator(".st-key-found")).to_have_text(
        "Nothing in this edition fits “<img src=x onerror=alert(1)> **bold**”."
    )
    assert tab.faults == {}


def test_a_body_picked_in_a_drawing_leads_to_its_lineage(page):
    tab = page()
    shown = tab.open("/lineage?org=5PD")
    headed(shown, TITLES["lineage"])
    drawing = shown.locator(".js-plotly-plot")
    expect(drawing.locator("text=Nene").first).to_be_visible()
    drawing.locator("text=Nene").first.scroll_into_view_if_needed()
    spot = drawing.locator("text=Nene").first.bounding_box()
    shown.mouse.click(spot["x"] + spot["width"] / 2, spot["y"] + spot["height"] / 2)
    headed(shown, "What happened to NHS Nene CCG")
    shown.go_back()
    headed(shown, TITLES["lineage"])
    assert tab.faults == {}


def test_a_row_marked_in_a_table_leads_to_its_lineage(page):
    tab = page()
    shown = tab.open("/structure?on=2026-07-02&kind=integrated_care_board&region=London")
    headed(shown, "Structure at a date")
    shown.get_by_role("tab", name="Bodies").click()
    expect(shown.get_by_text("Mark a row to").first).to_be_visible()
    grid = shown.locator("[data-testid=stDataFrame]").first.bounding_box()
    shown.mouse.click(grid["x"] + 15, grid["y"] + 52)  # the box before the first row
    headed(shown, "What happened to NHS North East London ICB")
    shown.go_back()
    headed(shown, "Structure at a date")
    assert tab.faults == {}


def test_on_a_phone_the_menu_opens_by_keyboard_and_leads_on(page):
    tab = page(size=(390, 844))
    shown = tab.open("/plans?org=08F")
    menu = shown.locator("summary", has_text="Menu: Plans and outcomes")
    expect(shown.get_by_role("link", name="Money", exact=True)).to_have_count(0)
    menu.focus()
    shown.keyboard.press("Enter")
    shown.get_by_role("link", name="Money", exact=True).click()
    headed(shown, "Money")
    addressed(shown, "/money?org=08F")
    expect(shown.locator("summary", has_text="Menu: Money")).to_be_visible()
    assert tab.faults == {}


@pytest.mark.parametrize("name", ["lineage", "plans", "glossary", "record"])
def test_nothing_at_the_head_of_a_page_scrolls_sideways_on_a_narrow_screen(page, name):
    shown = page(size=(320, 700)).open(PATHS[name])
    headed(shown, TITLES[name])
    wide = shown.locator(".st-key-header").evaluate(
        "head => [...head.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).overflowX !== 'visible' && e.tagName !== 'INPUT').length"
    )
    assert wide == 0
