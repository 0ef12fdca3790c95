"""Teaching in a real browser: every step of every story, a talk led by keys, quiz and claims."""

import re

import pytest
from playwright.sync_api import expect

from explorer.load import load
from explorer.teaching.address import Address
from explorer.teaching.quiz.paper import paper
from explorer.teaching.stories.reading import stories

RECORD = load()
STORIES = {story.id: story for story in stories(RECORD)}
expect.set_options(timeout=60_000)


def addressed(shown, path):
    expect(shown).to_have_url(re.compile(f"{re.escape(path)}$"))


@pytest.mark.parametrize("name", sorted(STORIES))
def test_every_step_opens_the_view_with_the_heading_and_the_date_it_promises(page, name):
    tab = page()
    for step in STORIES[name].steps:
        shown = tab.open(Address(step.view.page, step.view.view).path)
        expect(shown.locator("h1")).to_have_text(step.shows)
        expect(shown.locator("footer.inside")).to_be_visible()
        # of a table only what stands in view is there to be read, but all of it as text
        text = shown.locator("[data-testid=stMain]")
        expect(text).to_contain_text(step.dated)
        assert not shown.get_by_test_id("stAlert").all_inner_texts()
    assert tab.faults == {}


def test_a_story_is_presented_by_keys_left_and_met_again_at_the_same_step(page):
    story = STORIES["trusts-work-2013"]
    tab = page(size=(1280, 720))
    shown = tab.open(f"/stories?story={story.id}")
    shown.get_by_role("link", name="Present this story").click()
    title = shown.locator("h1")
    expect(title).to_have_text(story.steps[0].title)
    shown.wait_for_timeout(1500)
    shown.keyboard.press("ArrowRight")
    expect(title).to_have_text(story.steps[1].title)
    shown.keyboard.press("PageDown")  # a clicker sends page keys
    expect(title).to_have_text(story.steps[2].title)
    shown.keyboard.press("ArrowLeft")
    expect(title).to_have_text(story.steps[1].title)
    addressed(shown, f"/present?story={story.id}&step=2")
    shown.keyboard.press("v")
    expect(title).to_have_text(story.steps[1].shows)
    shown.get_by_role("link", name="What changed", exact=True).click()  # further away
    expect(title).to_have_text("What changed")
    expect(shown.get_by_role("navigation", name="Guided story")).to_contain_text("step 2 of 7")
    shown.wait_for_timeout(1500)
    shown.keyboard.press("b")
    shown.keyboard.press("ArrowRight")  # before the page has come: the key waits for it
    expect(title).to_have_text(story.steps[2].title)
    addressed(shown, f"/present?story={story.id}&step=3")
    shown.keyboard.press("v")
    shown.keyboard.press("b")
    shown.keyboard.press("ArrowLeft")
    expect(title).to_have_text(story.steps[1].title)
    shown.keyboard.press("End")
    expect(title).to_have_text(story.steps[-1].title)
    shown.keyboard.press("ArrowRight")  # nothing comes after the last
    expect(title).to_have_text(story.steps[-1].title)
    shown.keyboard.press("Home")
    expect(title).to_have_text(story.steps[0].title)
    shown.keyboard.press("Escape")
    expect(title).to_have_text(story.title)
    assert tab.faults == {}


