"""The words of the command line. Every verb teaches by an example that works on the record."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter

from explorer.cli import check, verbs
from explorer.cli.export_parser import add_export
from explorer.cli.output import FORMATS
from explorer.cli.wording import ABOUT, COLUMNS, EXAMPLES, NOTES, OBJECTS
from explorer.load import DEFAULT_FOLDER


def parser() -> ArgumentParser:
    """The parser of the whole command line."""
    main = ArgumentParser(
        prog="python -m explorer",
        description=ABOUT,
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    found = main.add_subparsers(dest="verb", metavar="VERB", required=True)

    def verb(name: str, answer, about: str) -> ArgumentParser:
        return _verb(
            found, name, answer, about, next(x for x in examples() if x.split()[3] == name)
        )

    one = verb("counts", verbs.counts, "How many bodies of each kind there were on a day.")
    _day(one, "--on")
    one = verb("snapshot", verbs.snapshot_verb, "The bodies that existed on a day.")
    _day(one, "--on")
    _kind(one)
    one.add_argument("--region", metavar="REGION", help="a region in the words of the day")
    one.add_argument("--under", metavar="BODY", help="only what stands above and below this body")
    one = verb("diff", verbs.diff_verb, "What changed between two days.")
    _days(one)
    _kind(one)
    one.add_argument("--region", metavar="REGION", help="a region, and who took from it or gave")
    one.add_argument("--stepwise", action="store_true", help="also every step on the way")
    one = verb("lineage", verbs.lineage_verb, "Who a body came from and what became of it.")
    _body(one)
    for side in ("back", "forward"):
        one.add_argument(f"--{side}", type=_whole, metavar="N", help="generations (usual: all)")
    one.add_argument(
        "--line", action="append", metavar="LINE", help="only this line; may be repeated"
    )
    one.add_argument(
        "--rows",
        choices=("successions", "organisations"),
        default="successions",
        help="what CSV and the table hold",
    )
    _body(verb("story", verbs.story, "What happened to a body, in a paragraph with its sources."))
    one = verb(
        "crosswalk", verbs.crosswalk_verb, "Which bodies of a later day hold those of a day."
    )
    _days(one)
    _kind(one, required=True)
    one.add_argument("--to-kind", required=True, metavar="KIND", help="the kind on the later day")
    one.add_argument("--line", metavar="LINE", help="the line of the last step")
    one.add_argument(
        "--basis", metavar="BASIS", help="the measurement to use where there is a choice"
    )
    one = verb("search", verbs.search_verb, "Bodies by name, former name, code, acronym or place.")
    one.add_argument("text", metavar="TEXT")
    _day(one, "--on", required=False)
    one.add_argument("--limit", type=_whole, default=20, metavar="N", help="at most so many (20)")
    verb("ledger", verbs.ledger_verb, "Our counts against published figures.")
    one = verb("plans", verbs.plans_verb, "What was planned, what happened, and the slip.")
    one.add_argument("--subject", metavar="SUBJECT", help="a body, a kind or a function")
    one = verb("holds", verbs.holds, "Who held a function on a day.")
    one.add_argument("--function", required=True, metavar="FUNCTION", help="such as dental")
    _day(one, "--on")
    _body(verb("sources", verbs.sources, "On which sources the facts about a body rest."))
    one = verb("check", check.check, "Validate a data package.")
    one.add_argument("folder", nargs="?", metavar="FOLDER", help="usual: the package of --dataset")
    add_export(found, DEFAULT_FOLDER, _whole)
    return main


def examples() -> list[str]:
    """The commands that the help shows, each on one line."""
    lines = EXAMPLES.replace("\\\n", " ").splitlines()
    return [" ".join(line.split()) for line in lines if line.startswith("  python")]


def _verb(found, name: str, answer, about: str, example: str) -> ArgumentParser:
    json = OBJECTS.get(name)
    told = f"json\n  one object: {json}" if json else "json\n  a list of rows with the keys of csv"
    columns = "\n  ".join(_wrapped(COLUMNS[name].replace(",", ", ")))
    notes = "\n".join(_wrapped(NOTES[name]))
    one = found.add_parser(
        name,
        help=about,
        description=f"{about}\n{notes}",
        epilog=f"example\n  {example}\n\ncsv\n  {columns}\n\n{told}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    one.add_argument("--format", choices=FORMATS, default="table", help="usual: table")
    one.add_argument(
        "--dataset",
        default=DEFAULT_FOLDER,
        metavar="FOLDER",
        help="a data package of one's own (usual: the one that comes with the explorer)",
    )
    one.set_defaults(answer=answer)
    return one


def _wrapped(text: str) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) > 92:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _body(one: ArgumentParser) -> None:
    one.add_argument("body", metavar="BODY", help="an id, a code or a name")


def _day(one: ArgumentParser, option: str, *, required: bool = True, name: str = "on") -> None:
    one.add_argument(
        option, dest=name, required=required, metavar="DAY", help="year-month-day: 2013-04-01"
    )


def _days(one: ArgumentParser) -> None:
    _day(one, "--from", name="start")
    _day(one, "--to", name="end")


def _kind(one: ArgumentParser, *, required: bool = False) -> None:
    one.add_argument("--kind", required=required, metavar="KIND", help="such as primary_care_trust")
    one.add_argument(
        "--exact", action="store_true", help="without the kinds that are counted as this one"
    )


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"'{text}' is not a whole number")
    return int(text)
