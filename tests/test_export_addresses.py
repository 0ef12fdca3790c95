"""Permanent addresses: what they ask for, what they answer, and what they refuse."""

import json
import xml.etree.ElementTree as ET
from contextlib import closing
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from explorer.errors import ExplorerError
from explorer.export.addresses import PATHS, USED, address, embed_code
from explorer.export.asking import NoSuchAddress, answer, read_address
from explorer.export.drawings import DRAWINGS, UnknownDrawing, drawing_of, view_of
from explorer.export.formats import ROOT
from explorer.export.picture import WRITERS, Wish, picture
from explorer.export.pins import OtherEdition
from explorer.export.sizes import UnknownSize
from explorer.export.svg import svg
from explorer.export.views import lineage
from explorer.letters.file import letter_file
from explorer.ui import show, state
from explorer.view import SETTINGS, ViewState
from tests.pictures import record
from tests.test_pages import opened

VIEW = ViewState(
    day=date(1999, 4, 1),
    start=date(2006, 9, 30),
    end=date(2006, 10, 1),
    org="08F",
    back=1,
    when="2013-04-01",
    first_year=1990,
)


def read(path, **query):
    return read_address(path, query, record())


def refused(path, **query):
    with pytest.raises(ExplorerError) as error:
        read(path, **query)
    return str(error.value)


# reading --------------------------------------------------------------------------------------


def test_the_main_settings_of_a_drawing_stand_in_its_path():
    asked = read("changes/2013-03-31/2013-04-01.svg")
    assert (asked.drawing, asked.suffix) == ("changes", "svg")
    assert (asked.view.start, asked.view.end) == (date(2013, 3, 31), date(2013, 4, 1))
    assert read("lineage/08F.png").view.org == "08F"


def test_further_settings_and_wishes_follow_the_question_mark():
    asked = read("lineage/08F.png", back="1", size="print", ink="grey")
    assert (asked.view.back, asked.wish) == (1, Wish(size="print", grey=True))


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_an_address_that_was_written_is_read_as_the_same_view(drawing):
    parts = urlsplit(address(drawing, VIEW, "svg", Wish(size="print", grey=True)))
    query = dict(pair.split("=") for pair in parts.query.split("&") if pair)
    asked = read(parts.path.removeprefix(f"{ROOT}/"), **query)
    for name in (*PATHS.get(drawing, ()), *USED.get(drawing, ())):
        assert getattr(asked.view, name) == getattr(VIEW, name), name
    assert asked.wish == Wish(size="print", grey=True)
    assert not asked.pinned


def test_every_setting_of_an_address_exists():
    for names in (*PATHS.values(), *USED.values()):
        assert set(names) <= set(SETTINGS)


def test_a_pinned_address_names_its_edition():
    edition = record().edition
    pinned = address("lineage", VIEW, "svg", edition=edition)
    short = edition.digest[:12]
    assert pinned == f"/api/v{edition.version}-{short}/lineage/08F.svg?back=1"
    path = urlsplit(pinned).path.removeprefix(f"{ROOT}/")
    assert read(path, back="1").pinned
    assert read(f"v{edition.version}/lineage/08F.svg").pinned


def test_a_pinned_address_of_another_edition_is_refused_by_name():
    edition = record().edition
    for pin in ("0.9.0", f"{edition.version}-{'0' * 12}"):
        with pytest.raises(OtherEdition) as error:
            read(f"v{pin}/lineage/08F.svg")
        assert str(error.value) == (
            f"This address is pinned to edition {pin}, which this server does not keep. It has "
            f"edition {edition.version} ({edition.digest[:12]}) and shows no other in place of the "
            f"one asked for. The same address without '/v{pin}' shows what this edition knows."
        )


