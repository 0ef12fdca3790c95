"""Names on a day, codes, and which body a reader means."""

from datetime import date

import pytest

from explorer.errors import UnknownName, UnknownOrganisation
from explorer.naming import check_kind, display_name, find, in_kind, legal_name_on, ods_code
from tests.worlds import registry as registry_of
from tests.worlds import world


@pytest.fixture
def board():
    return world(
        "N:board 2012..",
        'N="The Commissioning Board" 2012..2022 legal',
        'N="The England Body" 2013.. in_use',
        'N="The England Body" 2022.. legal',
        "N#X1 2012..2020",
        "N#X2 2020..",
    )


def test_the_name_in_use_comes_before_the_legal_name(board):
    board.names["N"]
    assert str(display_name(board, "N", date(2015, 1, 1))) == "The England Body"
    assert legal_name_on(board, "N", date(2015, 1, 1)) == "The Commissioning Board"
    assert legal_name_on(board, "N", date(2022, 7, 1)) == "The England Body"


def test_a_label_is_told_from_a_name():
    registry = registry_of(
        organisations=[
            {"id": "A", "name": "Corby, Kettering", "kind": "k", "opened": "1999-04-01"}
        ],
        names=[{"org_id": "A", "name": "Corby, Kettering", "name_type": "label"}],
    )
    assert display_name(registry, "A").is_label
    assert display_name(registry, "A", date(2000, 1, 1)).type == "label"


def test_codes_are_dated(board):
    assert ods_code(board, "N", date(2015, 1, 1)) == "X1"
    assert ods_code(board, "N", date(2021, 1, 1)) == "X2"
    assert ods_code(board, "N") == "X2"
    assert ods_code(board, "N", date(1999, 1, 1)) is None


@pytest.mark.parametrize("asked", ["N", "n", "X1", "x2", " X2 ", "the england body"])
def test_a_body_is_found_by_id_code_or_name(board, asked):
    assert find(board, asked).id == "N"


def test_an_unknown_body_is_named_with_what_is_near():
    registry = world("alpha 2002.., beta 2002..")
    with pytest.raises(UnknownOrganisation) as error:
        find(registry, "alpa")
    assert str(error.value) == (
        "No organisation 'alpa' in this edition of the record. Did you mean: alpha (Body alpha)?"
    )


def test_a_body_like_no_other_is_refused_without_a_guess():
    with pytest.raises(UnknownOrganisation) as error:
        find(world("A 2002.."), "Zzz")
    assert str(error.value) == "No organisation 'Zzz' in this edition of the record."


def test_a_code_that_several_bodies_held_is_never_chosen_silently():
    registry = world("stp:x 2016..2018, ics:y 2018..", "stp#QHM 2016..2018", "ics#QHM 2018..")
    with pytest.raises(UnknownOrganisation) as error:
        find(registry, "QHM")
    assert str(error.value) == (
        "No organisation 'QHM' in this edition of the record. "
        "Did you mean: stp (Body stp); ics (Body ics)?"
    )


def test_an_unknown_kind_is_named_with_what_is_near():
    with pytest.raises(UnknownName) as error:
        check_kind(world("A 2002.."), "clinical_commisioning_group")
    assert str(error.value) == (
        "No kind 'clinical_commisioning_group' in this edition of the record. "
        "Did you mean: clinical_commissioning_group?"
    )


@pytest.mark.parametrize("word", ["CLI", "cli", "Clinical commissioning group"])
def test_an_acronym_or_label_of_a_kind_offers_the_kind(word):
    with pytest.raises(UnknownName) as error:
        check_kind(world("A 2002.."), word)
    assert error.value.near == ("clinical_commissioning_group",)


def test_a_kind_may_be_counted_as_another_for_a_time():
    registry = registry_of(
        organisations=[{"id": "A", "name": "A", "kind": "care_trust", "opened": "2002-04-01"}],
        counted_as=[{"kind": "care_trust", "counted_as": "trust", "to": "2013-03-31"}],
    )
    body = registry.organisations["A"]
    assert in_kind(registry, body, "trust")
    assert in_kind(registry, body, "trust", date(2013, 3, 31))
    assert not in_kind(registry, body, "trust", date(2013, 4, 1))
    assert not in_kind(registry, body, "trust", exact=True)
    assert in_kind(registry, body, "care_trust", exact=True)
