"""How things look and are said everywhere: fonts, dates, numbers, lists; colours from `colours`.

Dates are those of the calendar in words; one known to the month or year is never shown as a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from explorer.colours import FAMILY, Palette, Swatch, palette
from explorer.model import Edition, Organisation
from explorer.period import PartialDate, Precision

__all__ = [
    "FAMILY",
    "FONT",
    "FONT_STACK",
    "Palette",
    "Swatch",
    "at_words",
    "counted",
    "day_words",
    "life_words",
    "listed",
    "lower_first",
    "palette",
    "percent",
    "source_line",
    "upper_first",
    "years_words",
]

FONT = "Liberation Sans"
FONT_STACK = f"{FONT}, Arial, Helvetica, sans-serif"

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(when: date | PartialDate, *, latest: bool = False) -> str:
    """`1 April 2013`, `April 2013` or `2013`; with `latest`, `31 March 1990 at the latest`."""
    words = _calendar(when)
    return f"{words} at the latest" if latest else words


def at_words(when: date | PartialDate, *, latest: bool = False) -> str:
    """A date within a sentence: `on 1 April 2013`, `in April 2013`, `by 31 March 1990`."""
    if latest:
        return f"by {_calendar(when)}"
    exact = not isinstance(when, PartialDate) or when.exact
    return f"{'on' if exact else 'in'} {_calendar(when)}"


def _calendar(when: date | PartialDate) -> str:
    day = when.first if isinstance(when, PartialDate) else when
    precision = when.precision if isinstance(when, PartialDate) else Precision.DAY
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return {Precision.YEAR: str(day.year), Precision.MONTH: month}.get(
        precision, f"{day.day} {month}"
    )


def life_words(body: Organisation) -> str:
    """First and last day: `1 April 2013 to 31 March 2020`, `from 1 July 2022`, and what is not
    known of them."""
    if body.end_unknown:
        seen = f" (last seen {day_words(body.last_seen)})" if body.last_seen else ""
        return f"{_since(body)}, end not known{seen}"
    if body.closed is None:
        return _since(body)
    last = day_words(body.closed, latest=body.closed_by)
    return f"{day_words(body.opened)} to {last}" if body.opened else f"{_since(body)}, to {last}"


def _since(body: Organisation) -> str:
    return f"from {day_words(body.opened)}" if body.opened else "first day not known"


def years_words(body: Organisation) -> str:
    """`1996–2002`, `2022–`, `?–1996` or, where the end is not known, `2013–?`."""
    start = str(body.opened.first.year) if body.opened else "?"
    end = "?" if body.end_unknown else str(body.closed.last.year) if body.closed else ""
    return start if start == end != "?" else f"{start}–{end}"


def listed(items: Iterable[object]) -> str:
    """`A`, `A and B`, `A, B and C`; parted by semicolons where a comma stands inside an item."""
    words = [str(item) for item in items]
    if len(words) < 2:
        return "".join(words)
    if any(", " in word for word in words):
        return f"{'; '.join(words[:-1])}; and {words[-1]}"
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(number: int, one: str, many: str) -> str:
    """`no bodies`, `1 body`, `1,234 bodies`."""
    return (
        f"{number:,} {one}" if number == 1 else f"{number or 'no':{',' if number else ''}} {many}"
    )


def lower_first(text: str) -> str:
    """A label inside a sentence: `integrated care board`, but `NHS England regional team`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A phrase at the start of a sentence."""
    return text[:1].upper() + text[1:]


def percent(share: float) -> str:
    """A share as a reader would say it: `88%`, `1.8%`, `99.6%`, `less than 0.1%`.

    Never 0% or 100% for a share that is neither.
    """
    if share <= 0 or share >= 1:
        return f"{share:.0%}"
    if share < 0.001:
        return "less than 0.1%"
    if share > 0.999:
        return "more than 99.9%"
    return f"{share:.1%}".replace(".0%", "%") if share < 0.02 or share > 0.98 else f"{share:.0%}"


# Pictures -----------------------------------------------------------------------------------------

_SOURCES = {
    "nhs-commissioning": "NHS ODS register, statutory instruments, Hansard and others; "
    "see the record",
}


def source_line(edition: Edition) -> str:
    """The last lines of every picture: sources, licence, edition, and the day of the knowledge."""
    sources = _SOURCES.get(edition.name, "those named in the record")
    licence = " ".join(edition.attribution[:1])
    return " ".join(
        part
        for part in (
            f"Sources: {sources}, edition {edition.version}.",
            licence,
            f"As known on {day_words(edition.as_known_on)}.",
        )
        if part
    )
