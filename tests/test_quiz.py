"""A fair quiz: every order that may be true is accepted, wrong answers are wrong on the record."""

from datetime import date, timedelta
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.errors import UnknownName
from explorer.load import load
from explorer.period import Period, partial
from explorer.responsibilities import holders_of
from explorer.snapshot import snapshot
from explorer.teaching.address import address, read_address
from explorer.teaching.quiz.paper import LENGTHS, LEVELS, era_period, paper
from explorer.teaching.quiz.question import FORMS, Ordering
from explorer.teaching.quiz.succession import successions
from explorer.timeline import ERAS
from tests.worlds import world

RECORD = load()
ERA_IDS = [None, *(era.id for era in ERAS)]
papers = st.builds(
    lambda seed, era, level: paper(RECORD, seed, era=era, length=20, level=level),
    st.integers(0, 999),
    st.sampled_from(ERA_IDS),
    st.sampled_from(LEVELS),
)
dates = st.builds(
    lambda year, month, day, sort: partial(f"{year}-{month:02}-{day:02}"[:sort]),
    st.integers(1990, 1993),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([4, 7, 10]),
)


def ordering(days):
    options = tuple(f"event {place}" for place in range(len(days)))
    return Ordering("order", "", options, tuple(days), options, "", (), address("start"), 1)


def may_be_true(days):
    """Slow and plain: whether days can be found, one in each interval, that never go back."""
    at = date.min
    for known in days:
        at = max(at, known.first)
        if at > known.last:
            return False
    return True


# Orders -------------------------------------------------------------------------------------------


@given(st.lists(dates, min_size=2, max_size=5))
def test_just_those_orders_are_accepted_that_may_be_true(days):
    asked = ordering(days)
    for order in permutations(range(len(days))):
        assert asked.accepts(order) == may_be_true([days[place] for place in order])


@given(st.lists(dates, min_size=2, max_size=5))
def test_the_order_given_as_answer_is_accepted(days):
    asked = ordering(days)
    assert asked.accepts(asked.order)


def test_two_events_of_one_year_are_accepted_either_way_round():
    asked = ordering([partial("1997"), partial("1997-12-08")])
    assert asked.accepts((0, 1))
    assert asked.accepts((1, 0))


def test_an_order_that_turns_sure_dates_round_is_refused():
    asked = ordering([partial("1996-04-01"), partial("1997")])
    assert asked.accepts((0, 1))
    assert not asked.accepts((1, 0))


@pytest.mark.parametrize("order", [(), (0,), (0, 0), (0, 1, 2), (None, 0)])
def test_an_answer_that_is_no_order_is_refused(order):
    assert not ordering([partial("1996"), partial("1997")]).accepts(order)


# Papers -------------------------------------------------------------------------------------------


@settings(max_examples=25, deadline=None)
@given(papers)
def test_no_question_has_two_right_answers_or_an_option_twice(found):
    prompts = [(asked.prompt, asked.options) for asked in found.questions]
    assert len(set(prompts)) == len(prompts)
    for asked in found.questions:
        assert asked.form in FORMS
        assert len(set(asked.options)) == len(asked.options)
        assert all(name in RECORD.sources for name in asked.source_ids)
        assert asked.source_ids
        assert read_address(RECORD, asked.evidence.path) == asked.evidence
        if not isinstance(asked, Ordering):
            assert [asked.accepts(i) for i in range(len(asked.options))].count(True) == 1


@settings(max_examples=25, deadline=None)
@given(papers)
def test_only_the_right_body_took_over(found):
    for asked in (each for each in found.questions if each.form == "succession"):
        before, *options = asked.keys
        successors = {arc.to_id for arc in RECORD.successions if arc.from_id == before}
        assert [option in successors for option in options] == [
            place == asked.right for place in range(len(options))
        ]


@settings(max_examples=25, deadline=None)
@given(papers)
def test_wrong_holders_had_no_part_in_the_service_on_the_day(found):
    for asked in (each for each in found.questions if each.form == "duty"):
        function, day, *options = asked.keys
        roles = {}
        for held in holders_of(RECORD, function, date.fromisoformat(day)):
            row = held.responsibility
            roles[f"{row.holder_type}:{row.holder_id}"] = row.role
            assert held.certain
        assert [roles.get(option) for option in options] == [
            "responsible" if place == asked.right else None for place in range(len(options))
        ]


