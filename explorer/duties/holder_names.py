"""What the holders of functions are called where many stand together: in words, and in short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from explorer.duties.holders import holder_label
from explorer.look import lower_first, upper_first
from explorer.model import Registry
from explorer.naming import display_name

_ASIDE = re.compile(r" ?\([^)]*\)")
_IRREGULAR = re.compile(r"(?:um|[hsxyz])$")  # the plural is not made with an s
_WITH_ARTICLE = re.compile(
    r"\b(?:Agency|Authority|Board|Commission|Committee|Council|Department|Executive|Group|Ministry|Office)\b"
)
_COMPANY = re.compile(r" (?:Ltd|Limited)$")


@dataclass(frozen=True, slots=True)
class HolderName:
    """A holder in words: `text` whole, `short` an acronym or the shortest word for it.

    `type` is kind, organisation or outside. `kind` is the kind of body, "" for an outside party;
    `organisation_id` is "" unless one body is meant. Both choose the colour.
    """

    type: str
    id: str
    text: str
    short: str
    kind: str
    organisation_id: str

    @property
    def many(self) -> bool:
        """Whether `text` is a plural."""
        return self.type == "kind"

    @property
    def said(self) -> str:
        """Within a sentence: `primary care trusts`, `the Department of Health`, `NHS England`."""
        if self.many:
            return lower_first(self.text)
        return f"the {self.text}" if _WITH_ARTICLE.search(self.text) else self.text


def holder_name(registry: Registry, holder_type: str, holder_id: str, day: date) -> HolderName:
    """The name of a holder on `day`; of a kind of body its plural."""
    kind = registry.kinds.get(holder_id) if holder_type == "kind" else None
    if kind:
        short = _many(kind.short, kind.plural)
        return HolderName(holder_type, holder_id, kind.plural, short, holder_id, "")
    body = registry.organisations.get(holder_id) if holder_type == "organisation" else None
    if body:
        text = bare(display_name(registry, body.id, day).text)
        return HolderName(holder_type, holder_id, text, initials(text), body.kind, body.id)
    text = bare(holder_label(registry, holder_type, holder_id))
    return HolderName(holder_type, holder_id, text, initials(text), "", "")


def bare(text: str) -> str:
    """A name without what stands in brackets."""
    return _ASIDE.sub("", text) or text


def initials(text: str) -> str:
    """`DHSC` for "Department of Health and Social Care"; a name of one word stays as it is.

    Words in capitals are kept whole: `NHSE`, `UKHSA`.
    """
    words = re.findall(r"[A-Za-z]+", _COMPANY.sub("", text))
    capital = [word for word in words if word[0].isupper()]
    if len(capital) < 2:
        return text
    return "".join(word if word.isupper() else word[0] for word in capital)


def _many(short: str, plural: str) -> str:
    """`PCTs`, `LINks`, `Councils`, `Fundholding`; `Consortia`."""
    said = re.findall(r"[\w-]+", plural)
    if short.endswith("s") or short in said:
        return upper_first(short)  # a plural, or a word that has none
    acronym = sum(letter.isupper() for letter in short.split(" ")[0]) > 1
    regular = acronym or not _IRREGULAR.search(short)
    return upper_first(f"{short}s" if regular else said[-1])
