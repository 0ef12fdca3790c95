"""The numbers that a text says, in figures or in words, but for those of its dates."""

from __future__ import annotations

import re

from explorer.look import MONTHS

_DATE = re.compile(
    rf"\b(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})(?: (?:19|20)\d\d)?\b"
    r"|\b(?:19|20)\d\d(?:[–/]\d{2,4})?\b"
)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ONES = "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_ONES += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_IN_WORDS = {word: number for number, word in enumerate(_ONES.split(), 3)}
_IN_WORDS |= {word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_IN_WORDS |= {
    f"{tens}-{one}": 10 * ten + unit
    for ten, tens in enumerate(_TENS.split(), 2)
    for unit, one in enumerate(("one", "two", *_ONES.split()[:7]), 1)
}
_WORD = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_IN_WORDS, key=len, reverse=True))})(?![\w-])", re.IGNORECASE
)


def numbers(text: str) -> tuple[str, ...]:
    """Every number that is not part of a date: in figures, or from three on in words, as figures.

    One and two stand for too much else in English.
    """
    bare = _DATE.sub(" ", text)
    written = (found.rstrip(",") for found in _NUMBER.findall(bare))
    return (*written, *(str(_IN_WORDS[found.lower()]) for found in _WORD.findall(bare)))