@settings(max_examples=25, deadline=None)
@given(papers)
def test_true_is_true_on_the_date_and_false_is_false(found):
    for asked in (each for each in found.questions if each.form == "on_date"):
        subject, number, day = asked.keys
        shown = snapshot(RECORD, date.fromisoformat(day), kind=subject if number else None)
        true = len(shown.bodies) == int(number) if number else subject in shown.ids
        assert asked.answer == ("True" if true else "False")


@settings(max_examples=25, deadline=None)
@given(papers)
def test_events_are_of_the_record_and_titles_do_not_tell_the_year(found):
    events = {event.id: event for event in RECORD.timeline}
    for asked in (each for each in found.questions if each.form == "order"):
        assert [events[key].date for key in asked.keys] == list(asked.dates)
        assert not any(str(known.first.year) in title for known, title
                       in zip(asked.dates, asked.options, strict=True))  # fmt: skip
        surely = [order for order in permutations(range(len(asked.dates))) if asked.accepts(order)]
        assert 1 <= len(surely) < len(list(permutations(asked.dates)))


@settings(max_examples=25, deadline=None)
@given(papers)
def test_questions_keep_to_their_era_and_level(found):
    period = era_period(RECORD, found.era)
    for asked in found.questions:
        assert asked.level == found.level
        if asked.form == "order":
            assert all(known.first in period and known.last in period for known in asked.dates)
        if asked.form in ("duty", "on_date"):
            day = asked.keys[1] if asked.form == "duty" else asked.keys[2]
            assert date.fromisoformat(day) in period


@pytest.mark.parametrize("era", ERA_IDS)
@pytest.mark.parametrize("level", LEVELS)
def test_every_era_and_level_fills_the_longest_paper(era, level):
    assert len(paper(RECORD, 1, era=era, length=20, level=level).questions) == 20


def test_one_seed_gives_everyone_the_same_paper_and_another_seed_another():
    mine = paper(RECORD, 7).questions
    paper.cache_clear()
    assert paper(RECORD, 7).questions == mine
    assert paper(RECORD, 8).questions != mine


@given(st.integers(0, 999), st.sampled_from(LEVELS))
@settings(max_examples=10, deadline=None)
def test_a_shorter_paper_is_the_beginning_of_a_longer_one(seed, level):
    papers = [paper(RECORD, seed, length=length, level=level).questions for length in LENGTHS]
    assert all(papers[-1][: len(found)] == found for found in papers)


def test_all_forms_occur_on_a_paper_of_all_years():
    assert {asked.form for asked in paper(RECORD, 1).questions} == set(FORMS)


def test_the_written_questions_are_all_asked_somewhere():
    seen = {
        asked.keys[0]
        for level in LEVELS
        for seed in range(60)
        for asked in paper(RECORD, seed, length=20, level=level).questions
        if asked.form == "written"
    }
    assert seen == {question.id for question in RECORD.quiz}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"era": "1066-99"}, "No era '1066-99' in this edition of the record."),
        ({"level": 4}, "No level '4' in this edition of the record. Did you mean: 1; 2; 3?"),
        ({"length": 7}, "No length '7' in this edition of the record."),
    ],
)
def test_unknown_settings_are_refused_with_those_that_exist(settings, message):
    with pytest.raises(UnknownName) as refused:
        paper(RECORD, 1, **settings)
    assert str(refused.value).startswith(message)


def test_a_day_is_never_a_turning_day_of_the_body_asked_about():
    for asked in paper(RECORD, 3, length=20, level=3).questions:
        if asked.form == "on_date" and not asked.keys[1]:
            life = RECORD.organisations[asked.keys[0]].lifetime
            day = date.fromisoformat(asked.keys[2])
            assert min(abs(day - life.start), abs(day - life.end)) >= timedelta(days=20)


def test_a_body_that_took_only_duties_is_not_offered_as_a_wrong_answer():
    bodies = "A:authority 1996..2002, " + ", ".join(f"{n}:trust 2002.." for n in "BCDEF")
    small = world(bodies, "A>B 2002 1 replacement commissioner, A>C 2002 transfer function")
    asked = [
        question for seed in range(20) for question in successions(small, Period(), 1, Random(seed))
    ]
    assert len(asked) == 20
    assert all("C" not in question.keys for question in asked)
    assert {question.answer for question in asked} == {"Body B"}
