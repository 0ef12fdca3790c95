"""The bodies of a difference by what happened to them, each a link to its lineage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from html import escape

import streamlit as st

from explorer.diff import Diff
from explorer.look import listed
from explorer.naming import display_name
from explorer.ui import links

OPENED_CLOSED = ("+ Opened", "− Closed")
ASPECTS = 3  # combinations of changed aspects named for one kind


def of(found: Diff) -> None:
    """Lists to open: who opened, closed, changed a name, a parent, a code."""

    def kinds(ids: tuple[str, ...]) -> Callable[[], str]:
        return lambda: _by_kind(found, ids)

    def items(changes: tuple, text: Callable[..., str]) -> Callable[[], str]:
        return lambda: _items(f"{text(each)}{_aspects(found, each)}" for each in changes)

    came, went = ("+ Gone later", "− Not opened yet") if found.backwards else OPENED_CLOSED
    _list(came, found.openings, kinds(found.openings))
    _list("+ Came into view, day not known", found.first_seen, kinds(found.first_seen))
    _list(went, found.closings, kinds(found.closings))
    _list("− Went out of view, day not known", found.last_seen, kinds(found.last_seen))
    _list("± Lived only in between", found.lived_between, kinds(found.lived_between))
    _list("~ Changed name", found.renamed, items(found.renamed, _renamed))
    _list("~ Answered to another body", found.moved, items(found.moved, _moved(found)))
    _list("~ Changed code and nothing else", found.recoded_only, items(found.recoded_only,
                                                                     _recoded(found)))  # fmt: skip
    _list("? May have happened by then", found.uncertain, kinds(found.uncertain))


def _list(title: str, bodies: tuple, html: Callable[[], str]) -> None:
    if bodies:
        with st.expander(f"{title} ({len(bodies):,})"):
            st.html(f'<div class="inside changed">{html()}</div>')


def _items(texts: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{text}</li>' for text in texts)}</ul>"


def _name(found: Diff, organisation_id: str) -> str:
    return links.body(organisation_id, display_name(found.registry, organisation_id).text)


def _renamed(each) -> str:
    return f"{escape(each.before)} became {links.body(each.organisation_id, each.after)}"


def _moved(found: Diff) -> Callable[..., str]:
    def names(ids: tuple[str, ...]) -> str:
        return "; ".join(_name(found, name) for name in ids) or "none recorded"

    return lambda each: (
        f"{_name(found, each.organisation_id)}: from {names(each.before)} to {names(each.after)}"
    )


def _recoded(found: Diff) -> Callable[..., str]:
    return lambda each: (
        escape(f"{each.scheme} {', '.join(each.before)} became {', '.join(each.after)}: ")
        + _name(found, each.organisation_id)
    )


def _aspects(found: Diff, each) -> str:
    """What really changed about a body that lived on."""
    aspects = listed(found.what_changed(each.organisation_id))
    return f"<small>Changed: {aspects}.</small>" if aspects else ""


def _by_kind(found: Diff, ids: tuple[str, ...]) -> str:
    kinds = defaultdict(list)
    for name in ids:
        kinds[found.registry.organisations[name].kind].append(name)
    return "".join(
        f"<h4>{escape(found.registry.kinds[kind].plural)} ({len(group):,})</h4>"
        f"{_against(found, group)}<p>{'; '.join(_name(found, name) for name in group)}</p>"
        for kind, group in kinds.items()
    )


def _against(found: Diff, ids: list[str]) -> str:
    """What changed against the bodies before or after them, so that a new name for an old thing
    can be told from a new thing."""
    counts = Counter(aspects for name in ids if (aspects := found.what_changed(name)))
    said = [f"{listed(aspects)} ({n:,})" for aspects, n in counts.most_common(ASPECTS)]
    rest = counts.total() - sum(n for _, n in counts.most_common(ASPECTS))
    if rest:
        said.append(f"other combinations ({rest:,})")
    words = "; ".join(said)
    return f"<p><small>Changed from one body to the next: {words}.</small></p>" if said else ""
