"""Plans and outcomes: every plan at its date, every slip in words, no misprint taken for a plan."""

import re
from datetime import date

import pytest

from explorer.drawing.geometry import bounds
from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import page
from explorer.drawing.scene import Mark, Rect
from explorer.export.svg import svg
from explorer.layout.gaps import pieces_between
from explorer.layout.milestones.agenda import agenda_of
from explorer.layout.milestones.frame import axis_of, columns
from explorer.layout.milestones.rows import rows, slip_of
from explorer.layout.plans import WHITE_PAPER_2010, plans_scene
from explorer.load import load
from explorer.plans import plans

SUBJECTS = (
    *("nhs-england", "integrated_care_board", "primary_care_trust", "specialised"),
    *("commissioning_support_unit", "healthwatch-england", "immunisation-screening"),
)


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def milestones(record):
    return plans(record)


def unreadable(scene, width):
    return {
        "on each other": overlaps(scene),
        "beyond the page": outside(scene),
        "crossed": crossed(scene),
        "faint": faint(scene),
        "small": small(scene, page(width).small),
    }


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1600, 1200, 760])
def test_the_white_papers_milestones_can_be_read(record, milestones, width, theme):
    scene = plans_scene(record, milestones, WHITE_PAPER_2010, width=width, theme=theme)
    assert not any(unreadable(scene, width).values())
    assert len(scene.alt) <= 250


@pytest.mark.parametrize("width", [1600, 760])
def test_all_milestones_of_the_record_can_be_read(record, milestones, width):
    scene = plans_scene(record, milestones, width=width)
    assert not any(unreadable(scene, width).values())
    assert len(scene.alt) <= 250


@pytest.mark.parametrize("width", [1200, 760])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_plans_for_any_subject_can_be_read(record, subject, width):
    scene = plans_scene(record, plans(record, subject), width=width)
    assert not any(unreadable(scene, width).values())
    assert len(scene.alt) <= 250


def white_paper(record, milestones, width=1600):
    shown = rows(record, milestones, WHITE_PAPER_2010)
    placed = page(width)
    axis = axis_of(record, shown, columns(placed, shown))
    return plans_scene(record, milestones, WHITE_PAPER_2010, width=width), axis


def mark(scene, key):
    return next(i for i in scene.drawn if i.key == key and isinstance(i, Mark))


def test_plans_and_outcomes_stand_at_their_dates(record, milestones):
    scene, axis = white_paper(record, milestones)
    assert mark(scene, "board-shadow-01").x == pytest.approx(axis.x(date(2011, 4, 1)), abs=1)
    assert mark(scene, "board-shadow").x == pytest.approx(axis.x(date(2011, 10, 31)), abs=1)
    assert mark(scene, "board-full-functions").x == pytest.approx(axis.x(date(2013, 4, 1)), abs=1)


def test_a_last_day_stands_where_the_next_day_begins(record, milestones):
    scene, axis = white_paper(record, milestones)
    assert mark(scene, "pct-abolition").x == pytest.approx(axis.x(date(2013, 4, 1)), abs=0.01)
    assert "31 March 2013" in [text.text for text in scene.texts]


def test_a_misprint_is_struck_through_and_never_plotted(record, milestones):
    scene, _ = white_paper(record, milestones)
    assert [text.text for text in scene.texts if text.struck] == ["April 2010"]
    assert "misprint, not plotted" in [text.text for text in scene.texts]
    assert "board-statutory-02" not in scene.keys


def test_a_misprint_does_not_stretch_the_axis(record, milestones):
    _, axis = white_paper(record, milestones)
    assert axis.first == date(2011, 1, 1)


def test_an_earliest_date_is_a_triangle_that_points_on(record, milestones):
    scene, axis = white_paper(record, milestones)
    letter = mark(scene, "board-statutory-03")
    assert letter.shape == "triangle_right"
    assert bounds(letter)[0] == pytest.approx(axis.x(date(2012, 7, 1)), abs=1)
    assert "not before July 2012" in [text.text for text in scene.texts]


def test_a_span_is_a_capsule_from_its_first_day_to_its_last(record, milestones):
    scene, axis = white_paper(record, milestones)
    span = next(i for i in scene.drawn if i.key == "sha-abolition-01")
    assert isinstance(span, Rect)
    assert span.x == pytest.approx(axis.x(date(2012, 4, 1)))
    assert span.x + span.width == pytest.approx(axis.x(date(2013, 4, 1)))


def test_an_outcome_known_to_the_year_is_a_fading_band_over_the_year(record, milestones):
    scene, axis = white_paper(record, milestones)
    band = next(i for i in scene.drawn if i.key == "healthwatch-england-start")
    assert band.fade == "both"
    assert (band.x, band.x + band.width) == (
        pytest.approx(axis.x(date(2012, 1, 1))),
        pytest.approx(axis.x(date(2013, 1, 1))),
    )
    assert "in 2012, day not known" in [text.text for text in scene.texts]


