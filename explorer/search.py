"""Finding a body by any name it ever had, a code, an acronym or a place, and with typing errors."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rapidfuzz import fuzz, process

from explorer.finding.captions import closed_note, title
from explorer.finding.corpus import FIELDS, SHORT_FORMS, Corpus, Entry, corpus, plain
from explorer.model import Registry

EXACT = 100.0
CONTAINED = (70.0, 97.0)  # all words occur: by how much else there is
LIKE_A_WORD, CLOSE_TO_BEST = 75.0, 10.0  # per cent of letters that agree
LIKE_A_NAME = 80.0
LEAST_OF_TEXT = 0.7  # "North" is contained in much, but is not meant by it
LAST_LETTER = "\uffff"
SHORTEST_TYPO = 4  # shorter words are too like one another to guess


@dataclass(frozen=True, slots=True)
class Hit:
    """A body that a search found.

    `matched` is the text that fitted, of sort `field`. `title` tells homonyms apart by kind and
    years. `approximate` hits fit only if a typing error is allowed: to be offered, never chosen.
    `caution` says where the text is not a sourced name; `closed_note` what became of a closed body.
    """

    organisation_id: str
    matched: str
    field: str
    score: float  # 0 to 100
    closed_note: str
    title: str
    approximate: bool
    caution: str


def search(
    registry: Registry, text: str, *, day: date | None = None, limit: int = 20
) -> tuple[Hit, ...]:
    """The bodies that fit `text` best, each once. Those that existed on `day` come first.

    All words must occur, in any order, the beginning of a word being enough; only if nothing fits
    so are typing errors allowed.
    """
    sought = corpus(registry)
    words = plain(text).split()
    if not words or limit < 1:
        return ()
    found: dict[str, tuple[float, Entry]] = {}
    for entry in sought.exact.get(text.strip().casefold(), ()):
        _keep(found, entry, EXACT)
    for entry in _holding(sought, [_beginning(sought, word) for word in words]):
        _keep(found, entry, _closeness(" ".join(words), entry))
    approximate = not found
    if approximate:
        for entry, score in _like(sought, words):
            _keep(found, entry, score)

    def order(item: tuple[float, Entry]) -> tuple:
        score, entry = item
        body = registry.organisations[entry.organisation_id]
        elsewhen = day is not None and day not in body.lifetime
        opened = body.lifetime.start.toordinal() if body.lifetime.start else 0
        closed = body.lifetime.end is not None
        return elsewhen, -round(score), FIELDS.index(entry.field), closed, -opened, body.id

    best = sorted(found.values(), key=order)[:limit]
    return tuple(_hit(registry, entry, score, approximate) for score, entry in best)


def near(registry: Registry, text: str) -> tuple[str, ...]:
    """Up to five bodies that may have been meant, for an error message."""
    return tuple(f"{hit.organisation_id}: {hit.title}" for hit in search(registry, text, limit=5))


def _keep(found: dict[str, tuple[float, Entry]], entry: Entry, score: float) -> None:
    """The best text of each body; of equally good ones that whose sort is first in FIELDS."""
    held = found.get(entry.organisation_id)
    rank = (round(score), -FIELDS.index(entry.field))
    if held is None or rank > (round(held[0]), -FIELDS.index(held[1].field)):
        found[entry.organisation_id] = (score, entry)


def _beginning(sought: Corpus, word: str) -> list[str]:
    """The words of the corpus that begin with `word` or that it is short for; one letter alone
    begins nothing."""
    if len(word) == 1:
        return [word] if word in sought.by_word else []
    words = sought.vocabulary
    starts = filter(None, (word, SHORT_FORMS.get(word)))
    spans = ((bisect_left(words, s), bisect_left(words, s + LAST_LETTER)) for s in starts)
    return [each for first, end in spans for each in words[first:end]]


def _holding(sought: Corpus, alternatives: list[list[str]]) -> Iterator[Entry]:
    """Entries that hold, of each list, at least one word."""
    sets = (set().union(*(sought.by_word[word] for word in words)) for words in alternatives)
    for number in sorted(set.intersection(*sets)):
        yield sought.entries[number]


def _closeness(text: str, entry: Entry) -> float:
    if text in entry.forms:
        return EXACT
    low, high = CONTAINED
    likeness = max(fuzz.token_sort_ratio(text, form) for form in entry.forms)
    return low + (high - low) * likeness / 100


def _like(sought: Corpus, words: list[str]) -> Iterator[tuple[Entry, float]]:
    """Entries with like words; failing these, entries that are like the whole text."""
    text = " ".join(words)
    close = list(
        _holding(sought, [_beginning(sought, word) or _typo(sought, word) for word in words])
    )
    for entry in close:
        yield entry, max(fuzz.WRatio(text, form) for form in entry.forms)
    if not close and len(text) >= SHORTEST_TYPO:
        for form, score, _ in process.extract(
            text, sought.by_form.keys(), scorer=fuzz.WRatio, score_cutoff=LIKE_A_NAME, limit=50
        ):
            if len(form) > LEAST_OF_TEXT * len(text):
                for entry in sought.by_form[form]:
                    yield entry, score


def _typo(sought: Corpus, word: str) -> list[str]:
    """The words of the corpus most like a word that is none of them."""
    if len(word) < SHORTEST_TYPO:
        return []
    near_words = process.extract(
        word, sought.vocabulary, scorer=fuzz.ratio, score_cutoff=LIKE_A_WORD, limit=10
    )
    return [w for w, score, _ in near_words if score >= near_words[0][1] - CLOSE_TO_BEST]


def _hit(registry: Registry, entry: Entry, score: float, approximate: bool) -> Hit:
    cautions = {"unsourced name": "name not sourced", "label": "our label, not a name"}
    return Hit(
        organisation_id=entry.organisation_id,
        matched=entry.shown,
        field=entry.field,
        score=round(score, 1),
        closed_note=closed_note(registry, entry.organisation_id),
        title=title(registry, entry.organisation_id),
        approximate=approximate,
        caution=cautions.get(entry.field, ""),
    )
