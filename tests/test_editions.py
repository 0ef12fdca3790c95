"""Earlier editions beside the record, and pinned addresses after it was corrected."""

import json
import shutil
from functools import partial
from pathlib import Path

import pytest
from starlette.requests import Request

from explorer.editions import kept
from explorer.errors import DataError
from explorer.load import load
from explorer.narrative.citation import DIGITS
from explorer.ui import files

TEMPLATE = Path(__file__).resolve().parent.parent / "datasets" / "template"
ASKED = ("structure/2013-04-01.svg", "structure/2013-04-01.csv", "structure/2013-04-01.pdf")


@pytest.fixture
def editions(tmp_path):
    """Two packages: the template, and a later edition in which a name is corrected."""
    first, second = tmp_path / "editions" / "first", tmp_path / "now"
    for folder in (first, second):
        shutil.copytree(TEMPLATE, folder)
    correct(second, version="1.0.1")
    return first, second


def correct(folder, *, version):
    for table in (folder / "names.csv", folder / "organisations.csv"):
        wrong = table.read_text("utf-8")
        table.write_text(
            wrong.replace("Example West Group", "Example West Group Put Right"), "utf-8"
        )
    descriptor = folder / "datapackage.json"
    about = json.loads(descriptor.read_text("utf-8")) | {"version": version}
    descriptor.write_text(json.dumps(about), "utf-8")


def test_an_edition_is_found_by_its_version_and_digest_whatever_its_folder_is_called(editions):
    first, _ = editions
    edition = load(first).edition
    find = partial(kept, folder=first.parent)
    assert find("1.0.0", edition.digest[:DIGITS]).edition == edition
    assert find("1.0.0").edition == edition
    assert find("1.0.1") is None
    assert find("1.0.0", "0" * DIGITS) is None
    assert kept("1.0.0", folder=first.parent / "nowhere") is None


def test_two_editions_of_one_version_are_told_apart_by_their_digests(editions):
    first, _ = editions
    other = first.parent / "another"
    shutil.copytree(TEMPLATE, other)
    correct(other, version="1.0.0")
    for folder in (first, other):
        edition = load(folder).edition
        assert kept("1.0.0", edition.digest, folder=first.parent).edition == edition


def test_what_is_no_package_is_passed_over_and_an_unsound_one_is_refused(editions):
    first, _ = editions
    for name, text in (("a", "{"), ("b", "[]"), ("c", "{}")):
        (first.parent / name).mkdir()
        (first.parent / name / "datapackage.json").write_text(text)
    assert kept("1.0.0", folder=first.parent) is not None
    (first / "names.csv").unlink()
    with pytest.raises(DataError):
        kept("1.0.0", folder=first.parent)


@pytest.fixture
def ask(monkeypatch):
    """The answer of the app to an address, while it has the record of `now` and keeps `older`."""

    def asking(path, now, older):
        monkeypatch.setattr(files, "registry", lambda: load(now))
        monkeypatch.setattr(files, "edition", partial(kept, folder=older))
        scope = {"type": "http", "method": "GET", "path": f"/api/{path}", "query_string": b"",
                 "headers": [], "server": ("localhost", 80), "scheme": "http",
                 "path_params": {"path": path}}  # fmt: skip
        return files.file(Request(scope))

    return asking


@pytest.mark.parametrize("path", ASKED)
def test_a_pinned_address_gives_the_same_bytes_after_the_record_is_corrected(editions, ask, path):
    first, second = editions
    edition = load(first).edition
    pinned = f"v{edition.version}-{edition.digest[:DIGITS]}/{path}"
    nothing = first.parent / "nothing"
    before = ask(pinned, now=first, older=nothing)
    after = ask(pinned, now=second, older=first.parent)
    assert (before.status_code, after.status_code) == (200, 200)
    assert before.body == after.body
    assert after.headers["etag"] == before.headers["etag"]
    assert after.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert "edition-1.0.0" in after.headers["content-disposition"]
    # and the living address has moved on
    assert ask(path, now=second, older=first.parent).body != before.body


def test_an_edition_that_is_not_kept_is_gone_and_no_other_stands_in_its_place(editions, ask):
    first, second = editions
    edition, current = load(first).edition, load(second).edition
    pin = f"1.0.0-{edition.digest[:DIGITS]}"
    answer = ask(f"v{pin}/structure/2013-04-01.svg", now=second, older=first.parent / "nothing")
    assert answer.status_code == 410
    assert answer.body.decode() == (
        f"This address is pinned to edition {pin}, which this server does not keep. It has edition "
        f"1.0.1 ({current.digest[:DIGITS]}) and shows no other in place of the one asked for. The "
        f"same address without '/v{pin}' shows what this edition knows.\n"
    )
