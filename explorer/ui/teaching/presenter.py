"""A story before a class: one step at a time in large type, with its picture, led by keys."""

from __future__ import annotations

from html import escape

import streamlit as st

from explorer.teaching.stories.reading import find_story, stories
from explorer.teaching.stories.story import Step, Story
from explorer.ui import state
from explorer.ui.record import registry
from explorer.ui.teaching import keys, slide_picture, ways
from explorer.ui.teaching.slide_picture import ASK, NOTICE


def shown() -> None:
    """The step that the address asks for; of the first story where it names none."""
    view = state.view()
    story = find_story(registry(), view.story) if view.story else stories(registry())[0]
    number = min(max(view.step, 1), len(story.steps))
    step = story.steps[number - 1]
    _keys(story)
    _head(story, number, step)
    _words(step, number, story)
    if picture := slide_picture.figure(step):
        st.html(picture)


def _keys(story: Story) -> None:
    keys.listen(
        "present-keys",
        {
            "Home": ways.step("present", story.id, 1),
            "End": ways.step("present", story.id, len(story.steps)),
            "Escape": ways.step("stories", story.id, 1),
        },
        views=(ways.out(step.view, story.id, n) for n, step in enumerate(story.steps, 1)),
        windows={"n": ways.step("stories", story.id, 1)},
        story=story.id,
    )


def _head(story: Story, number: int, step: Step) -> None:
    """One bar: where we are, the ways from here, the time."""
    total = len(story.steps)
    with st.container(horizontal=True, vertical_alignment="center", key="talk"):
        st.html(
            f'<p class="inside place">Step {number} of {total} '
            f'<progress max="{total}" value="{number}" aria-label="Progress"></progress></p>'
        )
        st.html(
            f'<nav class="inside steps" aria-label="Steps"><ul>{_ways(story, number, step)}</ul>'
            "</nav>"
        )
        keys.clock(story.id, sum(step.minutes for step in story.steps[:number]))


def _ways(story: Story, number: int, step: Step) -> str:
    whole = f"Open {ways.named(step.view, step.dated)} (key V)"
    found = [
        (ways.step("present", story.id, number - 1), "Back", "Previous step (left arrow)", "")
        if number > 1
        else None,
        (ways.step("present", story.id, number + 1), "Next", "Next step (right arrow)", "")
        if number < len(story.steps)
        else None,
        (ways.out(step.view, story.id, number), "Whole view (V)", whole, ""),
        (ways.step("stories", story.id, 1), "Notes (N)", "Notes in a second window (key N)",
         ' target="_blank"'),
        (ways.step("stories", story.id, 1), "End (Esc)", "End the presentation (Escape)", ""),
    ]  # fmt: skip
    return "".join(
        f'<li><a href="{escape(to)}" title="{escape(hint)}"{new}>{escape(label)}</a></li>'
        for to, label, hint, new in filter(None, found)
    )


def _words(step: Step, number: int, story: Story) -> None:
    st.title(step.title, anchor=False)
    said = "".join(f"<p>{escape(one)}</p>" for one in step.text)
    st.html(
        f'<section class="inside slide" data-story="{escape(story.id)}" data-step="{number}">'
        f"{said}<p><strong>{NOTICE}</strong> {escape(step.notice)}</p>"
        f"<p><strong>{ASK}</strong> {escape(step.ask)}</p></section>"
    )
