"""The words of the verb `export`."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from pathlib import Path

from explorer.cli.answer import Answer
from explorer.cli.drawn_parser import DRAWN, add_settings
from explorer.cli.output import FORMATS
from explorer.model import Registry

SIZES = ("web", "square", "print", "slide", "a4", "a4-wide", "a3", "a3-wide")
ABOUT = "Write a view, its data or the whole record to a file."
EXAMPLES = """\
examples
  python -m explorer export lineage   5PD --to 5PD.svg
  python -m explorer export changes   --from 2013-03-31 --to 2013-04-01 --out 2013.pptx
  python -m explorer export structure --on 2013-04-01 --out structure.pdf --size a3-wide --grey
  python -m explorer export icicle    --on 2013-04-01 --region London --out london.svg
  python -m explorer export days      --on 1975-01-01 --on 2013-04-01 --out days.svg
  python -m explorer export timeline  --out timeline.png
  python -m explorer export lives     --kind care_trust --out care-trusts.svg
  python -m explorer export place     Leeds --out leeds.pdf
  python -m explorer export responsibilities --first-year 2000 --out functions.pdf
  python -m explorer export function  dental --out dental.svg
  python -m explorer export holdings  --kind primary_care_trust --on 2005-01-01 --out held.csv
  python -m explorer export transfers --on 2013-04-01 --out transfers.pptx
  python -m explorer export plans     --which pending --out plans.html
  python -m explorer export money     --subject nhs-england --out money.png
  python -m explorer export cycle     --on 2013-04-01 --out cycle.pdf
  python -m explorer export crosswalk --from 2012-04-01 --to 2026-04-01 \\
                                      --kind primary_care_trust \\
                                      --to-kind integrated_care_board --out crosswalk.parquet
  python -m explorer export record    5PD --to 5PD.pdf
  python -m explorer export letters   --kind care_trust --to letters.zip
  python -m explorer export poster    --to poster.pdf --paper a3
  python -m explorer export package   --to record.zip
  python -m explorer export citation  --to CITATION.cff

formats, by the ending of the file
  svg pdf png pptx html   the drawing, finished: headline, sources, licence, edition (gif: changes)
                          (records, letters and the poster: svg pdf)
  csv                     the table, for spreadsheets, and its data dictionary beside it
  json zip                every table with the dictionary inside; CSV in the zip
  parquet                 the table with types, for DuckDB, Spark or pandas
  gexf graphml            the graph with dates; GEXF opens in the timeline of Gephi
  jsonld ttl              W3C Organization Ontology and PROV
  A CSV is made for spreadsheets: text that one would run as a formula has an apostrophe in front.
  The same edition and question give the same bytes. A file that is already there is replaced when
  the new one is complete.
"""


def add_export(found, default: Path, whole: Callable[[str], int]) -> None:
    """The verb with its views."""
    main = found.add_parser(
        "export",
        help=ABOUT,
        description=ABOUT,
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    shown = main.add_subparsers(dest="view_name", metavar="VIEW", required=True)

    def view(name: str, about: str, *, file: tuple[str, ...]) -> ArgumentParser:
        one = shown.add_parser(name, help=about, description=about)
        one.add_argument(*file, dest="out", metavar="FILE", help="the file; its ending says how")
        one.add_argument("--format", choices=FORMATS, default="table", help="of what is reported")
        one.add_argument("--dataset", default=default, metavar="FOLDER", help="a data package")
        one.add_argument("--address", default="", metavar="URL", help="where the view can be seen")
        one.set_defaults(
            answer=_export, size="web", base="", grey=False,
            headline="", standfirst="", note="",
        )  # fmt: skip
        return one

    to_file, out = ("--to", "--out", "-o"), ("--out", "-o")  # where --to is a day it is no file
    one = view("lineage", "Who a body came from and became.", file=to_file)
    one.add_argument("body", metavar="BODY", help="an id, a code or a name")
    for side in ("back", "forward"):
        one.add_argument(f"--{side}", type=whole, metavar="N", help="generations (usual: all)")
    one.add_argument("--line", action="append", metavar="LINE", help="only this line; repeatable")
    _drawn(one)
    _linked(one)
    one = view("changes", "What changed between two days.", file=out)
    _days(one)
    _narrowed(one)
    _drawn(one)
    _linked(one)
    for drawing, (about, *_) in DRAWN.items():
        one = view(drawing, about, file=to_file)
        add_settings(one, drawing)
        _drawn(one)
        _linked(one)
    one = view("timeline", "The whole record on one axis.", file=to_file)
    for side in ("first", "last"):
        one.add_argument(f"--{side}-year", type=whole, metavar="YEAR", help=f"the {side} year")
    _drawn(one)
    one = view("crosswalk", "Bodies of a day in those of another.", file=out)
    _days(one)
    one.add_argument("--kind", required=True, metavar="KIND", help="such as primary_care_trust")
    one.add_argument("--to-kind", required=True, metavar="KIND", help="the kind on the later day")
    one.add_argument("--line", metavar="LINE", help="the line of the last step")
    one.add_argument("--basis", metavar="BASIS", help="the measurement where there is a choice")
    one = view("record", "What happened to one body, with its sources.", file=to_file)
    one.add_argument("body", metavar="BODY", help="an id, a code or a name")
    _linked(one)
    _grey(one)
    one = view("letters", "A letter for every body of a kind, in a zip.", file=to_file)
    one.add_argument("--kind", required=True, metavar="KIND", help="such as care_trust")
    one.add_argument("--letters", choices=("pdf", "svg"), default="pdf", help="usual: pdf")
    one = view("poster", "All local commissioners on one sheet.", file=to_file)
    one.add_argument("--paper", choices=("a1", "a3"), default="a1", help="usual: a1")
    _grey(one)
    one = view("package", "The whole record in one file.", file=to_file)
    one.add_argument("--tables", choices=("csv", "parquet"), default="csv", help="within a zip")
    _linked(one)
    one = view("citation", "How to cite: txt, bib or cff.", file=to_file)
    one.add_argument("--view", default="", metavar="TEXT", help="the title of the view cited")
    one.add_argument("--retrieved", metavar="DAY", help="the day on which it was seen")


def _export(registry: Registry, asked: Namespace) -> Answer:
    from explorer.cli.export import export  # late: the writers load slower than most answers

    return export(registry, asked)


def _days(one: ArgumentParser) -> None:
    for option, name in (("--from", "start"), ("--to", "end")):
        one.add_argument(option, dest=name, required=True, metavar="DAY", help="year-month-day")


def _narrowed(one: ArgumentParser) -> None:
    one.add_argument("--kind", metavar="KIND", help="such as primary_care_trust")
    one.add_argument("--region", metavar="REGION", help="a region in the words of the day")


def _drawn(one: ArgumentParser) -> None:
    one.add_argument("--size", default="web", metavar="SIZE", help=f"one of: {', '.join(SIZES)}")
    _grey(one)
    for words in ("headline", "standfirst", "note"):
        one.add_argument(f"--{words}", default="", metavar="TEXT", help=f"a {words} of your own")


def _grey(one: ArgumentParser) -> None:
    one.add_argument("--grey", action="store_true", help="in one ink")


def _linked(one: ArgumentParser) -> None:
    one.add_argument("--base", default="", metavar="URL", help="begins addresses in jsonld and ttl")
