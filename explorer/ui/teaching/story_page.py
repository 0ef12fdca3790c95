"""Guided stories to read alone: the list of them, and one story with all its steps."""

from __future__ import annotations

from html import escape

import streamlit as st

from explorer.handouts.of_story import story_handout, story_notes
from explorer.look import counted
from explorer.teaching.stories.reading import FOLDER, find_story, stories
from explorer.teaching.stories.story import Step, Story
from explorer.ui import links, sources, state, text
from explorer.ui.record import registry
from explorer.ui.teaching import downloads, keys, slide_picture, ways


def shown() -> None:
    """The story that the address asks for, or all of them."""
    asked = state.view().story
    _one(find_story(registry(), asked)) if asked else _all()


def _all() -> None:
    st.title("Guided stories", anchor=False)
    found = stories(registry())
    text.lead(
        f"{counted(len(found), 'story', 'stories')} to read alone or to present to a class. Each"
        " step opens a view of the record, says what to notice and asks a question."
    )
    items = "".join(
        f'<li><a href="{escape(ways.step("stories", one.id, 1))}">{escape(one.title)}</a>'
        f"<p>{escape(one.summary)}</p><p class='soft'>{_size(one)}</p></li>"
        for one in found
    )
    st.html(f'<ul class="inside stories">{items}</ul>')
    text.notes(
        [f"A story is one Markdown file in the folder {FOLDER.name} of the data package. Whoever"
         " adds a file adds a story; a faulty file is refused with the line of the fault."]
    )  # fmt: skip


def _size(story: Story) -> str:
    return f"{counted(len(story.steps), 'step', 'steps')}, about {story.minutes} minutes"


def _one(story: Story) -> None:
    st.title(story.title, anchor=False)
    text.lead(story.summary)
    st.html(
        f'<p class="inside onward"><a href="{escape(ways.step("present", story.id, 1))}">'
        f"Present this story</a> ({_size(story)}) · "
        f"{links.anchor('stories', 'All guided stories', story=None, step=1)}</p>"
    )
    with st.container(horizontal=True):
        downloads.pdf("Handout with questions", f"handout-{story.id}",
                      lambda: story_handout(registry(), story))  # fmt: skip
        downloads.pdf("Speaker's notes", f"notes-{story.id}",
                      lambda: story_notes(registry(), story))  # fmt: skip
    keys.follow(story.id)
    cited = sources.Numbering()
    for number, step in enumerate(story.steps, 1):
        _step(story, number, step, cited)
    quiz = ways.out(story.quiz)
    st.html(f'<p class="inside onward"><a href="{escape(quiz)}">A quiz to go with it</a></p>')
    cited.popover()


def _step(story: Story, number: int, step: Step, cited: sources.Numbering) -> None:
    view = ways.out(step.view, story.id, number)
    words = [*step.text[:-1], step.text[-1]]
    said = "".join(f"<p>{escape(one)}</p>" for one in words[:-1])
    st.html(
        f'<section class="inside step" id="step-{number}">'
        f"<h2>{number}. {escape(step.title)}</h2>{said}"
        f"<p>{escape(words[-1])}{cited.marks(step.source_ids)}</p>"
        f"{slide_picture.figure(step)}"
        f'<p><a href="{escape(view)}">See it: {escape(ways.named(step.view, step.dated))}</a></p>'
        f"<p><strong>Notice.</strong> {escape(step.notice)}</p>"
        f"<p><strong>Ask.</strong> {escape(step.ask)}</p>"
        f"<details><summary>An answer</summary><p>{escape(step.answer)}</p></details>"
        f"</section>"
    )
