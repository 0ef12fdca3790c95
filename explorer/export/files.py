"""Files: their names, and writing them whole or not at all."""

from __future__ import annotations

import io
import os
import re
import tempfile
import unicodedata
import zipfile
from collections.abc import Iterable
from pathlib import Path

from explorer.errors import ExplorerError
from explorer.model import Edition

LONGEST = 120  # characters of a file name without its ending

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold


class NotWritten(ExplorerError):
    """A file that could not be written; nothing was left behind."""


def write_file(path: Path, content: bytes) -> None:
    """Put `content` at `path`, whole or not at all: an older file stays until the new one is done.

    Raises NotWritten.
    """
    try:
        handle, spare = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}-")
    except OSError as error:
        raise NotWritten(f"{path} cannot be written: {_why(error)}.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(spare, 0o666 & ~_umask())
        os.replace(spare, path)
    except OSError as error:
        Path(spare).unlink(missing_ok=True)
        raise NotWritten(f"{path} cannot be written: {_why(error)}.") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _why(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "its folder does not exist"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    return (error.strerror or str(error)).lower()


def file_name(what: str, when: str, edition: Edition, suffix: str) -> str:
    """`lineage-5PD-1999-2026-edition-1.0.0.svg`: what, when and edition, in letters that every
    system takes."""
    parts = (what, when, f"edition-{edition.version}")
    stem = "-".join(filter(None, map(plain, parts)))
    return f"{stem[:LONGEST].rstrip('-.')}.{suffix}"


def plain(text: str) -> str:
    """Letters, digits, points and hyphens only."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._]+", "-", ascii_only).strip("-.")


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip of files in the order given; the same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in files:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every system
            archive.writestr(entry, content)
    return packed.getvalue()


def repacked(archive: bytes) -> bytes:
    """A zip without the hour at which it was made."""
    with zipfile.ZipFile(io.BytesIO(archive)) as old:
        return zipped((entry.filename, old.read(entry)) for entry in old.infolist())
