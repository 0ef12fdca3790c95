"""A file is written whole or not at all, and its name says what, when and which edition."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from explorer.export.files import NotWritten, file_name, repacked, write_file, zipped
from explorer.export.formats import UnknownFormat, format_of
from tests.pictures import record


def test_an_older_file_is_replaced_only_by_a_whole_new_one(tmp_path):
    path = tmp_path / "a.svg"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "a.svg"
    path.write_bytes(b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(NotWritten) as error:
        write_file(path, b"new")
    assert str(error.value) == f"{path} cannot be written: no space left on device."
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "nowhere" / "a.svg"
    with pytest.raises(NotWritten) as error:
        write_file(path, b"new")
    assert str(error.value) == f"{path} cannot be written: its folder does not exist."


def test_a_folder_is_not_overwritten(tmp_path):
    with pytest.raises(NotWritten) as error:
        write_file(tmp_path, b"new")
    assert str(error.value) == f"{tmp_path} cannot be written: it is a folder."
    assert not [p for p in tmp_path.parent.iterdir() if p.name.startswith(f".{tmp_path.name}-")]


def test_a_written_file_can_be_read_by_those_whom_the_system_allows(tmp_path):
    path = tmp_path / "a.svg"
    write_file(path, b"one")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_the_name_of_a_file_says_what_when_and_which_edition():
    edition = record().edition
    assert file_name("structure", "2013-04-01", edition, "svg") == (
        f"structure-2013-04-01-edition-{edition.version}.svg"
    )
    assert file_name("lineage-5PD", "", edition, "pdf") == (
        f"lineage-5PD-edition-{edition.version}.pdf"
    )


def test_a_zip_of_the_same_files_has_the_same_bytes_in_the_same_order():
    files = [("b.txt", b"two"), ("a.txt", b"one")]
    packed = zipped(files)
    assert packed == zipped(files)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.namelist() == ["b.txt", "a.txt"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert repacked(packed) == packed


def test_a_format_is_found_by_its_ending_or_refused():
    assert format_of("SVG") is format_of(".svg")
    with pytest.raises(UnknownFormat, match=r"^Unknown format 'exe'\. Known formats: svg, pdf,"):
        format_of(Path("a.exe").suffix)
    with pytest.raises(UnknownFormat, match=r"^A file name without an ending\. Known formats: "):
        format_of(Path("a").suffix)
