"""The lineage of any body can be read: nothing overlaps, is cut off, or says more than is known."""

from __future__ import annotations

import hashlib
import os
import random
import re
import subprocess
import sys
from datetime import date
from functools import lru_cache

import pytest

from explorer.drawing.legibility import crossed, faint, outside, overlaps, small
from explorer.drawing.page import page
from explorer.drawing.scene import Line, Path, Rect
from explorer.export.svg import svg
from explorer.layout.lineage.bands import ends
from explorer.layout.lineage.cast import cast
from explorer.layout.lineage.maker import sketch
from explorer.layout.lineage.margins import time_axis
from explorer.layout.lineage.naming import endings, labels, stub_words
from explorer.layout.lineage.picture import lineage_scene
from explorer.layout.lineage.plot import PULL, THIN, Plan
from explorer.layout.lineage.solve import solved
from explorer.lineage import lineage
from explorer.load import load

WIDTHS = (760, 1200, 1600)
CHOSEN = (
    *("QHM", "5PD", "08F", "QDE", "nhs-england", "dhsc", "Q33", "sicbl-00L", "4AA24", "0AE"),
    *("stp-QHM", "la-nnt", "scg-london", "icbc-2025-dln", "S9B9J", "D4U1Y", "QNQ", "Q72", "12J"),
    *("nhs-information-authority", "nhs-improvement", "dha-central-manchester", "gp-fundholding"),
    *("pct-cluster-arden", "Y00", "QRL", "TAK"),
)


@lru_cache(maxsize=1)
def record():
    return load()


def bodies_of_all_kinds(count):
    chance = random.Random(2013)
    by_kind = {}
    for body in record().organisations.values():
        by_kind.setdefault(body.kind, []).append(body.id)
    groups = [chance.sample(ids, len(ids)) for _, ids in sorted(by_kind.items())]
    found = []
    while len(found) < count:
        for ids in groups:
            if ids and len(found) < count:
                found.append(ids.pop())
    return found


def scene(name, width, theme="light", **words):
    return lineage_scene(lineage(record(), name), width, theme, **words)


def drawn(name, width=1200):
    shown, at = cast(lineage(record(), name)), page(width)
    plan = Plan(shown, at, labels(shown, endings(shown)), stub_words(shown))
    return solved(sketch(plan, time_axis(plan, endings(shown), ())))


def faults(picture, width, theme):
    return {
        "overlaps": overlaps(picture),
        "outside": outside(picture),
        "crossed": crossed(picture),
        "faint": faint(picture),
        "small": small(picture, page(width, theme).small),
    }


@pytest.mark.parametrize("name", [n for n in CHOSEN if n in record().organisations])
@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_can_be_read(name, width):
    theme = "dark" if len(name) % 2 else "light"
    found = faults(scene(name, width, theme), width, theme)
    assert not any(found.values()), found


def test_every_word_can_be_read_for_200_bodies_of_all_kinds():
    found = {}
    for number, name in enumerate(bodies_of_all_kinds(200)):
        width, theme = WIDTHS[number % 3], ("light", "dark")[number % 2]
        here = faults(scene(name, width, theme), width, theme)
        if any(here.values()):
            found[name, width, theme] = here
    assert not found


@pytest.mark.parametrize("name", ["5PD", "QHM", "nhs-england", "QDE"])
def test_bars_begin_and_end_on_their_days(name):
    """A bar that a band leaves or enters is pulled in by half the gap that the band crosses."""
    made = drawn(name).sketch
    for bar in made.bars.values():
        body, axis = bar.actor.body, made.axis
        if body.opened and body.opened.exact and body.opened.first >= date(1948, 7, 5):
            assert abs(bar.left - axis.x(body.opened.first)) < 1
        if body.closed and body.closed.exact:
            assert abs(bar.right - axis.x(body.closed.first) - axis.per_day) < 1
        assert 0 <= bar.near <= PULL * made.page.unit
        assert 0 <= bar.far <= PULL * made.page.unit


