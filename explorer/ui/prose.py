"""Stories and lists of changes: sentences with their sources, and names that lead on."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import streamlit as st

from explorer.labels import KIN, words
from explorer.lineage import Lineage
from explorer.look import upper_first
from explorer.naming import display_name
from explorer.narrative.sentence import Story
from explorer.ui import links, sources


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
