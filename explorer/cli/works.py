"""What the verb `export` can put into a file: for each view its drawing, its data and the rest."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from explorer.cli.answer import together
from explorer.cli.drawn import drawn_work
from explorer.cli.drawn_parser import DRAWN
from explorer.cli.reading import body_in, day_in, kind_in, region_in
from explorer.cli.work import Work
from explorer.crosswalk import crosswalk
from explorer.diff import diff
from explorer.errors import DateError
from explorer.export import bundle, cite, extract, views
from explorer.export.animation import animated_change
from explorer.letters import file as letters
from explorer.letters.file import letter_file, letters_zip
from explorer.lineage import lineage
from explorer.model import Registry
from explorer.narrative.citation import bibtex
from explorer.paths.breaks import check_line
from explorer.poster import poster
from explorer.timeline import timeline


def lineage_work(registry: Registry, asked: Namespace) -> Work:
    body, *_ = together(
        lambda: body_in(registry, asked.body),
        *(partial(check_line, registry, line) for line in asked.line or ()),
    )
    chosen = {
        "back": asked.back,
        "forward": asked.forward,
        "lines": tuple(asked.line or ()) or None,
    }
    return Work(
        views.lineage(registry, body.id, **chosen),
        extract.of_lineage(lineage(registry, body.id, **chosen), address=asked.address),
    )


def changes_work(registry: Registry, asked: Namespace) -> Work:
    start, end, kind, _ = together(
        lambda: day_in(registry, asked.start),
        lambda: day_in(registry, asked.end),
        lambda: kind_in(registry, asked.kind),
        lambda: asked.region and region_in(registry, asked.region),
    )
    return Work(
        views.changes(registry, start, end, kind=kind, region=asked.region),
        extract.of_diff(
            diff(registry, start, end, kind=kind, region=asked.region), address=asked.address
        ),
        {
            "gif": lambda: animated_change(
                registry, min(start, end), max(start, end), "gif", kind=kind, grey=asked.grey
            )
        },
    )


def timeline_work(registry: Registry, asked: Namespace) -> Work:
    found = timeline(registry)
    earliest, latest = registry.edition.first_day.year, registry.edition.last_day.year
    first = earliest if asked.first_year is None else asked.first_year
    last = latest if asked.last_year is None else asked.last_year
    if not earliest <= first <= last <= latest:
        raise DateError(
            f"A timeline cannot run from {first} to {last}: choose years from {earliest} to "
            f"{latest}, the earlier one first."
        )
    return Work(
        views.timeline(registry, first, last),
        extract.of_timeline(found, first, last, address=asked.address),
    )


def crosswalk_work(registry: Registry, asked: Namespace) -> Work:
    start, end, kind, to_kind, _ = together(
        lambda: day_in(registry, asked.start),
        lambda: day_in(registry, asked.end),
        lambda: kind_in(registry, asked.kind),
        lambda: kind_in(registry, asked.to_kind),
        lambda: asked.line and check_line(registry, asked.line),
    )
    found = crosswalk(
        registry, start, end, kind=kind, to_kind=to_kind, line=asked.line, basis=asked.basis
    )
    return Work(extract=extract.of_crosswalk(found, address=asked.address))


def record_work(registry: Registry, asked: Namespace) -> Work:
    body = body_in(registry, asked.body)
    letter = partial(letter_file, registry, body.id, grey=asked.grey, address=asked.address)
    return Work(
        extract=extract.of_body(registry, body.id, address=asked.address),
        others={ending: partial(letter, ending) for ending in letters.ENDINGS},
    )


def letters_work(registry: Registry, asked: Namespace) -> Work:
    kind = kind_in(registry, asked.kind)
    return Work(others={"zip": partial(letters_zip, registry, kind, asked.letters)})


def poster_work(registry: Registry, asked: Namespace) -> Work:
    return Work(
        others={
            ending: partial(poster.poster, registry, asked.paper, ending, grey=asked.grey)
            for ending in poster.ENDINGS
        }
    )


def package_work(registry: Registry, asked: Namespace) -> Work:
    packed = {
        "csv": partial(bundle.zip_of_csv, asked.dataset),
        "parquet": partial(bundle.zip_of_parquet, registry, asked.dataset),
    }
    return Work(
        extract=extract.of_record(registry, address=asked.address),
        others={
            "zip": packed[asked.tables],
            "json": partial(bundle.one_json, registry, asked.dataset),
        },
    )


def citation_work(registry: Registry, asked: Namespace) -> Work:
    edition = registry.edition
    retrieved = day_in(registry, asked.retrieved) if asked.retrieved else None
    how = {"view": asked.view, "address": asked.address, "retrieved": retrieved}
    return Work(
        others={
            "txt": lambda: cite.citation_text(edition, **how).encode(),
            "bib": lambda: f"{bibtex(edition, **how)}\n".encode(),
            "cff": lambda: cite.citation_cff(edition).encode(),
        }
    )


WORKS: Mapping[str, Callable[[Registry, Namespace], Work]] = MappingProxyType(
    {
        "lineage": lineage_work,
        "changes": changes_work,
        "timeline": timeline_work,
        "crosswalk": crosswalk_work,
        "record": record_work,
        "letters": letters_work,
        "poster": poster_work,
        "package": package_work,
        "citation": citation_work,
        **{name: partial(drawn_work, name) for name in DRAWN},
    }
)
