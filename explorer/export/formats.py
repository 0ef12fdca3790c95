"""The formats of exports by the ending of their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from explorer.errors import ExplorerError

PICTURE, DATA = "picture", "data"
ROOT = "/api"  # the app serves files in these formats at addresses below it


class UnknownFormat(ExplorerError):
    """An ending that no writer knows."""

    def __init__(self, asked: str, known: Iterable[str]) -> None:
        what = f"Unknown format '{asked}'" if asked else "A file name without an ending"
        super().__init__(f"{what}. Known formats: {', '.join(known)}.")


@dataclass(frozen=True, slots=True)
class Format:
    """`sort` is PICTURE for what a Scene can be written as, DATA for rows and graphs."""

    suffix: str
    name: str
    mime: str
    sort: str


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        entry.suffix: entry
        for entry in (
            Format("svg", "SVG", "image/svg+xml", PICTURE),
            Format("pdf", "PDF", "application/pdf", PICTURE),
            Format("png", "PNG", "image/png", PICTURE),
            Format(
                "pptx",
                "PowerPoint",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                PICTURE,
            ),
            Format("html", "Web page in one file", "text/html", PICTURE),
            Format("gif", "Animation", "image/gif", PICTURE),
            Format("csv", "CSV", "text/csv", DATA),
            Format("json", "JSON", "application/json", DATA),
            Format("parquet", "Parquet", "application/vnd.apache.parquet", DATA),
            Format("gexf", "GEXF", "application/gexf+xml", DATA),
            Format("graphml", "GraphML", "application/graphml+xml", DATA),
            Format("jsonld", "JSON-LD", "application/ld+json", DATA),
            Format("ttl", "Turtle", "text/turtle", DATA),
            Format("zip", "Zip", "application/zip", DATA),
        )
    }
)


def format_of(ending: str, among: Iterable[str] = tuple(FORMATS)) -> Format:
    """The format of an ending, with or without its dot. Raises UnknownFormat."""
    known, suffix = tuple(among), ending.removeprefix(".").lower()
    if suffix not in known:
        raise UnknownFormat(suffix, known)
    return FORMATS[suffix]
