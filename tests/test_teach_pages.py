"""The pages for teaching under Streamlit's test harness: what class and teacher find there."""

import re

import pytest

from explorer.load import load
from explorer.teaching.stories.reading import stories
from tests.test_pages import opened, words

STORIES = stories(load())


def html(app):
    return " ".join(element.value for element in app.html)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_a_story_to_read_alone_has_a_picture_for_every_step(story):
    page = html(opened("stories", story=story.id))
    assert page.count('class="slide-picture"') == len(story.steps)
    assert all(re.findall(r'class="slide-picture"[^>]* alt="([^"]+)"', page))


def test_a_slide_leads_on_back_away_to_the_notes_and_out():
    said = words(opened("present", story="mergers", step="3"))
    for way in ("Step 3 of 7", "Back", "Next", "Whole view (V)", "Notes (N)", "End (Esc)"):
        assert way in said
    assert "Back" not in words(opened("present", story="mergers"))
    assert "Next" not in words(opened("present", story="mergers", step="7"))


def test_a_verdict_that_no_claim_has_is_said():
    said = words(opened("claims", verdict="held_earlier"))
    assert "No claim of these articles has this verdict." in said
    assert "No claim of these articles" not in words(opened("claims", verdict="misprint"))


def test_the_evidence_for_an_answer_opens_beside_the_paper():
    app = opened("quiz", seed="3", length="5")
    app.button[-1].click().run()
    links = re.findall(r'<a [^>]*aria-label="See the evidence[^>]*>', html(app))
    assert len(links) == 5
    assert all('target="_blank"' in link for link in links)
