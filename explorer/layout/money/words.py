"""The words of the money drawing: amounts, bases, hover words, headline. No facts are made here."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from explorer.look import counted, listed, upper_first
from explorer.model import Registry
from explorer.money import Account, Figure, Series, year_words

ALT = 250  # letters that a screen reader reads without tiring its listener
_MILLIONS_BELOW = 0.5  # bn: what is less is said in millions
BASIS = MappingProxyType(
    {
        "cash": "cash, not adjusted for prices",
        "accounts": "from accounts",
        "planned": "planned, cash",
        "estimate": "estimate, cash",
        "not_stated": "basis not stated",
    }
)
SEVERAL = "one figure for several years"


def amounts(figure: Figure) -> tuple[str, ...]:
    """The amount as published, then in fewer figures for want of room: `£119.174bn`, `119.2`."""
    return (money_words(figure.budget.amount_gbp_bn), *_plain(figure.budget.amount_gbp_bn))


def money_words(billions: float) -> str:
    """`£119.174bn`, `£24.5m`."""
    if billions < _MILLIONS_BELOW:
        return f"£{_number(billions * 1000)}m"
    return f"£{_number(billions)}bn"


def _plain(billions: float) -> tuple[str, ...]:
    if billions < _MILLIONS_BELOW:
        millions = billions * 1000
        return (f"{_number(millions)}m", f"{millions:.1f}m", f"{millions:.3g}m")
    return (_number(billions), f"{billions:.1f}", f"{billions:.3g}")


def _number(value: float) -> str:
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def basis_words(registry: Registry, series: Series) -> str:
    """`cash, planned; CIPFA`: the basis in the source's words, and who published the figures."""
    publishers = [
        registry.sources[name].publisher for name in series.sources if name in registry.sources
    ]
    names = list(dict.fromkeys(filter(None, publishers)))
    said = names[0] if len(names) == 1 else counted(len(series.sources), "source", "sources")
    basis = series.price_basis
    return f"{basis if basis != 'not stated' else 'basis not stated'}; {said}"


def figure_words(registry: Registry, account: Account, figure: Figure) -> str:
    """All that the record says of a figure, for the reader who points at it."""
    row = figure.budget
    source = registry.sources.get(row.source_id)
    said = f" Source: {source.title}, {source.publisher}." if source else ""
    return (
        f"{account.label}, {row.financial_year}: {money_words(row.amount_gbp_bn)}, {row.what}; "
        f"price basis: {row.price_basis}.{said}"
    )


def headline(accounts: Sequence[Account]) -> str:
    if not accounts:
        return "This record holds no published budgets"
    years = span(accounts)
    if len(accounts) == 1:
        one = len(accounts[0].figures) == 1
        return f"{accounts[0].label}: published budget{'' if one else 's'}, {years}"
    return f"Published budgets of {len(accounts)} bodies, kinds of body and themes, {years}"


def standfirst(accounts: Sequence[Account]) -> str:
    figures = sum(len(account.figures) for account in accounts)
    rows = sum(len(account.series) for account in accounts)
    said = counted(figures, "figure", "figures")
    if not rows:
        return ""
    if rows == 1:
        return f"{said}, as published"
    return (
        f"{said} as published, in {rows} rows. Compare along a row only: rows count different "
        "things on different bases, and are never added up"
    )


def notes(accounts: Sequence[Account]) -> tuple[str, ...]:
    if not accounts:
        return ()
    found = ["Financial years run from 1 April to 31 March."]
    if any(len(account.figures) > 1 for account in accounts):
        found.append("Heights have one scale for each subject, from zero.")
    if any(len(series.figures) > 1 for account in accounts for series in account.series):
        found.append("A line joins years that follow each other; a missing year is left open.")
    unread = [f for account in accounts for f in account.figures if f.first_year is None]
    if unread:
        found.append(f"Not drawn, for want of a year: {counted(len(unread), 'figure', 'figures')}.")
    return (" ".join(found),)


def rounding(rounded: bool) -> tuple[str, ...]:
    return (
        ("Where room is short the figure is rounded; the table gives it as published.",)
        if rounded
        else ()
    )


def span(accounts: Sequence[Account]) -> str:
    years = [
        year
        for account in accounts
        for figure in account.figures
        if figure.first_year
        for year in (figure.first_year, figure.first_year + figure.years - 1)
    ]
    if not years:
        return "years not stated"
    first, last = year_words(min(years)), year_words(max(years))
    return first if first == last else f"{first} to {last}"


def longest(account: Account) -> Series:
    """The series of most figures, the largest of those."""
    return max(account.series, key=lambda series: len(series.figures))


def alt(accounts: Sequence[Account]) -> str:
    """At most 250 letters: what is shown, and the longest series of one subject from end to end."""
    if not accounts:
        return f"{headline(accounts)}."
    figures = sum(len(account.figures) for account in accounts)
    said = counted(figures, "published budget figure", "published budget figures")
    text = f"Chart of {said}, {span(accounts)}."
    if len(accounts) == 1:
        more = f" {accounts[0].label}: {_from_to(longest(accounts[0]))}."
    else:
        names = [account.label for account in accounts[:3]]
        more = f" Most are of {listed(names)}."
    return text + more if len(text + more) <= ALT else text


def _from_to(series: Series) -> str:
    first, last = series.figures[0], series.figures[-1]
    start = (
        f"{series.what}, {money_words(first.budget.amount_gbp_bn)} in {first.budget.financial_year}"
    )
    if first == last:
        return start
    return f"{start}, {money_words(last.budget.amount_gbp_bn)} in {last.budget.financial_year}"


def description(accounts: Sequence[Account]) -> str:
    """Every figure in words."""
    told = []
    for account in accounts:
        for series in account.series:
            figures = listed(
                f"{money_words(f.budget.amount_gbp_bn)} ({f.budget.financial_year})"
                for f in series.figures
            )
            told.append(f"{account.label}, {series.what} ({series.price_basis}): {figures}.")
    return " ".join(told)


def what_words(series: Series) -> str:
    return upper_first(series.what)
