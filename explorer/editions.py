"""Earlier editions of the record, each a whole package kept in a folder beside the current one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from explorer.load import DEFAULT_FOLDER, DESCRIPTOR, load
from explorer.model import Registry

FOLDER = DEFAULT_FOLDER.parent / "editions"


def kept(
    version: str,
    digest: str = "",
    *,
    folder: Path = FOLDER,
    read: Callable[[Path], Registry] = load,
) -> Registry | None:
    """The edition of that version whose digest begins so; None where `folder` does not hold it.

    The names of the folders in it do not matter. `read` loads one of them. Raises DataError for an
    edition that is unsound.
    """
    for package in _packages(folder, version):
        found = read(package)
        if found.edition.digest.startswith(digest):
            return found
    return None


def _packages(folder: Path, version: str) -> Iterator[Path]:
    for descriptor in sorted(folder.glob(f"*/{DESCRIPTOR}")):
        try:
            about = json.loads(descriptor.read_text("utf-8-sig"))
        except ValueError:  # neither JSON nor UTF-8: no edition that anything could be pinned to
            continue
        if isinstance(about, dict) and about.get("version") == version:
            yield descriptor.parent
