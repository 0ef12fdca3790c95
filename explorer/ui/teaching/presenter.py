"""A story before a class: one step at a time in large type, with its picture, led by keys."""

from __future__ import annotations

from base64 import b64encode
from html import escape

import streamlit as st

from explorer.drawing.page import unframed
from explorer.errors import ExplorerError
from explorer.export.svg import svg
from explorer.handouts.pictures import drawn
from explorer.teaching.address import Address
from explorer.teaching.stories.reading import find_story, stories
from explorer.teaching.stories.story import Step, Story
from explorer.ui import state, text
from explorer.ui.record import registry
from explorer.ui.teaching import keys, ways

WIDTH = 760  # px of the drawing as laid out: shown larger, its type can be read from the back row


def shown() -> None:
    """The step that the address asks for; of the first story where it names none."""
    view = state.view()
    story = find_story(registry(), view.story) if view.story else stories(registry())[0]
    number = min(max(view.step, 1), len(story.steps))
    step = story.steps[number - 1]
    _keys(story)
    _head(story, number)
    _words(step, number, story)
    _picture(step.view)
    _foot(story, number, step)


def _keys(story: Story) -> None:
    keys.listen(
        "present-keys",
        {
            "Home": ways.step("present", story.id, 1),
            "End": ways.step("present", story.id, len(story.steps)),
            "Escape": ways.step("stories", story.id, 1),
        },
        (ways.out(step.view, story.id, number) for number, step in enumerate(story.steps, 1)),
    )


def _head(story: Story, number: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="talk"):
        total = len(story.steps)
        st.html(
            f'<p class="inside place">Step {number} of {total} '
            f'<progress max="{total}" value="{number}" aria-label="Progress"></progress></p>'
        )
        keys.clock(story.id, sum(step.minutes for step in story.steps[:number]))


def _words(step: Step, number: int, story: Story) -> None:
    st.title(step.title, anchor=False)
    said = "".join(f"<p>{escape(one)}</p>" for one in step.text)
    st.html(
        f'<section class="inside slide" data-story="{escape(story.id)}" data-step="{number}">'
        f"{said}<p><strong>Notice.</strong> {escape(step.notice)}</p>"
        f"<p><strong>Question.</strong> {escape(step.ask)}</p></section>"
    )


def _picture(view: Address) -> None:
    theme = st.context.theme.type or "light"
    try:
        made = _image(registry().edition.digest, view.path, theme, view)
    except ExplorerError as error:  # what was asked for cannot be drawn, and it says why
        st.info(text.plain(str(error)))
        return
    if made:
        st.html(made)


@st.cache_data(max_entries=60, show_spinner="Drawing…")
def _image(digest: str, path: str, theme: str, _view: Address) -> str:
    scene = drawn(registry(), _view, width=WIDTH, theme=theme)
    if scene is None:
        return ""
    bare = unframed(scene)
    data = b64encode(svg(bare).encode()).decode()
    return (
        f'<img class="slide-picture" src="data:image/svg+xml;base64,{data}"'
        f' alt="{escape(scene.alt)}" width="{bare.width:g}" height="{bare.height:g}">'
        f'<div class="inside caption"><p>{escape(scene.source_line)}</p></div>'
    )


def _foot(story: Story, number: int, step: Step) -> None:
    view = ways.out(step.view, story.id, number)
    before = ways.step("present", story.id, number - 1)
    onward = ways.step("present", story.id, number + 1)
    parts = [
        f'<a href="{escape(before)}">Previous step (left arrow)</a>' if number > 1 else "",
        f'<a href="{escape(onward)}">Next step (right arrow)</a>'
        if number < len(story.steps)
        else "",
        f'<a href="{escape(view)}">Open {escape(ways.named(step.view, step.dated))} (key V)</a>',
        f'<a href="{escape(ways.step("stories", story.id, 1))}">End the presentation (Escape)</a>',
    ]
    items = "".join(f"<li>{part}</li>" for part in parts if part)
    st.html(f'<nav class="inside steps" aria-label="Steps"><ul>{items}</ul></nav>')
