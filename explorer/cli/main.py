"""From the words on a command line to what is printed and the status that is returned."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

from explorer.cli.check import check
from explorer.cli.output import printed
from explorer.cli.parser import parser
from explorer.errors import ExplorerError
from explorer.load import load

GOOD, WRONG = 0, 2


def main(words: Sequence[str] | None = None) -> int:
    """Print the answer; return 0, or 2 after a message on standard error."""
    asked = parser().parse_args(words)
    try:
        answer = check(asked) if asked.answer is check else asked.answer(load(asked.dataset), asked)
        text = printed(answer, asked.format)
    except ExplorerError as error:
        print(error, file=sys.stderr)
        return WRONG
    _print(text)
    if answer.complaint:
        print(answer.complaint, file=sys.stderr)
    return answer.status


def _print(text: str) -> None:
    """UTF-8 with LF line ends wherever it goes; quietly less if the reader has gone (as `head`)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at its end: let it flush into nothing
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
