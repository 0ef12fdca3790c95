"""Lesson plans: for every story its steps as links with what the class should see; handouts."""

from __future__ import annotations

from html import escape

import streamlit as st

from explorer.handouts.of_body import body_handout
from explorer.handouts.of_change import change_handout
from explorer.handouts.of_story import story_handout, story_notes
from explorer.teaching.stories.reading import stories
from explorer.teaching.stories.story import Step, Story
from explorer.ui import controls, dates, state, text
from explorer.ui.record import registry
from explorer.ui.teaching import downloads, ways

PAGE = "lessons"


def plans() -> None:
    """Every story as a lesson."""
    for story in stories(registry()):
        with st.expander(f"{story.title} ({story.minutes} minutes)"):
            _plan(story)


def _plan(story: Story) -> None:
    rows = "".join(_row(story, number, step) for number, step in enumerate(story.steps, 1))
    present = escape(ways.step("present", story.id, 1))
    read = escape(ways.step("stories", story.id, 1))
    st.html(
        f'<div class="inside lesson"><p>{escape(story.summary)}</p>'
        f'<p><a href="{present}">Present it</a> · <a href="{read}">Read it</a> · '
        f'<a href="{escape(ways.out(story.quiz))}">Quiz at the end</a></p>'
        f'<div class="frame" tabindex="0" role="group" aria-label="Plan of the lesson">'
        f"<table><thead><tr><th>Step</th><th>Minutes</th><th>Open</th>"
        f"<th>What the class should see</th></tr></thead><tbody>{rows}</tbody></table></div></div>"
    )
    with st.container(horizontal=True):
        downloads.pdf("Handout with questions", f"handout-{story.id}",
                      lambda: story_handout(registry(), story))  # fmt: skip
        downloads.pdf("Speaker's notes", f"notes-{story.id}",
                      lambda: story_notes(registry(), story))  # fmt: skip


def _row(story: Story, number: int, step: Step) -> str:
    link = escape(ways.out(step.view, story.id, number))
    return (
        f"<tr><td>{number}. {escape(step.title)}</td><td>{step.minutes}</td>"
        f'<td><a href="{link}">{escape(step.shows)}, {escape(step.dated)}</a></td>'
        f"<td>{escape(step.notice)}</td></tr>"
    )


def handouts() -> None:
    """A handout for any body, and one for any two days."""
    st.subheader("Handouts on any body or change", anchor=False)
    view = state.view()
    controls.body(PAGE)
    downloads.pdf("Handout on this body", f"handout-{view.org}",
                  lambda: body_handout(registry(), view.org))  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom"):
        dates.day(PAGE, "start", "First day")
        dates.day(PAGE, "end", "Second day")
    name = f"handout-{view.start.isoformat()}-{view.end.isoformat()}"
    downloads.pdf("Handout on this change", name,
                  lambda: change_handout(registry(), view.start, view.end))  # fmt: skip


def lead() -> None:
    """What is here, and how long it takes."""
    found = stories(registry())
    shortest, longest = (f(story.minutes for story in found) for f in (min, max))
    text.lead(
        f"{len(found)} lessons of {shortest} to {longest} minutes. Each step is a link to a view,"
        " with the heading and the date that the class should see there."
    )