@pytest.mark.parametrize("name", ["5PD", "QHM"])
def test_bands_between_bars_cross_on_the_day_of_the_change(name):
    picture = drawn(name)
    between = 0
    for flow, _, _ in picture.flows:
        bars = picture.sketch.bars
        if flow.start in bars and flow.end in bars:
            whole = bars[flow.start].actor.end == flow.day == bars[flow.end].actor.start
            if whole and bars[flow.start].far == bars[flow.end].near:
                x1, x2 = ends(picture, flow)
                assert abs((x1 + x2) / 2 - picture.sketch.axis.x(flow.day)) < 1
                between += 1
    assert between > 10


@pytest.mark.parametrize("name", ["QDE", "nhs-england", "Q33", "la-nnt", "5PD", "QNQ"])
def test_a_share_not_stated_is_never_a_solid_band(name):
    picture = scene(name, 1200)
    unknown = [
        i for i in picture.items if isinstance(i, Path | Rect) and "share not stated" in i.title
    ]
    known = [i for i in picture.items if isinstance(i, Path) and "% of " in i.title]
    assert all(item.hatch and not item.fill for item in unknown)
    assert all(item.fill and not item.hatch for item in known)
    assert unknown or known


def test_bands_of_unknown_shares_are_thin_whatever_the_bars_are():
    picture = drawn("QDE")
    thin = THIN * picture.sketch.page.unit
    for flow, start, _ in picture.flows:
        assert flow.share is None
        assert start.width <= thin + 1e-6


def test_heights_are_practices_on_one_scale():
    picture = drawn("5PD")
    scale = picture.sketch.per_practice
    counted = [b for b in picture.sketch.bars.values() if b.actor.size.counted]
    assert len(counted) > 10
    for bar in counted:
        low = 9 * picture.sketch.page.unit
        assert bar.height == pytest.approx(max(bar.actor.size.practices * scale, low))


def test_known_bands_take_their_share_of_the_bar_they_leave():
    picture = drawn("5PD")
    nene = next(f for f in picture.flows if (f[0].start, f[0].end) == ("5PD", "04G"))
    assert nene[1].width == pytest.approx(0.8823 * picture.height["5PD"])


def words_of(picture):
    return " | ".join(text.text for text in picture.texts)


def test_the_head_of_each_era_counts_its_kind():
    picture = scene("QHM", 1200)
    said = words_of(picture)
    for head in (
        "32 primary care groups",
        "24 primary care trusts",
        "16 clinical commissioning groups",
        "1 integrated care board",
    ):
        assert head in said
    assert picture.headline == "72 bodies since 1999 became NHS North East and North Cumbria ICB"
    assert "1 care trust (commissioning) counted among the trusts." in picture.notes[0]


def test_a_small_part_is_a_stub_and_what_lies_behind_it_is_counted():
    stubs = {s.at: s for s in cast(lineage(record(), "QHM")).stubs}
    assert stubs["01H"].share == pytest.approx(0.0121)
    assert stubs["01H"].behind == 10
    said = stub_words(cast(lineage(record(), "QHM"))).values()
    assert "1.2% of North Yorkshire and York (10 bodies behind not drawn)" in said
    assert "17% to North Lancashire" in said


def test_a_body_without_a_single_successor_says_where_its_duties_went():
    said = words_of(scene("Q33", 1600)).replace(" | ", " ")
    assert "No single successor; duties passed to NHS England, NHS Trust Development" in said


def test_what_is_planned_is_dashed_and_says_so():
    picture = scene("5PD", 1200)
    boxes = [i for i in picture.items if isinstance(i, Rect) and i.title.startswith("planned:")]
    assert len(boxes) == 1
    assert boxes[0].dash
    assert "planned" in words_of(picture)
    assert "1 April 2027: Clustered ICBs to become one ICB" in words_of(picture)


def test_arrangements_are_dashed_and_no_band_joins_them():
    picture = scene("5PD", 1200)
    registry = record()
    shared = {
        key
        for key in picture.keys
        if key in registry.organisations
        and registry.kinds[registry.organisations[key].kind].tier == "arrangement"
    }
    assert {"stp-QPM", "ics-QPM"} <= shared
    boxes = [i for i in picture.items if isinstance(i, Rect) and i.key in shared]
    assert all(box.dash for box in boxes)
    bands = [i.title for i in picture.items if isinstance(i, Path) and i.title]
    assert not any("STP" in title or "cluster" in title for title in bands)


