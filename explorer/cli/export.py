"""The verb `export`: a view as one file, written whole or not at all."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from explorer.cli.answer import Answer
from explorer.cli.work import Work
from explorer.cli.works import WORKS
from explorer.errors import ExplorerError
from explorer.export.data import data, dictionary, formats
from explorer.export.files import write_file
from explorer.export.formats import UnknownFormat
from explorer.export.picture import WRITERS, Wish, picture
from explorer.export.sizes import size_of
from explorer.model import Registry
from explorer.sheets.columns import column
from explorer.sheets.sheet import sheet


class NoFile(ExplorerError):
    """An export without the name of a file."""

    def __init__(self) -> None:
        super().__init__("Name the file to write, for instance --out lineage.svg")


def export(registry: Registry, asked: Namespace) -> Answer:
    """Write the file, and say what was written."""
    if not asked.out:
        raise NoFile
    size_of(asked.size)
    path = Path(asked.out)
    work = WORKS[asked.view_name](registry, asked)
    written = tuple(_files(work, path, asked))
    for file, content in written:
        write_file(file, content)
    columns = (column("file", "File", "text"), column("bytes", "Bytes", "number"))
    rows = tuple((str(file), len(content)) for file, content in written)
    said = tuple(f"Wrote {file} ({number:,} bytes)." for file, number in rows)
    return Answer(sheet(columns, rows), before=said, shown=None)


def _files(work: Work, path: Path, asked: Namespace) -> Iterator[tuple[Path, bytes]]:
    """The file asked for first; after a CSV its dictionary, to lie beside it."""
    ending = path.suffix.removeprefix(".").lower()
    drawn = WRITERS if work.view else ()
    held = formats(work.extract) if work.extract else ()
    if ending in work.others:
        yield path, work.others[ending]()
    elif ending in drawn:
        yield path, picture(work.view, ending, _wish(asked))
    elif ending in held:
        yield path, data(work.extract, ending, base=asked.base)
        if ending == "csv":
            yield path.with_suffix(".datapackage.json"), dictionary(work.extract, path.name)
    else:
        raise UnknownFormat(ending, dict.fromkeys((*drawn, *held, *work.others)))


def _wish(asked: Namespace) -> Wish:
    return Wish(
        size=asked.size,
        grey=asked.grey,
        headline=asked.headline,
        standfirst=asked.standfirst,
        note=asked.note,
        address=asked.address,
    )
