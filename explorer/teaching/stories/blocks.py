"""The text of a story file as blocks: front matter between lines of three dashes, then words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from explorer.errors import Problem

FENCE = "---"
_FIELD = re.compile(r"([a-z]+):(?:\s+(.*))?")


@dataclass
class Block:
    """Fields with the line each stands on, and the paragraphs below them with the first line."""

    line: int
    fields: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    text: list[tuple[int, str]] = field(default_factory=list)

    def one(self, name: str) -> str:
        """The value of a field given once; blank where it is not there."""
        return self.fields.get(name, [(0, "")])[0][1]

    def place(self, name: str) -> int:
        """The line of a field; that of the block where it is not there."""
        return self.fields.get(name, [(self.line, "")])[0][0]


def blocks(file: str, text: str) -> tuple[list[Block], list[Problem]]:
    """The blocks of a file, and the faults of its form. A field goes on in indented lines."""
    found: list[Block] = []
    faults: list[Problem] = []
    inside = False
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if line.rstrip() == FENCE:
            inside = not inside
            if inside:
                found.append(Block(number))
        elif inside:
            _front(file, number, line, found[-1], faults)
        elif found:
            _words(number, line, lines[number - 2], found[-1])
        elif line.strip():
            wanted = "a story begins with a line of three dashes and its title"
            faults.append(Problem(file, number, "", wanted))
            return found, faults
    if inside:
        faults.append(Problem(file, found[-1].line, "", "this line of three dashes has no partner"))
    return found, faults


def _front(file: str, number: int, line: str, block: Block, faults: list[Problem]) -> None:
    if not line.strip():
        return
    if line[0].isspace() and block.fields:
        place, value = block.fields[last := next(reversed(block.fields))][-1]
        block.fields[last][-1] = (place, f"{value} {line.strip()}".strip())
    elif match := _FIELD.fullmatch(line.rstrip()):
        block.fields.setdefault(match[1], []).append((number, (match[2] or "").strip()))
    else:
        wanted = "a line such as 'minutes: 5', or an indented line that continues the one before"
        faults.append(Problem(file, number, "", f"'{line.strip()}' is not {wanted}"))


def _words(number: int, line: str, before: str, block: Block) -> None:
    if not line.strip():
        return
    if block.text and before.strip() and before.rstrip() != FENCE:
        place, words = block.text[-1]
        block.text[-1] = (place, f"{words} {line.strip()}")
    else:
        block.text.append((number, line.strip()))
