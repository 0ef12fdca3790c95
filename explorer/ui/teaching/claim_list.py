"""Claims of articles with our finding, and a sentence that a reader checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

import streamlit as st

from explorer.errors import UnknownName
from explorer.labels import words
from explorer.look import counted, day_words, listed
from explorer.narrative.phrases import count_words
from explorer.narrative.sentence import Sentence
from explorer.teaching.address import Address
from explorer.teaching.claims import VERDICTS, CheckedClaim
from explorer.teaching.evidence import of_kind
from explorer.teaching.sentence_check import reasons, sentence_check
from explorer.teaching.words import OUTCOME, RECORDED, VERDICT, VERDICT_SUMS
from explorer.ui import dates, sources, state
from explorer.ui.record import registry

PAGE = "claims"


def sums(found: Iterable[CheckedClaim]) -> str:
    """How many claims there are, and how many of each verdict."""
    found = tuple(found)
    by = Counter(each.verdict for each in found)
    said = [VERDICT_SUMS[name].format(by[name]) for name in VERDICTS if by[name]]
    total = counted(len(found), "claim", "claims")
    articles = counted(len({each.claim.document_id for each in found}), "article", "articles")
    return f"{total} from {articles}, each held against the record: {listed(said)}."


def sentence() -> None:
    """A sentence that the reader puts together, and what the record says to it."""
    record, view = registry(), state.view()
    st.subheader("Check a sentence", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.number_input("There were", 0, 9999, step=1, width=170, **state.tie(PAGE, "number"))
        kinds = sorted(record.kinds, key=lambda name: record.kinds[name].plural.casefold())
        st.selectbox(
            "Of what kind",
            kinds,
            index=None,
            placeholder="Choose a kind of body",
            format_func=lambda name: record.kinds[name].plural,
            width=420,
            **state.tie(PAGE, "kind"),
        )
        dates.day(PAGE, label="On this day")
    if view.number is None or view.kind is None:
        _shown("Choose a number, a kind of body and a day: for instance 211 clinical commissioning"
               " groups on 1 April 2013.", "notes")  # fmt: skip
        return
    found = sentence_check(record, view.kind, view.number, view.day)
    said = f"On {day_words(view.day)} there were {count_words(record, view.kind, view.number)}."
    cited = sources.Numbering()
    why = _sentences(reasons(record, found), cited)
    link = _link(of_kind(record, view.kind, view.day), "See the evidence")
    st.html(
        f'<div class="inside verdict" role="status"><p><q>{escape(said)}</q></p>'
        f"<p><strong>{OUTCOME[found.outcome]}.</strong> {why} {link}</p></div>"
    )
    cited.popover()


def verdicts() -> None:
    """A choice of one verdict."""
    st.subheader("What articles say", anchor=False)
    st.pills(
        "Verdict (all if none is chosen)",
        VERDICTS,
        format_func=VERDICT.get,
        **state.tie(PAGE, "verdict"),
    )


def claim_list(found: Iterable[CheckedClaim]) -> None:
    """The claims of the chosen verdict by article, with finding, verdicts and evidence."""
    wanted, cited = state.view().verdict, sources.Numbering()
    if wanted not in (None, *VERDICTS):
        raise UnknownName("verdict", wanted, VERDICTS)
    by_document: dict[str, list[CheckedClaim]] = {}
    for each in found:
        if wanted in (None, each.verdict):
            by_document.setdefault(each.claim.document_id, []).append(each)
    if not by_document:
        _shown("No claim of these articles has this verdict.", "notes")
        return
    for document, group in by_document.items():
        source = registry().sources[document]
        dated = f", {source.date}" if source.date else ""
        st.html(
            f'<section class="inside claims"><h3>{escape(source.title)}</h3>'
            f"<p class='soft'>Publisher: {escape(source.publisher)}{escape(dated)}</p>"
            f"<ul>{''.join(_item(each, cited) for each in group)}</ul></section>"
        )
    cited.popover()


def _item(each: CheckedClaim, cited: sources.Numbering) -> str:
    claim = each.claim
    when = f"Speaks of {each.spoken_of.words}" if each.spoken_of else "Time not stated"
    evidence = (claim.evidence_source_id,) if claim.evidence_source_id else ()
    noted = [Sentence(f"Note of the record: {claim.note}.", evidence)] if claim.note else []
    if not noted and evidence:
        noted = [Sentence("The record names this source.", evidence)]
    said = [*each.found, *noted]
    if not said:
        said = [Sentence("The record holds nothing that could decide this.")]
    return (
        f'<li id="{escape(claim.id)}"><p class="claim"><q>{escape(claim.claim)}</q></p>'
        f"<p><strong>{VERDICT[each.verdict]}.</strong> "
        f"{when}. Recorded as: {words(RECORDED, claim.verdict)}.</p>"
        f"<p>{_sentences(said, cited)} {_link(each.evidence, 'See the evidence')}</p></li>"
    )


def _sentences(said: Iterable[Sentence], cited: sources.Numbering) -> str:
    return " ".join(f"{escape(one.text)}{cited.marks(one.source_ids)}" for one in said)


def _link(to: Address, label: str) -> str:
    return f'<a href="{escape(to.path.lstrip("/"))}">{label}</a>'


def _shown(text: str, style: str) -> None:
    st.html(f'<div class="inside {style}"><p>{escape(text)}</p></div>')