def test_what_is_not_there_is_refused_in_words_that_help():
    assert refused("lineage/08F") == (
        "An address ends in a format, for example /api/lineage/5PD.svg"
    )
    assert refused("lineage/NOPE.svg") == (
        "The link asked for org=NOPE, which this edition does not have."
    )
    assert refused("structure/2013-4-1.svg") == (
        "The link asked for on=2013-4-1, which cannot be read."
    )
    assert refused("lineage/08F.svg", bogus="1") == (
        "'bogus' is no setting here. There are: org, back, forward, line, parts, size, ink, sheet."
    )
    assert refused("lineage/08F.exe").startswith("There is no format 'exe' here. There are: svg,")
    assert refused("nothing.svg").startswith("There is no drawing 'nothing'. There are: structure,")
    assert refused("changes/2013-04-01.svg") == (
        "An address of this drawing has the form /api/changes/FROM/TO.svg"
    )
    assert refused("poster/a0.pdf") == (
        "There are two posters: /api/poster/a1.pdf and /api/poster/a3.pdf"
    )
    assert refused("lineage/08F.svg", ink="red") == "The setting 'ink' is 'colour' or 'grey'."
    with pytest.raises(UnknownSize):
        read("lineage/08F.svg", size="huge")
    with pytest.raises(UnknownDrawing):
        view_of("nothing", record(), VIEW)


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "..%2f..%2fetc/passwd.svg", "lineage/../../x.svg", "/.svg", ".svg", "",
     "lineage/08F.svg/..", "lineage//08F.svg", "v1.0.0", "x" * 900 + ".svg",
     "lineage/<script>.svg", "lineage/\x00.svg"],
)  # fmt: skip
def test_an_address_never_leads_to_a_file_of_the_machine(path):
    assert len(refused(path)) < 300


def test_an_address_puts_no_words_of_a_stranger_into_a_picture():
    assert refused("lineage/08F.svg", headline="Anything").startswith(
        "'headline' is no setting here."
    )


def test_a_drawing_refuses_the_settings_of_another():
    assert refused("structure/2013-04-01.svg", show="icicle").startswith("'show' is no setting")


# answering ------------------------------------------------------------------------------------


@pytest.mark.parametrize("suffix", WRITERS)
def test_an_address_answers_with_the_picture_of_the_page(suffix):
    made = answer(record(), read(f"lineage/08F.{suffix}"))
    assert made.content == picture(lineage(record(), "08F"), suffix)
    assert made.file_name == f"lineage-08F-edition-{record().edition.version}.{suffix}"


def test_an_address_answers_with_the_tables_of_the_page():
    sheets = lineage(record(), "08F").sheets
    assert answer(record(), read("lineage/08F.csv")).content == sheets["bodies"].csv.encode()
    found = json.loads(answer(record(), read("lineage/08F.json", sheet="changes")).content)
    assert found["rows"] == sheets["changes"].records
    assert (found["edition"], found["as_known_on"]) == (record().edition.version, "2026-07-02")
    with pytest.raises(NoSuchAddress, match=r"^There is no table 'x' here\. There are: bodies, ch"):
        answer(record(), read("lineage/08F.csv", sheet="x"))


def test_an_address_answers_with_the_letter_about_a_body():
    made = answer(record(), read("record/08F.pdf"))
    assert (made.content, made.mime) == (letter_file(record(), "08F"), "application/pdf")


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_every_drawing_answers_under_its_address(drawing):
    path = urlsplit(address(drawing, replace(VIEW, first_year=None, back=None), "svg")).path
    made = answer(record(), read(path.removeprefix(f"{ROOT}/")))
    assert ET.fromstring(made.content).tag.endswith("svg")


@pytest.mark.parametrize(
    ("page", "params"),
    [
        ("structure", {"on": "1999-04-01"}),
        ("structure", {"on": "2014-01-01", "region": "London", "relation": "reports_to"}),
        ("structure", {"show": "icicle", "on": "2014-01-01", "relation": "reports_to"}),
        ("structure", {"show": "icicle", "on": "2014-01-01", "under": "Q44"}),
        ("structure", {"show": "dates"}),
        ("structure", {"show": "dates", "days": "2014-01-01,1975-01-01", "region": "London"}),
        ("changes", {"from": "2006-09-30", "to": "2006-10-01", "region": "East Midlands"}),
        ("changes", {"from": "2013-04-01", "to": "2013-03-31", "kind": "care_trust"}),
        ("lineage", {"org": "08F", "back": "1", "line": "commissioner"}),
        ("timeline", {"first": "1990", "reform": "reform-2013-hsca"}),
        ("timeline", {"first": "2013", "last": "1990"}),
        ("timeline", {"kind": "care_trust"}),
        ("timeline", {"region": "London", "last": "2005"}),
        ("functions", {"first": "1948", "last": "2010"}),
        ("functions", {"show": "function", "function": "public-health"}),
        ("functions", {"show": "function", "first": "2005", "last": "2001"}),
        ("functions", {"show": "holder"}),
        ("functions", {"show": "holder", "kind": "primary_care_trust", "on": "2005-01-01"}),
        ("functions", {"show": "handovers", "when": "2013-04-01"}),
        ("plans", {}),
        ("plans", {"show": "all"}),
        ("plans", {"show": "pending"}),
        ("plans", {"milestone": record().plans[0].milestone_id}),
        ("place", {"place": "Leeds"}),
        ("money", {}),
        ("money", {"subject": record().budgets[0].subject_id}),
        ("cycle", {"on": "2005-01-01"}),
    ],
)  # fmt: skip
def test_an_address_shows_what_its_page_shows(monkeypatch, page, params):
    shown = []

    def drawing(page, draw, **tables):
        view = state.view()
        shown.append(address(drawing_of(page, view), view, "svg"))
        shown.append(svg(draw(width=1200, theme="light")))
        shown.append({name: make().csv for name, make in tables.items()})

    monkeypatch.setattr(show, "drawing", drawing)
    opened(page, **params)
    where, picture_of_page, tables_of_page = shown
    parts = urlsplit(where)
    asked = read(unquote(parts.path).removeprefix(f"{ROOT}/"), **dict(parse_qsl(parts.query)))
    found = view_of(asked.drawing, record(), asked.view)
    assert svg(found.draw(width=1200, theme="light")) == picture_of_page
    assert {name: sheet.csv for name, sheet in found.sheets.items()} == tables_of_page


