"""Stories: each step opens what it says, each number is the record's, each fault is named."""

import re
from datetime import date

import pytest

from explorer.errors import DataError, UnknownName
from explorer.load import load
from explorer.narrative.changes import diff_paragraph
from explorer.teaching.stories.checking import heading
from explorer.teaching.stories.figures import SORTS, figure
from explorer.teaching.stories.numbers import numbers
from explorer.teaching.stories.reading import find_story, read_story, stories
from explorer.view import PAGES

RECORD = load()
STORIES = stories(RECORD)
STEPS = [(story, number, step) for story in STORIES for number, step in enumerate(story.steps, 1)]
ids = [f"{story.id}-{number}" for story, number, _ in STEPS]

HEAD = "---\ntitle: A title\nsummary: A summary.\nquiz: quiz?seed=3\n---\n"
STEP = """---
step: One step
view: structure?on=2013-04-01
shows: Structure at a date
dated: 1 April 2013
minutes: 5
notice: What to notice.
ask: What to ask?
answer: An answer.
sources: hcl-final-wave
figure: 211 = bodies clinical_commissioning_group 2013-04-01
---

There were 211 groups.
"""


def faults(text, file="a-story.md"):
    story, wrong = read_story(RECORD, file, text)
    assert (story is None) == bool(wrong)
    return [str(fault) for fault in wrong]


# The stories of the package -----------------------------------------------------------------------


def test_there_are_eight_stories_of_seven_steps_or_more():
    assert len(STORIES) == 8
    assert all(len(story.steps) >= 7 for story in STORIES)
    assert len({story.title for story in STORIES}) == 8


@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_a_step_shows_the_heading_it_promises_and_cites_the_record(story, number, step):
    assert heading(RECORD, step.view) == step.shows
    assert step.source_ids
    assert all(name in RECORD.sources for name in step.source_ids)
    assert 1 <= step.minutes <= 10


@pytest.mark.parametrize(("story", "number", "step"), STEPS, ids=ids)
def test_a_step_can_be_read_from_the_back_of_a_class(story, number, step):
    words = " ".join(step.text).split()
    assert 8 <= len(words) <= 75  # six lines of 26 px on a screen of 1280
    assert len(step.notice.split()) <= 35
    assert len(step.ask.split()) <= 35


def test_a_story_is_found_by_the_name_of_its_file():
    assert find_story(RECORD, "mergers").title == "211 to 106 to 42 to 36: mergers"
    with pytest.raises(UnknownName) as refused:
        find_story(RECORD, "merger")
    assert str(refused.value) == (
        "No story 'merger' in this edition of the record. Did you mean: mergers?"
    )


def test_steps_beyond_the_last_are_the_last():
    story = find_story(RECORD, "mergers")
    assert story.step(99) == story.steps[-1]
    assert story.step(0) == story.steps[0]


def test_any_trainer_can_add_a_story_by_adding_a_file(tmp_path):
    (tmp_path / "mine.md").write_text(HEAD + STEP)
    (story,) = stories(RECORD, tmp_path)
    assert (story.id, story.title, story.minutes) == ("mine", "A title", 5)
    assert story.steps[0].view.view.day == date(2013, 4, 1)
    assert story.steps[0].text == ("There were 211 groups.",)


def test_the_faults_of_all_files_come_at_once(tmp_path):
    (tmp_path / "one.md").write_text("")
    (tmp_path / "two.md").write_text(HEAD)
    (tmp_path / "three.md").write_bytes(b"\xff")
    with pytest.raises(DataError) as refused:
        stories(RECORD, tmp_path)
    assert [problem.file for problem in refused.value.problems] == ["one.md", "three.md", "two.md"]


# Faults, word by word -----------------------------------------------------------------------------


