"""How to cite, as files: for readers, for reference managers and for GitHub."""

from __future__ import annotations

import json
from datetime import date

from explorer.model import Edition
from explorer.narrative.citation import bibtex, long_citation, short_citation

_LICENCES = {"Creative Commons Attribution 4.0 International": "CC-BY-4.0"}  # SPDX


def citation_text(
    edition: Edition, view: str = "", *, address: str = "", retrieved: date | None = None
) -> str:
    """The short and the long citation, and BibTeX, one under the other."""
    forms = (
        short_citation(edition, view, address=address),
        long_citation(edition, view, address=address, retrieved=retrieved),
        bibtex(edition, view, address=address, retrieved=retrieved),
    )
    return "\n\n".join(forms) + "\n"


def citation_cff(edition: Edition) -> str:
    """`CITATION.cff` (Citation File Format 1.2.0) of the record: one for each edition."""
    licence = _LICENCES.get(edition.licence)
    known = edition.as_known_on.isoformat()
    lines = [
        "cff-version: 1.2.0",
        'message: "Please cite the record with its edition, and the address of the view if any."',
        "type: dataset",
        f"title: {_quoted(edition.title)}",
        "authors:",
        f"  - name: {_quoted(f'Contributors to {edition.title}')}",
        f"version: {_quoted(edition.version)}",
        *([f"license: {licence}"] if licence else []),
        f'abstract: "As known on {known}. {_inside(" ".join(edition.attribution))}"',
        "identifiers:",
        "  - type: other",
        f'    value: "sha256:{edition.digest}"',
        '    description: "SHA-256 of the tables of this edition"',
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text in double quotes as YAML reads it: those of JSON are such."""
    return json.dumps(text, ensure_ascii=False)


def _inside(text: str) -> str:
    return _quoted(text)[1:-1]
