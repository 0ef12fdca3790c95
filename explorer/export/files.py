"""Files: their names, and writing them whole or not at all."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from pathlib import Path

from explorer.errors import ExplorerError
from explorer.model import Edition

LONGEST = 120  # characters of a file name without its ending


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
    stem = "-".join(filter(None, map(_plain, parts)))
    return f"{stem[:LONGEST].rstrip('-.')}.{suffix}"


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9._]+", "-", ascii_only).strip("-.")
