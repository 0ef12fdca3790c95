"""The last lines of a picture that leaves the explorer: sources, licence, edition, day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from explorer.look import counted, day_words, listed
from explorer.model import Registry
from explorer.narrative.citation import DIGITS

NAMED = 4  # publishers named; more are counted
_OWN_WORK = "derived for this dataset"
_NAMELESS = "unknown"  # so begin the publishers of such sources
# an attribution stands where what it is owed for was used: words of a source's publisher or licence
_OWED = {"Parliament": "Parliament", "OS data": "postcodes.io", "mySociety": "mySociety"}


def credits(registry: Registry, source_ids: Iterable[str | None], *, address: str = "") -> str:
    """Names the publishers of the facts shown, those with the most facts first.

    `source_ids` has one entry for each fact; without any, the record as a whole is named.
    """
    edition = registry.edition
    used = [registry.sources[name] for name in source_ids if name in registry.sources]
    publishers = Counter(source.publisher for source in used)
    own = publishers.pop(_OWN_WORK, 0)
    ordered = sorted(publishers.items(), key=lambda pair: (-pair[1], pair[0]))
    names = [name for name, _ in ordered if not name.casefold().startswith(_NAMELESS)]
    names += ["a site that names no publisher"] if len(names) < len(ordered) else []
    rest = len(names) - NAMED
    if rest > 1:
        names = [*names[:NAMED], counted(rest, "other publisher", "other publishers")]
    said = f"Sources: {listed(names)}." if names else "Sources: those of the record."
    if own:
        said += " Some facts were worked out for this record."
    about = {f"{source.publisher} {source.licence}" for source in used}
    owed = [
        line
        for place, line in enumerate(edition.attribution)
        if place == 0 or any(_due(line, words) for words in about)
    ]
    where = [f"{edition.title}, edition {edition.version} ({edition.digest[:DIGITS]})."]
    known = f"As known on {day_words(edition.as_known_on)}."
    return " ".join(filter(None, (said, *owed, *where, known, address)))


def _due(attribution: str, words: str) -> bool:
    return any(mark in attribution and cause in words for mark, cause in _OWED.items())
