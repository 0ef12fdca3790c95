"""Handouts parsed back: A4, one or two pages and the answers on their own, all words there."""

import io
import re
from datetime import date

import pytest
from pypdf import PdfReader

from explorer.drawing.page import unframed
from explorer.errors import DateError, UnknownOrganisation
from explorer.handouts.file import handout_pdf
from explorer.handouts.handout import Asked, Picture, Words, handout
from explorer.handouts.of_body import body_handout
from explorer.handouts.of_change import change_handout
from explorer.handouts.of_quiz import quiz_handout
from explorer.handouts.of_story import story_handout, story_notes
from explorer.load import load
from explorer.look import source_line
from explorer.teaching.quiz.paper import paper
from explorer.teaching.stories.reading import stories

RECORD = load()
STORIES = stories(RECORD)
A4 = (595.276, 841.89)
MADE = {
    **{f"story {one.id}": story_handout(RECORD, one) for one in STORIES},
    "quiz of 10": quiz_handout(RECORD, paper(RECORD, 1)),
    "quiz of 20": quiz_handout(RECORD, paper(RECORD, 2, length=20, level=3)),
    "trust": body_handout(RECORD, "5PD"),
    "board": body_handout(RECORD, "QHM"),
    "national body": body_handout(RECORD, "nhs-england"),
    "group with a label": body_handout(RECORD, "4MX22"),
    "2013": change_handout(RECORD, date(2013, 3, 31), date(2013, 4, 1)),
    "backwards": change_handout(RECORD, date(2013, 4, 1), date(2013, 3, 31)),
    "nothing": change_handout(RECORD, date(2010, 7, 11), date(2010, 7, 12)),
}


def read(made):
    return list(PdfReader(io.BytesIO(handout_pdf(made))).pages)


def plain(text):
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("name", sorted(MADE))
def test_a_handout_has_one_or_two_pages_and_its_answers_on_the_next(name):
    pages = read(MADE[name])
    texts = [plain(page.extract_text()) for page in pages]
    first = next(n for n, text in enumerate(texts) if text.startswith("Answers"))
    assert 1 <= first <= 2
    assert len(pages) - first == 1
    for page in pages:
        assert [float(side) for side in page.mediabox[2:]] == pytest.approx(A4, abs=0.01)
    for answer in MADE[name].answers:
        words = plain(answer.text.rstrip("."))
        assert any(words in text for text in texts[first:])
        if len(words) > 40:  # short ones are among the options too
            assert not any(words in text for text in texts[:first])


@pytest.mark.parametrize("name", sorted(MADE))
def test_every_word_of_a_handout_can_be_read_and_every_page_has_source_and_licence(name):
    texts = [plain(page.extract_text()) for page in read(MADE[name])]
    whole = "".join(texts)
    foot = plain(source_line(RECORD.edition))
    assert all(foot in text for text in texts)
    assert "OpenGovernmentLicencev3.0" in foot
    for block in MADE[name].blocks:
        if isinstance(block, Words | Asked):
            bare = whole.replace(foot, "")
            assert all(plain(part) in bare for part in re.split(r"(?<=[.?]) ", block.text)[:1])
        if isinstance(block, Asked):
            assert all(plain(option) in whole for option in block.options)


@pytest.mark.parametrize("name", ["story mergers", "quiz of 10", "trust"])
def test_a_handout_is_the_same_to_the_byte_each_time(name):
    assert handout_pdf(MADE[name]) == handout_pdf(MADE[name])


@pytest.mark.parametrize("name", ["trust", "2013"])
def test_a_drawing_is_in_one_ink(name):
    scene = next(block.scene for block in MADE[name].blocks if isinstance(block, Picture))
    for item in scene.items:
        for colour in filter(None, (item.fill, item.stroke, item.hatch)):
            red, green, blue = colour[1:3], colour[3:5], colour[5:7]
            assert red == green == blue


@pytest.mark.parametrize("name", ["trust", "board", "national body", "2013", "nothing"])
def test_a_drawing_on_paper_can_be_read(name):
    scene = next(block.scene for block in MADE[name].blocks if isinstance(block, Picture))
    bare = unframed(scene)
    scale = min(493 / bare.width, 0.55 * 842 / bare.height)  # pt of A4 between its margins
    assert min(text.size for text in bare.texts) * scale >= 6


def test_a_drawing_too_tall_for_paper_gives_way_to_a_brief_one():
    names = {
        name: next(b.scene.name for b in MADE[name].blocks if isinstance(b, Picture))
        for name in ("trust", "2013")
    }
    assert names == {"trust": "brief", "2013": "ribbon"}


def test_the_notes_hold_all_that_a_speaker_needs():
    story = STORIES[0]
    text = plain("".join(page.extract_text() for page in read(story_notes(RECORD, story))))
    for step in story.steps:
        for part in (step.title, step.shows, step.dated, step.notice, step.ask, step.answer):
            assert plain(part) in text


def test_a_name_cannot_become_a_command_or_steer_the_line():
    hostile = '#panic("x") <script> $x$ *b* \u202eabc = 1+1'
    made = handout(RECORD, hostile, hostile, [Words(hostile), Asked(1, hostile, (hostile,))])
    text = "".join(page.extract_text() for page in read(made))
    assert plain('#panic("x")<script>$x$*b*abc=1+1') in plain(text)


def test_unknown_bodies_and_days_are_refused():
    with pytest.raises(UnknownOrganisation):
        body_handout(RECORD, "nonesuch")
    with pytest.raises(DateError):
        change_handout(RECORD, date(1900, 1, 1), date(2013, 4, 1))