def test_the_slips_are_those_of_the_record(record, milestones):
    slips = {
        line.outcome.plan.id: line.slip
        for row in rows(record, milestones, WHITE_PAPER_2010)
        for line in row.lines
    }
    assert slips["board-shadow-01"] == ("7", "months late")
    assert slips["board-statutory-01"] == ("6", "months late")
    assert slips["consortia-responsibility-01"] == ("12", "months late")
    assert slips["pct-abolition-02"] == ("", "kept")
    assert slips["board-statutory-03"] == ("", "changed")
    assert slips["healthwatch-england-start-02"] == ("", "outcome not found")


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        ("ccg-authorisation-wave-2-01", ("1", "month late")),
        ("regional-offices-end-01", ("11", "months early, kept")),
        ("csu-freestanding-01", ("", "dropped")),
        ("csu-closure-01", ("", "planned")),
        ("board-statutory-02", ("", "misprint")),
    ],
)
def test_a_slip_is_said_in_words(milestones, plan, words):
    outcome = next(o for m in milestones for o in m.plans if o.plan.id == plan)
    assert slip_of(outcome) == words


def test_the_title_of_one_milestone_names_it_with_its_years_and_every_outcome(record, milestones):
    found = {each.id: plans_scene(record, [each], width=1200).headline for each in milestones}
    assert found["sha-in-law"] == (
        "Strategic health authorities, 2002: 28 authorities in law; 6 months late"
    )
    assert found["board-statutory"] == (
        "NHS England, 2012: Board established; 6 months late, changed and kept"
    )
    assert [name for name, words in found.items() if not re.search(r", (19|20)\d\d", words)] == []


def test_the_title_of_several_milestones_has_their_years(record, milestones):
    assert plans_scene(record, milestones, width=1200).headline == (
        "1996 to 2027: 34 of 106 plans kept; the longest delay was a year"
    )


def test_the_headline_compares_the_first_and_the_last_document(record, milestones):
    scene, _ = white_paper(record, milestones)
    assert scene.headline == (
        "The White Paper’s dates slipped by up to a year; those of the timetable of June 2011 held"
    )
    assert scene.standfirst.endswith("8 kept, 6 late, 2 changed and 1 with no outcome found")


def test_pending_plans_are_grey_and_say_when_they_were_last_known(record):
    scene = plans_scene(record, plans(record, "nhs-england"), width=1600)
    edge = page(1600).colours.planned.edge
    pending = [i for i in scene.drawn if i.key == "nhse-abolition-02"]
    assert pending
    assert {item.stroke for item in pending} == {edge}
    assert all(item.dash for item in pending)
    words = [text.text for text in scene.texts]
    assert "planned" in words
    assert "not done as known on 2 July 2026" in words


def test_rows_of_one_subject_are_named_by_what_was_planned(record, milestones):
    alone = rows(record, plans(record, "nhs-england"), agenda_of(record, milestones))
    assert "Board takes on its full functions" in [row.title for row in alone]
    mixed = rows(record, milestones, agenda_of(record, milestones))
    titles = {row.id: (row.title, row.under) for row in mixed}
    assert titles["icb-start"] == ("Integrated care boards", "ICBs to start on 1 April 2022")
    assert titles["pct-first-wave"][0].endswith("and 12 others")


def test_few_documents_have_marks_of_their_own(record):
    found = plans(record, "healthwatch-england")
    documents = agenda_of(record, found).documents
    assert len(documents) == 3
    assert len({document.sign for document in documents}) == 3
    assert agenda_of(record, plans(record)).documents == ()


def test_every_plan_and_outcome_has_words_for_the_pointer(record, milestones):
    scene = plans_scene(record, milestones, width=1200)
    known = {p.id for p in record.plans} | {m.id for m in milestones}
    for item in scene.drawn:
        if item.key and not item.key.startswith("day:"):
            assert item.key in known
            assert item.title


def test_equal_plans_give_equal_bytes(record, milestones):
    again = load()
    first = svg(plans_scene(record, milestones, WHITE_PAPER_2010))
    assert first == svg(plans_scene(again, plans(again), WHITE_PAPER_2010))


def test_a_record_without_plans_says_so():
    scene = plans_scene(load("datasets/template"), ())
    assert scene.headline == "No plans in the record"


def test_an_upright_is_broken_where_something_stands_in_its_way():
    boxes = [(0, 20, 100, 30), (0, 25, 100, 40), (200, 0, 300, 100)]
    assert list(pieces_between(50, 0, 100, boxes)) == [(0, 20), (40, 100)]
    assert list(pieces_between(150, 0, 100, boxes)) == [(0, 100)]
    assert list(pieces_between(50, 0, 21, [(0, 0, 100, 20)])) == []
