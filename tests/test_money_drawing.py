"""Published budgets as a drawing: every figure once, none added up, none joined that differ."""

import pytest

from explorer.drawing.page import page
from explorer.drawing.scene import Line, Mark
from explorer.export.svg import svg
from explorer.figures.drawing import figure
from explorer.layout.money.picture import money_scene
from explorer.layout.money.signs import stem
from explorer.layout.money.words import money_words
from explorer.load import load
from explorer.money import BASES, money
from tests.test_money import world
from tests.test_responsibilities_drawing import THEMES, WIDTHS, faults, words
from tests.worlds import registry

REGISTRY = load()
ACCOUNTS = money(REGISTRY)
SUBJECTS = [account.subject_id for account in ACCOUNTS]


def figures(accounts):
    return [figure for account in accounts for figure in account.figures]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("subject", [None, *SUBJECTS])
def test_budgets_are_legible_and_every_figure_has_one_mark(subject, width, theme):
    accounts = money(REGISTRY, subject)
    scene = money_scene(REGISTRY, accounts, width, theme)
    assert faults(scene, width) == ([], (), [], [], [])
    assert len(scene.alt) <= 250
    marks = [item.key for item in scene.drawn if item.key]
    assert sorted(marks) == sorted(one.key for one in figures(accounts))
    assert all("Source:" in item.title for item in scene.items if item.key)


def test_a_single_account_shows_its_figures_as_published():
    told = words(money_scene(REGISTRY, money(REGISTRY, "nhs-england"), 1200))
    for amount in ("123.377", "149.473", "167.313", "100.361", "£95.6bn", "£1.98bn"):
        assert amount in told
    assert "rounded" not in told


def test_where_figures_are_rounded_the_drawing_says_so():
    scene = money_scene(REGISTRY, ACCOUNTS, 1200)
    assert "167.313" not in words(scene)
    assert "Where room is short the figure is rounded" in words(scene)


def test_no_sum_is_ever_shown():
    one = world(("2013/14", "2", "grant", "cash"), ("2013/14", "3", "other grant", "cash"))
    told = words(money_scene(one, money(one), 1200))
    assert "£2bn" in told
    assert "£3bn" in told
    assert "£5bn" not in told
    assert "never added up" in told


def joins(scene):
    return [item for item in scene.drawn if isinstance(item, Line) and item.opacity < 1]


def test_only_years_of_one_series_that_follow_each_other_are_joined():
    one = world(
        ("2013/14", "2", "grant", "cash"),
        ("2014/15", "3", "grant", "cash"),
        ("2016/17", "4", "grant", "cash"),
        ("2015/16", "5", "grant", "cash, planned"),
    )
    assert len(joins(money_scene(one, money(one), 1200))) == 1


def test_heights_have_one_scale_from_zero_for_a_subject():
    scene = money_scene(REGISTRY, money(REGISTRY, "nhs-england"), 1200)
    marks = {item.key: item for item in scene.drawn if isinstance(item, Mark) and item.key}
    stems = {
        round(item.x1, 3): item
        for item in scene.drawn
        if isinstance(item, Line) and item.x1 == item.x2 and abs(item.y1 - item.y2) > 6
    }
    assert stems
    tall = {}
    for one in figures(money(REGISTRY, "nhs-england")):
        mark = marks[one.key]
        own = [
            item
            for item in scene.drawn
            if isinstance(item, Line) and item.x1 == item.x2 == mark.x and item.y2 == mark.y
        ]
        tall[one.key] = (own[0].y1 - own[0].y2) / one.budget.amount_gbp_bn
    assert max(tall.values()) == pytest.approx(min(tall.values()))


def test_each_basis_has_a_form_of_its_own():
    one = page(1200)
    forms = set()
    for basis in BASES:
        line, mark = stem(one, basis, "#000000", 0, 20, 0, "", "")
        forms.add((mark.shape, mark.fill == one.colours.paper, bool(line.dash)))
    assert len(forms) == len(BASES)


def test_one_figure_for_several_years_has_a_bracket_and_no_height():
    scene = money_scene(REGISTRY, money(REGISTRY, "primary_care_trust"), 1200)
    assert not [item for item in scene.drawn if isinstance(item, Mark) and item.key]
    assert "One figure for several years" in words(scene)
    assert "£164bn" in words(scene)


def test_a_year_that_cannot_be_read_is_told_and_not_drawn():
    one = world(("2013/14", "2", "grant", "cash"), ("undated", "3", "grant", "cash"))
    scene = money_scene(one, money(one), 1200)
    assert len(scene.keys) == 1
    assert "Not drawn, for want of a year: 1 figure." in words(scene)


@pytest.mark.parametrize(
    ("billions", "said"),
    [(119.174, "£119.174bn"), (65, "£65bn"), (0.0245, "£24.5m"), (0.125, "£125m")],
)
def test_small_amounts_are_said_in_millions(billions, said):
    assert money_words(billions) == said


def test_equal_questions_give_equal_drawings():
    one, other = (svg(money_scene(REGISTRY, money(REGISTRY), 1200)) for _ in range(2))
    assert one == other


def test_the_figure_answers_for_every_published_amount():
    traces = figure(money_scene(REGISTRY, ACCOUNTS, 1200))["data"]
    keys = {point[0] for trace in traces for point in trace.get("customdata", ())}
    assert {one.key for one in figures(ACCOUNTS)} <= keys


def test_a_record_without_budgets_says_so():
    scene = money_scene(registry(), (), 1200)
    assert scene.headline == "This record holds no published budgets"
    assert faults(scene, 1200) == ([], (), [], [], [])
