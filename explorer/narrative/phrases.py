"""Names, shares and numbers as parts of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from explorer.labels import BASIS, words
from explorer.look import counted, day_words, listed, lower_first, percent
from explorer.model import Organisation, Registry, Succession
from explorer.naming import display_name, ods_code
from explorer.period import ONE_DAY, PartialDate

NOT_STATED = "share not stated"
LABEL_NOTE = "Words in quotation marks are our labels, not names."
WORKED_OUT = "(worked out, not stated by a source)"


def named(registry: Registry, organisation_id: str, day: date) -> str:
    """The name on `day`; a label of ours stands in quotation marks."""
    name = display_name(registry, organisation_id, day)
    return f"“{name}”" if name.is_label else name.text


def with_code(registry: Registry, organisation_id: str, day: date, *also: str) -> str:
    """The name on `day` with its ODS code, and what else should stand beside it, in brackets."""
    name, code = named(registry, organisation_id, day), ods_code(registry, organisation_id)
    beside = [code] if code and code not in name else []
    return bracketed(name, *beside, *also)


def bracketed(name: str, *parts: str) -> str:
    """`Name (part; part)`, or the name alone."""
    return f"{name} ({'; '.join(parts)})" if parts else name


def before(when: PartialDate) -> date:
    """The day on which the bodies that a change ended were last there."""
    return when.first - ONE_DAY


def labels_noted(text: str) -> Iterator[str]:
    """The note on labels, if the text holds one."""
    if "“" in text:
        yield LABEL_NOTE


def share_words(arc: Succession) -> str:
    """`all of it`, `88% of its postcodes`, or `share not stated`; "it" is the body before."""
    if arc.share is None:
        return NOT_STATED
    if arc.share == 1:
        return "all of it"
    return f"{percent(arc.share)} of its {words(BASIS, arc.basis)}"


def shares_said(arcs: Iterable[Succession]) -> Iterator[str]:
    """The share of each arc; the basis is named once while it stays the same."""
    said = None
    for arc in arcs:
        part = arc.share not in (None, 1)
        yield percent(arc.share) if part and arc.basis == said else share_words(arc)
        said = arc.basis if part else said


def divided(registry: Registry, arcs: Iterable[Succession], *, codes: bool = False) -> str:
    """Who got which share of one body: `B (88% of its postcodes) and C (9%)`."""
    arcs = tuple(arcs)

    def put(arc: Succession, *share: str) -> str:
        if codes:
            return with_code(registry, arc.to_id, arc.date.first, *share)
        return bracketed(named(registry, arc.to_id, arc.date.first), *share)

    if len(arcs) > 1 and all(arc.share is None for arc in arcs):
        return f"{listed(map(put, arcs))} (shares not stated)"
    return listed(map(put, arcs, shares_said(arcs)))


def rest_words(arcs: Iterable[Succession]) -> str:
    """What the known shares of a division leave open; "" where they add to the whole."""
    shares = [arc.share for arc in arcs]
    if None in shares or sum(shares) > 0.995:
        return ""
    return f"The shares add to {percent(sum(shares))}; the rest is not recorded."


def kind_words(registry: Registry, kind: str) -> str:
    """The label of a kind inside a sentence: `integrated care board`."""
    return lower_first(registry.kinds[kind].label)


def plural_words(registry: Registry, kind: str) -> str:
    """The plural of a kind inside a sentence: `integrated care boards`."""
    return lower_first(registry.kinds[kind].plural)


def count_words(registry: Registry, kind: str, count: int) -> str:
    """`211 clinical commissioning groups`, `1 care trust`, `no health authorities`."""
    return counted(count, kind_words(registry, kind), plural_words(registry, kind))


def bodies_words(registry: Registry, ids: Iterable[str]) -> str:
    """A number of bodies by their kind where they share one: `16 commissioning groups`."""
    found = [registry.organisations[name] for name in ids]
    kinds = {body.kind for body in found}
    if len(kinds) == 1:
        return count_words(registry, kinds.pop(), len(found))
    return counted(len(found), "body", "bodies")


def end_words(body: Organisation) -> str:
    """The last day of a closed body: `31 March 2013`, `31 March 1996 at the latest`."""
    return day_words(body.closed, latest=body.closed_by)
