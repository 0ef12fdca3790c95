"""How to cite a view or the whole record: short, long, and as BibTeX."""

from __future__ import annotations

from datetime import date

from explorer.look import day_words
from explorer.model import Edition

DIGITS = 12  # of the digest: enough to tell editions apart


def short_citation(edition: Edition, view: str = "", *, address: str = "") -> str:
    """One line: the view, the record, its edition, as known on which day, and where."""
    what = f"{view}. In: {edition.title}" if view else edition.title
    known = day_words(edition.as_known_on)
    said = f"{what}, edition {edition.version} ({edition.digest[:DIGITS]}), as known on {known}."
    return f"{said} {address}" if address else said


def long_citation(
    edition: Edition, view: str = "", *, address: str = "", retrieved: date | None = None
) -> str:
    """The short citation with the day of retrieval, the licence and the attributions."""
    said = [short_citation(edition, view, address=address)]
    if retrieved:
        said.append(f"Retrieved {day_words(retrieved)}.")
    said.append(f"Licence: {edition.licence}.")
    return " ".join([*said, *edition.attribution])


def bibtex(
    edition: Edition, view: str = "", *, address: str = "", retrieved: date | None = None
) -> str:
    """A BibTeX entry of type misc."""
    title = f"{view}. {edition.title}" if view else edition.title
    note = f"As known on {day_words(edition.as_known_on)}. SHA-256 {edition.digest}"
    fields = {
        "title": f"{{{_plain(title)}}}",
        "version": edition.version,
        "year": str(edition.as_known_on.year),
        "note": note,
        "url": address,
        "urldate": retrieved.isoformat() if retrieved else "",
    }
    lines = (f"  {name} = {{{value}}}," for name, value in fields.items() if value)
    return "\n".join([f"@misc{{{edition.name}-{edition.version},", *lines, "}"])


def _plain(text: str) -> str:
    """Text without the signs that BibTeX would take for its own."""
    return "".join(f"\\{sign}" if sign in "&%$#_" else sign for sign in text if sign not in "{}\\")