def test_a_sound_story_has_no_fault():
    assert faults(HEAD + STEP) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "view: structure?on=2013-04-01",
            "view: structur?on=2013-04-01",
            f"a-story.md:8 view: 'structur?on=2013-04-01' is no page of the explorer; the pages"
            f" are: {', '.join(PAGES)}",
        ),
        (
            "view: structure?on=2013-04-01",
            "view: structure?on=2013-04-31",
            "a-story.md:8 view: The link asked for on=2013-04-31, which cannot be read; it was"
            " left out.",
        ),
        (
            "view: structure?on=2013-04-01",
            "view: structure?on=2013-04-01&org=08F",
            "a-story.md:8 view: the page 'structure' does not use: org",
        ),
        (
            "shows: Structure at a date",
            "shows: Structure",
            "a-story.md:9 shows: 'Structure', but the heading of the view is 'Structure at a date'",
        ),
        (
            "dated: 1 April 2013",
            "dated: 2 April 2013",
            "a-story.md:10 dated: '2 April 2013', but the view is of 1 April 2013",
        ),
        (
            "view: structure?on=2013-04-01\nshows: Structure at a date\ndated: 1 April 2013",
            "view: counts\nshows: Counts ledger\ndated: 14 May 1977",
            "a-story.md:10 dated: the record has nothing on 14 May 1977",
        ),
        (
            "minutes: 5",
            "minutes: five",
            "a-story.md:11 minutes: 'five' is no number of minutes from 1 to 60",
        ),
        (
            "sources: hcl-final-wave",
            "sources: hcl-final-waves",
            "a-story.md:15 sources: 'hcl-final-waves' is not in sources.csv",
        ),
        (
            "sources: hcl-final-wave",
            "sources:",
            "a-story.md:15 sources: is missing; every step has one",
        ),
        (
            "minutes: 5",
            "minutes: 5\nminutes: 6",
            "a-story.md:12 minutes: is given twice",
        ),
        (
            "minutes: 5",
            "minutes: 5\ncolour: red",
            "a-story.md:12 colour: unknown field; those known here are: step, view, shows, dated,"
            " minutes, notice, ask, answer, sources, figure",
        ),
        (
            "minutes: 5",
            "five minutes",
            "a-story.md:11: 'five minutes' is not a line such as 'minutes: 5', or an indented line"
            " that continues the one before",
        ),
        (
            "figure: 211 =",
            "figure: 212 =",
            "a-story.md:16 figure: '212 = bodies clinical_commissioning_group 2013-04-01': the"
            " record has 211",
        ),
        (
            "There were 211 groups.",
            "There were 211 groups and 27 teams.",
            "a-story.md:19: the text says 27, and no line 'figure: 27 = …' bears it out",
        ),
        (
            "There were 211 groups.",
            "There were 211 groups and twenty-seven teams.",
            "a-story.md:19: the text says 27, and no line 'figure: 27 = …' bears it out",
        ),
        (
            "There were 211 groups.",
            "There were groups.",
            "a-story.md:16 figure: the text does not say 211",
        ),
        (
            "There were 211 groups.",
            "There were 211 groups on 14 May 1977.",
            "a-story.md:19: the record has nothing on 14 May 1977",
        ),
        ("There were 211 groups.\n", "", "a-story.md:6: the step has no words"),
        (
            "quiz: quiz?seed=3",
            "quiz: quiz?seed=3&era=1066-99",
            "a-story.md:4 quiz: No era '1066-99' in this edition of the record.",
        ),
        (
            "quiz: quiz?seed=3",
            "quiz: structure",
            "a-story.md:4 quiz: 'structure' opens the page 'structure', not the quiz",
        ),
        ("title: A title\n", "", "a-story.md:1 title: is missing; every story has one"),
    ],
)
def test_a_fault_names_file_line_and_what_is_wrong(old, new, fault):
    text = HEAD + STEP
    assert old in text
    assert any(found.startswith(fault) for found in faults(text.replace(old, new)))


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "a-story.md: is empty; a story has a title and steps"),
        ("Hello", "a-story.md:1: a story begins with a line of three dashes and its title"),
        (HEAD, "a-story.md:1: the story has no steps"),
        (HEAD + "Hello\n" + STEP, "a-story.md:6: words before the first step"),
        (HEAD + "---\nstep: x\n", "a-story.md:6: this line of three dashes has no partner"),
    ],
)
def test_a_file_that_is_no_story_is_refused(text, fault):
    assert fault in faults(text)


