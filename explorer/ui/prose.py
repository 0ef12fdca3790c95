"""Stories and lists of changes: sentences with their sources, and names that lead on."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from html import escape

import streamlit as st

from explorer.citing import conflicts_on
from explorer.labels import KIN, words
from explorer.lineage import Lineage
from explorer.look import day_words, upper_first
from explorer.model import Conflict, Organisation
from explorer.naming import display_name
from explorer.narrative import differing
from explorer.narrative.sentence import Story
from explorer.period import ONE_DAY
from explorer.ui import links, sources
from explorer.ui.record import registry


def story(told: Story, ids: Iterable[str]) -> None:
    """The paragraphs of a story. Names of the bodies `ids` lead to their lineage."""
    ids, cited = tuple(ids), sources.Numbering()
    paragraphs = (
        " ".join(f"{links.woven(each.text, ids)}{cited.marks(each.source_ids)}" for each in part)
        for part in told.paragraphs
    )
    st.html(f'<div class="inside story">{"".join(f"<p>{text}</p>" for text in paragraphs)}</div>')
    cited.popover()


def relatives(found: Lineage) -> None:
    """Everyone in a lineage by role, as links."""
    rows = []
    for role in dict.fromkeys(kin.role for kin in found.relatives if kin.role != "self"):
        ids = found.ids(role)
        names = (links.body(name, display_name(found.registry, name).text) for name in ids)
        label = escape(upper_first(words(KIN, role)))
        rows.append(f"<dt>{label} ({len(ids)})</dt><dd>{'; '.join(names)}</dd>")
    if rows:
        st.html(f'<dl class="inside kin">{"".join(rows)}</dl>')


def conflicts(subjects: Iterable[tuple[str, str]], tables: Collection[str] = ()) -> None:
    """Where sources disagree about these (subject_type, subject_id): what is kept, what another
    source says, and why; with `tables` about facts of these tables alone. Nothing where none do."""
    found = conflicts_on(registry(), subjects, tables)
    if not found:
        return
    with st.expander(f"Where sources differ ({len(found)})"):
        st.html(f'<ul class="inside events">{"".join(map(_conflict, found))}</ul>')


def _conflict(found: Conflict) -> str:
    kept, other = sources.cited(found.kept_source), sources.cited(found.other_source)
    whose, why = differing.subjects(registry(), found), upper_first(found.why)
    about = f"{differing.point(found)} ({whose})" if whose else differing.point(found)
    return (
        f"<li>{escape(about)}. Kept: {escape(differing.reading(found, found.kept))}. {kept} "
        f"Another source has: {escape(differing.reading(found, found.other))}. {other} "
        f"<small>{escape(why)}.</small></li>"
    )


def around(body: Organisation) -> None:
    """Links to the structure round a body on its first and last day, and to what changed then."""
    first, end, known = body.lifetime.start, body.lifetime.end, registry().edition.as_known_on
    inside = links.anchor("structure", f"The structure round it on {day_words(first)}",
                          day=first, under=body.id)  # fmt: skip
    last = end - ONE_DAY if end else known
    late = links.anchor("structure", f"on {day_words(last)}", day=last, under=body.id)
    parts = [f"{inside} and {late}."]
    for label, change in (("as it came", first), ("as it went", end)):
        if change and change > registry().edition.first_day:
            words = f"What changed on {day_words(change)}, {label}"
            parts.append(links.anchor("changes", words, start=change - ONE_DAY, end=change) + ".")
    st.html(f'<p class="inside onward">{" ".join(parts)}</p>')
