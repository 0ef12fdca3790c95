"""One place through time: who is listed, why, and where nothing is known."""

from datetime import date

import pytest

from explorer.errors import UnknownName
from explorer.export.life_views import place as drawn_place
from explorer.load import load
from explorer.period import Period
from explorer.places import place, place_names
from tests.test_responsibilities_drawing import faults


@pytest.fixture(scope="module")
def record():
    return load()


@pytest.fixture(scope="module")
def county(record):
    return place(record, "Northamptonshire")


def why(found):
    return {hit.organisation_id: hit.why for hit in found.hits}


def test_a_name_a_body_ever_had_lists_it(county):
    assert why(county)["QCC"] == "name"
    assert why(county)["5PD"] == "name"
    assert why(county)["QPM"] == "name"


def test_what_came_before_and_after_is_listed_for_its_lineage(county):
    hits = {hit.organisation_id: hit for hit in county.hits}
    nene = hits["04G"]
    assert (nene.why, nene.via, nene.generation) == ("lineage", "5PD", 1)
    assert nene.arc.share == pytest.approx(0.8823)


def test_the_lineage_does_not_zigzag(county):
    """Cambridgeshire's own ancestors took no part in Northamptonshire."""
    assert "06H" in why(county)
    assert "5PN" not in why(county)


def test_councils_stand_apart(county):
    assert {hit.organisation_id for hit in county.councils} >= {"la-nth", "la-wnt", "la-nnt"}
    assert not [hit for hit in county.hits if hit.organisation_id.startswith(("la-", "hwb-"))]


def test_gaps_are_stated(county):
    assert county.gaps == (
        Period(date(1948, 7, 5), date(1974, 1, 1)),
        Period(date(1991, 1, 1), date(1996, 3, 31)),
    )


def test_position_is_used_last_and_only_in_a_gap(record):
    town = place(record, "Kettering")
    nearest = [hit for hit in town.hits if hit.why == "position"]
    assert [(hit.organisation_id, round(hit.km)) for hit in nearest] == [("QCC", 14)]
    assert "position" not in why(place(record, "Northamptonshire")).values()


def test_a_further_town_of_a_label_does_not_draw_in_its_lineage(record):
    leeds = why(place(record, "Leeds"))
    assert leeds["4KG77"] == "name"  # Pontefract / Wakefield / Leeds
    assert "5N3" not in leeds


def test_words_match_whole(record):
    assert "fpc-northamptonshire" not in why(place(record, "Northampton"))


def test_an_unknown_place_offers_what_is_near(record):
    with pytest.raises(UnknownName) as error:
        place(record, "Northamptonshir")
    assert str(error.value).startswith(
        "No place 'Northamptonshir' in this edition of the record. "
        "Did you mean: Northamptonshire; Northampton;"
    )


def test_there_are_places_to_choose_from(record):
    names = place_names(record)
    assert {"Northamptonshire", "Kettering", "Leeds", "Camden"} <= set(names)
    assert not [name for name in names if "authority" in name.casefold()]


def test_the_drawing_of_a_place_has_its_years_and_states_its_gaps(record):
    scene = drawn_place(record, "Northamptonshire").draw(width=1200, theme="light")
    assert scene.headline == "Who commissioned NHS care for Northamptonshire, 1974 to 2026"
    assert "from 5 July 1948 to 31 December 1973" in scene.standfirst
    assert faults(scene, 1200) == ([], (), [], [], [])
