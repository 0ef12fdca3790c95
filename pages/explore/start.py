"""The start: what this is, whose data it shows, as known when, and three first questions."""

from datetime import date
from functools import partial

import streamlit as st

from explorer.layout.timeline.drawing import timeline_scene
from explorer.look import day_words
from explorer.timeline import timeline
from explorer.ui import links, show, text
from explorer.ui.record import registry

record = registry()
st.title("Who commissioned NHS care in England, and who became whom", anchor=False)
text.lead(
    f"{len(record.organisations):,} bodies since 1948, who they answered to and what became of"
    f" them, from {len(record.sources):,} sources: the NHS register, statutory instruments,"
    f" Hansard and others. As known on {day_words(record.edition.as_known_on)}."
)
links.questions(
    ("Who answered to whom on 1 April 2013?", "structure", {"day": date(2013, 4, 1)}),
    (
        "What changed overnight on 1 October 2006?",
        "changes",
        {"start": date(2006, 9, 30), "end": date(2006, 10, 1)},
    ),
    ("What happened to Northamptonshire Teaching PCT?", "lineage", {"org": "5PD"}),
)
show.picture("start", partial(timeline_scene, timeline(record)))
links.onward("Timeline: zoom, tables, what each reform did", "timeline")