def test_a_slide_has_large_type_a_clock_and_nothing_beside_it(page):
    shown = page(size=(1280, 720)).open("/present?story=mergers&step=3")
    words = shown.locator(".slide p, .slide-figure figcaption p")
    expect(words.first).to_be_visible()
    sizes = words.evaluate_all("all => all.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= 24
    expect(shown.get_by_role("navigation", name="Pages")).to_be_hidden()
    expect(shown.get_by_role("searchbox")).to_be_hidden()
    expect(shown.locator("[data-testid=stSidebar]")).to_have_count(0)
    expect(shown.get_by_text("planned by now: 11 min")).to_be_visible()
    progress = shown.get_by_role("progressbar", name="Progress")
    assert progress.evaluate("bar => [bar.value, bar.max]") == [3, 7]
    picture = shown.locator("img.slide-picture")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    assert picture.get_attribute("alt")


@pytest.mark.parametrize("name", sorted(STORIES))
def test_every_slide_of_a_story_fits_the_screen(page, name):
    tab = page(size=(1280, 720))
    shown = tab.open(f"/present?story={name}")
    main = shown.locator("[data-testid=stMain]")
    for number, step in enumerate(STORIES[name].steps, 1):
        expect(shown.locator("h1")).to_have_text(step.title)
        expect(shown.locator(f".slide[data-step='{number}']")).to_be_visible()
        expect(shown.locator("img.slide-picture")).to_be_visible()
        expect(shown.locator(".slide-figure .source")).to_be_in_viewport(ratio=1)
        tab.settle()
        assert main.evaluate("page => page.scrollHeight <= page.clientHeight"), step.title
        shown.keyboard.press("ArrowRight")
    assert tab.faults == {}


def test_notes_in_a_second_window_follow_the_talk(page):
    story = STORIES["mergers"]
    tab = page(size=(1280, 720))
    shown = tab.open("/present?story=mergers")
    with shown.expect_popup() as opened_window:
        shown.keyboard.press("n")
    notes = opened_window.value
    expect(notes.locator("h1")).to_have_text(story.title)
    expect(notes.locator("#step-7")).to_be_visible()
    notes.wait_for_timeout(1500)
    shown.keyboard.press("ArrowRight")
    expect(shown.locator("h1")).to_have_text(story.steps[1].title)
    expect(notes.locator(".step[aria-current=step]")).to_contain_text(story.steps[1].ask)
    expect(notes.locator(".step[aria-current=step]")).to_be_in_viewport()
    assert tab.faults == {}


def test_letters_can_be_kept_from_acting_while_arrows_go_on(page):
    shown = page(size=(1280, 720)).open("/present?story=mergers")
    shown.get_by_role("button", name="Letter keys on").click()
    expect(shown.get_by_role("button", name="Letter keys off")).to_be_visible()
    shown.keyboard.press("v")
    shown.keyboard.press("ArrowRight")
    expect(shown).to_have_url(re.compile(r"/present\?story=mergers&step=2$"))
    shown.get_by_role("button", name="Letter keys off").click()
    shown.keyboard.press("v")
    expect(shown).to_have_url(re.compile(r"/lineage\?"))


def test_a_link_to_the_notes_opens_a_second_window(page):
    shown = page(size=(1280, 720)).open("/present?story=mergers")
    with shown.expect_popup() as opened_window:
        shown.get_by_role("link", name="Notes (N)").click()
    expect(opened_window.value.locator("h1")).to_have_text(STORIES["mergers"].title)
    expect(shown.locator("h1")).to_have_text(STORIES["mergers"].steps[0].title)


def test_the_reader_can_leave_a_story_for_good(page):
    shown = page().open("/structure?story=mergers&step=2")
    shown.get_by_role("link", name="Leave the story").click()
    expect(shown.get_by_role("navigation", name="Guided story")).to_have_count(0)
    addressed(shown, "/structure")


def test_a_story_that_is_not_there_is_said(page):
    shown = page().open("/stories?story=merger")
    expect(shown.get_by_test_id("stAlert")).to_contain_text("Did you mean: mergers?")


def opened(shown, box, option):
    """Opens a list by keyboard. A key pressed while the page is still being put together can be
    lost, and a reader then presses it again."""
    for _ in range(10):
        box.focus()
        shown.keyboard.press("ArrowDown")
        try:
            expect(shown.get_by_role("option", name=option, exact=True)).to_be_visible(
                timeout=2_000
            )
        except AssertionError:
            continue
        return
    expect(box).to_have_attribute("aria-expanded", "true")


def test_a_paper_is_answered_by_keyboard_and_each_answer_leads_to_its_evidence(page):
    tab = page()
    asked = paper(RECORD, 3, length=5).questions
    shown = tab.open("/quiz?seed=3&length=5")
    expect(shown.locator("footer.inside")).to_be_visible()
    for number, question in enumerate(asked, 1):
        if question.form == "order":
            for place, option in enumerate(question.order, 1):
                box = shown.get_by_role("combobox", name=f"Place of: {question.options[option]}")
                opened(shown, box, str(place))
                shown.keyboard.type(str(place))
                shown.keyboard.press("Enter")
                expect(box).to_have_value(str(place))
                expect(shown.get_by_role("option")).to_have_count(0)  # the list has closed
                expect(box).to_have_attribute("aria-expanded", "false")
        else:
            group = shown.get_by_role("radiogroup", name=f"{number}. {question.prompt}")
            radio = group.get_by_role("radio", name=question.answer, exact=True)
            radio.focus()
            shown.keyboard.press("Space")
            expect(radio).to_be_checked()
    shown.get_by_role("button", name="Check my answers").focus()
    shown.keyboard.press("Enter")
    tab.settle()
    expect(shown.get_by_role("status").filter(has_text="right.")).to_have_text(
        "5 of 5 questions right."
    )
    with shown.expect_popup() as evidence:
        shown.get_by_role("link", name="See the evidence for question 1 (").click()
    expect(evidence.value).to_have_url(re.compile(re.escape(asked[0].evidence.path)))
    evidence.value.close()  # the answers are still there
    expect(shown.get_by_role("status").filter(has_text="right.")).to_be_visible()
    assert tab.faults == {}


def test_what_was_not_answered_is_not_right(page):
    tab = page()
    shown = tab.open("/quiz?seed=3&length=5")
    shown.get_by_role("button", name="Check my answers").click()
    tab.settle()
    expect(shown.get_by_role("status").filter(has_text="right.")).to_have_text(
        "0 of 5 questions right."
    )


def test_a_sentence_is_checked_and_stands_in_the_address(page):
    tab = page()
    shown = tab.open("/claims?kind=clinical_commissioning_group&number=211&on=2016-01-01")
    said = shown.locator(".verdict")
    expect(said).to_contain_text("Not supported. Counted in the record on 1 January 2016: 209")
    box = shown.get_by_role("spinbutton", name="There were")
    box.fill("209")
    box.press("Enter")
    expect(said).to_contain_text("Supported.")
    addressed(shown, "number=209")
    shown.get_by_role("link", name="See the evidence").first.click()
    expect(shown.locator("h1")).to_have_text("Structure at a date")
    assert tab.faults == {}


def test_handouts_are_downloaded(page):
    shown = page().open("/stories?story=mergers")
    with shown.expect_download() as waiting:
        shown.get_by_role("button", name="Handout with questions (PDF)").click()
    assert waiting.value.suggested_filename == "handout-mergers-edition-1.0.0.pdf"
    with open(waiting.value.path(), "rb") as file:
        assert file.read(5) == b"%PDF-"
