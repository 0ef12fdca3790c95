"""Published budgets, as published: for whom, which year, on which price basis, from which source.

Figures make a series, and may be compared with each other, only where subject, description, basis
and length of period are the same. Nothing is ever added up: descriptions overlap ("of which ...").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explorer.duties.holders import find_function
from explorer.errors import UnknownName, UnknownOrganisation
from explorer.look import upper_first
from explorer.model import Budget, Registry
from explorer.naming import display_name, find, near_words

SUBJECTS = ("organisation", "kind", "function", "theme")
BASES = ("cash", "accounts", "planned", "estimate", "not_stated")
_YEAR = re.compile(r"(\d{4})/(\d{2})")


@dataclass(frozen=True, slots=True)
class Figure:
    """One published figure for the financial year that starts in `first_year`, or for several.

    A financial year runs from 1 April to 31 March. `first_year` is None where the words for the
    year cannot be read: such a figure stands in tables and in no drawing.
    """

    budget: Budget
    first_year: int | None
    years: int

    @property
    def key(self) -> str:
        """Names the row of the record: subject, year, source and amount."""
        row = self.budget
        return f"{row.subject_id}/{row.financial_year}/{row.source_id}/{row.amount_gbp_bn:g}"


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that may be compared with each other, in order of year. Sources may differ."""

    what: str
    price_basis: str
    years: int
    figures: tuple[Figure, ...]

    @property
    def basis(self) -> str:
        """The sort of `price_basis`: one of BASES."""
        text = self.price_basis.casefold()
        found = next((basis for basis in ("planned", "estimate", "accounts") if basis in text), "")
        return found or ("cash" if "cash" in text else "not_stated")

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(figure.budget.source_id for figure in self.figures))


@dataclass(frozen=True, slots=True)
class Account:
    """All that was published about one subject. `series` are in order of size, largest first."""

    subject_type: str
    subject_id: str
    label: str
    kind: str  # for the colour; "" for functions and themes
    series: tuple[Series, ...]

    @property
    def figures(self) -> tuple[Figure, ...]:
        return tuple(figure for series in self.series for figure in series.figures)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether the two may be set against each other: same subject, description, basis, length."""
    return _sort(one) == _sort(other) and one.budget.subject_id == other.budget.subject_id


def money(registry: Registry, subject: str | None = None) -> tuple[Account, ...]:
    """Accounts with the most figures first; of one subject (a body, kind, function or theme).

    Raises UnknownName where the record has no such subject; a known one without figures gives ().
    """
    wanted = None if subject is None else _subject(registry, subject)
    groups: dict[tuple[str, str], list[Budget]] = {}
    for row in registry.budgets:
        name = (row.subject_type, row.subject_id)
        if wanted is None or name in wanted:
            groups.setdefault(name, []).append(row)
    accounts = (_account(registry, *name, rows) for name, rows in groups.items())
    return tuple(sorted(accounts, key=lambda one: (-len(one.figures), one.label)))


def year_words(first_year: int, years: int = 1) -> str:
    """`2013/14`, or `2009/10 to 2010/11` for several."""
    last = first_year + years - 1
    words = f"{first_year}/{(first_year + 1) % 100:02d}"
    return words if years == 1 else f"{words} to {last}/{(last + 1) % 100:02d}"


def _subject(registry: Registry, asked: str) -> frozenset[tuple[str, str]]:
    subjects = {(row.subject_type, row.subject_id) for row in registry.budgets}
    found = {name for name in subjects if name[1] == asked}
    if found:
        return frozenset(found)
    if asked in registry.kinds:
        return frozenset({("kind", asked)})
    try:
        return frozenset({("organisation", find(registry, asked).id)})
    except UnknownOrganisation:
        pass
    try:
        return frozenset({("function", find_function(registry, asked).id)})
    except UnknownName:
        known = sorted(name for _, name in subjects)
        raise UnknownName("subject of a budget", asked, near_words(asked, known)) from None


def _account(
    registry: Registry, subject_type: str, subject_id: str, rows: Iterable[Budget]
) -> Account:
    figures = sorted(map(_figure, rows), key=lambda one: (one.first_year or 0, one.key))
    grouped: list[list[Figure]] = []
    for figure in figures:
        # two figures for one year are two statements, and stand in two series
        own = next(
            (
                group
                for group in grouped
                if _sort(group[0]) == _sort(figure) and group[-1].first_year != figure.first_year
            ),
            None,
        )
        if own is None:
            grouped.append([figure])
        else:
            own.append(figure)
    series = [
        Series(group[0].budget.what, group[0].budget.price_basis, group[0].years, tuple(group))
        for group in grouped
    ]
    series.sort(key=lambda one: (-max(f.budget.amount_gbp_bn for f in one.figures), one.what))
    label, kind = _label(registry, subject_type, subject_id, series)
    return Account(subject_type, subject_id, label, kind, tuple(series))


def _figure(row: Budget) -> Figure:
    found = [int(year) for year, _ in _YEAR.findall(row.financial_year)]
    if not found:
        return Figure(row, None, 1)
    return Figure(row, min(found), max(found) - min(found) + 1)


def _sort(figure: Figure) -> tuple[str, str, int]:
    return (figure.budget.what, figure.budget.price_basis, figure.years)


def _label(
    registry: Registry, subject_type: str, subject_id: str, series: Iterable[Series]
) -> tuple[str, str]:
    """The subject in words, and the kind of body that it is."""
    if subject_type == "kind" and subject_id in registry.kinds:
        return registry.kinds[subject_id].plural, subject_id
    if subject_type == "organisation" and subject_id in registry.organisations:
        last = [f.first_year for one in series for f in one.figures if f.first_year]
        day = date(max(last) + 1, 3, 31) if last else None
        body = registry.organisations[subject_id]
        return display_name(registry, subject_id, day).text, body.kind
    if subject_type == "function" and subject_id in registry.functions:
        return registry.functions[subject_id].name, ""
    first = next(iter(series)).what  # a theme has no name but its description
    return upper_first(re.split(r"[:(]", first)[0].strip()), ""
