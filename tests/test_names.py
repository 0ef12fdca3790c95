"""Short names leave out what the headings of a drawing already say, and nothing else."""

import pytest

from explorer.layout.names import shortened
from explorer.load import load


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("NHS Nene CCG", "Nene"),
        ("Northamptonshire Teaching Primary Care Trust", "Northamptonshire"),
        ("NHS England Greater Manchester Area Team", "Greater Manchester"),
        ("NHS England North (Lancashire)", "Lancashire"),
        ("NHS England London", "London"),
        ("NHS Executive Trent Regional Office", "Trent"),
        ("Directorate of Health and Social Care: South", "South"),
        ("Oxfordshire Area Health Authority (Teaching)", "Oxfordshire"),
        ("South Tyneside Health Authority (district)", "South Tyneside"),
        ("West Midlands Strategic Health Authority", "West Midlands"),
        ("NHS Greater Manchester ICB - 00Y", "00Y"),
        ("NHS Bedfordshire, Luton and Milton Keynes ICB", "Bedfordshire, Luton and Milton Keynes"),
        ("Tameside Metropolitan Borough Council", "Tameside"),
        ("London Borough of Camden", "Camden"),
        ("Solihull Care Trust", "Solihull"),
        ("NHS Midlands and East SHA cluster", "Midlands and East"),
    ],
)
def test_the_words_of_the_kind_are_left_out(name, short):
    assert shortened(name) == short


def test_a_made_label_is_shown_as_its_towns():
    made = "Primary care group 4EA06 (Reading / Tilehurst / Berkshire)"
    assert shortened(made, label=True) == "Reading, Tilehurst, Berkshire"


def test_a_town_named_twice_is_shown_once():
    made = "Local health group 4WQ22 (Flintshire / Clwyd / FLINTSHIRE)"
    assert shortened(made, label=True) == "FLINTSHIRE, Clwyd"


def test_no_name_of_the_record_is_shortened_to_nothing():
    names = {n.name for held in load().names.values() for n in held}
    assert not [name for name in names if len(shortened(name)) < 2]