def test_the_name_of_a_file_is_checked_because_it_stands_in_addresses():
    assert faults(HEAD + STEP, "My Story.md") == [
        "My Story.md: the name of a story file has small letters, digits and dashes only"
    ]


def test_a_field_goes_on_in_indented_lines():
    text = (HEAD + STEP).replace("notice: What to notice.", "notice: What\n  to notice.")
    story, _ = read_story(RECORD, "a.md", text)
    assert story.steps[0].notice == "What to notice."


# Figures ------------------------------------------------------------------------------------------


def test_dates_are_no_numbers_and_all_others_are():
    assert numbers("On 1 April 2013, in May 2010 and 2013/14, 1,234 of 5 were £25.4 billion.") == (
        *("1,234", "5", "25.4"),
    )


def test_numbers_in_words_count_from_three_on():
    said = "Twelve closed, six opened; one or two of the twenty-eight had three-quarters in October"
    assert numbers(said) == ("12", "6", "28")


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("211 = bodies clinical_commissioning_group 2013-04-01", ""),
        ("481 = published primary_care_group 1999-04-01", ""),
        ("25.4 = billion nhs-england 2013/14", ""),
        ("7 = months board-shadow-01", ""),
        ("12 = closed integrated_care_board 2026-03-31 2026-04-01", ""),
        ("6 = opened integrated_care_board 2026-03-31 2026-04-01", ""),
        ("6 = fewer integrated_care_board 2026-03-31 2026-04-01", ""),
        ("3 = apart months 2006-07-01 2006-10-01", ""),
        ("2 = apart years 2013-04-01 2015-03-31", ""),
        (
            "4 = apart months 2006-07-01 2006-10-01",
            "'4 = apart months 2006-07-01 2006-10-01': the record has 3",
        ),
        ("3 = apart weeks 2006-07-01 2006-10-01", None),
        ("57 = event icb-2022", "'57 = event icb-2022': the record has 42, 106"),
        ("18 = reform reform-ccg-mergers-2018", ""),
        ("12 = passed primary_care_trust clinical_commissioning_group 2013-04-01", ""),
        ("88 = share 5PD 04G", ""),
        ("5 = predecessors 5PD commissioner", ""),
        ("3 = successors 5PD commissioner", ""),
        ("3 = nothing 5PD", None),
        ("3 = share 5PD", "'3 = share 5PD': after share must stand BODY BODY"),
        ("3 = bodies nonesuch 2013-04-01", None),
        ("3 = published nonesuch 2013-04-01", None),
    ],
)
def test_a_figure_is_held_against_the_record(line, wrong):
    found = figure(RECORD, line)[1]
    assert found == wrong if wrong is not None else found


def test_every_sort_of_figure_is_named_where_one_is_unknown():
    assert all(name in figure(RECORD, "3 = nothing 5PD")[1] for name in SORTS)


def test_on_the_day_of_the_white_paper_nothing_opened_or_closed():
    from explorer.diff import diff

    found = diff(RECORD, date(2010, 7, 11), date(2010, 7, 12))
    assert not found.opened and not found.closed  # noqa: PT018 - one sentence of a story
    assert diff_paragraph(found)


def test_no_story_tells_its_own_making():
    for story in STORIES:
        text = " ".join(" ".join((*step.text, step.notice, step.ask)) for step in story.steps)
        assert not re.search(r"\b(issue|commit|csv|dataset)\b", text, re.IGNORECASE)
