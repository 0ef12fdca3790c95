"""What can go wrong, said in words a reader can act on: where, what is there, what was wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class ExplorerError(Exception):
    """Base of every error meant for people. `str(error)` is the whole message."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of a data package. `line` counts the header as line 1; 0 means the whole file."""

    file: str
    line: int
    column: str
    message: str

    def __str__(self) -> str:
        place = self.file if self.line == 0 else f"{self.file}:{self.line}"
        return (
            f"{place} {self.column}: {self.message}" if self.column else f"{place}: {self.message}"
        )


class DataError(ExplorerError):
    """A data package that cannot be used. `problems` holds every fault found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        head = f"{count} problem{'' if count == 1 else 's'} in the data package:"
        super().__init__("\n".join([head, *(f"  {problem}" for problem in self.problems)]))


class UnknownName(ExplorerError):
    """A name or code that the record does not hold. `near` lists what may have been meant."""

    def __init__(self, what: str, asked: str, near: Iterable[str] = ()) -> None:
        self.what, self.asked, self.near = what, asked, tuple(near)
        hint = f" Did you mean: {'; '.join(self.near)}?" if self.near else ""
        super().__init__(f"No {what} '{asked}' in this edition of the record.{hint}")


class UnknownOrganisation(UnknownName):
    """An organisation id, code or name that the record does not hold."""

    def __init__(self, asked: str, near: Iterable[str] = ()) -> None:
        super().__init__("organisation", asked, near)


class DateError(ExplorerError):
    """A date that cannot be read, or that lies outside the record."""
