"""Accessibility of every page: WCAG 2.2 A and AA by axe, widths, and the keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from explorer.view import PAGES

SIZES = {"screen": (1280, 720), "phone": (390, 844)}
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    }
}
PATHS = {page: "/" if page == "start" else f"/{page}" for page in PAGES}


DRAWN = (
    *("start", "timeline", "structure", "changes", "lineage"),
    *("functions", "plans", "place", "money"),
)
MODES = (
    "/timeline?kind=clinical_commissioning_group&reform=act-2012-hsc",
    "/structure?show=icicle&relation=reports_to",
    "/structure?show=dates",
    "/functions?show=function",
    "/functions?show=holder",
    "/functions?show=handovers",
    "/plans?show=pending",
)
expect.set_options(timeout=60_000)


def drawn(tab, name):
    """The page, complete to the foot, its drawing painted."""
    shown = tab.open(PATHS[name])
    if name == "present":  # nothing but the step is on show: its links come last
        expect(shown.get_by_role("navigation", name="Steps")).to_be_visible()
    else:
        expect(shown.locator("footer.inside")).to_be_visible()
    if name in DRAWN:
        expect(shown.locator("svg.main-svg").first).to_be_visible()
    shown.wait_for_timeout(300)  # fonts and tables settle
    return shown


def faults(shown):
    found = Axe().run(shown, options=RULES).response["violations"]
    return {
        rule["id"]: [(node["target"], node["failureSummary"]) for node in rule["nodes"]]
        for rule in found
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("name", sorted(PATHS))
def test_a_page_breaks_no_rule_of_wcag(page, name, size, scheme):
    tab = page(size=SIZES[size], scheme=scheme)
    shown = drawn(tab, name)
    assert faults(shown) == {}
    assert tab.faults == {}


@pytest.mark.parametrize("size", sorted(SIZES))
@pytest.mark.parametrize("path", MODES)
def test_no_way_to_look_breaks_a_rule_of_wcag(page, path, size):
    tab = page(size=SIZES[size])
    shown = tab.open(path)
    expect(shown.locator("footer.inside")).to_be_visible()
    expect(shown.locator("svg.main-svg").first).to_be_visible()
    shown.wait_for_timeout(300)
    assert faults(shown) == {}
    assert tab.faults == {}


def test_search_results_break_no_rule_of_wcag(page):
    shown = page().open("/?find=Northampton&org=NOPE")
    expect(shown.locator("footer.inside")).to_be_visible()
    assert faults(shown) == {}


@pytest.mark.parametrize("width", [320, 390, 640])
@pytest.mark.parametrize("name", sorted(PATHS))
def test_nothing_but_a_drawing_or_a_table_scrolls_sideways(page, name, width):
    shown = drawn(page(size=(width, 844)), name)
    main = shown.locator("[data-testid=stMain]")
    assert main.evaluate("box => box.scrollWidth - box.clientWidth") <= 0


def test_the_first_tab_stops_are_title_search_and_menu(page):
    shown = drawn(page(), "structure")
    shown.locator("body").focus()
    stops = []
    for _ in range(12):
        shown.keyboard.press("Tab")
        stops.append(
            shown.evaluate(
                "document.activeElement.innerText || document.activeElement.ariaLabel || ''"
            )
        )
    wanted = ["NHS Commissioning Lineage Explorer", "Start", "Structure at a date", "What changed"]
    places = [stops.index(name) for name in wanted]
    assert places == sorted(places)
