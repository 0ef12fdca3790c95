"""The ribbons between any two days can be read, and their widths say no more than is known."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

import pytest

from explorer.changeover import changeover
from explorer.crosswalk import crosswalk
from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import page
from explorer.drawing.scene import Path, Rect
from explorer.errors import UnknownName
from explorer.export.svg import svg
from explorer.layout.ribbon.fates import body_fates, fates
from explorer.layout.ribbon.measure import THIN, measures
from explorer.layout.ribbon.picture import ribbon_scene
from explorer.layout.ribbon.place import arranged, placed
from explorer.layout.ribbon.sides import MANY, sides
from explorer.load import load

WIDTHS = (760, 1200, 1600)
CASES = (
    ("1996-04-01", "2001-04-01", ""),
    ("1996-04-01", "2001-04-01", "East Midlands"),
    ("1999-04-01", "2002-04-01", "North East"),
    ("2006-09-30", "2006-10-01", ""),
    ("2006-09-30", "2006-10-01", "East Midlands"),
    ("2013-03-31", "2013-04-01", ""),
    ("2013-03-31", "2013-04-01", "East Midlands"),
    ("2013-03-31", "2013-04-01", "London"),
    ("2013-03-31", "2013-04-01", "South of England"),
    ("2020-03-31", "2022-07-01", ""),
    ("2022-07-01", "2026-04-01", ""),
    ("2012-04-01", "2026-04-01", ""),
    ("2012-04-01", "2026-04-01", "South East Coast"),
    ("1974-04-01", "1982-04-01", ""),
    ("1950-01-01", "2020-01-01", ""),
)


@lru_cache(maxsize=1)
def record():
    return load()


@lru_cache(maxsize=64)
def change(start, end):
    return changeover(record(), date.fromisoformat(start), date.fromisoformat(end))


def scene(start, end, region="", width=1200, theme="light"):
    return ribbon_scene(change(start, end), width, theme, region=region)


def faults(picture, width, theme):
    found = {
        "overlaps": overlaps(picture),
        "outside": outside(picture),
        "crossed": crossed(picture),
        "faint": faint(picture),
        "small": small(picture, page(width, theme).small),
    }
    return {name: fault for name, fault in found.items() if fault}


def words_of(picture):
    return " | ".join(text.text for text in picture.texts)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(("start", "end", "region"), CASES)
def test_every_word_can_be_read(start, end, region, width):
    for theme in ("light", "dark"):
        assert not faults(scene(start, end, region, width, theme), width, theme)


def test_every_word_can_be_read_between_any_two_days():
    chance = random.Random(1948)
    first, last = date(1974, 4, 1), date(2026, 7, 2)
    span = (last - first).days
    found = {}
    for number in range(40):
        start, end = sorted(first + timedelta(chance.randrange(span)) for _ in range(2))
        net = changeover(record(), start, end + timedelta(1))
        known = sorted({record().organisations[n].region for n in (*net.before, *net.after)} - {""})
        region = chance.choice(known) if known and number % 2 else ""
        width = WIDTHS[number % 3]
        wrong = faults(ribbon_scene(net, width, region=region), width, "light")
        if wrong:
            found[start, end, region, width] = wrong
    assert not found


def test_a_side_of_many_is_drawn_by_region_and_says_so():
    picture = scene("2013-03-31", "2013-04-01")
    assert len([i for i in picture.items if isinstance(i, Rect) and i.key]) == 10 + 4
    assert "Drawn by region: choose a region to see its bodies one by one." in picture.notes[0]
    assert "17 trusts: 9 passed whole, 3 joined others, 5 divided" in words_of(picture)
    assert picture.headline == "151 primary care trusts became 211 clinical commissioning groups"
    assert MANY == 60


def test_each_body_says_what_became_of_it_and_where_it_came_from():
    said = words_of(scene("2013-03-31", "2013-04-01", "East Midlands"))
    for words in (
        "divided among 4 groups · 116 practices | ",
        "divided among 4 groups, a | little elsewhere · 146 practices",
        "passed whole to one group · 17 practices",
        "joined with 1 other",
        "42% of Derbyshire County",
        "all of Derby City and 33% of Derbyshire County",
        "0.4% of Lincolnshire; the rest from outside",
    ):
        assert words in said


def test_east_midlands_in_2013_five_divided_three_whole_one_joined():
    shown = sides(change("2013-03-31", "2013-04-01"), "East Midlands")
    found = list(body_fates(shown).values())
    assert {fate: found.count(fate) for fate in set(found)} == {
        "divided": 5,
        "whole": 3,
        "joined": 1,
    }


def test_unchanged_bodies_are_straight_ribbons():
    picture = scene("2022-07-01", "2026-04-01")
    title = "NHS Devon ICB to NHS Devon ICB: 100% of NHS Devon ICB"
    (ribbon,) = [i for i in picture.items if isinstance(i, Path) and i.title == title]
    (_, _, y1), (_, *_, y2) = ribbon.steps[0], ribbon.steps[1]
    assert abs(y1 - y2) < 1
    assert "29 unchanged, 10 joined with others and 3 divided" in picture.standfirst


def test_ribbons_take_their_share_of_the_bar_they_leave():
    shown = sides(change("2013-03-31", "2013-04-01"), "East Midlands")
    sizes = measures(shown, fates(shown), page(1200))
    assert sizes.by_practices
    for link in shown.links:
        whole = sizes.size[f"<{link.start}"].bar
        assert sizes.px[link] == pytest.approx(max(1.0, link.weight * whole))


def test_bars_are_practices_for_all_or_one_unit_for_all():
    trusts = sides(change("2013-03-31", "2013-04-01"), "London")
    boards = sides(change("2022-07-01", "2026-04-01"))
    assert trusts.practices is not None
    assert boards.practices is None
    heights = measures(boards, fates(boards), page(1200)).size
    assert len({round(heights[f"<{node.key}"].bar, 6) for node in boards.before}) == 1
    one, other = scene("2013-03-31", "2013-04-01", "London"), scene("2022-07-01", "2026-04-01")
    assert one.notes[0].startswith("Bars on the left are as tall as the number of GP practices")
    assert other.notes[0].startswith("On the left one body is one unit")


def test_a_share_not_stated_is_thin_and_hatched():
    picture = scene("1974-04-01", "1982-04-01")
    ribbons = [i for i in picture.items if isinstance(i, Path) and "share not stated" in i.title]
    assert len(ribbons) >= 10
    assert all(ribbon.hatch and not ribbon.fill for ribbon in ribbons)
    assert "Hatched thin ribbons: share not stated." in picture.notes[0]
    shown = sides(change("1974-04-01", "1982-04-01"))
    sizes = measures(shown, fates(shown), page(1200))
    assert all(px <= THIN * page(1200).unit + 1e-6 for px in sizes.px.values())


def test_bodies_without_forerunner_or_successor_are_said_in_words():
    said = words_of(scene("1996-04-01", "2001-04-01", "East Midlands")).replace(" | ", " ")
    assert "20 primary care trusts no forerunner on 1 April 1996: Amber Valley; Ashfield;" in said
    said = words_of(scene("1999-04-01", "2002-04-01", "North East")).replace(" | ", " ")
    assert "6 health authorities closed; no successor on this line: County Durham" in said


def test_neighbours_that_share_a_successor_stand_together_and_nothing_collides():
    shown = sides(change("2006-09-30", "2006-10-01"), "East Midlands")
    sizes = measures(shown, fates(shown), page(1200))
    where = placed(*arranged(shown), shown.links, sizes.size, sizes.px)
    place = {node.key: i for i, node in enumerate(where.before)}
    for node in where.after:
        into = sorted(place[n.start] for n in shown.links if n.end == node.key and n.weight > 0.02)
        assert into == list(range(into[0], into[0] + len(into)))
    for side, nodes in (("<", where.before), (">", where.after)):
        for upper, lower in pairwise(nodes):
            a, b = f"{side}{upper.key}", f"{side}{lower.key}"
            gap = where.middle[b] - where.middle[a]
            assert gap >= (sizes.size[a].slot + sizes.size[b].slot) / 2 - 1e-6


def test_an_unknown_region_is_refused_with_near_matches():
    with pytest.raises(
        UnknownName, match=r"No region 'East Midland' .*Did you mean: East Midlands"
    ):
        scene("2013-03-31", "2013-04-01", "East Midland")


def test_a_crosswalk_is_drawn_as_well():
    walk = crosswalk(
        record(),
        date(2020, 3, 31),
        date(2022, 7, 1),
        kind="clinical_commissioning_group",
        to_kind="sub_icb_location",
    )
    picture = ribbon_scene(walk, 1200)
    assert not faults(picture, 1200, "light")
    assert picture.headline == "191 clinical commissioning groups became 106 sub-ICB locations"


def test_the_same_change_is_drawn_the_same_in_every_process():
    code = (
        "import hashlib; from datetime import date; from explorer.load import load;"
        "from explorer.changeover import changeover; from explorer.export.svg import svg;"
        "from explorer.layout.ribbon.picture import ribbon_scene; r = load();"
        "c = changeover(r, date(2012, 4, 1), date(2026, 4, 1));"
        "print(hashlib.sha256(svg(ribbon_scene(c, 1200)).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    here = svg(scene("2012-04-01", "2026-04-01"))
    assert found == {hashlib.sha256(here.encode()).hexdigest()}