def test_the_focus_is_outlined_and_its_name_is_bold():
    picture = scene("08F", 1200)
    assert [t.text for t in picture.texts if t.bold and not t.role and t.key == "08F"] == [
        "NHS Havering CCG"
    ]
    outlines = [i for i in picture.items if isinstance(i, Rect) and i.stroke and not i.fill]
    assert len([o for o in outlines if o.stroke == page(1200).colours.ink and not o.key]) == 1


def test_names_of_our_own_making_are_in_italics():
    picture = scene("QHM", 1200)
    italic = {t.text for t in picture.texts if t.italic}
    assert "Sunderland 4QW35" in italic
    assert "Gateshead" not in italic


@pytest.mark.parametrize("name", [n for n in CHOSEN if n in record().organisations])
def test_every_title_has_its_years(name):
    assert re.search(r"\b(19|20)\d\d\b", scene(name, 1200).headline)


def test_headline_and_standfirst_can_be_given():
    picture = scene("08F", 760, headline="Havering", standfirst="One group")
    assert (picture.headline, picture.standfirst) == ("Havering", "One group")


def test_the_picture_has_words_for_those_who_do_not_see_it():
    picture = scene("5PD", 1200)
    assert picture.alt == (
        "Lineage of Northamptonshire Teaching Primary Care Trust, 1999–2026: 13 bodies led to it "
        "and 5 bodies followed it, drawn as bars on a time axis."
    )
    assert "Northamptonshire Teaching Primary Care Trust to NHS Nene CCG on 1 April 2013: " in (
        picture.description
    )
    assert "As known on 2 July 2026" in picture.source_line


def test_a_lineage_is_drawn_without_dot_too(monkeypatch):
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    for name in ("QHM", "QNQ"):
        assert not any(faults(scene(name, 1200), 1200, "light").values())


def test_the_same_lineage_is_drawn_the_same_in_every_process():
    code = (
        "import hashlib; from explorer.load import load; from explorer.lineage import lineage;"
        "from explorer.layout.lineage.picture import lineage_scene;"
        "from explorer.export.svg import svg; r = load();"
        "texts = [svg(lineage_scene(lineage(r, n), 1200)) for n in ('5PD', 'QNQ', 'nhs-england')];"
        "print(hashlib.sha256(''.join(texts).encode()).hexdigest())"
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
    here = "".join(svg(scene(name, 1200)) for name in ("5PD", "QNQ", "nhs-england"))
    assert found == {hashlib.sha256(here.encode()).hexdigest()}


def test_an_end_that_is_not_known_is_an_arrow_and_says_so():
    picture = scene("Q72", 1200)
    arrows = [i for i in picture.items if isinstance(i, Line) and i.arrow]
    (said,) = [t for t in picture.texts if t.text == "end not known"]
    assert len(arrows) == 1
    assert arrows[0].x2 <= said.x


def test_an_arrangement_shows_who_took_part():
    picture = scene("icbc-2025-dln", 1200)
    assert picture.headline.endswith("ICB cluster and its 3 members, 2025 to 2026")
    assert "Members" in words_of(picture)
    assert "Lincolnshire ICB" in words_of(picture)


def test_who_passed_duties_to_whom_is_said_where_one_line_cannot_show_it():
    picture = scene("5PD", 1200)
    (line,) = {item.title for item in picture.drawn if item.title.startswith("Duties passed")}
    for arc in cast(lineage(record(), "5PD")).duties:
        giver, taker = record().organisations[arc.from_id], record().organisations[arc.to_id]
        assert giver.name in line
        assert taker.name in line
    assert line.startswith("Duties passed on 1 April 2002: Northamptonshire Health Authority to ")
    assert line in picture.description


def test_the_words_of_the_drawing_hold_the_life_of_the_body():
    words = scene("5PD", 1200).description
    assert "ODS 5PD (from 1 October 2006 to 31 March 2013)" in words
    assert "ONS E16000114 (first day not known to 31 March 2013)" in words