def test_the_words_for_a_picture_of_a_place_name_the_place():
    drawn = view_of("place", record(), ViewState(place="Leeds")).draw(width=1200, theme="light")
    assert drawn.alt.startswith("Life bars: Who commissioned NHS care for Leeds, 1974 to 2026: 1 ")
    assert len(drawn.alt) <= 250


def test_embed_code_shows_the_picture_with_its_words_and_leads_to_the_view():
    code = embed_code("https://x.org/a.svg?b=1&c=2", "https://x.org/v", 'Say "hi" & <go>', "Source")

    found = {}
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attributes: found.update({tag: dict(attributes)})
    reader.feed(code)
    assert found["img"]["src"] == "https://x.org/a.svg?b=1&c=2"
    assert found["img"]["alt"] == 'Say "hi" & <go>'
    assert found["a"]["href"] == "https://x.org/v"
    assert "<script" not in code


# served by the app itself ---------------------------------------------------------------------


def fetch(server, path, **headers):
    parts = urlsplit(server)
    with closing(HTTPConnection(parts.hostname, parts.port, timeout=60)) as connection:
        connection.request("GET", path, headers=headers)
        reply = connection.getresponse()
        return reply.status, {k.lower(): v for k, v in reply.getheaders()}, reply.read()


def test_the_app_serves_a_living_picture_that_may_be_kept_for_an_hour(app_server):
    status, headers, content = fetch(app_server, "/api/lineage/08F.svg")
    assert (status, content) == (200, picture(lineage(record(), "08F"), "svg"))
    assert headers["content-type"] == "image/svg+xml; charset=utf-8"
    assert headers["cache-control"] == "public, max-age=3600"
    assert headers["access-control-allow-origin"] == "*"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    edition = record().edition.version
    assert headers["content-disposition"] == f'inline; filename="lineage-08F-edition-{edition}.svg"'


def test_a_pinned_picture_is_the_same_and_may_be_kept_for_ever(app_server):
    edition = record().edition
    pin = f"v{edition.version}-{edition.digest[:12]}"
    status, headers, content = fetch(app_server, f"/api/{pin}/lineage/08F.svg")
    assert (status, content) == (200, fetch(app_server, "/api/lineage/08F.svg")[2])
    assert headers["cache-control"] == "public, max-age=31536000, immutable"


def test_a_picture_that_has_not_changed_is_not_sent_again(app_server):
    _, headers, _ = fetch(app_server, "/api/lineage/08F.csv")
    status, again, content = fetch(
        app_server, "/api/lineage/08F.csv", **{"If-None-Match": headers["etag"]}
    )
    assert (status, content, again["etag"]) == (304, b"", headers["etag"])


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/api/lineage/NOPE.svg", 404, "org=NOPE, which this edition does not have"),
        ("/api/v0.1.0/lineage/08F.svg", 410, "pinned to edition 0.1.0"),
        ("/api/lineage/QHM.png?size=square", 400, "too large for the size 'square'"),
        ("/api/lineage/08F.svg?kind=" + "x" * 1200, 404, "at most 1000 characters"),
        ("/api/lineage/%3Cscript%3E.svg", 404, "<script>"),
    ],
)
def test_the_app_says_in_plain_words_what_it_cannot_serve(app_server, path, status, words):
    got, headers, content = fetch(app_server, path)
    assert (got, headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert words in content.decode()
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/api/../app.py", "/api/%2e%2e/app.py.svg", "/api/..%2fapp.py"])
def test_no_address_climbs_out(app_server, path):
    status, _, content = fetch(app_server, path)
    assert status in (400, 404)
    assert b"streamlit" not in content.lower()
