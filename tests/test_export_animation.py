"""A change through time: a frame for each day on which something changed, and no other."""

import io
import re
from datetime import date

import numpy as np
import pytest
from PIL import Image

from explorer.diff import diff
from explorer.drawing.legibility import outside, overlaps
from explorer.drawing.page import page
from explorer.export.animation import HOLD, animated_change
from explorer.export.formats import UnknownFormat
from explorer.export.frames import MOST, NoFrames, captioned, change_days, frames, strip_height
from explorer.export.picture import finished
from explorer.export.png import TooLarge, png
from explorer.export.views import structure
from explorer.graph import index
from explorer.narrative.steps import step_words
from explorer.period import ONE_DAY
from tests.pictures import record

START, END = date(2001, 3, 31), date(2002, 10, 1)
DAYS = (date(2001, 4, 1), date(2001, 10, 1), date(2002, 3, 1), date(2002, 4, 1), date(2002, 10, 1))


@pytest.fixture(scope="module")
def found():
    days = change_days(record(), START, END)
    return tuple(frames(record(), days, lambda day: finished(structure(record(), day))))


@pytest.fixture(scope="module")
def moving():
    return Image.open(io.BytesIO(animated_change(record(), START, END, "gif")))


def test_there_is_a_frame_for_each_day_of_change_after_the_first_day_up_to_the_last():
    days = change_days(record(), START, END)
    assert days == tuple(day for day in index(record()).change_days if START < day <= END)
    assert date(2002, 4, 1) in days
    assert START not in days


def test_of_one_kind_only_the_days_on_which_such_a_body_opens_or_ends():
    days = change_days(
        record(), date(2013, 3, 31), date(2022, 7, 1), kind="clinical_commissioning_group"
    )
    assert [day.isoformat() for day in days] == [
        "2013-04-01", "2015-04-01", "2017-04-01", "2018-04-01", "2019-04-01", "2020-04-01",
        "2021-04-01", "2022-07-01",
    ]  # fmt: skip


def test_a_time_without_change_and_one_with_too_many_are_refused():
    with pytest.raises(NoFrames) as error:
        change_days(record(), date(2014, 1, 2), date(2014, 1, 3))
    assert str(error.value) == (
        "Nothing changed between 2 January 2014 and 3 January 2014: there is nothing to animate."
    )
    with pytest.raises(TooLarge, match=rf"an animation has at most {MOST} frames\. Choose a short"):
        change_days(record(), date(1974, 3, 31), date(2026, 7, 2))
    with pytest.raises(UnknownFormat, match=r"'mp4'\. Known formats: gif, html\."):
        animated_change(record(), START, END, "mp4")


def test_a_caption_says_what_opened_and_closed_that_day():
    day = date(2013, 4, 1)
    step = diff(record(), day - ONE_DAY, day, kind="clinical_commissioning_group")
    assert step_words(step) == "211 clinical commissioning groups opened."
    day = date(2015, 4, 1)
    step = diff(record(), day - ONE_DAY, day, kind="clinical_commissioning_group")
    assert step_words(step) == (
        "1 clinical commissioning group opened. 3 clinical commissioning groups closed."
    )
    quiet = diff(record(), date(2014, 1, 2), date(2014, 1, 3))
    assert step_words(quiet) == "No body opened or closed; the record has no changes."


def test_frames_have_one_size_and_hold_one_and_a_half_seconds(found, moving):
    assert moving.n_frames == len(found)
    sizes, holds = set(), []
    for number in range(moving.n_frames):
        moving.seek(number)
        sizes.add(moving.size)
        holds.append(moving.info["duration"])
    assert len(sizes) == 1
    assert holds[:-1] == [HOLD] * (len(found) - 1)
    assert "loop" not in moving.info  # it plays once and comes to rest


def test_the_last_frame_is_the_picture_of_the_last_day(found, moving):
    moving.seek(moving.n_frames - 1)
    frame = np.asarray(moving.convert("RGB"), dtype=int)
    still = Image.open(io.BytesIO(png(captioned(page(1200), found, len(found) - 1))))
    still = np.asarray(still.convert("RGB"), dtype=int)
    # a GIF has 256 colours: paper and fills are exact, edges of letters nearly so
    assert np.abs(frame - still).max() < 60
    assert (frame == still).all(axis=2).mean() > 0.95


def test_below_its_strip_a_frame_is_the_static_picture(found):
    last = found[-1]
    assert last.scene == finished(structure(record(), found[-1].day))
    head = strip_height(page(1200), found)
    made = captioned(page(1200), found, len(found) - 1)
    assert [t.text for t in made.texts if t.y > head] == [t.text for t in last.scene.texts]


def test_every_frame_is_legible(found):
    for place in range(len(found)):
        scene = captioned(page(1200), found, place)
        assert overlaps(scene) == outside(scene) == ()


def test_the_same_change_gives_the_same_bytes(moving):
    assert animated_change(record(), START, END, "html") == animated_change(
        record(), START, END, "html"
    )
    again = animated_change(record(), START, END, "gif")
    assert again == animated_change(record(), START, END, "gif")


def test_the_animated_page_holds_every_frame_with_its_caption(found):
    text = animated_change(record(), START, END, "html").decode()
    assert re.findall(r'data-day="([0-9-]+)"', text) == [f.day.isoformat() for f in found]
    assert len(re.findall("<svg ", text)) == len(found)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert "prefers-reduced-motion" in text


def test_progress_is_told_frame_by_frame():
    heard = []
    animated_change(
        record(), date(2013, 3, 31), date(2015, 4, 1), "gif",
        kind="clinical_commissioning_group", progress=lambda *step: heard.append(step),
    )  # fmt: skip
    assert heard == [(1, 2), (2, 2)]
