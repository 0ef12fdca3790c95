"""Fixtures for tests in a real browser. Every test in this folder is marked `browser`."""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

NO_CHROMIUM = (
    "no Chromium found: browser tests are skipped (install Debian's chromium, or set CHROMIUM)"
)
ARGUMENTS = [
    "--no-sandbox",  # Chromium refuses to run as root with its sandbox
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# On every address but "/" Streamlit first looks for its own endpoints below the page's path.
HARMLESS = re.compile(r"/[^?]+/_stcore/(health|host-config)(\?|$)")
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
EASED = "body[data-eased]"  # the page's own script listens; until then a link loads anew


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def _chromium() -> str | None:
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


@dataclass
class Tab:
    """One browser tab on one server, and what went wrong or went out while it was open."""

    page: Page
    server: str
    console_errors: list[str] = field(default_factory=list)
    page_errors: list[str] = field(default_factory=list)
    external_requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.page_errors.append(str(error)))
        self.page.on("request", lambda request: self._on_request(request.url))
        self.page.on("websocket", lambda socket: self._on_request(socket.url))

    def _on_console(self, message: ConsoleMessage) -> None:
        address = message.location.get("url", "")
        if message.type == "error" and not HARMLESS.search(urlsplit(address).path):
            self.console_errors.append(f"{message.text} ({address})")

    def _on_request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "127.0.0.1":
            self.external_requests.append(url)

    def open(self, path: str = "/") -> Page:
        """The page at `path`, once its script has run to the end."""
        self.page.goto(self.server + path)
        return self.settle()

    def settle(self) -> Page:
        """The page once its script has run to the end, after a click for example."""
        self.page.wait_for_timeout(150)  # a click takes a moment to start the script
        self.page.wait_for_selector(READY)
        self.page.wait_for_selector(EASED, state="attached")
        return self.page

    @property
    def faults(self) -> dict[str, list[str]]:
        """What should be empty, where it is not."""
        shown = {
            "exceptions on the page": self.page.get_by_test_id("stException"),
            "page not found": self.page.get_by_role("dialog").filter(has_text="Page not found"),
        }
        found = {
            "console errors": self.console_errors,
            "page errors": self.page_errors,
            "external requests": self.external_requests,
            **{name: locator.all_inner_texts() for name, locator in shown.items()},
        }
        return {name: texts for name, texts in found.items() if texts}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = _chromium()
    if chromium is None:
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail("no Chromium found, and BROWSER_TESTS=required")
        pytest.skip(NO_CHROMIUM)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Tab]]:
    """Opens tabs: `page(size=(390, 844), scheme="dark").open("/changes")`.

    The server is `app_server` unless `server=` names another, such as one of `fresh_server`.
    """
    contexts = []

    def new(
        *,
        size: tuple[int, int] = (1280, 900),
        scheme: str = "light",
        server: str | None = None,
    ) -> Tab:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(30_000)
        contexts.append(context)
        return Tab(context.new_page(), server or request.getfixturevalue("app_server"))

    yield new
    for context in contexts:
        context.close()
